import { type Photo, parsePhoto } from '../domain/media.ts';
import {
  parseTextFile,
  type RenderedMessage,
  sendCall,
  sendMessageParams,
  type TextFile,
} from '../domain/message.ts';
import { type CallMethod, isSending } from '../domain/words.ts';
import type { Context } from '../services/context.ts';
import type { ClaimedDelivery } from '../services/deliveries/claim.ts';
import type { ClaimedCall } from '../services/deliveries/claim-calls.ts';
import { CALL_RANK, DELETION_RANK } from '../services/deliveries/look.ts';
import { type Opened, type Opener, openCall, openChat } from '../services/deliveries/open.ts';
import { type MessageText, markedAsLate, markedAsRepeat } from '../services/deliveries/texts.ts';
import { groupKey } from '../telegram/slots.ts';
import type { Upload } from '../telegram/transport.ts';
import type { CallEntry, DeliveryEntry, Entry } from './entry.ts';
import { isDelivery } from './entry.ts';

/** Methods that Telegram does not count against a chat's speed. They are paced all the same, as calls of the token. */
const QUIET: ReadonlySet<CallMethod> = new Set(['deleteMessage', 'leaveChat']);

/** Opens the chat of a delivery. */
export function deliveryEntry(
  opener: Opener,
  row: ClaimedDelivery,
  text: MessageText,
  since: number,
): Opened<DeliveryEntry> {
  const opened = openChat(opener, row);
  if (!opened.ok) return opened;
  const chatId = opened.value;
  const key = chatId < 0 ? groupKey(chatId) : row.chatKey;
  const chat = { key, kind: row.chatKind };
  return { ok: true, value: { row, text, rank: row.rank, chat, chatId, since } };
}

/** Opens a call's chat and parameters. */
export function callEntry(opener: Opener, row: ClaimedCall, since: number): Opened<CallEntry> {
  const opened = openCall(opener, row);
  if (!opened.ok) return opened;
  const { chatId, params } = opened.value;
  const key = chatId < 0 ? groupKey(chatId) : row.chatIndex === null ? row.id : keyOf(row.chatIndex);
  // What shows nothing in the chat does not use up the second in which it may get a message.
  const chat = { key: QUIET.has(row.method) ? `${row.method}|${key}` : key, kind: kindOf(chatId) };
  const rank = row.purpose === 'deletion' ? DELETION_RANK : CALL_RANK;
  return { ok: true, value: { row, params, rank, chat, chatId, since } };
}

/** A call without a photo: its parameters, as JSON unless files go with it. */
interface PlainRequest {
  readonly method: string;
  readonly params: string | Readonly<Record<string, unknown>>;
  readonly uploads?: Readonly<Record<string, Upload>>;
  readonly photo: null;
}

/** A call with a photo, for which its parameters still lack Telegram's name: see `withFile`. */
export interface PhotoRequest {
  readonly method: CallMethod;
  readonly params: Readonly<Record<string, unknown>>;
  readonly photo: Photo;
}

/** The call with which an entry goes out. `paid`: above the free rate, for Stars; see `canBePaid`. */
export function requestOf(entry: Entry, paid: boolean): PlainRequest | PhotoRequest {
  if (isDelivery(entry) && entry.text.message.photo === undefined) {
    const buys = paid ? ',"allow_paid_broadcast":true' : '';
    const params = `{"chat_id":${entry.chatId}${buys},${tailOf(entry)}`;
    return { method: 'sendMessage', params, photo: null };
  }
  const { method, params } = isDelivery(entry)
    ? sendCall(marked(entry.row, entry.text))
    : { method: entry.row.method, params: entry.params };
  return callRequest(method, params, entry.chatId, paid);
}

/** The call of a method with parameters of ours, in which photos and files still stand as we name them. */
export function callRequest(
  method: CallMethod,
  ours: Readonly<Record<string, unknown>>,
  chatId: number,
  paid: boolean,
): PlainRequest | PhotoRequest {
  const { photo: named, document, ...rest } = ours;
  // The chat last: whatever was sealed, it goes nowhere else.
  const params = { ...rest, chat_id: chatId, ...(paid && { allow_paid_broadcast: true }) };
  const photo = parsePhoto(named);
  if (photo !== null) return { method, params, photo };
  const file = parseTextFile(document);
  if (file === null) return { method, params: JSON.stringify(params), photo: null };
  return { method, params, photo: null, uploads: { document: uploadOf(file) } };
}

function uploadOf({ name, contentType, text }: TextFile): Upload {
  return { content: new TextEncoder().encode(text), filename: name, type: contentType };
}

/** A call's parameters as the Bot API wants them (10.3), with the file of its photo. */
export function withFile({ method, params }: PhotoRequest, file: string): Readonly<Record<string, unknown>> {
  if (method !== 'editMessageMedia') return { ...params, photo: file };
  const { caption, caption_entities, ...rest } = params;
  return { ...rest, media: { type: 'photo', media: file, caption, caption_entities } };
}

/** What all followers of a text get alike, as JSON without its opening brace: written once for all of them. */
const tails = new WeakMap<MessageText, string>();

function tailOf({ row, text }: DeliveryEntry): string {
  if (row.repeat || row.late) return tailOfText(marked(row, text));
  const known = tails.get(text);
  if (known !== undefined) return known;
  const tail = tailOfText(text.message);
  tails.set(text, tail);
  return tail;
}

/** The text with what its reader must know of how it came. The mark of a repeat comes first: it has room for certain. */
function marked({ late, repeat }: ClaimedDelivery, text: MessageText): RenderedMessage {
  const known = repeat ? { ...text, message: markedAsRepeat(text) } : text;
  return late ? markedAsLate(known) : known.message;
}

function tailOfText(message: RenderedMessage): string {
  return JSON.stringify(sendMessageParams(message)).slice(1);
}

/** Whether Telegram sells speed for it. */
export function canBePaid(entry: Entry): boolean {
  return isDelivery(entry) || isSending(entry.row.method);
}

/** Whether it has become too late for a row to be of use. */
export function isOver(ctx: Context, { row }: Entry): boolean {
  return row.notAfter !== null && ctx.clock.now().epochMilliseconds >= row.notAfter;
}

function keyOf(chatIndex: Uint8Array): string {
  return Buffer.from(chatIndex.buffer, chatIndex.byteOffset, chatIndex.byteLength).toString('base64');
}

/** Ids of groups and channels are negative (Bot API 10.3, November 2026). */
function kindOf(chatId: number): 'private' | 'group' {
  return chatId > 0 ? 'private' : 'group';
}
