import type { Networks } from '../domain/network.ts';
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
  return { networks: { mastodon: createMastodon(shared) }, close: () => http.close() };
}
