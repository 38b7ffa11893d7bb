import type { RoleSignature } from '../domain/approval-content.ts';
import type { JsonValue } from '../domain/canonical.ts';
import { type SigningKey, type SigningPurpose, sign, type VerifyingKey, verify } from './signing.ts';

/** A role's signature as a row keeps it. */
export function signAsRole(key: SigningKey, purpose: SigningPurpose, value: JsonValue): RoleSignature {
  return { keyId: key.id, signature: Buffer.from(sign(key, purpose, value)).toString('base64url') };
}

/** Whether one of these keys made the signature, for this purpose, over this very value. Costs a curve operation. */
export function isSignedByRole(
  keys: readonly (VerifyingKey | null)[],
  purpose: SigningPurpose,
  value: JsonValue,
  made: RoleSignature | null,
): boolean {
  if (made === null) return false;
  const key = keys.find((one) => one?.id === made.keyId) ?? null;
  return key !== null && verify(key, purpose, value, Buffer.from(made.signature, 'base64url'));
}
