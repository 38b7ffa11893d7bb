import { type OpenDatabase, openDatabase } from './client.ts';
import type { DatabaseRole } from './database-roles.ts';
import { type Logins, loginOf } from './logins.ts';

/** The pools of a process: one for each of its roles, whose connections have that role's rights and no other. */
export interface Pools {
  of(role: DatabaseRole): OpenDatabase;
  /** Of whichever role, for what each may do. */
  any(): OpenDatabase;
  /** Closes all of them, together. */
  close(): Promise<void>;
}

/** Connections at most; each is opened when it is first needed. */
const sizes: Readonly<Record<DatabaseRole, number>> = { web: 6, bot: 6, scheduler: 6, sender: 8 };

/** Opens a pool for each of the roles. */
export function openPools(logins: Logins, roles: Iterable<DatabaseRole>): Pools {
  const pools = new Map<DatabaseRole, OpenDatabase>();
  for (const role of roles) {
    const options = { poolSize: sizes[role], applicationName: `bray ${role}` };
    pools.set(role, openDatabase(loginOf(logins, role), options));
  }
  const opened = (pool: OpenDatabase | undefined): OpenDatabase => {
    if (pool === undefined) throw new Error('A role was asked for that this process does not have.');
    return pool;
  };
  return {
    of: (role) => opened(pools.get(role)),
    any: () => opened(pools.values().next().value),
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}
