import { and, asc, eq } from 'drizzle-orm';
import { cases } from '../../db/schema/index.ts';
import { waitsForSecond } from '../../domain/case-words.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { type CaseRow, findCase } from './find.ts';
import { waitsIn } from './scope.ts';

/** The open cases that wait for a second person, whoever opened them, the longest waiting first. */
export async function waitingCases(ctx: CoreContext): Promise<CaseRow[]> {
  return ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.campaignId, ctx.campaignId), eq(cases.status, 'open'), waitsIn('cases')))
    .orderBy(asc(cases.createdAt));
}

/** Nothing of a case that waits takes effect or goes out: refuses where it does. */
export async function refuseWaitingCase(
  ctx: CoreContext,
  caseId: CaseId,
): Promise<{ readonly code: 'case-waits' } | null> {
  return waitsForSecond(await findCase(ctx, caseId)) ? { code: 'case-waits' } : null;
}
