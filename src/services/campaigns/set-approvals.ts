import { eq } from 'drizzle-orm';
import { campaigns } from '../../db/schema/index.ts';
import { mayForAllCases } from '../../domain/actor.ts';
import { type ApprovalPolicy, changedKinds, readApprovalPolicy } from '../../domain/approval-policy.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { compose, lines } from '../../domain/text/message.ts';
import { postKinds, roles } from '../../domain/words.ts';
import { translate } from '../../i18n/index.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction, type StaffContext } from '../context.ts';
import { takeBackHandedIn } from '../posts/take-back.ts';
import { findStaffWith } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import { findCampaign, lockCampaign } from './find.ts';

export interface ApprovalPolicySet {
  readonly policy: ApprovalPolicy;
  /** How many texts are drafts again, since they were handed in under another policy. */
  readonly drafts: number;
}

export type SetApprovalPolicyRefusal = { readonly code: 'not-a-coordinator' };

/** What is left out stays as it is. */
export type ApprovalPolicyChange = Partial<ApprovalPolicy>;

/**
 * Says how many approvals each kind of post takes. Nothing goes out under a policy other than the one that it was handed in
 * under: every text of such a kind that waits, or is approved and has not gone out, is a draft again and its approvals
 * are void. So that nobody makes it easier unseen, everybody else on the staff is told who did it.
 */
export async function setApprovalPolicy(
  ctx: StaffContext,
  change: ApprovalPolicyChange,
): Promise<Result<ApprovalPolicySet, SetApprovalPolicyRefusal>> {
  if (!mayForAllCases(ctx.actor, 'coordinator', 'admin')) return refused({ code: 'not-a-coordinator' });
  return inTransaction(ctx, async (tx) => {
    const { isChanged, ...set } = await keep(tx, change);
    if (isChanged) await tellStaff(tx, set);
    return done(set);
  });
}

/** The same by whoever sits at the machine, who has no bot to tell anybody with. */
export async function setApprovalPolicyByOperator(
  ctx: CoreContext,
  change: ApprovalPolicyChange,
): Promise<Result<ApprovalPolicySet, SetApprovalPolicyRefusal>> {
  if (ctx.actor.kind !== 'operator') return refused({ code: 'not-a-coordinator' });
  return inTransaction(ctx, async (tx) => {
    const { policy, drafts } = await keep(tx, change);
    return done({ policy, drafts });
  });
}

async function keep(
  tx: CoreContext,
  change: ApprovalPolicyChange,
): Promise<ApprovalPolicySet & { readonly isChanged: boolean }> {
  await lockCampaign(tx);
  const before = readApprovalPolicy((await findCampaign(tx)).approvalPolicy);
  const policy: ApprovalPolicy = { ...before, ...change };
  const kinds = changedKinds(before, policy);
  if (kinds.length === 0) return { policy, drafts: 0, isChanged: false };
  await tx.db.update(campaigns).set({ approvalPolicy: policy }).where(eq(campaigns.id, tx.campaignId));
  const { drafts, voided } = await takeBackHandedIn(tx, kinds);
  await audit(tx, {
    verb: 'campaigns/set-approvals',
    subject: { type: 'campaign', id: tx.campaignId },
    details: { ...policy, drafts, voided },
  });
  return { policy, drafts, isChanged: true };
}

async function tellStaff(ctx: StaffContext, { policy, drafts }: ApprovalPolicySet): Promise<void> {
  const told = await findStaffWith(ctx, { roles, language: null, without: [ctx.actor.id] });
  for (const { id, language } of told) {
    const message = compose(
      lines(
        translate(language, 'staff-approvals-changed', { name: ctx.actor.name }),
        ...postKinds.map((kind) =>
          translate(language, 'staff-approvals-kind', {
            kind: translate(language, 'post-kind', { kind }),
            needed: policy[kind],
          }),
        ),
        drafts === 0 ? null : translate(language, 'staff-approvals-drafts'),
      ),
    );
    await notifyStaff(ctx, id, { ...message, buttons: [] });
  }
}
