import { createHmac } from 'node:crypto';
import { openDatabase } from './client.ts';
import { type DatabaseRole, databaseRoles } from './database-roles.ts';

/** Where each role of the service signs in: an address whose connections have that database role's rights from the start. */
export type Logins = Readonly<Partial<Record<DatabaseRole, string>>>;

/**
 * The address at which connections work with the rights of a database role and no other, from their first statement:
 * the role is asked for in the start-up message (`options`, PostgreSQL's manual, "Message Formats", November 2026), so
 * that no connection is ever without it. A server refuses whoever may not take the role on, with 42501, and a role that
 * does not exist with 22023.
 */
export function asRole(url: string, role: string): string {
  const changed = new URL(url);
  const given = changed.searchParams.get('options');
  changed.searchParams.set('options', given === null ? `-c role=${role}` : `${given} -c role=${role}`);
  // As every client reads it: a blank as + is known to browsers only.
  changed.search = changed.search.replaceAll('+', '%20');
  return changed.href;
}

/** A role's login. Whoever starts a role has seen to it that there is one. */
export function loginOf(logins: Logins, role: DatabaseRole | undefined): string {
  const login = role === undefined ? undefined : logins[role];
  if (login === undefined) throw new Error('A role was to be started that has no login to the database.');
  return login;
}

/** The logins of the service: each role's own address where there is one, else the common one. */
export function loginsOf(
  common: string | null,
  own: Readonly<Partial<Record<DatabaseRole, string>>> = {},
): Logins {
  const logins: Partial<Record<DatabaseRole, string>> = {};
  for (const role of Object.keys(databaseRoles) as DatabaseRole[]) {
    const url = own[role] ?? common;
    if (url !== null) logins[role] = asRole(url, databaseRoles[role]);
  }
  return logins;
}

/**
 * The logins of an embedded database, where each role has a password of its own: what is slipped into a statement of one
 * cannot become another by SET ROLE. The passwords are derived from the one of who owns the cluster, which lies in the
 * data folder; `admitEmbeddedLogins` makes them valid.
 */
export function embeddedLogins(url: string): Logins {
  const own: Partial<Record<DatabaseRole, string>> = {};
  for (const role of Object.keys(databaseRoles) as DatabaseRole[]) {
    const login = new URL(url);
    login.username = databaseRoles[role];
    login.password = passwordFrom(login.password, databaseRoles[role]);
    own[role] = login.href;
  }
  return own;
}

/** Lets the roles sign in with the passwords of `embeddedLogins`, and sets them anew where the owner's has changed. */
export async function admitEmbeddedLogins(url: string): Promise<void> {
  const { password } = new URL(url);
  const { sql, close } = openDatabase(url, { poolSize: 1, applicationName: 'bray logins' });
  try {
    for (const role of Object.values(databaseRoles))
      await sql.unsafe(`alter role ${role} login password '${passwordFrom(password, role)}'`);
  } finally {
    await close();
  }
}

function passwordFrom(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');
}
