import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { EmbeddedDatabaseError } from './errors.ts';

/**
 * Whom PostgreSQL runs as. `self`: the user who runs Bray. `other`: Bray runs as root, which PostgreSQL refuses,
 * so its programs run under an unprivileged id.
 */
export type Account =
  | { readonly as: 'self' }
  | { readonly as: 'other'; readonly uid: number; readonly gid: number };

/** In the order of preference; every Linux and macOS has the last one. */
const CANDIDATES = ['bray', 'postgres', 'nobody'] as const;

/** The account that PostgreSQL runs under, given a folder whose owner (when not root) is kept to. */
export function chooseAccount(existing: readonly string[]): Account {
  if (process.getuid?.() !== 0) return { as: 'self' };
  for (const path of existing) {
    const owner = statSync(path, { throwIfNoEntry: false });
    if (owner !== undefined && owner.uid !== 0) return { as: 'other', uid: owner.uid, gid: owner.gid };
  }
  const users = parsePasswd(readFileSync('/etc/passwd', 'utf8'));
  for (const name of CANDIDATES) {
    const user = users.get(name);
    if (user !== undefined && user.uid !== 0) return { as: 'other', ...user };
  }
  throw new EmbeddedDatabaseError(
    'no account',
    `PostgreSQL does not run as root, and /etc/passwd has none of ${CANDIDATES.join(', ')}. ` +
      'Create a user "bray" (useradd --system bray), or start Bray as an ordinary user.',
  );
}

function parsePasswd(text: string): Map<string, { uid: number; gid: number }> {
  const users = new Map<string, { uid: number; gid: number }>();
  for (const line of text.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && uid && gid) users.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  return users;
}

/** The spawn options that make a child run under the account (libuv drops the supplementary groups as well). */
export function asAccount(account: Account): { uid?: number; gid?: number } {
  return account.as === 'self' ? {} : { uid: account.uid, gid: account.gid };
}

/**
 * Whether the account can reach the folder: every ancestor lets it through. Asked of the kernel by a child
 * under that account, since modes alone do not know about access lists or mount options.
 */
export function canReach(account: Account, folder: string): boolean {
  if (account.as === 'self') return true;
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...asAccount(account),
    cwd: '/',
    stdio: 'ignore',
  });
  return status === 0;
}
