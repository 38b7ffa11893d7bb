import { and, asc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { pauses } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { CoreContext } from '../context.ts';

export type PauseRow = typeof pauses.$inferSelect;

/** In SQL: whether a pause stands for posts of a case; given are the columns that name campaign and case. */
export function pausedSince(campaign: SQL, ofCase: SQL): SQL {
  return sql`exists (
    select 1 from pauses q
    where q.campaign_id = ${campaign} and q.lifted_at is null
      and (q.case_id is null or q.case_id = ${ofCase}))`;
}

/**
 * In SQL, of a broadcast `b`: whether what it carries may leave. A pause never stops alerts, and stops all else: posts, and
 * digests that tell of a case that it is for.
 */
export const notPaused: SQL = sql`(b.kind = 'alert' or not ${pausedSince(
  sql`b.campaign_id`,
  sql`any(b.digest_case_ids || b.case_id)`,
)})`;

/** Whether posts of a case must not go out now. Ask in the transaction, or right before the call, that lets one out. */
export async function arePostsPaused(ctx: CoreContext, caseId: CaseId): Promise<boolean> {
  const [standing] = await ctx.db
    .select({ id: pauses.id })
    .from(pauses)
    .where(and(stands(ctx), or(isNull(pauses.caseId), eq(pauses.caseId, caseId))))
    .limit(1);
  return standing !== undefined;
}

/** The pauses that stand, of all or of a case of whoever asks, oldest first. */
export async function standingPauses(ctx: CoreContext): Promise<PauseRow[]> {
  const own = ofOwnCases(ctx, pauses.caseId);
  return ctx.db
    .select()
    .from(pauses)
    .where(and(stands(ctx), own === undefined ? undefined : or(isNull(pauses.caseId), own)))
    .orderBy(asc(pauses.id));
}

function stands(ctx: CoreContext): SQL | undefined {
  return and(eq(pauses.campaignId, ctx.campaignId), isNull(pauses.liftedAt));
}
