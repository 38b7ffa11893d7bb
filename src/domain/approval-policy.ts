import { mayForAllCases, type StaffActor } from './actor.ts';
import { stands } from './broadcast-action.ts';
import type { StaffId } from './ids.ts';
import { type PostKind, postKinds, type Role } from './words.ts';

/** How many people beside the author have to approve each text of a post, before it goes out. */
export const approvalCounts = [1, 2] as const;
export type ApprovalCount = (typeof approvalCounts)[number];

/** For each kind of post, how many approvals by different people it takes. */
export type ApprovalPolicy = Readonly<Record<PostKind, ApprovalCount>>;

/** What holds until a campaign decides otherwise. */
export const defaultApprovalPolicy: ApprovalPolicy = { update: 1, press_release: 2 };

/** The most that can be asked for. */
const STRICTEST: ApprovalCount = 2;

/**
 * The policy as a campaign keeps it, of which a kind may be missing: then its default holds. A number that nobody can
 * have set asks for the most.
 */
export function readApprovalPolicy(kept: Readonly<Record<string, unknown>>): ApprovalPolicy {
  const read = (kind: PostKind): ApprovalCount => {
    const count = kept[kind];
    if (count === undefined) return defaultApprovalPolicy[kind];
    return approvalCounts.find((one) => one === count) ?? STRICTEST;
  };
  return { update: read('update'), press_release: read('press_release') };
}

/** The kinds of which two policies ask for different numbers. */
export function changedKinds(one: ApprovalPolicy, other: ApprovalPolicy): PostKind[] {
  return postKinds.filter((kind) => one[kind] !== other[kind]);
}

/** Whether a policy asks of some kind for fewer people than another. */
export function isLowered(from: ApprovalPolicy, to: ApprovalPolicy): boolean {
  return postKinds.some((kind) => to[kind] < from[kind]);
}

/** Whose word on the policy counts, where they work on all cases. */
export const policySetters: readonly Role[] = ['coordinator', 'admin'];

/** A lower policy that one person has asked for. */
export interface PolicyRequest {
  readonly policy: ApprovalPolicy;
  readonly by: StaffId;
  readonly at: Temporal.Instant;
}

/** What becomes of the wish for another policy. */
export type PolicyVerdict =
  | { readonly do: 'refuse'; readonly code: 'not-a-coordinator' }
  /** It is so already; a request for something else is dropped. */
  | { readonly do: 'nothing' }
  /** It takes a second person, who has not spoken yet. `again`: the same person had asked for the same before. */
  | { readonly do: 'ask'; readonly again: boolean }
  /** `agreedWith`: who asked first, where it took two. */
  | { readonly do: 'set'; readonly agreedWith: StaffId | null };

/**
 * What becomes of the wish that posts take `wanted` approvals. One person asks for more of them; for fewer of any kind it
 * takes two, who have asked for the very same: else whoever alone may change the policy could publish with one accomplice
 * what was to take two. Pure and total.
 */
export function judgePolicy(
  present: ApprovalPolicy,
  wanted: ApprovalPolicy,
  { asked, actor, now }: { asked: PolicyRequest | null; actor: StaffActor; now: Temporal.Instant },
): PolicyVerdict {
  if (!mayForAllCases(actor, ...policySetters)) return { do: 'refuse', code: 'not-a-coordinator' };
  if (changedKinds(present, wanted).length === 0) return { do: 'nothing' };
  if (!isLowered(present, wanted)) return { do: 'set', agreedWith: null };
  const isAsked = asked !== null && changedKinds(asked.policy, wanted).length === 0 && stands(asked, now);
  if (!isAsked) return { do: 'ask', again: false };
  return asked.by === actor.id ? { do: 'ask', again: true } : { do: 'set', agreedWith: asked.by };
}

/** How far a text has come towards being approved. */
export interface ApprovalProgress {
  /** By how many different people, as far as their approvals count. */
  readonly given: number;
  readonly needed: number;
}
