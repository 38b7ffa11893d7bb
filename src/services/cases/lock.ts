import { and, eq } from 'drizzle-orm';
import { cases } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import type { CaseRow } from './find.ts';
import { ofOwnCases } from './scope.ts';

/**
 * A case of this campaign, locked against everything that is about to be told of it until the transaction ends: whoever
 * plans for it, or records something of it, waits and then finds it as it is afterwards.
 */
export async function lockCase(ctx: CoreContext, caseId: CaseId): Promise<CaseRow | undefined> {
  const [found] = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), eq(cases.campaignId, ctx.campaignId), ofOwnCases(ctx, cases.id)))
    .for('update');
  return found;
}
