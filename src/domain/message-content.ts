import type { BroadcastId, MessageId } from './ids.ts';
import type { Language } from './language.ts';
import type { RenderedMessage } from './message.ts';

/** A rendered message as its signature covers it: what it says, to whom, of which broadcast, and until when. */
export interface SignedMessage {
  readonly id: MessageId;
  readonly broadcastId: BroadcastId;
  readonly language: Language;
  readonly textLanguage: Language;
  readonly discreet: boolean;
  readonly part: number;
  readonly payload: RenderedMessage;
  readonly notAfter: Temporal.Instant | null;
}

/** What the role signs that rendered it, right after it has seen the approval. */
export function messageContent(message: SignedMessage) {
  const { id, broadcastId, language, textLanguage, discreet, part, notAfter } = message;
  return {
    id,
    broadcast: broadcastId,
    language,
    textLanguage,
    discreet,
    part,
    // As it comes back from the database: without what is undefined.
    payload: JSON.parse(JSON.stringify(message.payload)),
    notAfter: notAfter?.toString({ smallestUnit: 'microsecond' }) ?? null,
  };
}
