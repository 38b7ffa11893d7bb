import { desc, sql } from 'drizzle-orm';
import { auditEntries, auditLinks } from '../../db/schema/index.ts';
import { type ChainPlace, chainStart, linkAfter } from '../../domain/audit-chain.ts';
import { type CoreContext, inTransaction } from '../context.ts';

/** Any fixed number: it names the lock that only whoever links takes. */
const LOCK = 0x6175_6469;

/** Entries linked in one transaction at most. */
const BATCH = 1000;

/**
 * Ids begin with the time at which they were made, by the clock of the machine that made them. An entry is committed
 * seconds after its id was made; a day leaves room for clocks that are set wrong.
 */
const lookedBackMs = 24 * 3_600_000;

/**
 * Links committed entries to the chain, those first that were made first; answers how many. Of several that do it at
 * once one links, and the others do nothing. `all`: also those whose ids are older than a day, at the cost of reading
 * all there are.
 */
export async function chainAuditEntries(
  ctx: CoreContext,
  { all = false }: { all?: boolean } = {},
): Promise<number> {
  let count = 0;
  for (;;) {
    const linked = await inTransaction(ctx, (tx) => linkBatch(tx, all));
    count += linked;
    if (linked < BATCH) return count;
  }
}

async function linkBatch(ctx: CoreContext, all: boolean): Promise<number> {
  const [lock] = await ctx.db.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(${LOCK}) as taken`,
  );
  if (lock?.taken !== true) return 0;
  let place = await lastPlace(ctx);
  const oldest = all ? null : await oldestId(ctx);
  const entries = await ctx.db
    .select()
    .from(auditEntries)
    .where(
      sql`not exists (select from ${auditLinks} l where l.entry_id = ${auditEntries.id})
        ${oldest === null ? sql`` : sql`and ${auditEntries.id} >= ${oldest}`}`,
    )
    .orderBy(auditEntries.id)
    .limit(BATCH);
  if (entries.length === 0) return 0;
  const links = entries.map((entry) => {
    place = linkAfter(place, entry);
    return { ...place, entryId: entry.id };
  });
  await ctx.db.insert(auditLinks).values(links);
  return links.length;
}

/** Where the chain ends. */
export async function lastPlace(ctx: Pick<CoreContext, 'db'>): Promise<ChainPlace> {
  const [last] = await ctx.db
    .select({ position: auditLinks.position, hash: auditLinks.hash })
    .from(auditLinks)
    .orderBy(desc(auditLinks.position))
    .limit(1);
  return last ?? chainStart;
}

/** The least id that could have been made a day before the newest that is linked; null while none is. */
async function oldestId(ctx: CoreContext): Promise<string | null> {
  const [newest] = await ctx.db
    .select({ id: auditLinks.entryId })
    .from(auditLinks)
    .orderBy(desc(auditLinks.entryId))
    .limit(1);
  if (newest === undefined) return null;
  // RFC 9562, section 5.7: 48 bits of milliseconds first.
  const made = Number.parseInt(newest.id.replaceAll('-', '').slice(0, 12), 16);
  const time = Math.max(0, made - lookedBackMs)
    .toString(16)
    .padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
