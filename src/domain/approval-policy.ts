import { type PostKind, postKinds } from './words.ts';

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

/** How far a text has come towards being approved. */
export interface ApprovalProgress {
  /** By how many different people, as far as their approvals count. */
  readonly given: number;
  readonly needed: number;
}
