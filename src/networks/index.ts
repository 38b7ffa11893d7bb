import type { Networks } from '../domain/network.ts';
import { createBluesky } from './bluesky.ts';
import { createHttp, type HttpOptions } from './http.ts';
import { createMastodon } from './mastodon.ts';
import { type BotTransport, createTelegram } from './telegram.ts';

export interface NetworksOptions extends HttpOptions {
  /** Between two looks at what a network still works on, in milliseconds; default 1,000. */
  readonly pollMs?: number;
  /** The bot's way to Telegram, for its channels; null (the default) where there is no bot. */
  readonly telegram?: BotTransport | null;
}

/** Every network, on one set of connections that `close` ends. */
export function openNetworks({ pollMs, telegram: transport = null, ...options }: NetworksOptions = {}): {
  readonly networks: Networks;
  close(): Promise<void>;
} {
  const http = createHttp(options);
  const shared = { http, ...(pollMs !== undefined && { pollMs }) };
  const networks = {
    mastodon: createMastodon(shared),
    bluesky: createBluesky({ http }),
    telegram: createTelegram({ transport }),
  };
  return { networks, close: () => http.close() };
}
