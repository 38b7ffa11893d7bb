import { createUnlock } from './api/setup/unlock-app.ts';
import { CannotStart } from './cannot-start.ts';
import type { Config } from './config.ts';
import { gateFor, linksOf, printLinks } from './doors.ts';
import { type Front, openFront } from './front.ts';
import type { Holdings } from './holdings.ts';
import type { Lifetime } from './lifetime.ts';
import { safeError } from './log.ts';
import type { Log } from './services/context.ts';
import { askHidden, somebodyIsThere } from './terminal.ts';

export interface UnlockOptions {
  readonly config: Config;
  readonly holdings: Holdings;
  readonly lifetime: Lifetime;
  readonly log: Log;
  /** Where this process listens; null when its roles do not. */
  readonly front: Front | null;
}

/** Opens locked keys with the passphrase of the configuration. Throws `CannotStart` when it is another one. */
export async function unlockByConfig({
  config,
  holdings,
}: Pick<UnlockOptions, 'config' | 'holdings'>): Promise<void> {
  const { passphrase, file } = config.keys;
  if (passphrase === null || holdings.keys() !== 'locked') return;
  if ((await holdings.unlock(passphrase.reveal())) === 'wrong') {
    throw new CannotStart(`KEYS_PASSPHRASE does not open the key file ${file}. Correct one of the two.`);
  }
}

/**
 * Waits until somebody has given the passphrase: at the terminal where somebody sits there, otherwise on a page
 * behind a one-time link. Wrong ones are asked again, without end: each guess takes half a second, and whoever is
 * locked out of a service that must send in an hour is not helped by it. Answers false when the process is ended.
 */
export async function unlockByPerson(options: UnlockOptions): Promise<boolean> {
  return somebodyIsThere() ? unlockAtTerminal(options) : unlockOnPage(options);
}

async function unlockAtTerminal({ holdings, lifetime }: UnlockOptions): Promise<boolean> {
  console.error(
    'The keys are locked. Until they are opened nothing is sent; updates wait at Telegram (24 h).',
  );
  while (holdings.keys() === 'locked') {
    const typed = await askHidden('Passphrase: ', lifetime.ending);
    if (typed === null || lifetime.ending.aborted) return false;
    if ((await holdings.unlock(typed)) === 'wrong') console.error('This passphrase is not right.');
  }
  return true;
}

async function unlockOnPage(options: UnlockOptions): Promise<boolean> {
  const { config, holdings, lifetime, log } = options;
  // A process whose roles do not listen opens a port for this page only.
  const front = options.front ?? (await openFront({ host: config.web.host, port: 0 }));
  const gate = gateFor('/unlock', config.web);
  const { promise: opened, resolve } = Promise.withResolvers<true>();
  const pages = createUnlock({
    gate,
    log,
    safeError,
    unlock: async (passphrase) => {
      const outcome = await holdings.unlock(passphrase);
      if (outcome === 'open') resolve(true);
      return outcome;
    },
  });
  front.mount(gate.base, (request) => pages.fetch(request));
  printLinks(
    'The keys are locked. Open this link and type the passphrase; until then nothing is sent, and updates wait at Telegram (24 h):',
    linksOf(gate, front, config.web),
  );
  try {
    return await Promise.race([opened, lifetime.ended.then(() => false)]);
  } finally {
    if (options.front === null) await front.stop();
  }
}
