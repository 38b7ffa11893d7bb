import { sql } from 'drizzle-orm';
import { messages } from '../../db/schema/index.ts';
import type { BroadcastId, MessageId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { TELEGRAM_TEXT_MAX } from '../../domain/text/measure.ts';
import { translate } from '../../i18n/index.ts';
import { isMessageSigned } from '../broadcasts/signed.ts';
import type { Context } from '../context.ts';
import { uuidArray } from './statement.ts';

/** One rendered text as the sender needs it. Rows are immutable, so it may be kept. */
export interface MessageText {
  readonly broadcastId: BroadcastId;
  readonly language: Language;
  readonly discreet: boolean;
  readonly message: RenderedMessage;
  /** Milliseconds since 1970; null when it is worth sending for ever. */
  readonly notAfter: number | null;
}

/**
 * The texts of messages, by id. Left out, and told to the log, is what is not to the letter what a role rendered and
 * signed: a row that was changed by hand goes to nobody.
 */
export async function readTexts(
  ctx: Context,
  ids: readonly MessageId[],
): Promise<Map<MessageId, MessageText>> {
  const rows = await ctx.db
    .select()
    .from(messages)
    .where(sql`${messages.id} = any(${uuidArray(ids)})`);
  const texts = new Map<MessageId, MessageText>();
  for (const row of rows) {
    const { id, broadcastId, language, discreet, payload: message, signature } = row;
    if (!isMessageSigned(ctx, row, signature)) {
      ctx.log.error('message-not-signed', { id });
      continue;
    }
    texts.set(id, {
      broadcastId,
      language,
      discreet,
      message,
      notAfter: row.notAfter?.epochMilliseconds ?? null,
    });
  }
  return texts;
}

/** The same text with the line in front that tells its reader that it may be a repeat. */
export function markedAsRepeat({
  language,
  message,
}: Pick<MessageText, 'language' | 'message'>): RenderedMessage {
  return withMark(message, translate(language, 'alert-repeat'));
}

/**
 * The same with the line that says that it comes late, as far as there is room for it. A neutral notice stays neutral.
 */
export function markedAsLate({
  language,
  message,
  discreet,
}: Pick<MessageText, 'language' | 'message' | 'discreet'>): RenderedMessage {
  if (discreet) return message;
  const marked = withMark(message, translate(language, 'alert-late-sent'));
  return marked.text.length > TELEGRAM_TEXT_MAX ? message : marked;
}

function withMark(message: RenderedMessage, line: string): RenderedMessage {
  const mark = `${line}\n\n`;
  return {
    ...message,
    text: mark + message.text,
    entities: message.entities.map((entity) => ({ ...entity, offset: entity.offset + mark.length })),
  };
}
