import { createSealed } from './api/sealed.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/client.ts';
import { loginOf } from './db/logins.ts';
import type { CampaignId } from './domain/ids.ts';
import type { Front } from './front.ts';
import type { Holdings } from './holdings.ts';
import type { Lifetime } from './lifetime.ts';
import { safeError } from './log.ts';
import type { Log } from './services/context.ts';
import type { Storage } from './storage.ts';
import { openUnsealSocket } from './unseal-socket.ts';

export interface UnsealOptions {
  readonly config: Config;
  readonly holdings: Holdings;
  readonly lifetime: Lifetime;
  readonly log: Log;
  /** Where this process listens; null when its roles do not. */
  readonly front: Front | null;
  readonly storage: Storage;
  /** Null before a campaign was founded: then there is no public record. */
  readonly campaignId: CampaignId | null;
}

/**
 * Waits until enough shares of the keys were given on this machine. Meanwhile the public record is served, alerts fall due and
 * wait, and updates wait at Telegram (24 h). Answers false when the process is ended before.
 */
export async function unsealByShares(options: UnsealOptions): Promise<boolean> {
  const { config, holdings, lifetime, log } = options;
  const { promise: opened, resolve, reject } = Promise.withResolvers<true>();
  const socket = await openUnsealSocket(config.dataFolder, async (share) => {
    try {
      const given = await holdings.give(share);
      log.info('share-given', { outcome: given.outcome });
      if (given.outcome === 'enough') resolve(true);
      return given;
    } catch (error) {
      // The file or what lies beside it is damaged: the start ends with what to do.
      reject(error);
      throw error;
    }
  });
  const stopRecord = servePublicRecord(options);
  console.error(
    'The keys are sealed. Each holder of a share gives it on this machine: npm run bray -- keys unseal\nUntil there are enough nothing is sent, and updates wait at Telegram (24 h); the public record is served.',
  );
  try {
    return await Promise.race([opened, lifetime.ended.then(() => false)]);
  } finally {
    await socket.close();
    await stopRecord();
  }
}

/** By the web role alone, and with no key: what the database role of web may read, and what everybody may. */
function servePublicRecord({ config, front, storage, campaignId, log }: UnsealOptions): () => Promise<void> {
  if (front === null || !config.roles.has('web')) return async () => undefined;
  const database = openDatabase(loginOf(storage.logins, 'web'), {
    poolSize: 2,
    applicationName: 'bray sealed',
  });
  const context = () =>
    campaignId === null ? null : { db: database.db, clock: systemClock, log, campaignId };
  const sealed = createSealed({ context, log, safeError });
  front.serve((request) => sealed.fetch(request));
  log.info('listening', { port: front.address.port, state: 'sealed' });
  return async () => {
    front.serve(null);
    await database.close();
  };
}
