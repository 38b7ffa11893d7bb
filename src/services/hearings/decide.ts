import { and, eq } from 'drizzle-orm';
import { hearingRevisions } from '../../db/schema/index.ts';
import type { HearingId } from '../../domain/ids.ts';
import { type Result, refused } from '../../domain/result.ts';
import type { Decision, RevisionState } from '../../domain/words.ts';
import { planAlerts } from '../alerts/plan.ts';
import { correctUnconfirmed, settleUnconfirmed } from '../alerts/plan-unconfirmed.ts';
import type { DecisionProof } from '../approvals/prove.ts';
import { namedCaseAndPersons } from '../cases/named.ts';
import type { StaffContext } from '../context.ts';
import { type Decidable, type DecideRevisionRefusal, decideRevision } from '../revisions/decide.ts';
import { tellRecorder } from '../revisions/tell-recorder.ts';
import { announceHearing } from './announce.ts';
import { hasLapsed } from './approved.ts';
import { endRinging } from './end-ringing.ts';
import { factsOf, hearingContentHash, type RevisionRow } from './facts.ts';
import { type HearingRow, lockHearing, newestRevision, revisionIn, revisionNumbered } from './find.ts';
import { makeNextHearing } from './next-hearing.ts';
import { readRings } from './rings.ts';

/** Somebody's decision on one revision. */
export interface DecideHearing {
  readonly hearingId: HearingId;
  /** The revision that the decider saw. */
  readonly revision: number;
  readonly decision: Decision;
  /** By the decider's own key; needed on the staff site only. */
  readonly proof?: DecisionProof;
}

export type DecideHearingRefusal =
  | Exclude<DecideRevisionRefusal, { readonly code: 'not-there' }>
  | { readonly code: 'hearing-unknown' };

/**
 * Records a second person's decision on a hearing's facts. Approved facts take effect at once: they replace
 * the revision before, and its pending alerts are superseded by theirs. Followers who were told of a move that nobody
 * had confirmed are told what became of it, and so is whoever recorded it. An adjournment puts the hearing that it names into effect with it.
 */
export async function decideHearing(
  ctx: StaffContext,
  { hearingId, revision, decision, proof }: DecideHearing,
): Promise<Result<{ readonly state: RevisionState }, DecideHearingRefusal>> {
  const decided = await decideRevision(
    ctx,
    { subject: { type: 'hearing', id: hearingId }, revision, decision, proof },
    decidable(hearingId),
  );
  if (decided.ok) return decided;
  const { refusal } = decided;
  return refused(refusal.code === 'not-there' ? { code: 'hearing-unknown' } : refusal);
}

function decidable(hearingId: HearingId): Decidable<HearingRow, RevisionRow, never> {
  const exactly = (revision: number) =>
    and(eq(hearingRevisions.hearingId, hearingId), eq(hearingRevisions.revision, revision));
  return {
    lock: (tx) => lockHearing(tx, hearingId),
    find: (tx, revision) => revisionNumbered(tx, hearingId, revision),
    newest: (tx) => newestRevision(tx, hearingId),
    hashOf: async (tx, { caseId }, row) =>
      hearingContentHash(hearingId, row.revision, factsOf(row), await namedCaseAndPersons(tx, caseId)),
    lapsed: hasLapsed,
    inEffect: async (tx) => (await revisionIn(tx, hearingId, 'in_effect')) ?? null,
    move: async (tx, row, to) => {
      await tx.db.update(hearingRevisions).set(to).where(exactly(row.revision));
    },
    followUp: async (tx, hearing, row, { approved, before }) => {
      const { revision } = row;
      await endRinging(tx, hearingId, 'decided');
      await settleUnconfirmed(tx, hearing, { revision, approved });
      // An approval is awaited only where everybody was called for it; a change that was rejected is to be looked at again.
      if (!approved || (await readRings(tx, [{ hearingId, revision }])).some(({ rung }) => rung > 0)) {
        await tellRecorder(tx, {
          what: approved ? 'hearing-approved' : 'hearing-rejected',
          caseId: hearing.caseId,
          recordedBy: row.partnerId === null ? row.recordedBy : null,
        });
      }
      if (approved) {
        const planned = await planAlerts(tx, hearing, { revision, after: factsOf(row) });
        await announceHearing(tx, hearing, revision);
        await makeNextHearing(tx, hearing, row);
        return planned;
      }
      return correctUnconfirmed(tx, hearing, { revision, inEffect: before });
    },
  };
}
