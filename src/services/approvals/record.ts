import { signAsRole } from '../../crypto/role-signature.ts';
import { approvals } from '../../db/schema/index.ts';
import { approvalContent, type SignedDecision } from '../../domain/approval-content.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import { done, type Result } from '../../domain/result.ts';
import type { ApprovalSubject, Decision } from '../../domain/words.ts';
import type { StaffContext } from '../context.ts';
import { type DecisionProof, type ProofRefusal, proveDecision } from './prove.ts';

/** A decision on exact content. */
export interface Decided {
  readonly subjectType: ApprovalSubject;
  readonly subjectId: string;
  readonly contentHash: ContentHash;
  readonly decision: Decision;
}

/**
 * Writes down what the actor decided, with what proves it: their own key's signature where there is one, and always
 * that of the role through which they reached us. `ownKeyNeeded`: see `proveDecision`. Whether they may decide is the
 * caller's to see; call it in the transaction that carries the decision out. Answers the row's id.
 */
export async function recordDecision(
  ctx: StaffContext,
  decided: Decided,
  { proof, ownKeyNeeded }: { readonly proof: DecisionProof | undefined; readonly ownKeyNeeded: boolean },
): Promise<Result<{ readonly id: string }, ProofRefusal>> {
  const proven = await proveDecision(ctx, decided, proof, ownKeyNeeded);
  if (!proven.ok) return proven;
  const { id, signature } = proven.value;
  const decision: SignedDecision = {
    ...decided,
    id,
    campaignId: ctx.campaignId,
    staffId: ctx.actor.id,
    via: ctx.actor.via,
    decidedAt: ctx.clock.now(),
  };
  const roleSignature = signAsRole(ctx.signingKey, 'approval', approvalContent(decision));
  await ctx.db.insert(approvals).values({ ...decision, signature, roleSignature });
  return done({ id });
}
