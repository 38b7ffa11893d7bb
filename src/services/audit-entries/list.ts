import { and, desc, eq, lt } from 'drizzle-orm';
import { auditEntries } from '../../db/schema/index.ts';
import { casesOf } from '../../domain/actor.ts';
import type { Role } from '../../domain/words.ts';
import { actorName } from '../audit.ts';
import type { Context } from '../context.ts';

/** Who may read what was done. */
export const auditors: readonly Role[] = ['admin', 'coordinator'];

export type AuditEntryRow = typeof auditEntries.$inferSelect;

/** What was done in this campaign, newest first; by themselves, where whoever asks is limited to some cases. `before`: the last id of the page before. */
export async function listAuditEntries(
  ctx: Context,
  page: { readonly before: string | null; readonly limit: number },
): Promise<AuditEntryRow[]> {
  const { actor } = ctx;
  return ctx.db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.campaignId, ctx.campaignId),
        casesOf(actor) === null ? undefined : eq(auditEntries.actor, actorName(actor) ?? ''),
        page.before === null ? undefined : lt(auditEntries.id, page.before),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(page.limit);
}
