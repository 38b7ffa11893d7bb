import { sql } from 'drizzle-orm';
import { messages } from '../../db/schema/index.ts';
import type { RoleSignature } from '../../domain/approval-content.ts';
import { encodeCallbackData } from '../../domain/callback-data.ts';
import { type BroadcastId, type MessageId, newId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { partsOf, type RenderedMessage } from '../../domain/message.ts';
import type { SignedMessage } from '../../domain/message-content.ts';
import { translate } from '../../i18n/index.ts';
import type { SigningContext } from '../context.ts';
import { jsonRows } from '../deliveries/statement.ts';
import { signMessage } from './signed.ts';

/** What readers of one language get, in which language. */
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

/** Texts that are to be written for a broadcast. `notAfter`: from then on they are sent to nobody. */
export interface TextsOf {
  readonly broadcastId: BroadcastId;
  readonly notAfter: Temporal.Instant | null;
  readonly texts: readonly PlannedText[];
}

/**
 * Writes the texts of broadcasts, each with its notice, signed: that they follow from what is approved was seen just
 * now. Answers them for each broadcast, in their order.
 */
export async function addMessages(
  ctx: SigningContext,
  given: readonly TextsOf[],
): Promise<readonly (readonly Added[])[]> {
  const createdAt = ctx.clock.now().toString();
  const written = given.map(({ broadcastId, notAfter, texts }) =>
    texts.map(({ reader, textLanguage, message }) => {
      const noticeId = newId<MessageId>();
      const parts = partsOf(message).map((payload, part) => ({ id: newId<MessageId>(), part, payload }));
      const [first] = parts;
      if (first === undefined) throw new Error('A text without a part was to be planned.');
      const shared = { broadcastId, language: reader, textLanguage, notAfter };
      const contents = parts.map((content) => ({ ...shared, ...content, discreet: false }));
      const unseen = { ...shared, id: noticeId, part: 0, discreet: true, payload: notice(reader, first.id) };
      const rows = [...contents, unseen].map((one) => rowOf(one, signMessage(ctx, one)));
      return { rows, added: { reader, partIds: parts.map(({ id }) => id), noticeId } };
    }),
  );
  const rows = written.flatMap((texts) => texts.flatMap((text) => text.rows));
  // As one parameter: with one for each column, what they cost would be to write the statement.
  if (rows.length > 0) {
    await ctx.db.execute(sql`
      insert into ${messages} (id, broadcast_id, language, text_language, discreet, part, payload, signature, created_at,
        not_after)
      select id, broadcast_id, language, text_language, discreet, part, payload, signature,
        ${createdAt}::timestamptz, not_after
      from jsonb_to_recordset(${jsonRows(rows)}) as m(id uuid, broadcast_id uuid, language text, text_language text,
        discreet boolean, part smallint, payload jsonb, signature jsonb, not_after timestamptz)`);
  }
  return written.map((texts) => texts.map(({ added }) => added));
}

function rowOf(message: SignedMessage, signature: RoleSignature) {
  const { id, broadcastId, language, textLanguage, discreet, part, payload, notAfter } = message;
  return {
    id,
    broadcast_id: broadcastId,
    language,
    text_language: textLanguage,
    discreet,
    part,
    payload,
    signature,
    not_after: notAfter?.toString() ?? null,
  };
}

/** The neutral notice for a phone that may be searched: its button asks for the content. */
function notice(reader: Language, messageId: MessageId): RenderedMessage {
  const show = {
    text: translate(reader, 'button-show'),
    data: encodeCallbackData({ action: 'show', messageId }),
  };
  return { text: translate(reader, 'discreet-notice'), entities: [], buttons: [[show]] };
}
