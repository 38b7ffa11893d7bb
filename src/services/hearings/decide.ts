import { and, eq } from 'drizzle-orm';
import { approvals, hearingRevisions } from '../../db/schema/index.ts';
import { type DecisionRefusal, mayDecideFacts } from '../../domain/approval.ts';
import type { HearingId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { Decision, RevisionState } from '../../domain/words.ts';
import { planAlerts } from '../alerts/plan.ts';
import { correctUnconfirmed, settleUnconfirmed } from '../alerts/plan-unconfirmed.ts';
import { type DecisionProof, type ProofRefusal, proveDecision } from '../approvals/prove.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { reach } from '../fail-point.ts';
import { endRinging } from './end-ringing.ts';
import { factsOf, hearingContentHash } from './facts.ts';
import { lockHearing, newestRevision, revisionIn } from './find.ts';

export interface DecideHearing {
  readonly hearingId: HearingId;
  /** The revision that the decider saw. */
  readonly revision: number;
  readonly decision: Decision;
  /** By the decider's own key; needed on the staff site only. */
  readonly proof?: DecisionProof;
}

export type DecideHearingRefusal =
  | DecisionRefusal
  | ProofRefusal
  | { readonly code: 'hearing-unknown' }
  | { readonly code: 'changed-since' }
  | { readonly code: 'already-decided'; readonly state: RevisionState };

type Decided = Result<{ readonly state: RevisionState }, DecideHearingRefusal>;

/**
 * Records a second person's decision on a hearing's facts. Approved facts take effect at once: they replace
 * the revision before, and its pending alerts are superseded by theirs. Followers who were told of a move that nobody
 * had confirmed are told what became of it.
 */
export async function decideHearing(ctx: StaffContext, input: DecideHearing): Promise<Decided> {
  const decided = await inTransaction<StaffContext, Decided>(ctx, async (tx) => {
    const hearing = await lockHearing(tx, input.hearingId);
    if (hearing === undefined) return refused({ code: 'hearing-unknown' });
    const [revision] = await tx.db.select().from(hearingRevisions).where(exactly(input));
    if (revision === undefined) return refused({ code: 'hearing-unknown' });
    if (revision.state !== 'in_review') {
      const newest = await newestRevision(tx, hearing.id);
      if (newest !== revision.revision) return refused({ code: 'changed-since' });
      return refused({ code: 'already-decided', state: revision.state });
    }
    const forbidden = mayDecideFacts(tx.actor, revision);
    if (forbidden !== null) return refused(forbidden);
    const now = tx.clock.now();
    const facts = factsOf(revision);
    const contentHash = hearingContentHash(hearing.id, revision.revision, facts);
    if (contentHash !== revision.contentHash) return refused({ code: 'changed-since' });
    const proven = await proveDecision(tx, { contentHash, decision: input.decision }, input.proof, false);
    if (!proven.ok) return proven;
    await tx.db.insert(approvals).values({
      ...proven.value,
      campaignId: tx.campaignId,
      subjectType: 'hearing',
      subjectId: hearing.id,
      contentHash,
      staffId: tx.actor.id,
      decision: input.decision,
      via: tx.actor.via,
      decidedAt: now,
    });
    reach('decide.approved');
    const approved = input.decision === 'approved';
    const before = (await revisionIn(tx, hearing.id, 'in_effect')) ?? null;
    if (approved && before !== null) {
      await tx.db
        .update(hearingRevisions)
        .set({ state: 'superseded' })
        .where(exactly({ hearingId: hearing.id, revision: before.revision }));
    }
    const state: RevisionState = approved ? 'in_effect' : 'rejected';
    await tx.db
      .update(hearingRevisions)
      .set({ state, effectiveAt: approved ? now : null })
      .where(exactly(input));
    await endRinging(tx, hearing.id, 'decided');
    await settleUnconfirmed(tx, hearing, { revision: revision.revision, approved });
    const { overtaken } = approved
      ? await planAlerts(tx, hearing, { revision: revision.revision, after: facts })
      : await correctUnconfirmed(tx, hearing, { revision: revision.revision, inEffect: before });
    reach('decide.planned');
    await audit(tx, {
      verb: 'hearings/decide',
      subject: { type: 'hearing', id: hearing.id },
      details: {
        revision: revision.revision,
        decision: input.decision,
        contentHash,
        via: tx.actor.via,
        overtaken,
      },
    });
    return done({ state });
  });
  if (decided.ok) reach('decide.committed');
  return decided;
}

function exactly(key: { hearingId: HearingId; revision: number }) {
  return and(eq(hearingRevisions.hearingId, key.hearingId), eq(hearingRevisions.revision, key.revision));
}
