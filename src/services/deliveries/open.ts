import { openChatId } from '../../crypto/chat-id.ts';
import { broken, type Opened } from '../../crypto/opened.ts';
import type { Opener } from '../../crypto/seal.ts';
import { binding } from '../../domain/bindings.ts';
import type { ClaimedDelivery } from './claim.ts';
import type { ClaimedCall } from './claim-calls.ts';

export type { Opened } from '../../crypto/opened.ts';
export type { Opener } from '../../crypto/seal.ts';

/** The chat a delivery goes to. */
export function openChat(opener: Opener, delivery: ClaimedDelivery): Opened<number> {
  return openChatId(opener, delivery.sealedChat, binding.subscriberChat(delivery.subscriberId));
}

/** A call's chat and parameters. */
export function openCall(
  opener: Opener,
  { id, destination, sealedParams }: ClaimedCall,
): Opened<{ readonly chatId: number; readonly params: Readonly<Record<string, unknown>> }> {
  if (destination === null) return broken('format');
  const bound = destination.to === 'staff' ? binding.staffChat(destination.staffId) : binding.callChat(id);
  const chat = openChatId(opener, destination.sealedChat, bound);
  const params = opener.open(sealedParams, binding.callParams(id));
  if (!chat.ok) return chat;
  if (!params.ok) return params;
  const object = parseObject(Buffer.from(params.value).toString('utf8'));
  return object === null ? broken('format') : { ok: true, value: { chatId: chat.value, params: object } };
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
