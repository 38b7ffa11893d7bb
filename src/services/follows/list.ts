import { asc, eq } from 'drizzle-orm';
import { cases, follows } from '../../db/schema/index.ts';
import type { CaseId, SubscriberId } from '../../domain/ids.ts';
import type { CaseRow } from '../cases/find.ts';
import type { Context } from '../context.ts';

/** The cases that a subscriber follows, the longest followed first. */
export async function followedCases(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId },
): Promise<CaseRow[]> {
  const rows = await ctx.db
    .select({ case: cases })
    .from(follows)
    .innerJoin(cases, eq(cases.id, follows.caseId))
    .where(eq(follows.subscriberId, input.subscriberId))
    .orderBy(asc(follows.createdAt), asc(cases.slug));
  return rows.map((row) => row.case);
}

/** The same as ids, for marking them in a list. */
export async function followedCaseIds(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId },
): Promise<ReadonlySet<CaseId>> {
  const rows = await ctx.db
    .select({ caseId: follows.caseId })
    .from(follows)
    .where(eq(follows.subscriberId, input.subscriberId));
  return new Set(rows.map((row) => row.caseId));
}
