import type { Hono } from 'hono';
import { translate } from '../../i18n/index.ts';
import { emptyForm } from '../form.ts';
import { unlockedPage, unlockPage } from './pages/unlock.ts';
import { createShell, type ShellOptions } from './shell.ts';

export interface UnlockOptions extends Pick<ShellOptions, 'gate' | 'log' | 'safeError'> {
  /** Takes about half a second, so that guessing is slow. */
  readonly unlock: (passphrase: string) => Promise<'open' | 'wrong'>;
}

/** The page on which the passphrase is typed after a restart of a service that has been set up. */
export function createUnlock(options: UnlockOptions): Hono {
  let open = false;
  return createShell({
    ...options,
    show: async (shown) => ({
      page: open ? unlockedPage(shown) : unlockPage(shown, { form: emptyForm, faults: [] }),
    }),
    async act(name, form, shown) {
      if (name !== 'unlock') return null;
      if (open) return 'done';
      open = (await options.unlock(form.exact('passphrase'))) === 'open';
      if (open) return 'done';
      const faults = [{ field: 'passphrase', text: translate(shown.language, 'unlock-wrong') }];
      return { page: unlockPage(shown, { form, faults }), status: 422 };
    },
  });
}
