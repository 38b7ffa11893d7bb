import type { Sql } from 'postgres';
import type { LedgerEntry } from '../../sandbox/telegram/ledger.ts';
import { openChatId } from '../../src/crypto/chat-id.ts';
import type { Opener } from '../../src/crypto/seal.ts';
import { binding } from '../../src/domain/bindings.ts';
import type { SubscriberId } from '../../src/domain/ids.ts';
import type { Language } from '../../src/domain/language.ts';
import { type RenderedMessage, sendMessageParams } from '../../src/domain/message.ts';
import { markedAsRepeat } from '../../src/services/deliveries/texts.ts';

/** Of what it is known why it is in doubt. */
export interface Doubts {
  /** Deliveries and calls that were being attempted when their sender was killed. */
  readonly ids: ReadonlySet<string>;
  /** Chats to which an answer was lost. */
  readonly chats: ReadonlySet<number>;
}

/** What became of everything that was to be sent, by Telegram's ledger. */
export interface Verdict {
  readonly deliveries: number;
  /** Messages that Telegram accepted. */
  readonly accepted: number;
  /** Parked for a person: it may or may not have arrived. */
  readonly unknown: number;
  /** Alerts that arrived a second time, marked. */
  readonly repeats: number;
  readonly lost: number;
  readonly twice: number;
  /** One line each: what must not be. Empty when everything is as it should be. */
  readonly faults: readonly string[];
}

/** One delivery with what its chat was sent of it: as it is, and with the mark of a repeat. */
export interface JudgedDelivery {
  readonly kind: 'alert' | 'post';
  /** What it tells: the alert with its revision, or the post. */
  readonly title: string;
  readonly subscriberId: SubscriberId;
  readonly language: Language;
  readonly state: string;
  readonly plain: readonly LedgerEntry[];
  readonly marked: readonly LedgerEntry[];
}

export interface Judged extends Verdict {
  readonly rows: readonly JudgedDelivery[];
}

interface Row extends Omit<JudgedDelivery, 'plain' | 'marked'> {
  readonly id: string;
  readonly sealedChat: Uint8Array;
  readonly discreet: boolean;
  readonly message: RenderedMessage;
  readonly outcome: string | null;
  readonly repeat: boolean;
  readonly broadcastState: string;
}

/** Why a delivery may end without having been sent. */
const ENDS_UNSENT = /^(unreachable|chat-gone|text-halted|content|superseded)/;

/**
 * Judges all deliveries of a database at their end. At most once: a post. At least once, and once more at most: an
 * alert, its repeat marked. Whatever is in doubt needs a reason. `movedTo` tells where groups have moved.
 */
export async function judgeDeliveries(
  sql: Sql,
  { opener, movedTo }: { readonly opener: Opener; readonly movedTo: ReadonlyMap<number, number> },
  ledger: readonly LedgerEntry[],
  doubts: Doubts,
): Promise<Judged> {
  const messages = ledger.filter(({ method }) => method === 'sendMessage');
  const byChat = Map.groupBy(messages, ({ chat }) => chat);
  const faults: string[] = [];
  const rows: JudgedDelivery[] = [];
  const sum = { unknown: 0, repeats: 0, lost: 0, twice: 0 };
  for (const row of await readRows(sql)) {
    const opened = openChatId(opener, row.sealedChat, binding.subscriberChat(row.subscriberId));
    if (!opened.ok) throw new Error(opened.broken);
    const chat = movedTo.get(opened.value) ?? opened.value;
    const { plain, marked } = arrivals(row, byChat.get(chat) ?? []);
    rows.push({ ...row, plain, marked });
    const wrong = judgeRow(row, { plain: plain.length, marked: marked.length }, sum);
    const inDoubt = doubts.ids.has(row.id) || doubts.chats.has(chat);
    if ((row.repeat || row.state === 'unknown') && !inDoubt) wrong.push('in doubt without a reason');
    for (const what of wrong) faults.push(`${what}: ${shown(row, plain.length, marked.length)}`);
  }
  return { ...sum, deliveries: rows.length, accepted: messages.length, faults, rows };
}

