import type { Config } from './config.ts';
import { translate } from './i18n/index.ts';
import { type NetworksOptions, openNetworks } from './networks/index.ts';

/** Every network as the configuration says, on connections that `close` ends; `telegram`: the bot's way, if there is one. */
export function networksFor(
  config: Pick<Config, 'facebook' | 'xServer' | 'web'>,
  telegram: NonNullable<NetworksOptions['telegram']> | null,
): ReturnType<typeof openNetworks> {
  return openNetworks({
    telegram,
    facebook: config.facebook,
    xServer: config.xServer,
    email: {
      publicUrl: config.web.publicUrl,
      farewell: (language) => translate(language, 'press-farewell'),
    },
  });
}
