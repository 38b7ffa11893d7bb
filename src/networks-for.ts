import type { Config } from './config.ts';
import { translate } from './i18n/index.ts';
import { type NetworksOptions, openNetworks } from './networks/index.ts';

/**
 * Every network as the configuration says, on connections that `close` ends; `telegram`: the bot's way, if there is one.
 * `publicOnly`: servers that staff name are reached over the internet alone.
 */
export function networksFor(
  config: Pick<Config, 'facebook' | 'xServer' | 'web'>,
  telegram: NonNullable<NetworksOptions['telegram']> | null,
  { publicOnly = false }: { readonly publicOnly?: boolean } = {},
): ReturnType<typeof openNetworks> {
  return openNetworks({
    telegram,
    publicOnly,
    facebook: config.facebook,
    xServer: config.xServer,
    email: {
      publicUrl: config.web.publicUrl,
      farewell: (language) => translate(language, 'press-farewell'),
    },
  });
}
