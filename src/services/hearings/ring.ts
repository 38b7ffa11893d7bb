import { and, eq, inArray, isNotNull, lte } from 'drizzle-orm';
import { calls, rings } from '../../db/schema/index.ts';
import type { CallId, HearingId } from '../../domain/ids.ts';
import { afterRing, nearestStart, ringsFrom, ringsInAll } from '../../domain/ring.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { planUnconfirmed } from '../alerts/plan-unconfirmed.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { calling } from './above-question.ts';
import { askForHearingApproval, type HearingQuestion } from './ask-for-approval.ts';
import { takeBackCalls } from './end-ringing.ts';
import { factsOf, type RevisionRow } from './facts.ts';
import { type HearingRow, lockHearing, revisionIn, revisionNumbered } from './find.ts';
import { recorderOf } from './recorder.ts';
import type { RingRow } from './rings.ts';
import { soleWordOf } from './sole-word.ts';
import { tellOfUnanswered } from './tell-unanswered.ts';

/** How long one waits for the sender, when nobody's call has left yet. */
const senderRests = Temporal.Duration.from({ seconds: 30 });

/**
 * What was done: people were called; nobody had decided, and followers are `told` of the move or it is `withheld`;
 * or the matter had been settled, or was put off, meanwhile.
 */
export type Rung = 'called' | 'told' | 'withheld' | 'passed-over';

/**
 * Makes the next call that is due to everyone who may decide on a hearing's facts, or ends the wait after the last one;
 * null when nothing is due. Nobody is called once somebody has decided. Two schedulers never make the same call.
 */
export async function ringNext(ctx: Context): Promise<Rung | null> {
  const now = ctx.clock.now();
  const [due] = await ctx.db
    .select({ hearingId: rings.hearingId, revision: rings.revision })
    .from(rings)
    .where(and(isNotNull(rings.dueAt), lte(rings.dueAt, now), eq(rings.campaignId, ctx.campaignId)))
    .orderBy(rings.dueAt)
    .limit(1);
  if (due === undefined) return null;
  return inTransaction(ctx, async (tx) => {
    // As whoever decides does: first the hearing, then what belongs to it.
    const hearing = await lockHearing(tx, due.hearingId);
    const ring = await findRing(tx, due);
    const revision = await revisionNumbered(tx, due.hearingId, due.revision);
    if (hearing === undefined || revision === undefined || ring === undefined) {
      throw new Error('Calls were due for a revision that does not exist.');
    }
    if (ring.dueAt === null || Temporal.Instant.compare(ring.dueAt, now) > 0) return 'passed-over';
    return ringOnce(tx, { hearing, ring: { ...ring, dueAt: ring.dueAt }, revision, now });
  });
}

/** When the next call is due; null when none is. */
export async function nextRingDue(ctx: Context): Promise<Temporal.Instant | null> {
  const [next] = await ctx.db
    .select({ dueAt: rings.dueAt })
    .from(rings)
    .where(and(isNotNull(rings.dueAt), eq(rings.campaignId, ctx.campaignId)))
    .orderBy(rings.dueAt)
    .limit(1);
  return next?.dueAt ?? null;
}

interface Due {
  readonly hearing: HearingRow;
  readonly ring: RingRow & { readonly dueAt: Temporal.Instant };
  readonly revision: RevisionRow;
  readonly now: Temporal.Instant;
}

async function ringOnce(ctx: Context, due: Due): Promise<Rung> {
  const { hearing, ring, revision, now } = due;
  if (revision.state !== 'in_review') {
    const cameTo = revision.state === 'superseded' ? 'replaced' : 'decided';
    await update(ctx, ring, { dueAt: null, cameTo });
    return 'passed-over';
  }
  const inEffect = await revisionIn(ctx, hearing.id, 'in_effect');
  const question: HearingQuestion = {
    hearingId: hearing.id,
    caseId: hearing.caseId,
    revision: revision.revision,
    facts: factsOf(revision),
    before: inEffect === undefined ? null : factsOf(inEffect),
  };
  const { before, facts } = question;
  if (ring.rung === 0) {
    // Measured when it was recorded; a newer runtime may know other zone rules.
    const from = ringsFrom(before, facts, now, SYSTEM_ZONE_RULES);
    if (from !== null && Temporal.Instant.compare(from, now) > 0) {
      await update(ctx, ring, { dueAt: from });
      return 'passed-over';
    }
  }
  const isAhead = nearestStart(before, facts, now, SYSTEM_ZONE_RULES) !== null;
  return ring.rung < ringsInAll && isAhead ? call(ctx, due, question) : endWait(ctx, due, question);
}

async function call(ctx: Context, { hearing, ring, revision, now }: Due, question: HearingQuestion) {
  const nth = ring.rung + 1;
  // One that has not left yet says the same as this one.
  await takeBackCalls(ctx, ring.callIds);
  const soleWord = (await soleWordOf(ctx, hearing, revision)) !== null;
  const callIds = await askForHearingApproval(ctx, question, {
    recorder: await recorderOf(ctx, revision),
    above: calling(question, { nth, now, soleWord }),
  });
  await update(ctx, ring, { rung: nth, dueAt: afterRing(nth, ring.dueAt, now), callIds });
  await audit(ctx, {
    verb: 'hearings/ring',
    subject: { type: 'hearing', id: hearing.id },
    details: { revision: revision.revision, call: nth, asked: callIds.length },
  });
  return 'called' as const;
}

/** Nobody has decided: a move to an earlier time goes out on one person's word, and nothing else does. */
async function endWait(ctx: Context, { hearing, ring, revision, now }: Due, question: HearingQuestion) {
  if (await noneHasLeft(ctx, ring.callIds)) {
    await update(ctx, ring, { dueAt: now.add(senderRests) });
    return 'passed-over' as const;
  }
  const word = await soleWordOf(ctx, hearing, revision);
  const told = word !== null && (await planUnconfirmed(ctx, hearing, { revision: revision.revision, word }));
  const cameTo = told ? 'told' : 'withheld';
  await update(ctx, ring, { dueAt: null, cameTo });
  const recorder = await recorderOf(ctx, revision);
  await tellOfUnanswered(ctx, question, { recorder, cameTo });
  await audit(ctx, {
    verb: 'hearings/end-wait',
    subject: { type: 'hearing', id: hearing.id },
    details: { revision: revision.revision, cameTo },
  });
  return cameTo;
}

/** Whether people could not answer because the sender has been down: then they were not called yet. */
async function noneHasLeft(ctx: Context, callIds: readonly CallId[]): Promise<boolean> {
  if (callIds.length === 0) return false;
  const waiting = await ctx.db.$count(
    calls,
    and(inArray(calls.id, [...callIds]), eq(calls.state, 'planned')),
  );
  return waiting === callIds.length;
}

interface RingKey {
  readonly hearingId: HearingId;
  readonly revision: number;
}

async function findRing(ctx: Context, key: RingKey): Promise<RingRow | undefined> {
  const [ring] = await ctx.db.select().from(rings).where(exactly(key));
  return ring;
}

async function update(ctx: Context, key: RingKey, change: Partial<RingRow>): Promise<void> {
  await ctx.db.update(rings).set(change).where(exactly(key));
}

function exactly({ hearingId, revision }: RingKey) {
  return and(eq(rings.hearingId, hearingId), eq(rings.revision, revision));
}
