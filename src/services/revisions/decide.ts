import type { AlertSubject } from '../../domain/alert.ts';
import { type DecisionRefusal, mayDecideFacts } from '../../domain/approval.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import type { CaseId, StaffId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { shownCount } from '../../domain/shown-count.ts';
import type { Decision, RevisionState } from '../../domain/words.ts';
import type { DecisionProof, ProofRefusal } from '../approvals/prove.ts';
import { recordDecision } from '../approvals/record.ts';
import { audit } from '../audit.ts';
import { refuseWaitingCase } from '../cases/waiting.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { reach } from '../fail-point.ts';

/** A revision as a decision sees it, whatever its facts are about. */
export interface DecidableRevision {
  readonly revision: number;
  readonly state: RevisionState;
  readonly contentHash: string;
  readonly recordedBy: StaffId | null;
}

/** What hearings and incidents do each in their own way when somebody decides on their facts. */
export interface Decidable<Root, Row extends DecidableRevision, Unfit extends { readonly code: string }> {
  /** The thing of this campaign, locked until the transaction ends; undefined when there is none. */
  readonly lock: (ctx: StaffContext) => Promise<Root | undefined>;
  readonly find: (ctx: StaffContext, revision: number) => Promise<Row | undefined>;
  readonly newest: (ctx: StaffContext) => Promise<number>;
  /** Of the facts as they stand in the row. */
  readonly hashOf: (ctx: StaffContext, root: Root, row: Row) => Promise<ContentHash>;
  /** Whether facts that are in effect may be approved once more, since no approval of them counts now. Default: never. */
  readonly lapsed?: (ctx: StaffContext, row: Row) => Promise<boolean>;
  /** Why these facts may not take effect although a second person approves them; null when they may. */
  readonly unfit?: (ctx: StaffContext, root: Root, row: Row) => Promise<Unfit | null>;
  /** The revision that is in effect until this decision. */
  readonly inEffect: (ctx: StaffContext) => Promise<Row | null>;
  readonly move: (
    ctx: StaffContext,
    row: Row,
    to: { readonly state: RevisionState; readonly effectiveAt?: Temporal.Instant | null },
  ) => Promise<void>;
  /** What followers are told of the decision; answers how many deliveries were taken back. */
  readonly followUp: (
    ctx: StaffContext,
    root: Root,
    row: Row,
    decided: { readonly approved: boolean; readonly before: Row | null },
  ) => Promise<{ readonly overtaken: number }>;
}

export type DecideRevisionRefusal =
  | DecisionRefusal
  | ProofRefusal
  | { readonly code: 'not-there' }
  | { readonly code: 'changed-since' }
  /** Nobody outside knows of the case yet: it takes a second person first. */
  | { readonly code: 'case-waits' }
  | { readonly code: 'already-decided'; readonly state: RevisionState };

/**
 * Records a second person's decision on facts, bound to the hash of exactly what they saw. Approved facts take effect
 * at once and replace the revision before.
 */
export async function decideRevision<
  Root extends { readonly caseId: CaseId },
  Row extends DecidableRevision,
  Unfit extends { readonly code: string } = never,
>(
  ctx: StaffContext,
  input: {
    readonly subject: AlertSubject;
    /** The revision that the decider saw. */
    readonly revision: number;
    readonly decision: Decision;
    /** By the decider's own key; needed on the staff site only. */
    readonly proof?: DecisionProof | undefined;
  },
  of: Decidable<Root, Row, Unfit>,
): Promise<Result<{ readonly state: RevisionState }, DecideRevisionRefusal | Unfit>> {
  type Decided = Result<{ readonly state: RevisionState }, DecideRevisionRefusal | Unfit>;
  const decided = await inTransaction<StaffContext, Decided>(ctx, async (tx) => {
    const root = await of.lock(tx);
    const row = root === undefined ? undefined : await of.find(tx, input.revision);
    if (root === undefined || row === undefined) return refused({ code: 'not-there' });
    const again =
      row.state === 'in_effect' && input.decision === 'approved' && ((await of.lapsed?.(tx, row)) ?? false);
    if (row.state !== 'in_review' && !again) {
      if ((await of.newest(tx)) !== row.revision) return refused({ code: 'changed-since' });
      return refused({ code: 'already-decided', state: row.state });
    }
    const forbidden = mayDecideFacts(tx.actor, row);
    if (forbidden !== null) return refused(forbidden);
    const contentHash = await of.hashOf(tx, root, row);
    if (contentHash !== row.contentHash) return refused({ code: 'changed-since' });
    const approved = input.decision === 'approved';
    const waits = approved ? await refuseWaitingCase(tx, root.caseId) : null;
    if (waits !== null) return refused(waits);
    const unfit = approved ? ((await of.unfit?.(tx, root, row)) ?? null) : null;
    if (unfit !== null) return { ok: false, refusal: unfit };
    const now = tx.clock.now();
    const { type, id } = input.subject;
    const recorded = await recordDecision(
      tx,
      { subjectType: type, subjectId: id, contentHash, decision: input.decision },
      { proof: input.proof, ownKeyNeeded: false },
    );
    if (!recorded.ok) return recorded;
    reach('decide.approved');
    const before = again ? null : await of.inEffect(tx);
    if (approved && before !== null) await of.move(tx, before, { state: 'superseded' });
    const state: RevisionState = approved ? 'in_effect' : 'rejected';
    if (!again) await of.move(tx, row, { state, effectiveAt: approved ? now : null });
    const { overtaken } = await of.followUp(tx, root, row, { approved, before });
    reach('decide.planned');
    await audit(tx, {
      verb: `${input.subject.type}s/decide`,
      subject: input.subject,
      details: {
        revision: row.revision,
        decision: input.decision,
        contentHash,
        via: tx.actor.via,
        overtaken: shownCount(overtaken),
      },
    });
    return done({ state });
  });
  if (decided.ok) reach('decide.committed');
  return decided;
}
