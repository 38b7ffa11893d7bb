import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../db/client.ts';
import { readEnvironment } from '../environment.ts';
import { createLog } from '../log.ts';
import { findOnlyCampaign } from '../services/campaigns/ensure-bot.ts';
import type { CoreContext } from '../services/context.ts';
import { openStorage } from '../storage.ts';
import { Failed } from './failed.ts';

/** The configuration, or every fault of it at once. */
export function readConfig(): Config {
  const parsed = readEnvironment();
  if (parsed.ok) return parsed.config;
  const faults = parsed.faults.map(({ name, fault }) => `  ${name} ${fault}`);
  throw new Failed(['The configuration has faults; nothing was done.', ...faults].join('\n'));
}

/** Runs `work` on the service's database as who owns it, also while the service itself is running on it. */
export async function withDatabase<R>(
  work: (database: OpenDatabase, config: Config) => Promise<R>,
): Promise<R> {
  const config = readConfig();
  const storage = await openStorage(config, new Set());
  if (storage.operator === null) throw new Failed(notTheOperator);
  const database = openDatabase(storage.operator, { poolSize: 2, applicationName: 'bray command' });
  try {
    return await work(database, config);
  } finally {
    await database.close();
    await storage.stop();
  }
}

const notTheOperator =
  'Commands work as who owns the tables. Give the address of one who may in DATABASE_URL_MIGRATE, or in DATABASE_URL.';

/** Runs `work` as the operator of the campaign that was founded in this database. */
export function asOperator<R>(work: (ctx: CoreContext) => Promise<R>): Promise<R> {
  return withDatabase(async ({ db }, config) => {
    const campaignId = await findOnlyCampaign({ db });
    if (campaignId === null) {
      throw new Failed('No campaign has been founded here yet. Run: npm run bray -- campaign create --help');
    }
    return work({
      db,
      campaignId,
      clock: systemClock,
      log: createLog(config.logLevel),
      actor: { kind: 'operator' },
      ...(config.web.staffSite !== null && { staffSite: config.web.staffSite }),
    });
  });
}
