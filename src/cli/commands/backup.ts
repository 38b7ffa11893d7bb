import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Command } from 'commander';
import type { Sql } from 'postgres';
import { systemClock } from '../../clock.ts';
import { type Restored, type RestoreRefusal, restoreBackup } from '../../services/backups/restore.ts';
import { writeBackup } from '../../services/backups/write.ts';
import { Failed } from '../failed.ts';
import { explained } from '../file-faults.ts';
import { withDatabase } from '../storage.ts';

const remedies = {
  'not-a-backup': 'This file is not one that `backup` wrote.',
  'cut-short': 'The file is cut short. Use another copy of it.',
  'other-version':
    'The backup was made by another version of Bray. Restore it with that version, then update.',
  'not-empty':
    'There is something in this database already. Restore into a new one: an empty DATA_FOLDER, or another DATABASE_URL.',
} as const satisfies Record<RestoreRefusal['code'], string>;

/** What Node's zlib calls the faults of a file that a person named. */
const zipFaults: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: remedies['cut-short'],
  Z_DATA_ERROR: remedies['not-a-backup'],
};

export function backupCommands(program: Command): void {
  program
    .command('backup')
    .description(
      'write all that the database holds to a file, while the service goes on; the keys are not in it',
    )
    .argument('<file>', 'a new file, e.g. bray.backup.gz')
    .action((path: string) =>
      withDatabase(async ({ sql }) => {
        const rows = await explained(path, () => backUp(sql, path), zipFaults);
        console.log(
          `Written: ${path} (${rows} rows). Without the key file nobody can be written to from it.`,
        );
      }),
    );
  program
    .command('restore')
    .description('put a backup back into an empty database')
    .argument('<file>', 'a file that `backup` wrote')
    .action((path: string) =>
      withDatabase(async ({ sql }) => {
        const restored = await explained(path, () => putBack(sql, path), zipFaults);
        console.log(`Restored: ${restored.rows} rows.`);
        console.log('So that nobody is told twice what may have gone out after the backup:');
        console.log(
          `  ${restored.deliveriesCancelled} deliveries cancelled, ${restored.alertsExpired} alerts expired,`,
        );
        console.log(`  ${restored.textsToApproveAgain} texts need their approval anew.`);
      }),
    );
}

/** Complete or not at all: a half-written backup must not look like one. Answers how many rows it holds. */
async function backUp(sql: Sql, path: string): Promise<number> {
  // Holds the name, so that no file of somebody else is replaced at the end.
  await (await open(path, 'wx', 0o600)).close();
  const partial = `${path}.partial`;
  try {
    const zip = createGzip();
    const written = pipeline(zip, createWriteStream(partial, { mode: 0o600, flags: 'wx', flush: true }));
    const [rows] = await Promise.all([writeBackup(sql, zip).finally(() => zip.end()), written]);
    await rename(partial, path);
    return Object.values(rows).reduce((sum, count) => sum + count, 0);
  } catch (error) {
    await Promise.all([partial, path].map((file) => rm(file, { force: true })));
    throw error;
  }
}

async function putBack(sql: Sql, path: string): Promise<Restored> {
  let restored: Restored | undefined;
  await pipeline(createReadStream(path), createGunzip(), async (lines) => {
    const result = await restoreBackup(sql, lines, systemClock.now());
    if (!result.ok) throw new Failed(remedies[result.refusal.code]);
    restored = result.value;
  });
  if (restored === undefined) throw new Error('A restore ended without an outcome.');
  return restored;
}
