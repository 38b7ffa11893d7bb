import { isSignedByRole, signAsRole } from '../../crypto/role-signature.ts';
import type { RoleSignature } from '../../domain/approval-content.ts';
import { messageContent, type SignedMessage } from '../../domain/message-content.ts';
import type { Context, SigningContext } from '../context.ts';

/** The signature of a message that was just rendered from what is approved. */
export function signMessage(ctx: Pick<SigningContext, 'signingKey'>, message: SignedMessage): RoleSignature {
  return signAsRole(ctx.signingKey, 'message', messageContent(message));
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
  return isSignedByRole([pinned.scheduler, pinned.web], 'message', messageContent(message), signature);
}
