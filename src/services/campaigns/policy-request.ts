import { eq } from 'drizzle-orm';
import { approvalPolicyRequests } from '../../db/schema/index.ts';
import { type PolicyRequest, policySetters, readApprovalPolicy } from '../../domain/approval-policy.ts';
import { stands } from '../../domain/broadcast-action.ts';
import type { CoreContext } from '../context.ts';
import { standingRequest } from '../staff/standing-request.ts';

/** The lower policy that waits for a second person; null when none does, or who asked has no say any more. */
export async function standingPolicyRequest(ctx: CoreContext): Promise<PolicyRequest | null> {
  const [row] = await ctx.db
    .select()
    .from(approvalPolicyRequests)
    .where(eq(approvalPolicyRequests.campaignId, ctx.campaignId));
  if (row === undefined || !stands({ at: row.askedAt }, ctx.clock.now())) return null;
  const asked = await standingRequest(
    ctx,
    { by: row.askedBy, at: row.askedAt },
    { roles: policySetters, caseId: null },
  );
  return asked === null ? null : { ...asked, policy: readApprovalPolicy(row.policy) };
}

/** Forgets what was asked for; answers whether anything was. Call it in the transaction that holds the campaign. */
export async function dropPolicyRequest(ctx: CoreContext): Promise<boolean> {
  const { count } = await ctx.db
    .delete(approvalPolicyRequests)
    .where(eq(approvalPolicyRequests.campaignId, ctx.campaignId));
  return count > 0;
}
