import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import * as schema from './schema/index.ts';
import { openSocket } from './socket.ts';
import { withSafeTransactions } from './transactions.ts';

/** Drizzle over our tables: a database, or a transaction in it. Who is handed one works in whichever it is. */
export type Database = PgDatabase<
  PostgresJsQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>;

export interface DatabaseOptions {
  /** Connections at most; each is opened when it is first needed. Default 10. */
  readonly poolSize?: number;
  /** What `pg_stat_activity` shows, so that an operator sees which role holds a lock. Default `bray`. */
  readonly applicationName?: string;
}

/** A pool of connections to one database. */
export interface OpenDatabase {
  readonly db: Database;
  /** The same pool for statements in plain SQL. Dates and instants come as text, since Drizzle reads them so. */
  readonly sql: Sql;
  /** Waits for running queries (5 s at most), then closes every connection. */
  close(): Promise<void>;
}

/** A database that is back is found again within a second; the driver would wait for up to 20 (postgres 3.4.9). */
const longestBackoffSeconds = 1;

/**
 * A process that is stopped (SIGSTOP, a machine that sleeps) in the middle of a transaction would keep its locks until
 * it wakes, and whoever took over from it would wait for them.
 */
const idleInTransactionMs = 5_000;

/** An option that the driver takes and its types lack (postgres 3.4.9). */
const undeclared = { socket: openSocket };

/** Opens a pool. It connects with the first query, so a wrong url shows there and not here. */
export function openDatabase(
  url: string,
  { poolSize = 10, applicationName = 'bray' }: DatabaseOptions = {},
): OpenDatabase {
  const pool = postgres(url, {
    max: poolSize,
    // Notices are for a person at a psql prompt; here they would end on standard output, past the allow-list of
    // the log.
    onnotice: () => undefined,
    connect_timeout: 10,
    ...undeclared,
    backoff: (failures) => Math.min(longestBackoffSeconds, 0.05 * 2 ** failures),
    // Asking each new connection for the array types gains us nothing (Drizzle reads and writes arrays itself), and
    // a connection that dies during that question rejects a promise that nobody holds (postgres 3.4.9).
    fetch_types: false,
    connection: {
      application_name: applicationName,
      // Text that we parse must not depend on how somebody's server is set up.
      TimeZone: 'UTC',
      DateStyle: 'ISO, YMD',
      idle_in_transaction_session_timeout: idleInTransactionMs,
    },
  });
  const sql = withSafeTransactions(pool);
  return {
    db: drizzle(sql, { schema }),
    sql,
    close: () => sql.end({ timeout: 5 }),
  };
}
