import type { ContentHash } from './canonical.ts';
import type { CampaignId, StaffId } from './ids.ts';
import type { ApprovalPath, ApprovalSubject, Decision } from './words.ts';

/** A decision as its signature covers it: all that it says, and in which row it stands. */
export interface SignedDecision {
  readonly id: string;
  readonly campaignId: CampaignId;
  readonly subjectType: ApprovalSubject;
  readonly subjectId: string;
  readonly contentHash: ContentHash;
  readonly staffId: StaffId;
  readonly decision: Decision;
  readonly via: ApprovalPath;
  readonly decidedAt: Temporal.Instant;
}

/**
 * By the role that took the decision: the bot's key for a button, the web role's for the API and the staff site. Unlike
 * the public halves of people's own keys, those of the roles do not lie in the database.
 */
export type RoleSignature = {
  readonly keyId: string;
  /** Ed25519, in base64url. */
  readonly signature: string;
};

/** What a role's key signs. */
export function approvalContent(decision: SignedDecision) {
  const { id, campaignId, subjectType, subjectId, contentHash, staffId, via } = decision;
  return {
    id,
    campaign: campaignId,
    subject: { type: subjectType, id: subjectId },
    contentHash,
    staff: staffId,
    decision: decision.decision,
    via,
    decidedAt: decision.decidedAt.toString({ smallestUnit: 'microsecond' }),
  };
}
