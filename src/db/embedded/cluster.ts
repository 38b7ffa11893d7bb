import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { databaseRoles } from '../database-roles.ts';
import { type Account, asAccount } from './account.ts';
import { type Binaries, POSTGRES_ENV } from './binaries.ts';
import { EmbeddedDatabaseError, explain } from './errors.ts';
import { type Layout, readPrivate, writePrivate } from './folder.ts';

/** The role and the database that Bray uses. Not a superuser: an injected statement must not reach the shell. */
export const ROLE = 'bray';

/** The one database of an embedded server. */
export const DATABASE = 'bray';

/**
 * Only our roles, only over loopback, only with their passwords. The superuser `postgres` has none and so cannot log
 * in at all; what needs it (a new password) goes through PostgreSQL's single-user mode.
 */
const HOST_BASED_ACCESS = [ROLE, ...Object.values(databaseRoles)]
  .map((role) => `host all ${role} 127.0.0.1/32 scram-sha-256\n`)
  .join('');

/** What the steps of a start share. */
export interface Setting {
  readonly layout: Layout;
  readonly account: Account;
  readonly binaries: Binaries;
  /** False for tests: nothing is forced to disk. */
  readonly durable: boolean;
  /** Aborted when nobody waits for this start any more. */
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/** Makes the cluster when there is none, and refuses one that another major version wrote. */
export async function prepareCluster(setting: Setting): Promise<void> {
  const { layout, log } = setting;
  removeUnfinished(layout);
  if (!existsSync(layout.cluster)) {
    log('making a new PostgreSQL database (about 2 s)');
    await createCluster(setting);
  }
  checkVersion(setting);
  // Each time: another version of Bray may have made the cluster.
  writeFileSync(join(layout.cluster, 'pg_hba.conf'), HOST_BASED_ACCESS);
  if (readPrivate(layout.password) === undefined) {
    log('the database password file is gone; setting a new password');
    await setPassword(setting, layout.cluster, 'alter');
  }
}

function checkVersion({ layout: { cluster }, binaries }: Setting): void {
  const file = join(cluster, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  if (version === String(binaries.major)) return;
  if (version === undefined) {
    throw new EmbeddedDatabaseError(
      'damaged data',
      `${cluster} is not a PostgreSQL data directory (PG_VERSION is missing). Move it away, then restore the last backup.`,
    );
  }
  throw new EmbeddedDatabaseError(
    'wrong major version',
    `${cluster} was written by PostgreSQL ${version}, and this Bray brings PostgreSQL ${binaries.major}. ` +
      'Start the version of Bray that wrote it, take a backup with it, and restore that backup into a new data folder.',
  );
}

/** A start that was cut short during initdb leaves a folder that never became the cluster. */
function removeUnfinished({ cluster }: Layout): void {
  const folder = dirname(cluster);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(cluster)}.new`)) continue;
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

/** Builds the cluster aside and renames it, so that a cluster is either whole or not there. */
async function createCluster(setting: Setting): Promise<void> {
  const { layout, account, binaries, durable } = setting;
  // A name of its own: an initdb whose starter was killed may for a moment still write into the one before.
  const unfinished = `${layout.cluster}.new-${randomBytes(6).toString('hex')}`;
  mkdirSync(unfinished, { mode: 0o700 });
  if (account.as === 'other') chownSync(unfinished, account.uid, account.gid);
  await run(setting, 'PostgreSQL could not make its database', binaries.initdb, [
    `--pgdata=${unfinished}`,
    '--username=postgres',
    '--auth=reject',
    '--encoding=UTF8',
    ...localeOf(binaries),
    '--no-instructions',
    // Small files of write-ahead log: a test's cluster is made and copied in less time.
    ...(durable ? [] : ['--no-sync', '--wal-segsize=1']),
  ]);
  await setPassword(setting, unfinished, 'create');
  await singleUser(setting, unfinished, `create database ${DATABASE} owner ${ROLE}`);
  renameSync(unfinished, layout.cluster);
}

/**
 * PostgreSQL's own C.UTF-8, which came with version 17: the same order on every machine, so that a data folder may be
 * moved. Readers' alphabets are a matter of presentation (Intl.Collator).
 */
function localeOf({ major }: Binaries): string[] {
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return ['--locale=C', ...(major >= 17 ? builtin : [])];
}

async function setPassword(setting: Setting, cluster: string, verb: 'create' | 'alter'): Promise<void> {
  const password = randomBytes(32).toString('base64url');
  await singleUser(setting, cluster, `${verb} role ${ROLE} login createdb createrole password '${password}'`);
  writePrivate(setting.layout, setting.layout.password, `${password}\n`);
}

/** Runs one statement as the superuser on a cluster that is not being served. */
async function singleUser(setting: Setting, cluster: string, statement: string): Promise<void> {
  const doing = 'PostgreSQL could not prepare its database';
  // By default statements end at a newline: https://www.postgresql.org/docs/18/app-postgres.html (read 2026-11).
  const args = ['--single', '-D', cluster, '-c', 'log_checkpoints=off', 'template1'];
  const output = await run(setting, doing, setting.binaries.postgres, args, `${statement};\n`);
  // A statement that fails there does not change the exit code. The output may quote it, and with it the password.
  const failure = output.split('\n').find((line) => /(?:ERROR|FATAL|PANIC):/.test(line));
  if (failure !== undefined) throw explain(doing, failure);
}

/** Runs a PostgreSQL program under the account to its end; answers what it wrote, or throws what went wrong. */
async function run(
  { account, signal }: Setting,
  doing: string,
  program: string,
  args: readonly string[],
  input = '',
): Promise<string> {
  const child = spawn(program, args, {
    ...asAccount(account),
    cwd: '/',
    env: POSTGRES_ENV,
    stdio: ['pipe', 'pipe', 'pipe'],
    signal,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  // A program that ends before it has read its input is judged by its exit code, not by our broken pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject);
  child.once('close', resolve);
  const code = await promise;
  if (code !== 0) throw explain(doing, output);
  return output;
}
