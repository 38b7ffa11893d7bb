import type { Sql } from 'postgres';
import type { LedgerEntry } from '../../sandbox/telegram/ledger.ts';
import { openChatId } from '../../src/crypto/chat-id.ts';
import { ringFromText } from '../../src/crypto/key-text.ts';
import { createOpener, type Opener } from '../../src/crypto/seal.ts';
import { binding } from '../../src/domain/bindings.ts';
import type { CallId } from '../../src/domain/ids.ts';
import { type Doubts, type JudgedDelivery, judgeDeliveries, type Verdict } from './delivery-judge.ts';
import type { Line } from './line-template.ts';

/** Judges one line after its end: the rows against the ledger, and the ledger against the rows. */
export async function judgeLine(
  sql: Sql,
  line: Line,
  ledger: readonly LedgerEntry[],
  doubts: Doubts,
): Promise<Verdict> {
  const opener = openerOf(line);
  const { group } = line.people;
  const movedTo = new Map([[group.was, group.is]]);
  const { rows, ...verdict } = await judgeDeliveries(sql, { opener, movedTo }, ledger, doubts);
  const faults = [
    ...verdict.faults,
    ...(await judgeCompleteness(sql)),
    ...(await judgeDeletions(sql, opener, ledger)),
    ...judgeOrder(rows),
    ...judgeOthers(line, rows, ledger),
  ];
  return { ...verdict, faults };
}

function openerOf({ keys }: Line): Opener {
  const ring = ringFromText(keys);
  if (!ring?.sender) throw new Error('the line has no sender keys');
  return createOpener(ring.sender.sealing);
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
    select 'updates that were not handled', count(*)::int from updates where handled_at is null
    union all
    select 'broadcasts without an end', count(*)::int from broadcasts where state = 'running'`;
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
  if (seen.size !== sent?.count) faults.push(`${sent?.count} discreet messages, ${seen.size} deletions`);
  return faults;
}

/** Nobody gets the old hour after the new one. */
function judgeOrder(rows: readonly JudgedDelivery[]): string[] {
  const last = (row: JudgedDelivery) => Math.max(...[...row.plain, ...row.marked].map(({ seq }) => seq));
  const first = (row: JudgedDelivery) => Math.min(...[...row.plain, ...row.marked].map(({ seq }) => seq));
  const newer = new Map(
    rows.filter(({ title }) => title.endsWith(' 2')).map((row) => [row.subscriberId, row]),
  );
  return rows.flatMap((row) => {
    const next = row.title.endsWith(' 1') ? newer.get(row.subscriberId) : undefined;
    if (next === undefined || last(row) < first(next)) return [];
    return [`the old hour after the new one (${row.language})`];
  });
}

/** A reply once at most, a notice once more at most; and nothing that nobody has planned. */
function judgeOthers(line: Line, rows: readonly JudgedDelivery[], ledger: readonly LedgerEntry[]): string[] {
  const { approver, lawyer, asker, comer } = line.people;
  const planned = new Set(rows.flatMap(({ plain, marked }) => [...plain, ...marked]));
  const messages = ledger.filter(({ method }) => method === 'sendMessage');
  const others = messages.filter((entry) => !planned.has(entry));
  const faults: string[] = [];
  for (const [text, times] of Map.groupBy(others, ({ chat, text }) => `${chat} ${text}`)) {
    const atMost = text.startsWith(`${asker} `) || text.startsWith(`${comer} `) ? 1 : 2;
    if (times.length > atMost) faults.push('a reply or notice too often');
  }
  const known = new Set([approver, lawyer, asker, comer]);
  const nobodys = others.filter(({ chat }) => !known.has(chat));
  if (nobodys.length > 0) faults.push(`${nobodys.length} messages that nobody planned`);
  return faults;
}
