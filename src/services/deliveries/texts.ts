import { sql } from 'drizzle-orm';
import type { MessageId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { translate } from '../../i18n/index.ts';
import type { Context } from '../context.ts';
import { uuidArray } from './statement.ts';

/** One rendered text as the sender needs it. Rows are immutable, so it may be kept. */
export interface MessageText {
  readonly language: Language;
  readonly discreet: boolean;
  readonly message: RenderedMessage;
}

/** The texts of messages, by id. */
export async function readTexts(
  ctx: Context,
  ids: readonly MessageId[],
): Promise<Map<MessageId, MessageText>> {
  const rows = await ctx.db.execute<MessageText & { id: MessageId } & Record<string, unknown>>(sql`
    select id, language, discreet, payload as message from messages where id = any(${uuidArray(ids)})`);
  return new Map(rows.map(({ id, language, discreet, message }) => [id, { language, discreet, message }]));
}

/** The same text with the line in front that tells its reader that it may be a repeat. */
export function markedAsRepeat({ language, message }: MessageText): RenderedMessage {
  const mark = `${translate(language, 'alert-repeat')}\n\n`;
  return {
    ...message,
    text: mark + message.text,
    entities: message.entities.map((entity) => ({ ...entity, offset: entity.offset + mark.length })),
  };
}
