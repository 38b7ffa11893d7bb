import { and, eq, gt, ne, sql } from 'drizzle-orm';
import { alerts, broadcasts, posts } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import { type NotResent, resendOf } from '../../domain/dead-letter.ts';
import type { BroadcastId, SubscriberId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { type ShownCount, shownCount } from '../../domain/shown-count.ts';
import type { BroadcastState, DeadState } from '../../domain/words.ts';
import { isAbout, subjectOf } from '../alerts/subject.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { first, uuidArray } from '../deliveries/statement.ts';
import { isTextApproved } from '../posts/approved.ts';
import { findTranslation } from '../posts/find.ts';
import { wake } from '../wake.ts';
import { type BroadcastRow, lockBroadcast } from './find.ts';

/** A class of dead letters, as `dead-letters.ts` lists them. */
export interface ResendDeliveries {
  readonly broadcastId: BroadcastId;
  readonly state: DeadState;
  readonly outcome: string;
  readonly language: Language;
  /** So many rows are looked at in one transaction. */
  readonly atOnce?: number;
}

export type ResendDeliveriesRefusal =
  | { readonly code: 'broadcast-unknown' }
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'not-resendable'; readonly why: NotResent }
  | { readonly code: 'broadcast-stands'; readonly state: BroadcastState }
  | { readonly code: 'too-late' }
  | { readonly code: 'overtaken' }
  | { readonly code: 'approval-gone'; readonly language: Language };

/** With so many rows in one transaction the broadcast's row is not locked for long. */
const AT_ONCE = 10_000;

/** Before every subscriber's id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Sends deliveries of a class once more, as `domain/dead-letter.ts` allows: they are planned again, due now, to those
 * who still follow, and the broadcast runs. One approver suffices, since the words are approved; they still have to
 * be, and not be overtaken by newer facts. What stands still is resumed first: that takes whom a resume takes. Call it
 * outside a transaction: a million rows are done in many, and when it is cut off, what is left is still listed.
 */
export async function resendDeliveries(
  ctx: StaffContext,
  input: ResendDeliveries,
): Promise<Result<{ readonly planned: ShownCount }, ResendDeliveriesRefusal>> {
  let planned = 0;
  let after: Place | null = null;
  do {
    const batch = await resendBatch(ctx, input, after);
    if (!batch.ok) return planned === 0 ? batch : done({ planned: shownCount(planned) });
    planned += batch.value.planned;
    after = batch.value.next;
  } while (after !== null);
  return done({ planned: shownCount(planned) });
}

/** Where in a broadcast's deliveries a batch ended. */
interface Place {
  readonly subscriberId: SubscriberId;
  readonly part: number;
}

async function resendBatch(
  ctx: StaffContext,
  input: ResendDeliveries,
  after: Place | null,
): Promise<Result<{ readonly planned: number; readonly next: Place | null }, ResendDeliveriesRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const broadcast = await lockBroadcast(tx, input.broadcastId);
    if (broadcast === undefined) return refused({ code: 'broadcast-unknown' });
    const refusal = await whyNot(tx, broadcast, input);
    if (refusal !== null) return refused(refusal);
    const { planned, next } = await planAgain(tx, broadcast, input, after);
    if (planned > 0) {
      await tx.db
        .update(broadcasts)
        .set({ state: 'running', finishedAt: null })
        .where(eq(broadcasts.id, broadcast.id));
      const { state, outcome, language } = input;
      await audit(tx, {
        verb: 'broadcasts/resend',
        subject: { type: 'broadcast', id: broadcast.id },
        details: { state, outcome, language, planned: shownCount(planned), via: tx.actor.via },
      });
      await wake(tx, 'sender');
    }
    return done({ planned, next });
  });
}

async function whyNot(
  ctx: StaffContext,
  broadcast: BroadcastRow,
  { state, outcome, language }: ResendDeliveries,
): Promise<ResendDeliveriesRefusal | null> {
  if (!hasRole(ctx.actor, 'approver')) return { code: 'not-an-approver' };
  const resend = resendOf(broadcast.kind, state, outcome);
  if (!resend.safe) return { code: 'not-resendable', why: resend.why };
  if (broadcast.state !== 'running' && broadcast.state !== 'finished') {
    return { code: 'broadcast-stands', state: broadcast.state };
  }
  const { notAfter } = broadcast;
  if (notAfter !== null && Temporal.Instant.compare(notAfter, ctx.clock.now()) <= 0)
    return { code: 'too-late' };
  if (await isOvertaken(ctx, broadcast)) return { code: 'overtaken' };
  return (await isStillApproved(ctx, broadcast, language)) ? null : { code: 'approval-gone', language };
}

