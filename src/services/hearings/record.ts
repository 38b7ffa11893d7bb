import { factRecorders, hasRole } from '../../domain/actor.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import { type CaseId, type HearingId, newId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { findCaseOrNone } from '../cases/find.ts';
import { refuseClosedCase } from '../cases/refuse-closed.ts';
import { inTransaction, type RecorderContext } from '../context.ts';
import type { HearingQuestion } from './ask-for-approval.ts';
import { type FactsRefusal, refuseFacts } from './check.ts';
import { factsOf } from './facts.ts';
import { lockHearing, newestRevision, revisionIn } from './find.ts';
import { refuseUnfit, type UnfitRefusal } from './unfit.ts';
import { type RecordedRevision, writeHearing, writeRevision } from './write.ts';

export type RecordHearingRefusal =
  | FactsRefusal
  | UnfitRefusal
  | { readonly code: 'not-a-recorder' }
  | { readonly code: 'case-unknown' }
  | { readonly code: 'case-closed' };

/** Records a new hearing of a case. It takes effect once a second person has approved its facts. */
export async function recordHearing(
  ctx: RecorderContext,
  input: { readonly caseId: CaseId; readonly facts: HearingFacts },
): Promise<Result<RecordedRevision, RecordHearingRefusal>> {
  const fault = refuseRecorder(ctx) ?? refuseFacts(input.facts, ctx.clock.now());
  if (fault !== null) return refused(fault);
  return inTransaction(ctx, async (tx) => {
    const found = await findCaseOrNone(tx, input.caseId);
    if (found === undefined) return refused({ code: 'case-unknown' });
    const closed = await refuseClosedCase(tx, found.id);
    if (closed !== null) return refused(closed);
    const hearingId = newId<HearingId>();
    const next = { hearingId, caseId: input.caseId, revision: 1, facts: input.facts, before: null };
    const unfit = await refuseUnfit(tx, next);
    if (unfit !== null) return refused(unfit);
    return done(await writeHearing(tx, next));
  });
}

export type ReviseHearingRefusal =
  | FactsRefusal
  | UnfitRefusal
  | { readonly code: 'not-a-recorder' }
  | { readonly code: 'hearing-unknown' }
  | { readonly code: 'case-closed' }
  /** Somebody recorded another revision since the one that this change was based on. */
  | { readonly code: 'changed-since'; readonly newest: number };

/**
 * Records a change of a hearing as its next revision. What is in effect stays so until a second person
 * approves the change; a revision still in review is replaced by this one. Of a closed case nothing would be told.
 */
export async function reviseHearing(
  ctx: RecorderContext,
  input: { readonly hearingId: HearingId; readonly basedOn: number; readonly facts: HearingFacts },
): Promise<Result<RecordedRevision, ReviseHearingRefusal>> {
  const fault = refuseRecorder(ctx) ?? refuseFacts(input.facts, ctx.clock.now());
  if (fault !== null) return refused(fault);
  return inTransaction(ctx, async (tx) => {
    const hearing = await lockHearing(tx, input.hearingId);
    if (hearing === undefined) return refused({ code: 'hearing-unknown' });
    const closed = await refuseClosedCase(tx, hearing.caseId);
    if (closed !== null) return refused(closed);
    const newest = await newestRevision(tx, hearing.id);
    if (newest !== input.basedOn) return refused({ code: 'changed-since', newest });
    const inEffect = await revisionIn(tx, hearing.id, 'in_effect');
    const next: HearingQuestion = {
      hearingId: hearing.id,
      caseId: hearing.caseId,
      revision: newest + 1,
      facts: input.facts,
      before: inEffect === undefined ? null : factsOf(inEffect),
    };
    const unfit = await refuseUnfit(tx, next);
    if (unfit !== null) return refused(unfit);
    return done(await writeRevision(tx, next));
  });
}

function refuseRecorder({ actor }: RecorderContext): { readonly code: 'not-a-recorder' } | null {
  const may = actor.kind === 'partner' || hasRole(actor, ...factRecorders);
  return may ? null : { code: 'not-a-recorder' };
}
