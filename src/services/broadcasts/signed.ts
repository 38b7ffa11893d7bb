import { sign, type VerifyingKey, verify } from '../../crypto/signing.ts';
import type { RoleSignature } from '../../domain/approval-content.ts';
import { messageContent, type SignedMessage } from '../../domain/message-content.ts';
import type { Context, SigningContext } from '../context.ts';

/** The signature of a message that was just rendered from what is approved. */
export function signMessage(ctx: Pick<SigningContext, 'signingKey'>, message: SignedMessage): RoleSignature {
  const bytes = sign(ctx.signingKey, 'message', messageContent(message));
  return { keyId: ctx.signingKey.id, signature: Buffer.from(bytes).toString('base64url') };
}

/**
 * Whether a stored message is, to the letter, what a role rendered that may: the scheduler, and the web role for who is
 * served by another language after a text was withdrawn. Costs a curve operation: ask it once a message.
 */
export function isMessageSigned(
  { pinned }: Pick<Context, 'pinned'>,
  message: SignedMessage,
  signature: RoleSignature | null,
): boolean {
  if (signature === null) return false;
  const key = [pinned.scheduler, pinned.web].find((one): one is VerifyingKey => one?.id === signature.keyId);
  if (key === undefined) return false;
  return verify(key, 'message', messageContent(message), Buffer.from(signature.signature, 'base64url'));
}
