import { and, count, eq, inArray } from 'drizzle-orm';
import { posts, translations } from '../../db/schema/index.ts';
import { mayForAllCases } from '../../domain/actor.ts';
import { type ApprovalPolicy, policySetters, readApprovalPolicy } from '../../domain/approval-policy.ts';
import { requestLasts } from '../../domain/broadcast-action.ts';
import { handedIn } from '../../domain/post.ts';
import type { PostKind } from '../../domain/words.ts';
import type { StaffContext } from '../context.ts';
import { staffName } from '../staff/find.ts';
import { findCampaign } from './find.ts';
import { standingPolicyRequest } from './policy-request.ts';

/** How many approvals posts take now, what a change would take back, and what was asked for. */
export interface ApprovalsRead {
  readonly policy: ApprovalPolicy;
  /** Texts of each kind that were handed in and have not gone out: drafts again after a change. */
  readonly handedIn: Readonly<Record<PostKind, number>>;
  /** The lower policy that waits for a second person; null: none does. */
  readonly asked: {
    readonly policy: ApprovalPolicy;
    readonly name: string;
    readonly until: Temporal.Instant;
    /** Asked for by whoever reads this. */
    readonly own: boolean;
  } | null;
  /** Whether whoever reads this has a say. */
  readonly maySet: boolean;
}

/** The policy with what hangs on it: how many texts of each kind have been handed in and are not out. */
export async function readApprovals(ctx: StaffContext): Promise<ApprovalsRead> {
  const counted = await ctx.db
    .select({ kind: posts.kind, texts: count() })
    .from(translations)
    .innerJoin(posts, eq(posts.id, translations.postId))
    .where(and(eq(posts.campaignId, ctx.campaignId), inArray(translations.state, [...handedIn])))
    .groupBy(posts.kind);
  const of = (kind: PostKind) => counted.find((one) => one.kind === kind)?.texts ?? 0;
  const asked = await standingPolicyRequest(ctx);
  return {
    policy: readApprovalPolicy((await findCampaign(ctx)).approvalPolicy),
    handedIn: { update: of('update'), press_release: of('press_release') },
    asked: asked && {
      policy: asked.policy,
      name: await staffName(ctx, asked.by),
      until: asked.at.add(requestLasts),
      own: asked.by === ctx.actor.id,
    },
    maySet: mayForAllCases(ctx.actor, ...policySetters),
  };
}
