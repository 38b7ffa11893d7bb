import { CannotStart } from './cannot-start.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { readKeyFile } from './crypto/key-file.ts';
import { openDatabase } from './db/client.ts';
import { EmbeddedDatabaseError } from './db/embedded/index.ts';
import { readEnvironment } from './environment.ts';
import { createLog, safeError } from './log.ts';
import { type Service, startService } from './service.ts';
import { findOnlyCampaign } from './services/campaigns/ensure-bot.ts';
import { openStorage } from './storage.ts';

/** How long an orderly end may take before the process goes all the same. What is then undone is done at the next start. */
const drainMs = 10_000;

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
  const storage = await openStorage(config);
  try {
    const service = await startConfigured(config, storage.url, log);
    await untilSignalled();
    log.info('stopping');
    // Unreferenced: it is only there for an end that hangs.
    setTimeout(() => process.exit(1), drainMs).unref();
    await service.stop();
  } finally {
    await storage.stop();
  }
}

async function startConfigured(
  config: Config,
  databaseUrl: string,
  log: ReturnType<typeof createLog>,
): Promise<Service> {
  const { token } = config.telegram;
  if (token === null) throw new CannotStart('TELEGRAM_BOT_TOKEN is missing: copy it from BotFather.');
  const { file, passphrase } = config.keys;
  const keys = await readKeyFile(file, passphrase === null ? {} : { passphrase: passphrase.reveal() });
  if (!keys.ok)
    throw new CannotStart(`The key file ${file} (KEYS_FILE) cannot be used: ${keys.fault}. ${keys.remedy}`);
  const database = openDatabase(databaseUrl, { poolSize: 1 });
  const campaignId = await findOnlyCampaign(database);
  await database.close();
  if (campaignId === null) {
    throw new CannotStart(
      'No campaign has been founded in this database. Run: npm run bray -- campaign create',
    );
  }
  return startService({ config, databaseUrl, token, keys: keys.keys, campaignId, clock: systemClock, log });
}

function untilSignalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof CannotStart || error instanceof EmbeddedDatabaseError)) {
      createLog('error').error('failed', { error: safeError(error) });
      throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
  }
}
