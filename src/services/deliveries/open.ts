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
  const object = parseObject(Buffer.from(params.value).toString('utf8'));
  return object === null ? null : { chatId: chat.value, params: object };
}

/** Whoever has the public key can seal anything: what opens need not be what we would have written. */
function parseObject(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
