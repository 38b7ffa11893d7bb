import { and, eq } from 'drizzle-orm';
import { hearingRevisions, hearings } from '../../db/schema/index.ts';
import { type CaseId, type HearingId, newId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { namedCaseAndPersons } from '../cases/named.ts';
import type { RecorderContext } from '../context.ts';
import type { HearingQuestion } from './ask-for-approval.ts';
import { askOrCall } from './ask-or-call.ts';
import { endRinging } from './end-ringing.ts';
import { columnsOf, factsOf, hearingContentHash } from './facts.ts';
import { revisionIn } from './find.ts';
import { answersFor } from './recorder.ts';
import type { WeighedChange, WeighedNew } from './weigh.ts';

/** What was recorded, and who is asked about it. */
export interface RecordedRevision {
  readonly hearingId: HearingId;
  readonly revision: number;
  /** How many people were asked in the bot to confirm it. */
  readonly asked: number;
}

/**
 * Writes down what was weighed, and asks a second person. It must have been weighed in this very transaction, with its
 * case and hearing locked: nothing is checked again.
 */
export async function writeWeighed(
  ctx: RecorderContext,
  caseId: CaseId,
  weighed: WeighedNew | WeighedChange,
): Promise<RecordedRevision> {
  const { facts } = weighed;
  if (weighed.outcome === 'new') {
    return writeHearing(ctx, { hearingId: newId<HearingId>(), caseId, revision: 1, facts, before: null });
  }
  const { hearingId } = weighed.hearing;
  const inEffect = await revisionIn(ctx, hearingId, 'in_effect');
  const before = inEffect === undefined ? null : factsOf(inEffect);
  return writeRevision(ctx, { hearingId, caseId, revision: weighed.basedOn + 1, facts, before });
}

/** Writes down a new hearing whose facts were checked, and asks a second person. */
export async function writeHearing(ctx: RecorderContext, first: HearingQuestion): Promise<RecordedRevision> {
  await ctx.db.insert(hearings).values({
    id: first.hearingId,
    campaignId: ctx.campaignId,
    caseId: first.caseId,
    createdAt: ctx.clock.now(),
  });
  return addRevision(ctx, first);
}

/** Writes down the next revision, checked, of a hearing that is locked, in place of one in review; asks a second person. */
export async function writeRevision(ctx: RecorderContext, next: HearingQuestion): Promise<RecordedRevision> {
  await ctx.db
    .update(hearingRevisions)
    .set({ state: 'superseded' })
    .where(and(eq(hearingRevisions.hearingId, next.hearingId), eq(hearingRevisions.state, 'in_review')));
  await endRinging(ctx, next.hearingId, 'replaced');
  return addRevision(ctx, next);
}

async function addRevision(ctx: RecorderContext, next: HearingQuestion): Promise<RecordedRevision> {
  const { hearingId, revision, facts } = next;
  const named = await namedCaseAndPersons(ctx, next.caseId);
  const contentHash = hearingContentHash(hearingId, revision, facts, named);
  await ctx.db.insert(hearingRevisions).values({
    hearingId,
    revision,
    state: 'in_review',
    ...columnsOf(facts),
    contentHash,
    recordedBy: answersFor(ctx.actor),
    partnerId: ctx.actor.kind === 'partner' ? ctx.actor.id : null,
    recordedAt: ctx.clock.now(),
  });
  const asked = await askOrCall(ctx, next);
  await audit(ctx, {
    verb: revision === 1 ? 'hearings/record' : 'hearings/revise',
    subject: { type: 'hearing', id: hearingId },
    details: { revision, contentHash, asked },
  });
  return { hearingId, revision, asked };
}
