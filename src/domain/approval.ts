import { hasRole, type StaffActor } from './actor.ts';
import type { StaffId } from './ids.ts';
import type { Language } from './language.ts';

/** Why a staff member may not decide on a text or on a hearing's facts. */
export type DecisionRefusal =
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'own-text' }
  | { readonly code: 'last-editor' }
  | { readonly code: 'language-not-read'; readonly language: Language };

/**
 * Whether `actor` may decide on a post's text: an approver who declared to read its language, and neither its
 * author nor whoever edited it last. Null when they may.
 */
export function mayDecideText(
  actor: StaffActor,
  text: { readonly authorId: StaffId; readonly lastEditorId: StaffId; readonly language: Language },
): DecisionRefusal | null {
  if (!hasRole(actor, 'approver')) return { code: 'not-an-approver' };
  if (actor.id === text.authorId) return { code: 'own-text' };
  if (actor.id === text.lastEditorId) return { code: 'last-editor' };
  if (!actor.languages.includes(text.language)) return { code: 'language-not-read', language: text.language };
  return null;
}

/** Whether `actor` may decide on a hearing's facts: an approver, coordinator or lawyer who did not record them. */
export function mayDecideFacts(
  actor: StaffActor,
  facts: { readonly recordedBy: StaffId | null },
): DecisionRefusal | null {
  if (!hasRole(actor, 'approver', 'coordinator', 'lawyer')) return { code: 'not-an-approver' };
  if (actor.id === facts.recordedBy) return { code: 'own-text' };
  return null;
}
