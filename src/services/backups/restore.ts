import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Sql, TransactionSql } from 'postgres';
import { z } from 'zod';
import { done, type Result, refused } from '../../domain/result.ts';
import { newUuid } from '../../domain/uuid.ts';
import { backedUpTables, endOfRows } from './tables.ts';
import { appliedMigrations, columnsOf } from './write.ts';

export type RestoreRefusal =
  | { readonly code: 'not-a-backup' }
  | { readonly code: 'cut-short' }
  | { readonly code: 'other-version' }
  | { readonly code: 'not-empty'; readonly table: string };

/** What was put back, and what was set so that nothing goes out a second time. */
export interface Restored {
  readonly rows: number;
  readonly deliveriesCancelled: number;
  readonly alertsExpired: number;
  readonly textsToApproveAgain: number;
}

const head = z.object({
  format: z.literal('bray backup'),
  version: z.literal(1),
  madeAt: z.string(),
  migrations: z.array(z.string()),
});
const tableHead = z.object({ table: z.enum(backedUpTables), columns: z.array(z.string()).min(1) });
const end = z.object({ end: z.literal(true), rows: z.record(z.string(), z.number()) });

/**
 * Puts a backup back into an empty, migrated database: all of it or nothing.
 *
 * What happened between the backup and now is not known here. So that nobody is told twice, what was then on
 * its way is cancelled, alerts that have since fallen due expire, and approved texts that had not gone out
 * need their approval anew.
 */
export async function restoreBackup(
  sql: Sql,
  input: AsyncIterable<Uint8Array>,
  now: Temporal.Instant,
): Promise<Result<Restored, RestoreRefusal>> {
  const outcome: { refusal?: RestoreRefusal; restored?: Restored } = {};
  try {
    await sql.begin(async (tx) => {
      const rows = await readInto(tx, input);
      outcome.restored = { rows, ...(await makeSafe(tx, now)) };
      await auditRestore(tx, now, outcome.restored);
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refused(error.refusal);
  }
  if (outcome.restored === undefined) throw new Error('A restore ended without an outcome.');
  return done(outcome.restored);
}

/** Rolls the transaction back and comes out as data. */
class Refused extends Error {
  readonly refusal: RestoreRefusal;
  constructor(refusal: RestoreRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

async function readInto(tx: TransactionSql, input: AsyncIterable<Uint8Array>): Promise<number> {
  const lines = linesOf(input)[Symbol.asyncIterator]();
  const next = async (): Promise<Buffer> => {
    const line = await lines.next();
    if (line.done) throw new Refused({ code: 'cut-short' });
    return line.value;
  };
  const first = head.safeParse(json(await next()));
  if (!first.success) throw new Refused({ code: 'not-a-backup' });
  if (first.data.migrations.join() !== (await appliedMigrations(tx)).join()) {
    throw new Refused({ code: 'other-version' });
  }
  let total = 0;
  const counted: Record<string, number> = {};
  for (;;) {
    const value = json(await next());
    const last = end.safeParse(value);
    if (last.success) {
      const missing = Object.entries(last.data.rows).some(([table, rows]) => counted[table] !== rows);
      if (missing) throw new Refused({ code: 'cut-short' });
      return total;
    }
    const table = tableHead.safeParse(value);
    if (!table.success) throw new Refused({ code: 'not-a-backup' });
    const rows = await fillTable(tx, table.data, next);
    counted[table.data.table] = rows;
    total += rows;
  }
}

async function fillTable(
  tx: TransactionSql,
  { table, columns }: z.infer<typeof tableHead>,
  next: () => Promise<Buffer>,
): Promise<number> {
  const [present] = await tx`select 1 from ${tx(table)} limit 1`;
  if (present !== undefined) throw new Refused({ code: 'not-empty', table });
  const known = await columnsOf(tx, table);
  if (columns.some((column) => !known.includes(column))) throw new Refused({ code: 'other-version' });
  const copy: Writable = await tx`copy ${tx(table)} (${tx(columns)}) from stdin`.writable();
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  copy.once('error', reject).once('finish', resolve);
  const rows = await Promise.race([feed(copy, next), ended.then(() => 0)]).catch((error: unknown) => {
    // PostgreSQL is told that no more comes; otherwise it would wait for the rest inside our transaction.
    copy.destroy(new Error('given up'));
    throw error;
  });
  copy.end();
  await ended;
  return rows;
}

async function feed(copy: Writable, next: () => Promise<Buffer>): Promise<number> {
  let rows = 0;
  for (let line = await next(); line.toString('latin1') !== endOfRows; line = await next()) {
    if (!copy.write(Buffer.concat([line, Buffer.of(10)]))) await once(copy, 'drain');
    rows += 1;
  }
  return rows;
}

async function makeSafe(tx: TransactionSql, now: Temporal.Instant): Promise<Omit<Restored, 'rows'>> {
  const at = now.toString();
  const deliveries = await tx`
    update deliveries set state = 'cancelled', outcome = 'restored', settled_at = ${at}
    where state in ('planned', 'attempting')`;
  // Whether one that was being attempted stands there is not known; an account that was paused stays so.
  await tx`
    update account_deliveries set state = case when state = 'planned' then 'cancelled' else 'unknown' end,
      outcome = 'restored', look_at = null, settled_at = ${at}
    where state in ('planned', 'attempting') or (state = 'unknown' and look_at is not null)`;
  // Whom a post under an embargo was for may have had it since; what other systems were told stands there.
  await tx`update posts set readers_due_at = null where readers_due_at is not null`;
  await tx`
    update endpoint_events set state = 'failed', outcome = 'restored', settled_at = ${at} where state = 'planned'`;
  await tx`delete from calls where purpose <> 'deletion'`;
  // A sender takes up only what senders before it left, and the epochs begin anew: nobody would take these up.
  // To delete a message twice does no harm.
  await tx`update calls set state = 'planned', epoch = null where state = 'attempting'`;
  const alerts = await tx`update alerts set state = 'expired' where state = 'pending' and due_at <= ${at}`;
  await tx`
    update approvals set voided_at = ${at} where voided_at is null and subject_id in (
      select id from translations where state in ('approved', 'scheduled'))`;
  const texts = await tx`
    update translations set state = 'in_review' where state in ('approved', 'scheduled')`;
  return {
    deliveriesCancelled: deliveries.count,
    alertsExpired: alerts.count,
    textsToApproveAgain: texts.count,
  };
}

/** Whoever reads the record of what was done must see where it goes back in time. */
async function auditRestore(tx: TransactionSql, now: Temporal.Instant, restored: Restored): Promise<void> {
  await tx`
    insert into audit_entries (id, campaign_id, at, actor_kind, verb, subject_type, details)
    values (${newUuid()}, (select id from campaigns order by created_at limit 1), ${now.toString()}, 'operator',
      'backups/restore', 'backup', ${JSON.stringify(restored)}::text::jsonb)`;
}

/** The lines of a stream, without their newlines, as bytes: COPY's text is UTF-8 and must not be reread as text. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of input) {
    rest = Buffer.concat([rest, Buffer.from(chunk)]);
    let from = 0;
    for (let at = rest.indexOf(10, from); at >= 0; at = rest.indexOf(10, from)) {
      yield rest.subarray(from, at);
      from = at + 1;
    }
    rest = rest.subarray(from);
  }
  // What is left has no end: the file is cut short, and whoever asks for the line learns it.
}

/** Undefined for what is not JSON, which no schema accepts. */
function json(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
