import { dirname } from 'node:path';
import { createSetUp } from './api/setup/app.ts';
import type { Running, SetUpMachine, Start } from './api/setup/deps.ts';
import { CannotStart, TelegramUnreachable, TokenRefused } from './cannot-start.ts';
import { systemClock } from './clock.ts';
import { type Config, parseToken } from './config.ts';
import { PASSPHRASE_MIN } from './crypto/key-wrapping.ts';
import { openDatabase } from './db/client.ts';
import { type Logins, loginOf } from './db/logins.ts';
import { gateFor, linksOf, printLinks } from './doors.ts';
import type { Front } from './front.ts';
import type { Holdings } from './holdings.ts';
import type { Lifetime } from './lifetime.ts';
import { safeError } from './log.ts';
import type { Service } from './service.ts';
import { findOnlyCampaign } from './services/campaigns/ensure-bot.ts';
import type { Log } from './services/context.ts';
import { askAboutToken } from './telegram-token.ts';

export interface SetUpOptions {
  readonly config: Config;
  readonly logins: Logins;
  readonly holdings: Holdings;
  readonly lifetime: Lifetime;
  readonly log: Log;
  readonly front: Front;
}

/**
 * Offers the set-up page behind a one-time link, and starts the service in this process as soon as nothing is
 * missing for it. Resolves at the end of the process's life, with the service if it came to run.
 */
export async function setUp(options: SetUpOptions): Promise<Service | null> {
  const { config, front, log, lifetime } = options;
  const database = openDatabase(loginOf(options.logins, 'web'), {
    poolSize: 2,
    applicationName: 'bray set-up',
  });
  try {
    const { machine, service } = machineOf(options, database.db, await checkedBot(options));
    if (machine.bot() !== null && machine.keys() === 'open') await startWhatCan(machine);
    const gate = gateFor('/setup', config.web);
    const onFinished = () => console.error('\n  The campaign is set up, and the service is at work.\n');
    const pages = createSetUp({ gate, log, safeError, machine, onFinished });
    front.mount(gate.base, (request) => pages.fetch(request));
    printLinks(
      'Bray is not set up yet. Open this link in a browser on this machine; it works once, in the first browser that opens it:',
      linksOf(gate, front, config.web),
    );
    await lifetime.ended;
    return service();
  } finally {
    await database.close();
  }
}

/**
 * The user name of a bot whose token is known before the page asks for one; null when Telegram cannot tell now. A
 * wrong one in the environment would come back at each start, so it is said at once. Throws `TokenRefused`.
 */
async function checkedBot({ holdings, config }: SetUpOptions): Promise<string | null> {
  const token = holdings.token();
  if (token === null) return null;
  const verdict = await askAboutToken(token.secret, config.telegram);
  if (verdict.kind === 'good') return verdict.username;
  if (verdict.kind === 'wrong' && token.origin === 'environment')
    throw new TokenRefused(refusedInEnvironment);
  if (verdict.kind === 'wrong') holdings.drop();
  return null;
}

const refusedInEnvironment =
  'Telegram does not accept the bot token. Copy it again from BotFather (/mybots) into TELEGRAM_BOT_TOKEN, or leave it out: the set-up page then asks for it.';

/** A set-up that goes on may have all that the service needs: then followers need not wait for its end. */
async function startWhatCan(machine: SetUpMachine): Promise<void> {
  if ((await findOnlyCampaign(machine.core)) !== null) await machine.start();
}

/** The machine as the set-up page sees it. */
function machineOf(
  { config, logins, holdings, log, front }: SetUpOptions,
  db: SetUpMachine['core']['db'],
  knownUsername: string | null,
) {
  const core = { db, clock: systemClock, log };
  let username = knownUsername;
  let service: Service | null = null;
  let starting: Promise<Start> | null = null;

  async function start(): Promise<Start> {
    const token = holdings.token();
    const keys = holdings.ring();
    const campaignId = await findOnlyCampaign(core);
    if (token === null || keys === null || campaignId === null) return 'failed';
    try {
      const { secret } = token;
      const started = {
        config,
        logins,
        token: secret,
        keys,
        campaignId,
        clock: systemClock,
        log,
        front,
      };
      const { startService } = await import('./service.ts');
      service = await startService(started);
      return 'running';
    } catch (error) {
      if (error instanceof TokenRefused) return 'token-refused';
      if (error instanceof TelegramUnreachable) return 'unreachable';
      if (error instanceof CannotStart) console.error(error.message);
      log.error('start-failed', { error: safeError(error) });
      return 'failed';
    }
  }

  const machine: SetUpMachine = {
    core,
    passphraseMin: PASSPHRASE_MIN,
    zones: { all: Intl.supportedValuesOf('timeZone'), here: zoneHere() },
    keys() {
      const state = holdings.keys();
      // They are unsealed before anybody sets something up.
      if (state === 'sealed') throw new Error('A set-up has begun with sealed keys.');
      return state;
    },
    bot: () => (holdings.token() === null ? null : { username }),

    async takeToken(pasted) {
      const token = parseToken(pasted);
      if (token === null) return { kind: 'malformed' };
      const verdict = await askAboutToken(token, config.telegram);
      if (verdict.kind !== 'good') return verdict;
      await holdings.take(token);
      username = verdict.username;
      return { kind: 'taken' };
    },

    dropToken() {
      holdings.drop();
      username = null;
    },

    async protect(passphrase) {
      const outcome = await holdings.create(passphrase);
      switch (outcome) {
        case 'created':
          return { kind: 'protected' };
        case 'passphrase-too-short':
          return { kind: outcome };
        case 'no-such-folder':
        case 'not-writable':
          return { kind: 'folder-not-writable', folder: dirname(config.keys.file) };
        case 'exists':
          throw new CannotStart(`A key file has appeared at ${config.keys.file}. Start again.`);
      }
    },

    unlock: (passphrase) => holdings.unlock(passphrase),

    start() {
      if (service !== null) return Promise.resolve('running');
      starting ??= start().finally(() => {
        starting = null;
      });
      return starting;
    },

    running: (): Running | null => {
      if (service === null) return null;
      const { actor: _, ...context } = service.context({ kind: 'operator' });
      return { context, botUsername: service.botUsername };
    },
  };

  return {
    machine,
    /** The service, once a start that is under way has come to its end. */
    async service(): Promise<Service | null> {
      await starting;
      return service;
    },
  };
}

/** A server's zone is usually UTC, which says nothing of where the hearings are. */
function zoneHere(): string | null {
  const zone = Temporal.Now.timeZoneId();
  return /^(?:Etc\/|UTC|GMT)/.test(zone) ? null : zone;
}
