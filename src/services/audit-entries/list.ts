import { and, desc, eq, lt, ne, notInArray, or } from 'drizzle-orm';
import { auditEntries } from '../../db/schema/index.ts';
import { casesOf } from '../../domain/actor.ts';
import type { Role } from '../../domain/words.ts';
import { actorName } from '../audit.ts';
import type { Context } from '../context.ts';

/** Who may read what was done. */
export const auditors: readonly Role[] = ['admin', 'coordinator'];

export type AuditEntryRow = typeof auditEntries.$inferSelect;

/**
 * What single followers did, and what became of their chats. It stands in the log for its chain and its export and is shown
 * to nobody on the staff: counted, such entries would be the followers of a case, and each tells to the millisecond when one
 * came or went. That somebody on the staff has left their chat is not among it.
 */
const notOfFollowers = and(
  ne(auditEntries.subjectType, 'subscriber'),
  or(ne(auditEntries.actorKind, 'subscriber'), notInArray(auditEntries.subjectType, ['case', 'hearing'])),
);

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
        notOfFollowers,
        casesOf(actor) === null ? undefined : eq(auditEntries.actor, actorName(actor) ?? ''),
        page.before === null ? undefined : lt(auditEntries.id, page.before),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(page.limit);
}
