import { CannotStart, TokenRefused } from './cannot-start.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/client.ts';
import { EmbeddedDatabaseError } from './db/embedded/index.ts';
import { loginOf } from './db/logins.ts';
import { readEnvironment } from './environment.ts';
import { type Front, openFront } from './front.ts';
import { type Holdings, openHoldings } from './holdings.ts';
import { drain, type Lifetime, UNEXPECTED, watchFaults, watchSignals } from './lifetime.ts';
import { createLog, safeError } from './log.ts';
import type { Service } from './service.ts';
import { readSetUpState, type SetUpState } from './services/campaigns/set-up-state.ts';
import type { Log } from './services/context.ts';
import { setUp } from './set-up.ts';
import { openStorage, type Storage } from './storage.ts';
import { unlockByConfig, unlockByPerson } from './unlock.ts';
import { unsealByShares } from './unseal.ts';

/*
 * Exit codes: 0 an orderly end; 1 it could not start, or not go on, and said what to do; 2 the configuration has
 * faults; 70 something nobody expected, of which the log names class and place; 128 + n a second signal n.
 */

async function main(): Promise<void> {
  const parsed = readEnvironment();
  if (!parsed.ok) {
    console.error('The configuration has faults; nothing was started.');
    for (const { name, fault } of parsed.faults) console.error(`  ${name} ${fault}`);
    process.exitCode = 2;
    return;
  }
  const { config } = parsed;
  const log = createLog(config.logLevel);
  watchFaults(log);
  const lifetime = watchSignals();
  // First the port: the likeliest thing to be missing, and the quickest to find out.
  const front = listens(config) ? await openFront(config.web) : null;
  const storage = await openStorage(config, config.roles).catch(async (error: unknown) => {
    await front?.stop();
    throw error;
  });
  await live({ config, log, lifetime, front, storage });
}

interface Running {
  readonly config: Config;
  readonly log: Log;
  readonly lifetime: Lifetime;
  /** Where this process listens; null when its roles do not. */
  readonly front: Front | null;
  readonly storage: Storage;
}

async function live(running: Running): Promise<void> {
  const { log, front, storage, lifetime } = running;
  try {
    void storage.lost.then(() => {
      if (lifetime.ending.aborted) return;
      console.error('The embedded database has ended under the service. Start the service again.');
      process.exit(1);
    });
    const service = await begin(running);
    log.info('stopping');
    if (service !== null && !(await drain(() => service.stop(), log))) process.exitCode = 1;
  } finally {
    await front?.stop();
    await storage.stop();
  }
}

/** Brings the service to work and waits for the end of the process's life; null when it came before. */
async function begin(running: Running): Promise<Service | null> {
  const { config, log, lifetime, front, storage } = running;
  const holdings = await openHoldings(config);
  const state = await lookAt(config, storage);
  if (holdings.keys() === 'missing' && state.keysInUse) throw new CannotStart(keysGone(config));
  await unlockByConfig({ config, holdings });
  if (holdings.keys() === 'sealed') {
    const campaignId = state.campaign?.id ?? null;
    const options = { config, holdings, lifetime, log, front, storage, campaignId };
    if (!(await unsealByShares(options))) return null;
  }
  if (isSetUp(state) && holdings.keys() === 'locked') {
    if (!(await unlockByPerson({ config, holdings, lifetime, log, front }))) return null;
  }
  if (!isSetUp(state) || holdings.keys() !== 'open' || holdings.token() === null) {
    return setUpHere(running, holdings);
  }
  try {
    const service = await start(running, holdings, state);
    await lifetime.ended;
    return service;
  } catch (error) {
    // A token that was pasted once is pasted again on the same page.
    if (!(error instanceof TokenRefused) || holdings.token()?.origin !== 'secret-file') throw error;
    console.error('Telegram does not accept the stored bot token any more.');
    holdings.drop();
    return setUpHere(running, holdings);
  }
}

async function start(
  { config, log, front, storage }: Running,
  holdings: Holdings,
  state: SetUpState,
): Promise<Service> {
  const token = holdings.token();
  const keys = holdings.ring();
  if (token === null || keys === null || state.campaign === null) {
    throw new Error('A service was to be started without what it needs.');
  }
  // Read only now: it is most of the program, and what keeps it from starting is said before.
  const { startService } = await import('./service.ts');
  return startService({
    config,
    logins: storage.logins,
    token: token.secret,
    keys,
    campaignId: state.campaign.id,
    clock: systemClock,
    log,
    ...(front !== null && { front }),
  });
}

function setUpHere(
  { config, log, lifetime, front, storage }: Running,
  holdings: Holdings,
): Promise<Service | null> {
  // Its last steps need the whole service: they wait for what somebody does in Telegram.
  if (front === null || config.roles.size < 4) throw new CannotStart(setUpFirst);
  return setUp({ config, logins: storage.logins, holdings, lifetime, log, front });
}

const setUpFirst =
  'The service is not set up yet. Set it up first: start it once without ROLES, or use npm run bray -- (keys generate, campaign create, staff add) and give TELEGRAM_BOT_TOKEN.';

function keysGone({ keys }: Config): string {
  return `The key file ${keys.file} (KEYS_FILE) is missing, and this database was used with one. Put it there (is the medium plugged in?), or take a copy of it: with other keys no follower can be reached.`;
}

/** Whether somebody has been through the set-up, on the page or by the command line. */
function isSetUp(state: SetUpState): boolean {
  return state.campaign !== null && state.finished;
}

/** With the rights of any role of this process: each may read what is looked at. */
async function lookAt({ roles }: Config, { logins }: Storage): Promise<SetUpState> {
  const [role] = roles;
  const database = openDatabase(loginOf(logins, role), { poolSize: 1 });
  try {
    return await readSetUpState(database);
  } finally {
    await database.close();
  }
}

function listens({ roles, telegram }: Config): boolean {
  return roles.has('web') || (roles.has('bot') && telegram.intake.mode === 'webhook');
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    if (error instanceof CannotStart || error instanceof EmbeddedDatabaseError) {
      console.error(error.message);
      process.exitCode = 1;
    } else {
      createLog('error').error('failed', { error: safeError(error) });
      process.exitCode = UNEXPECTED;
    }
  }
  // What was not waited for (an answer of Telegram's, say) must not keep the process.
  process.exit();
}
