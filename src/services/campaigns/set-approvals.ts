import { eq } from 'drizzle-orm';
import { approvalPolicyRequests, campaigns } from '../../db/schema/index.ts';
import {
  type ApprovalPolicy,
  changedKinds,
  isLowered,
  judgePolicy,
  readApprovalPolicy,
} from '../../domain/approval-policy.ts';
import type { AuditVerb } from '../../domain/audit-verb.ts';
import { requestLasts } from '../../domain/broadcast-action.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction, type StaffContext } from '../context.ts';
import { lacksSecondKey, type SecondKeyRefusal } from '../passkeys/second-key.ts';
import { takeBackHandedIn } from '../posts/take-back.ts';
import { staffName } from '../staff/find.ts';
import { findCampaign, lockCampaign } from './find.ts';
import { dropPolicyRequest, standingPolicyRequest } from './policy-request.ts';
import { tellOfPolicy } from './tell-of-policy.ts';

/** What a wish for another policy came to. */
export interface ApprovalPolicySet {
  /** As it holds now. */
  readonly policy: ApprovalPolicy;
  /** How many texts are drafts again, since they were handed in under another policy. */
  readonly drafts: number;
  /** What was asked for and takes a second person, and until when they may agree; null: nothing. */
  readonly awaits: { readonly policy: ApprovalPolicy; readonly lapsesAt: Temporal.Instant } | null;
}

export type SetApprovalPolicyRefusal = { readonly code: 'not-a-coordinator' } | SecondKeyRefusal;

/** What is left out stays as it is. */
export type ApprovalPolicyChange = Partial<ApprovalPolicy>;

/**
 * Says how many approvals each kind of post takes: more of them alone, fewer of any kind as the first or as the second of
 * two, within half an hour. Nothing goes out under a policy other than the one that it was handed in under: every text of
 * such a kind that waits, or is approved and has not gone out, is a draft again and its approvals are void. So that nobody
 * makes it easier unseen, everybody else on the staff is told who asks for it and who did it.
 */
export async function setApprovalPolicy(
  ctx: StaffContext,
  change: ApprovalPolicyChange,
): Promise<Result<ApprovalPolicySet, SetApprovalPolicyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await lockCampaign(tx);
    const present = await presentPolicy(tx);
    return settle(tx, present, { ...present, ...change });
  });
}

export type SetByOperatorRefusal =
  | SetApprovalPolicyRefusal
  /** Fewer approvals take two of the staff, of whom whoever sits at the machine is none. */
  | { readonly code: 'takes-two' };

/** More approvals by whoever sits at the machine, who has no bot to tell anybody with. */
export async function setApprovalPolicyByOperator(
  ctx: CoreContext,
  change: ApprovalPolicyChange,
): Promise<Result<ApprovalPolicySet, SetByOperatorRefusal>> {
  if (ctx.actor.kind !== 'operator') return refused({ code: 'not-a-coordinator' });
  return inTransaction(ctx, async (tx) => {
    await lockCampaign(tx);
    const present = await presentPolicy(tx);
    const wanted = { ...present, ...change };
    if (isLowered(present, wanted)) return refused({ code: 'takes-two' });
    const drafts = changedKinds(present, wanted).length === 0 ? 0 : await keep(tx, present, wanted);
    return done({ policy: wanted, drafts, awaits: null });
  });
}

async function settle(
  tx: StaffContext,
  present: ApprovalPolicy,
  wanted: ApprovalPolicy,
): Promise<Result<ApprovalPolicySet, SetApprovalPolicyRefusal>> {
  const asked = await standingPolicyRequest(tx);
  const now = tx.clock.now();
  const verdict = judgePolicy(present, wanted, { asked, actor: tx.actor, now });
  switch (verdict.do) {
    case 'refuse':
      return refused({ code: verdict.code });
    case 'nothing': {
      if (await dropPolicyRequest(tx)) await audit(tx, entry(tx, 'campaigns/drop-approvals-request'));
      return done({ policy: present, drafts: 0, awaits: null });
    }
    case 'ask': {
      const since = verdict.again && asked !== null ? asked.at : now;
      if (!verdict.again) await ask(tx, wanted);
      return done({
        policy: present,
        drafts: 0,
        awaits: { policy: wanted, lapsesAt: since.add(requestLasts) },
      });
    }
    case 'set': {
      if (verdict.agreedWith !== null && (await lacksSecondKey(tx)))
        return refused({ code: 'second-key-missing' });
      const drafts = await keep(tx, present, wanted, { agreedWith: verdict.agreedWith });
      const names =
        verdict.agreedWith === null
          ? [tx.actor.name]
          : [await staffName(tx, verdict.agreedWith), tx.actor.name];
      await tellOfPolicy(tx, { what: 'set', policy: wanted, drafts, names });
      return done({ policy: wanted, drafts, awaits: null });
    }
  }
}

async function ask(tx: StaffContext, policy: ApprovalPolicy): Promise<void> {
  const request = { policy, askedBy: tx.actor.id, askedAt: tx.clock.now() };
  await dropPolicyRequest(tx);
  await tx.db.insert(approvalPolicyRequests).values({ campaignId: tx.campaignId, ...request });
  await audit(tx, entry(tx, 'campaigns/ask-approvals', { ...policy, via: tx.actor.via }));
  await tellOfPolicy(tx, { what: 'asked', policy, drafts: 0, names: [tx.actor.name] });
}

/** Answers how many texts are drafts again. */
async function keep(
  tx: CoreContext,
  present: ApprovalPolicy,
  policy: ApprovalPolicy,
  more: Readonly<Record<string, string | null>> = {},
): Promise<number> {
  await tx.db.update(campaigns).set({ approvalPolicy: policy }).where(eq(campaigns.id, tx.campaignId));
  // What was asked for was asked for over the policy before.
  await dropPolicyRequest(tx);
  const { drafts, voided } = await takeBackHandedIn(tx, changedKinds(present, policy));
  await audit(tx, entry(tx, 'campaigns/set-approvals', { ...policy, drafts, voided, ...more }));
  return drafts;
}

async function presentPolicy(ctx: CoreContext): Promise<ApprovalPolicy> {
  return readApprovalPolicy((await findCampaign(ctx)).approvalPolicy);
}

function entry(
  { campaignId }: CoreContext,
  verb: AuditVerb,
  details: Readonly<Record<string, string | number | null>> = {},
) {
  return { verb, subject: { type: 'campaign', id: campaignId }, details };
}
