import { openChatId } from '../../crypto/chat-id.ts';
import type { Opener } from '../../crypto/seal.ts';
import { binding } from '../../domain/bindings.ts';
import type { ClaimedDelivery } from './claim.ts';
import type { ClaimedCall } from './claim-calls.ts';

export type { Opener } from '../../crypto/seal.ts';

/** The chat a delivery goes to; null when its row does not open: changed by hand, or sealed to another key. */
export function openChat(opener: Opener, delivery: ClaimedDelivery): number | null {
  const opened = openChatId(opener, delivery.sealedChat, binding.subscriberChat(delivery.subscriberId));
  return opened.ok ? opened.value : null;
}

/** A call's chat and parameters; null when they do not open. */
export function openCall(
  opener: Opener,
  { id, destination, sealedParams }: ClaimedCall,
): { readonly chatId: number; readonly params: Readonly<Record<string, unknown>> } | null {
  if (destination === null) return null;
  const bound = destination.to === 'staff' ? binding.staffChat(destination.staffId) : binding.callChat(id);
  const chat = openChatId(opener, destination.sealedChat, bound);
  const params = opener.open(sealedParams, binding.callParams(id));
  if (!chat.ok || !params.ok) return null;
  // What opens was sealed by us for this very row, so it is the JSON object that we made.
  return { chatId: chat.value, params: JSON.parse(Buffer.from(params.value).toString('utf8')) };
}
