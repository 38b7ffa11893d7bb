import { and, eq } from 'drizzle-orm';
import { readAssertion, verifyAssertion } from '../../crypto/passkey.ts';
import { passkeys } from '../../db/schema/index.ts';
import { type ApprovalSignature, approvalChallenge } from '../../domain/approval.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import type { StaffId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { StaffSite } from '../../domain/staff-site.ts';
import { newUuid } from '../../domain/uuid.ts';
import type { Decision } from '../../domain/words.ts';
import type { CoreContext, StaffContext } from '../context.ts';
import { keysOf, type PasskeyRow } from '../passkeys/find.ts';

/** A decision signed by a key of the decider; see `offerDecision`. */
export interface DecisionProof {
  readonly approvalId: string;
  /** The browser's answer, as JSON. */
  readonly answer: string;
}

export type ProofRefusal =
  /** It takes a signature of one's own key, on the staff site. */
  { readonly code: 'key-needed' } | { readonly code: 'key-refused' };

/** The row that an approval will have, and what proves it. */
export interface Proven {
  /** The row's id. */
  readonly id: string;
  readonly signature: ApprovalSignature | null;
}

/**
 * What goes into a decision's row to prove it. On the staff site nothing is decided without a key; `needed`: neither is
 * this by another way, once there is a staff site.
 */
export async function proveDecision(
  ctx: StaffContext,
  decided: { readonly contentHash: ContentHash; readonly decision: Decision },
  proof: DecisionProof | undefined,
  needed: boolean,
): Promise<Result<Proven, ProofRefusal>> {
  const { staffSite } = ctx;
  if (proof === undefined || staffSite === undefined) {
    const must = ctx.actor.via === 'console' || (needed && staffSite !== undefined);
    return must ? refused({ code: 'key-needed' }) : done({ id: newUuid(), signature: null });
  }
  const assertion = readAssertion(proof.answer);
  const keys = await keysOf({ ...ctx, staffSite }, ctx.actor.id);
  const key = keys.find(({ credentialId }) => credentialId === assertion?.credentialId);
  if (assertion === null || key === undefined) return refused({ code: 'key-refused' });
  const challenge = approvalChallenge({ approvalId: proof.approvalId, ...decided });
  const verified = await verifyAssertion(staffSite, challenge, assertion, key);
  if (verified === null) return refused({ code: 'key-refused' });
  await ctx.db
    .update(passkeys)
    .set({ ...verified, lastUsedAt: ctx.clock.now() })
    .where(eq(passkeys.id, key.id));
  const { authenticatorData, clientData, signature } = assertion;
  return done({
    id: proof.approvalId,
    signature: { kind: 'passkey', passkeyId: key.id, authenticatorData, clientData, signature },
  });
}

/** A decision's row, and the hash of what stands there now. */
export interface DecisionRow {
  readonly id: string;
  readonly staffId: StaffId;
  readonly contentHash: ContentHash;
  readonly decision: Decision;
  readonly signature: ApprovalSignature | null;
}

/**
 * Whether a decision's row is what its person's key signed: their own key, still theirs, and to the letter this content
 * and this decision. Asked again from the stored row right before its content goes out.
 */
export async function isProven(ctx: CoreContext, staffSite: StaffSite, row: DecisionRow): Promise<boolean> {
  const key = await keyOf(ctx, row);
  if (key === undefined || key.revokedAt !== null || key.rpId !== staffSite.rpId) return false;
  return hasSigned(staffSite, key, row);
}

/**
 * The same for what must not fall silent because its decider has left since, lost the key, or the staff site has moved:
 * a key that is no longer theirs counts, and one of another domain, of which nothing can be verified here.
 */
export async function wasProven(ctx: CoreContext, staffSite: StaffSite, row: DecisionRow): Promise<boolean> {
  const key = await keyOf(ctx, row);
  if (key === undefined) return false;
  return key.rpId !== staffSite.rpId || hasSigned(staffSite, key, row);
}

async function keyOf(ctx: CoreContext, { signature, staffId }: DecisionRow): Promise<PasskeyRow | undefined> {
  if (signature?.kind !== 'passkey') return undefined;
  const [key] = await ctx.db
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.id, signature.passkeyId), eq(passkeys.staffId, staffId)));
  return key;
}

async function hasSigned(staffSite: StaffSite, key: PasskeyRow, row: DecisionRow): Promise<boolean> {
  const { id: approvalId, contentHash, decision, signature } = row;
  if (signature?.kind !== 'passkey') return false;
  const challenge = approvalChallenge({ approvalId, contentHash, decision });
  const assertion = { ...signature, credentialId: key.credentialId };
  // Its counter was compared when it was given; by now the key's has gone on.
  return (await verifyAssertion(staffSite, challenge, assertion, { ...key, counter: 0 })) !== null;
}
