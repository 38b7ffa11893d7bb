import type { Sql } from 'postgres';
import type { LedgerEntry } from '../../sandbox/telegram/ledger.ts';
import { openChatId } from '../../src/crypto/chat-id.ts';
import { ringFromText } from '../../src/crypto/key-text.ts';
import { createOpener, type Opener } from '../../src/crypto/seal.ts';
import { binding } from '../../src/domain/bindings.ts';
import type { CallId, SubscriberId } from '../../src/domain/ids.ts';
import type { Language } from '../../src/domain/language.ts';
import { type RenderedMessage, sendMessageParams } from '../../src/domain/message.ts';
import { markedAsRepeat } from '../../src/services/deliveries/texts.ts';
import type { Line } from './line-template.ts';

/** What was in doubt when a process died, and what a fault on demand has put in doubt. */
export interface Doubts {
  /** Deliveries and calls that were being attempted when their sender was killed. */
  readonly ids: ReadonlySet<string>;
  /** Chats to which an answer was lost. */
  readonly chats: ReadonlySet<number>;
}

/** What became of everything that was to be sent, by Telegram's ledger. */
export interface Verdict {
  readonly deliveries: number;
  /** Messages that Telegram accepted, replies and notices included. */
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

interface Row {
  readonly id: string;
  readonly kind: 'alert' | 'post';
  readonly title: string;
  readonly subscriberId: SubscriberId;
  readonly sealedChat: Uint8Array;
  readonly language: Language;
  readonly discreet: boolean;
  readonly message: RenderedMessage;
  readonly state: string;
  readonly outcome: string | null;
  readonly repeat: boolean;
  readonly broadcastState: string;
}

/** Why a delivery may end without having been sent. */
const ENDS_UNSENT = /^(unreachable|chat-gone|text-halted|content|superseded|overtaken)/;

/** Judges one line after its end: the rows against the ledger, and the ledger against the rows. */
export async function judgeLine(
  sql: Sql,
  line: Line,
  ledger: readonly LedgerEntry[],
  doubts: Doubts,
): Promise<Verdict> {
  const opener = openerOf(line);
  const rows = await readRows(sql);
  const faults: string[] = [];
  const accused = new Set<LedgerEntry>();
  let repeats = 0;
  let lost = 0;
  let twice = 0;
  let unknown = 0;
  for (const row of rows) {
    const chat = chatOf(opener, line, row);
    const { plain, marked } = arrivals(row, chat, ledger);
    for (const entry of [...plain, ...marked]) accused.add(entry);
    const count = plain.length + marked.length;
    const inDoubt = doubts.ids.has(row.id) || doubts.chats.has(chat);
    const say = (what: string) =>
      faults.push(
        `${what}: ${row.title} to ${row.language}${row.discreet ? ' discreet' : ''}, ${row.state} ${row.outcome ?? ''}` +
          `${row.repeat ? ' repeat' : ''}, arrived ${plain.length} + ${marked.length} marked`,
      );
    if (row.state === 'unknown') unknown += 1;
    if (row.kind === 'post' && (count > 1 || marked.length > 0)) {
      twice += 1;
      say('a post twice');
    }
    if (row.kind === 'alert') {
      if (count > 1) repeats += 1;
      if (plain.length > 1 || marked.length > 1) {
        twice += 1;
        say('an alert twice without its mark');
      }
      if (marked.length > 0 && !row.repeat) say('a mark without a record');
    }
    if ((row.repeat || row.state === 'unknown') && !inDoubt) say('in doubt without a reason');
    if (isLost(row, count)) {
      lost += 1;
      say('lost');
    }
    // What was put in doubt and then taken back keeps its mark: that is its record.
    const unsent = (row.state === 'failed' || row.state === 'cancelled') && !row.repeat;
    if (count > 0 && unsent) say('arrived and not on record');
    if (!isTakenBack(row) && (row.state === 'planned' || row.state === 'attempting')) say('not at its end');
  }
  faults.push(...(await judgeCompleteness(sql)));
  faults.push(...(await judgeDeletions(sql, opener, ledger)));
  faults.push(...judgeOrder(rows, opener, line, ledger));
  const messages = ledger.filter(({ method }) => method === 'sendMessage');
  const staff = new Set([line.people.approver, line.people.lawyer]);
  for (const { chat, text, method } of messages) {
    if (!staff.has(chat)) continue;
    const times = messages.filter((one) => one.chat === chat && one.text === text && one.method === method);
    if (times.length > 2) faults.push('a notice more than twice');
  }
  const replies = messages.filter(({ chat }) => chat === line.people.asker).length;
  if (replies > 1) faults.push('a reply twice');
  const others = new Set([...staff, line.people.asker, line.people.comer]);
  const nobodys = messages.filter((entry) => !accused.has(entry) && !others.has(entry.chat));
  if (nobodys.length > 0) faults.push(`${nobodys.length} messages that nobody planned`);
  return { deliveries: rows.length, accepted: messages.length, unknown, repeats, lost, twice, faults };
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

function openerOf({ keys }: Line): Opener {
  const ring = ringFromText(keys);
  if (!ring?.sender) throw new Error('the line has no sender keys');
  return createOpener(ring.sender.sealing);
}

function chatOf(opener: Opener, { people }: Line, row: Row): number {
  const opened = openChatId(opener, row.sealedChat, binding.subscriberChat(row.subscriberId));
  if (!opened.ok) throw new Error(opened.broken);
  return opened.value === people.group.was ? people.group.is : opened.value;
}

/** What the chat was sent of this delivery, as it is and with the mark of a repeat. */
function arrivals(row: Row, chat: number, ledger: readonly LedgerEntry[]) {
  const shape = (message: RenderedMessage) => {
    const { text, reply_markup: markup } = { reply_markup: undefined, ...sendMessageParams(message) };
    return `${text}|${buttonsOf(markup)}`;
  };
  const plain = shape(row.message);
  const marked = shape(markedAsRepeat(row));
  const here = ledger.filter(({ chat: to, method }) => to === chat && method === 'sendMessage');
  const of = (wanted: string) =>
    here.filter(({ text, replyMarkup }) => `${text}|${buttonsOf(replyMarkup)}` === wanted);
  return { plain: of(plain), marked: of(marked) };
}

function buttonsOf(markup: unknown): string {
  return (
    JSON.stringify(markup ?? null)
      .match(/"(?:callback_data|url)":"[^"]*"/g)
      ?.join() ?? ''
  );
}

function readRows(sql: Sql): Promise<Row[]> {
  return sql<Row[]>`
    select d.id, b.kind, coalesce(a.kind || ' ' || a.revision, 'post') as title,
      d.subscriber_id as "subscriberId", s.sealed_chat as "sealedChat", m.language, m.discreet,
      m.payload as message, d.state, d.outcome, d.repeat, b.state as "broadcastState"
    from deliveries d
    join broadcasts b on b.id = d.broadcast_id
    join messages m on m.id = d.message_id
    join subscribers s on s.id = d.subscriber_id
    left join alerts a on a.id = b.alert_id`;
}

/** Every alert and text has left the desk, and whoever followed when it did has a delivery. */
async function judgeCompleteness(sql: Sql): Promise<string[]> {
  const rows = await sql<{ what: string; count: number }[]>`
    select 'alerts that were not dispatched' as what, count(*)::int as count
      from alerts where state = 'pending' and due_at <= now()
    union all
    select 'texts that were not published', count(*)::int from translations where state <> 'published'
    union all
    select 'alerts and posts without a broadcast', count(*)::int from (
      select a.id from alerts a where a.state = 'dispatched'
        and not exists (select 1 from broadcasts b where b.alert_id = a.id)
      union all
      select p.id from posts p where not exists (select 1 from broadcasts b where b.post_id = p.id)) missing
    union all
    select 'followers without a delivery', count(*)::int
      from broadcasts b join follows f on f.case_id = b.case_id and f.created_at <= b.created_at
      join subscribers s on s.id = f.subscriber_id
      where s.state = 'active'
        and not exists (select 1 from deliveries d where d.broadcast_id = b.id and d.subscriber_id = s.id)
    union all
    select 'calls that are still to be made', count(*)::int from calls
      where due_at <= now() or state = 'attempting'
    union all
    select 'updates that were not handled', count(*)::int from updates where handled_at is null`;
  return rows.filter(({ count }) => count > 0).map(({ what, count }) => `${count} ${what}`);
}

/** Each message that a discreet reader is known to have got is taken away again, and no other. */
async function judgeDeletions(sql: Sql, opener: Opener, ledger: readonly LedgerEntry[]): Promise<string[]> {
  const planned = await sql<{ id: CallId; params: Uint8Array; chat: Uint8Array }[]>`
    select id, sealed_params as params, sealed_chat as chat from calls
    where purpose = 'deletion' and state = 'planned'`;
  const [sent] = await sql<{ count: number }[]>`
    select count(*)::int as count from deliveries d join messages m on m.id = d.message_id
    where m.discreet and d.state = 'sent'`;
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const { id, params, chat } of planned) {
    const opened = opener.open(params, binding.callParams(id));
    const chatId = openChatId(opener, chat, binding.callChat(id));
    if (!opened.ok || !chatId.ok) throw new Error('a deletion does not open');
    const { message_id } = JSON.parse(Buffer.from(opened.value).toString('utf8'));
    seen.add(`${chatId.value} ${message_id}`);
    if (!ledger.some((entry) => entry.chat === chatId.value && entry.messageId === message_id)) {
      faults.push('a deletion of what was not sent');
    }
  }
  if (seen.size !== planned.length) faults.push('a deletion planned twice');
  if (seen.size !== (sent?.count ?? 0))
    faults.push(`${sent?.count} discreet messages, ${seen.size} deletions`);
  return faults;
}

/** Nobody gets the old hour after the new one. */
function judgeOrder(
  rows: readonly Row[],
  opener: Opener,
  line: Line,
  ledger: readonly LedgerEntry[],
): string[] {
  const alerts = rows.filter(({ kind }) => kind === 'alert');
  return alerts.flatMap((older) => {
    if (!older.title.endsWith(' 1')) return [];
    const newer = alerts.find((row) => row.subscriberId === older.subscriberId && row.title.endsWith(' 2'));
    if (newer === undefined) return [];
    const chat = chatOf(opener, line, older);
    const seqs = (row: Row) =>
      Object.values(arrivals(row, chat, ledger)).flatMap((entries) => entries.map(({ seq }) => seq));
    const last = Math.max(...seqs(older));
    return seqs(newer).some((seq) => seq < last)
      ? [`the old hour after the new one (${older.language})`]
      : [];
  });
}
