import { DEFAULT_GRAPH_VERSION, GRAPH_ROOT } from '../domain/graph-version.ts';
import type { Networks } from '../domain/network.ts';
import { createBluesky } from './bluesky.ts';
import { createEmail, type EmailOptions } from './email.ts';
import { createFacebook } from './facebook.ts';
import { createHttp, type HttpOptions } from './http.ts';
import { createMastodon } from './mastodon.ts';
import { type ByBot, createTelegram } from './telegram.ts';
import { createWordpress } from './wordpress.ts';
import { createX } from './x.ts';

export interface NetworksOptions extends HttpOptions {
  /** Between two looks at what a network still works on, in milliseconds; default 1,000. */
  readonly pollMs?: number;
  /** For the bot's channels; null (the default) where there is no bot. */
  readonly telegram?: ByBot | null;
  /** Where Meta's Graph API is, and which of its versions is spoken. */
  readonly facebook?: { readonly root: string; readonly version: string };
  /** Where X's API is reached; default: at X itself. */
  readonly xServer?: string;
  /** Where mail is sent from; null (the default) elsewhere. */
  readonly email?: EmailOptions | null;
}

/** Every network, on one set of connections that `close` ends. */
export function openNetworks({
  pollMs,
  telegram = null,
  facebook = { root: GRAPH_ROOT, version: DEFAULT_GRAPH_VERSION },
  xServer,
  email = null,
  publicOnly = false,
  ...options
}: NetworksOptions = {}): {
  readonly networks: Networks;
  close(): Promise<void>;
} {
  const http = createHttp(options);
  // Where a server stands that staff name; the others' is a constant or the operator's.
  const named = createHttp({ ...options, publicOnly });
  const shared = { http: named, ...(pollMs !== undefined && { pollMs }) };
  const networks = {
    mastodon: createMastodon(shared),
    bluesky: createBluesky({ http: named }),
    telegram: createTelegram(telegram),
    facebook: createFacebook({ http, ...facebook }),
    wordpress: createWordpress({ http: named }),
    x: createX({ http, ...(xServer !== undefined && { server: xServer }) }),
    email: createEmail(email, { publicOnly }),
  };
  return {
    networks,
    async close() {
      await Promise.all([http.close(), named.close()]);
    },
  };
}
