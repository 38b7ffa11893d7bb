import { and, asc, eq } from 'drizzle-orm';
import { consents } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { CoreContext } from '../context.ts';

export type ConsentRow = typeof consents.$inferSelect;

/** Every consent of a case that was ever recorded, oldest first. */
export async function listConsents(ctx: CoreContext, caseId: CaseId): Promise<ConsentRow[]> {
  return ctx.db
    .select()
    .from(consents)
    .where(
      and(
        eq(consents.caseId, caseId),
        eq(consents.campaignId, ctx.campaignId),
        ofOwnCases(ctx, consents.caseId),
      ),
    )
    .orderBy(asc(consents.recordedAt), asc(consents.id));
}
