import { and, desc, eq, lt } from 'drizzle-orm';
import { auditEntries } from '../../db/schema/index.ts';
import type { Role } from '../../domain/words.ts';
import type { Context } from '../context.ts';

/** Who may read what was done. */
export const auditors: readonly Role[] = ['admin', 'coordinator'];

export type AuditEntryRow = typeof auditEntries.$inferSelect;

/** What was done in this campaign, newest first. `before`: the last id of the page before. */
export async function listAuditEntries(
  ctx: Context,
  page: { readonly before: string | null; readonly limit: number },
): Promise<AuditEntryRow[]> {
  return ctx.db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.campaignId, ctx.campaignId),
        page.before === null ? undefined : lt(auditEntries.id, page.before),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(page.limit);
}