/** Whether followers were, or are about to be, told newer facts of the hearing or incident. */
async function isOvertaken(ctx: StaffContext, { alertId }: BroadcastRow): Promise<boolean> {
  if (alertId === null) return false;
  const [told] = await ctx.db.select().from(alerts).where(eq(alerts.id, alertId));
  if (told === undefined) return true;
  const newer = await ctx.db.$count(
    alerts,
    and(
      isAbout(subjectOf(told)),
      gt(alerts.revision, told.revision),
      ne(alerts.kind, 'reminder'),
      ne(alerts.state, 'superseded'),
    ),
  );
  return newer > 0;
}

/** A post's text needs an approval that still stands. An alert is a fixed template over approved facts. */
async function isStillApproved(
  ctx: StaffContext,
  { postId }: BroadcastRow,
  language: Language,
): Promise<boolean> {
  if (postId === null) return true;
  const [post] = await ctx.db.select().from(posts).where(eq(posts.id, postId));
  const text = await findTranslation(ctx, postId, language);
  return post !== undefined && text !== undefined && (await isTextApproved(ctx, post, text));
}

/**
 * Plans a batch of the class again. The rows are found once, in the order of the index, and from then on by their
 * places in the table; their readers are looked up one by one: whatever PostgreSQL believes about a table that has just
 * grown, it reads no more than the batch.
 */
async function planAgain(
  ctx: StaffContext,
  broadcast: BroadcastRow,
  { state, outcome, language, atOnce = AT_ONCE }: ResendDeliveries,
  after: Place | null,
): Promise<{ readonly planned: number; readonly next: Place | null }> {
  const { id } = broadcast;
  // Of a digest, whoever follows one of its cases still.
  const caseIds = uuidArray(broadcast.caseId === null ? (broadcast.digestCaseIds ?? []) : [broadcast.caseId]);
  const now = ctx.clock.now().toString();
  // Only what was halted for its text is let go again with it: the rest of such a text stays where it is.
  const letsGo = outcome === 'text-halted' || outcome.startsWith('content');
  const isDead = sql`d.state = ${state} and coalesce(d.outcome, '') = ${outcome}
    and (d.not_after is null or d.not_after > ${now}::timestamptz)`;
  const [row] = await ctx.db.execute<{
    seen: number;
    planned: number;
    subscriberId: SubscriberId | null;
    part: number | null;
  }>(sql`
    with seen as materialized (
      select d.ctid as place, d.subscriber_id, d.part, d.message_id, ${isDead} as is_dead from deliveries d
      where (d.broadcast_id, d.subscriber_id, d.part)
          > (${id}::uuid, ${after?.subscriberId ?? FIRST}::uuid, ${after?.part ?? -1}::smallint)
        and d.broadcast_id <= ${id}::uuid
      order by d.broadcast_id, d.subscriber_id, d.part ${first(atOnce)}
    ), wanted as materialized (
      select seen.place from seen
      join messages m on m.id = seen.message_id and m.text_language = ${language}
        and (${letsGo} or m.halted_at is null)
      cross join lateral (
        select 1 from subscribers s where s.id = seen.subscriber_id and s.state = 'active' ${first(1)}) reachable
      cross join lateral (
        select 1 from follows f where f.subscriber_id = seen.subscriber_id and f.case_id = any(${caseIds}) ${first(1)}
      ) follower
      where seen.is_dead
    ), dead as materialized (
      select d.ctid as place from deliveries d
      where d.ctid = any(array(select place from wanted)) and ${isDead}
      for no key update skip locked
    ), again as (
      update deliveries d set state = 'planned', outcome = null, settled_at = null, due_at = ${now}::timestamptz,
        repeat = d.repeat or ${state === 'unknown'}
      where d.ctid = any(array(select place from dead))
      returning d.message_id
    ), let_go as (
      update messages m set halted_at = null, halted_for = null
      where m.id in (select message_id from again) and m.halted_at is not null
    )
    select (select count(*)::int from seen) as seen, (select count(*)::int from again) as planned,
      last.subscriber_id as "subscriberId", last.part
    from (select 1) one
    left join lateral (
      select subscriber_id, part from seen order by subscriber_id desc, part desc limit 1) last on true`);
  if (row === undefined) throw new Error('A statement of counts answered no row.');
  const { seen, planned, subscriberId, part } = row;
  const more = seen === atOnce && subscriberId !== null && part !== null;
  return { planned, next: more ? { subscriberId, part } : null };
}
