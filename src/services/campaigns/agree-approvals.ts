import { mayForAllCases } from '../../domain/actor.ts';
import { type ApprovalPolicy, changedKinds, policySetters } from '../../domain/approval-policy.ts';
import { type Result, refused } from '../../domain/result.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { lockCampaign } from './find.ts';
import { standingPolicyRequest } from './policy-request.ts';
import { type ApprovalPolicySet, type SetApprovalPolicyRefusal, setApprovalPolicy } from './set-approvals.ts';

export type AgreeToApprovalPolicyRefusal =
  | SetApprovalPolicyRefusal
  | { readonly code: 'own-request' }
  | { readonly code: 'request-lapsed' };

/**
 * Agrees, as the second of two, to the lower policy that was asked for: `policy`, as they saw it. When that is not what
 * waits any more it is refused, and nothing new is asked for.
 */
export async function agreeToApprovalPolicy(
  ctx: StaffContext,
  { policy }: { readonly policy: ApprovalPolicy },
): Promise<Result<ApprovalPolicySet, AgreeToApprovalPolicyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    if (!mayForAllCases(tx.actor, ...policySetters)) return refused({ code: 'not-a-coordinator' });
    await lockCampaign(tx);
    const asked = await standingPolicyRequest(tx);
    if (asked === null || changedKinds(asked.policy, policy).length > 0)
      return refused({ code: 'request-lapsed' });
    if (asked.by === tx.actor.id) return refused({ code: 'own-request' });
    return setApprovalPolicy(tx, policy);
  });
}