function judgeRow(
  row: Row,
  { plain, marked }: { readonly plain: number; readonly marked: number },
  sum: { unknown: number; repeats: number; lost: number; twice: number },
): string[] {
  const wrong: string[] = [];
  const count = plain + marked;
  if (row.state === 'unknown') sum.unknown += 1;
  if (row.kind === 'alert' && count > 1) sum.repeats += 1;
  if (row.kind === 'post' && (count > 1 || marked > 0)) {
    sum.twice += 1;
    wrong.push('a post twice');
  }
  if (row.kind === 'alert' && (plain > 1 || marked > 1)) {
    sum.twice += 1;
    wrong.push('an alert more often than once and once marked');
  }
  if (marked > 0 && !row.repeat) wrong.push('a mark without a record');
  if (isLost(row, count)) {
    sum.lost += 1;
    wrong.push('lost');
  }
  // What was put in doubt and then taken back keeps its mark: that is its record.
  const isUnsent = (row.state === 'failed' || row.state === 'cancelled') && !row.repeat;
  if (count > 0 && isUnsent) wrong.push('arrived, and the record denies it');
  const open = row.state === 'planned' || row.state === 'attempting';
  if (open && !isTakenBack(row)) wrong.push('not at its end');
  return wrong;
}

/** Neither there nor in doubt, and not for a reason that is on record either. */
function isLost(row: Row, count: number): boolean {
  if (count > 0 || isTakenBack(row)) return false;
  if (row.state === 'unknown')
    return row.kind === 'alert' && !row.repeat && row.broadcastState !== 'cancelled';
  if (row.state === 'failed' || row.state === 'cancelled') return !ENDS_UNSENT.test(row.outcome ?? '');
  return true;
}

/** A row that was in somebody's hands when its broadcast was cancelled goes no further, whatever it says. */
function isTakenBack(row: Row): boolean {
  return row.state === 'planned' && row.broadcastState === 'cancelled';
}

function arrivals(row: Row, here: readonly LedgerEntry[]) {
  const of = (message: RenderedMessage) => {
    const params = sendMessageParams(message);
    const buttons = buttonsOf('reply_markup' in params ? params.reply_markup : null);
    return here.filter(({ text, replyMarkup }) => text === params.text && buttonsOf(replyMarkup) === buttons);
  };
  return { plain: of(row.message), marked: of(markedAsRepeat(row)) };
}

/** Notices to discreet readers differ by what their button asks for, and by nothing else. */
function buttonsOf(markup: unknown): string {
  return (
    JSON.stringify(markup ?? null)
      .match(/"(?:callback_data|url)":"[^"]*"/g)
      ?.join() ?? ''
  );
}

function shown(row: Row, plain: number, marked: number): string {
  const { title, language, state, outcome, repeat, discreet } = row;
  const words = [title, 'to', language, discreet ? 'discreet,' : '', state, outcome, repeat ? 'repeat' : ''];
  return `${words.filter(Boolean).join(' ')}, arrived ${plain} + ${marked} marked`;
}

function readRows(sql: Sql): PromiseLike<Row[]> {
  return sql<Row[]>`
    select d.id, b.kind, coalesce(a.kind || ' ' || a.revision, 'post') as title,
      d.subscriber_id as "subscriberId", s.sealed_chat as "sealedChat", m.language, m.discreet,
      m.payload as message, d.state, d.outcome, d.repeat, b.state as "broadcastState"
    from deliveries d
    join broadcasts b on b.id = d.broadcast_id
    join messages m on m.id = d.message_id
    join subscribers s on s.id = d.subscriber_id
    left join alerts a on a.id = b.alert_id
    order by d.id`;
}
