import { factDeciders, hasRole, type StaffActor } from './actor.ts';
import { type ContentHash, contentHash } from './canonical.ts';
import type { PasskeyId, StaffId } from './ids.ts';
import type { Language } from './language.ts';
import type { Decision } from './words.ts';

/** What proves who decided what; kept with the decision, and verified again before its content goes out. */
export type ApprovalSignature =
  /** A person's key signed `approvalChallenge`; all in base64url, as WebAuthn lays it out. */
  {
    readonly kind: 'passkey';
    readonly passkeyId: PasskeyId;
    readonly authenticatorData: string;
    readonly clientData: string;
    readonly signature: string;
  };

/**
 * The 32 bytes that a person's key signs to decide: the content's hash, which of the two they decided, and the one
 * decision that it is. So a signature proves nothing for other words, for the other decision, or a second time.
 */
export function approvalChallenge(decided: {
  readonly approvalId: string;
  readonly contentHash: ContentHash;
  readonly decision: Decision;
}): Uint8Array {
  const hash = contentHash({
    type: 'approval',
    approval: decided.approvalId,
    content: decided.contentHash,
    decision: decided.decision,
  });
  return Uint8Array.fromHex(hash);
}

/** Why a staff member may not decide on a text or on a hearing's facts. */
export type DecisionRefusal =
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'own-text' }
  | { readonly code: 'own-edit' }
  | { readonly code: 'language-not-read'; readonly language: Language };

/**
 * Whether `actor` may decide on a post's text: an approver who declared to read its language, and neither its
 * author nor one of its editors. Null when they may.
 */
export function mayDecideText(
  actor: StaffActor,
  text: { readonly authorId: StaffId; readonly editors: readonly StaffId[]; readonly language: Language },
): DecisionRefusal | null {
  if (!hasRole(actor, 'approver')) return { code: 'not-an-approver' };
  if (actor.id === text.authorId) return { code: 'own-text' };
  if (text.editors.includes(actor.id)) return { code: 'own-edit' };
  if (!actor.languages.includes(text.language)) return { code: 'language-not-read', language: text.language };
  return null;
}

/** Whether `actor` may decide on a hearing's facts: an approver, coordinator or lawyer who did not record them. */
export function mayDecideFacts(
  actor: StaffActor,
  facts: { readonly recordedBy: StaffId | null },
): DecisionRefusal | null {
  if (!hasRole(actor, ...factDeciders)) return { code: 'not-an-approver' };
  if (actor.id === facts.recordedBy) return { code: 'own-text' };
  return null;
}
