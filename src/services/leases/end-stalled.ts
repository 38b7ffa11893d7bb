import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** So long a process may leave a transaction of its own lying, in milliseconds: no work of ours waits between two statements. */
const STALLED_AFTER_MS = 5_000;

/**
 * Ends sessions of ours that lie in the middle of a transaction while PostgreSQL waits for their process: it was
 * stopped (SIGSTOP, a machine that sleeps), and whoever takes over its work would wait for its locks until it wakes.
 * What it had not committed is gone, as if it had died. Answers how many there were.
 *
 * `idle_in_transaction_session_timeout` ends those that lie between two statements; a statement of which only half has
 * arrived counts as running, and `transaction_timeout` exists since PostgreSQL 17 only (18, "Client Connection
 * Defaults", read in November 2026). A COPY of a restore waits for its file, and is let be.
 */
export async function endStalled(ctx: Context): Promise<number> {
  const [ended] = await ctx.db.execute<{ count: number }>(sql`
    select count(*) filter (where pg_terminate_backend(pid))::int as count
    from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
      and application_name like 'bray%' and wait_event_type = 'Client' and wait_event = 'ClientRead'
      and query not ilike 'copy %'
      and greatest(xact_start, state_change) < pg_catalog.clock_timestamp() - ${STALLED_AFTER_MS} * interval '1 millisecond'
      and xact_start is not null`);
  return ended?.count ?? 0;
}
