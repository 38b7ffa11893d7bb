import { messages } from '../../db/schema/index.ts';
import { encodeCallbackData } from '../../domain/callback-data.ts';
import { type BroadcastId, type MessageId, newId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { partsOf, type RenderedMessage } from '../../domain/message.ts';
import { translate } from '../../i18n/index.ts';
import type { SigningContext } from '../context.ts';
import { signMessage } from './signed.ts';

export interface PlannedText {
  readonly reader: Language;
  readonly textLanguage: Language;
  readonly message: RenderedMessage;
}

/** A text on record, in as many parts as it takes, and beside it the neutral notice that asks for it. */
export interface Added {
  readonly reader: Language;
  readonly partIds: readonly MessageId[];
  readonly noticeId: MessageId;
}

/**
 * Writes the texts of a broadcast, each with its notice, signed: that they follow from what is approved was seen just
 * now. `notAfter`: from then on they are sent to nobody.
 */
export async function addMessages(
  ctx: SigningContext,
  {
    broadcastId,
    notAfter,
  }: { readonly broadcastId: BroadcastId; readonly notAfter: Temporal.Instant | null },
  texts: readonly PlannedText[],
): Promise<readonly Added[]> {
  const createdAt = ctx.clock.now();
  const rows = texts.map((text) => {
    const parts = partsOf(text.message).map((payload, part) => ({ id: newId<MessageId>(), part, payload }));
    return { ...text, parts, noticeId: newId<MessageId>() };
  });
  await ctx.db.insert(messages).values(
    rows.flatMap(({ reader, textLanguage, parts, noticeId }) => {
      const shared = { broadcastId, language: reader, textLanguage, notAfter };
      const contents = parts.map((content) => ({ ...shared, ...content, discreet: false }));
      const [first] = contents;
      if (first === undefined) throw new Error('A text without a part was to be planned.');
      const unseen = { ...shared, id: noticeId, part: 0, discreet: true, payload: notice(reader, first.id) };
      return [...contents, unseen].map((message) => ({
        ...message,
        signature: signMessage(ctx, message),
        createdAt,
      }));
    }),
  );
  return rows.map(({ reader, parts, noticeId }) => ({
    reader,
    partIds: parts.map(({ id }) => id),
    noticeId,
  }));
}

/** The neutral notice for a phone that may be searched: its button asks for the content. */
function notice(reader: Language, messageId: MessageId): RenderedMessage {
  const show = {
    text: translate(reader, 'button-show'),
    data: encodeCallbackData({ action: 'show', messageId }),
  };
  return { text: translate(reader, 'discreet-notice'), entities: [], buttons: [[show]] };
}
