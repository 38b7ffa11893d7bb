import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Account, canReach } from './account.ts';
import { EmbeddedDatabaseError, explainException } from './errors.ts';

/**
 * What lies where. Everything but `cluster` belongs to the user who runs Bray; `cluster` belongs to the account
 * that PostgreSQL runs as.
 */
export interface Layout {
  /** The folder of all the others; may be reached through a link (see `placeHome`). */
  readonly home: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** The password of the role `bray`, mode 0600. */
  readonly password: string;
  /** Who supervises now, and how to reach it, mode 0600 (`Supervision`). */
  readonly supervision: string;
  /** Locked by the supervisor for as long as it lives. */
  readonly lock: string;
  /** The port that was used last: kept, so that an operator's tools find it again. */
  readonly port: string;
  /** What PostgreSQL and its supervisor wrote; the previous one is kept as `.1`. */
  readonly log: string;
}

function layoutOf(home: string): Layout {
  return {
    home,
    cluster: join(home, 'cluster'),
    password: join(home, 'password'),
    supervision: join(home, 'supervisor.json'),
    lock: join(home, 'lock'),
    port: join(home, 'port'),
    log: join(home, 'server.log'),
  };
}

/** The name of the embedded database's folder (or link) inside the data folder. */
export function homeIn(dataFolder: string): string {
  return join(resolve(dataFolder), 'postgresql');
}

/** The layout of a data folder that has been used before; undefined when it has not. */
export function existingLayout(dataFolder: string): Layout | undefined {
  const home = homeIn(dataFolder);
  return existsSync(home) ? layoutOf(realpathSync(home)) : undefined;
}

/**
 * Makes the data folder and the embedded database's home in it. As root the home must be reachable by PostgreSQL's
 * account; below /root it is not, so there it lies under /var/lib/bray, and the data folder holds a link to it.
 * The link is the truth: who deletes the data folder gets a new database.
 */
export function placeHome(dataFolder: string, account: Account, log: (line: string) => void): Layout {
  const folder = resolve(dataFolder);
  const home = homeIn(folder);
  try {
    // The last step on its own: of a recursive one Node tells "no such file" where the disk is read-only.
    mkdirSync(dirname(folder), { recursive: true });
    if (!existsSync(folder)) makeFolder(folder, 0o700);
    const link = lstatSync(home, { throwIfNoEntry: false });
    if (link?.isSymbolicLink() && !existsSync(home)) {
      throw new EmbeddedDatabaseError(
        'damaged data',
        `${home} is a link to ${readlinkSync(home)}, which is gone. Put that folder back, or delete the link to begin with an empty database.`,
      );
    }
    if (link === undefined) makeHome(folder, home, account, log);
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
    return layoutOf(realpathSync(home));
  } catch (error) {
    throw explainException(`The data folder ${folder} cannot be used`, error);
  }
}

/** Several starts may be here at once: whichever comes first makes the home, the others find it. */
function makeHome(folder: string, home: string, account: Account, log: (line: string) => void): void {
  if (account.as === 'self') {
    makeFolder(home, 0o700);
    return;
  }
  letPass(folder);
  if (canReach(account, folder)) {
    makeFolder(home, 0o711);
    return;
  }
  const elsewhere = join(reachableBase(account), randomUUID());
  makeFolder(elsewhere, 0o711);
  try {
    symlinkSync(elsewhere, home);
  } catch (error) {
    rmdirSync(elsewhere);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  log(`PostgreSQL, which does not run as root, cannot reach ${folder}; its data is in ${elsewhere}`);
}

function makeFolder(path: string, mode: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Lets others pass through a folder of root's without letting them list it. */
function letPass(folder: string): void {
  const { mode, uid } = statSync(folder);
  if (uid === 0 && (mode & 0o001) === 0) chmodSync(folder, (mode & 0o777) | 0o011);
}

/** A folder of root's outside every home, in which PostgreSQL's account can work. */
function reachableBase(account: Account): string {
  const base = '/var/lib/bray';
  mkdirSync(base, { recursive: true, mode: 0o711 });
  chmodSync(base, 0o711);
  if (canReach(account, base)) return base;
  throw new EmbeddedDatabaseError(
    'no permission',
    `PostgreSQL, which does not run as root, can reach neither the data folder nor ${base}. Choose a data folder outside /root.`,
  );
}

/** Where copies of PostgreSQL's programs go, when they cannot be run where they are installed. */
export function copiesFolder(layout: Layout, account: Account): string {
  return account.as === 'other' ? reachableBase(account) : layout.home;
}

/** Writes a file of the home that only its owner may read, whole or not at all. */
export function writePrivate(layout: Layout, path: string, text: string): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  giveToOwner(layout, unfinished);
  renameSync(unfinished, path);
}

/** A data folder of an ordinary user stays theirs when root starts Bray on it once. */
export function giveToOwner(layout: Layout, path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(layout.home);
  chownSync(path, uid, gid);
}

/** The text of a file of the home; undefined when there is none. */
export function readPrivate(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

/** Deletes the embedded database of a data folder for good, and the folder when nothing else is in it. */
export function deleteHome(layout: Layout, dataFolder: string): void {
  rmSync(layout.home, { recursive: true, force: true });
  rmSync(homeIn(dataFolder), { recursive: true, force: true });
  if (readdirSync(dataFolder).length === 0) rmdirSync(dataFolder);
}
