import type { Networks } from '../domain/network.ts';
import { createBluesky } from './bluesky.ts';
import { createHttp, type HttpOptions } from './http.ts';
import { createMastodon } from './mastodon.ts';

export interface NetworksOptions extends HttpOptions {
  /** Between two looks at what a network still works on, in milliseconds; default 1,000. */
  readonly pollMs?: number;
}

/** Every network, on one set of connections that `close` ends. */
export function openNetworks({ pollMs, ...options }: NetworksOptions = {}): {
  readonly networks: Networks;
  close(): Promise<void>;
} {
  const http = createHttp(options);
  const shared = { http, ...(pollMs !== undefined && { pollMs }) };
  const networks = { mastodon: createMastodon(shared), bluesky: createBluesky({ http }) };
  return { networks, close: () => http.close() };
}
