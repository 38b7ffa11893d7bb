import { eq, type SQL, sql } from 'drizzle-orm';
import { broadcasts, messages } from '../../db/schema/index.ts';
import type { AlertId, BroadcastId } from '../../domain/ids.ts';
import { findCase } from '../cases/find.ts';
import { type Context, inTransaction, type SigningContext } from '../context.ts';
import { uuidArray } from '../deliveries/statement.ts';
import { reach } from '../fail-point.ts';
import { wake } from '../wake.ts';
import { type Audience, isFor } from './audience.ts';
import { dueBy } from './due.ts';
import { type Broadcast, type BroadcastToMake, ensureBroadcasts } from './ensure.ts';
import { type Added, addMessages, type PlannedText } from './messages.ts';
import { planTogether } from './plan-together.ts';
import { tierOf } from './tier.ts';

/** What a broadcast carries and for whom. */
export interface PlanBroadcast extends BroadcastToMake {
  /** Which of the case's followers; all of them when it is left out. */
  readonly audience?: Audience;
  /** It does not wait for the end of anybody's quiet hours. Default false. */
  readonly passesQuietHours?: boolean;
  /**
   * Only for followers whom this alert may have reached, and for those from whom what was confirmed of its hearing was
   * taken back; null or left out: for all.
   */
  readonly onlyToldIn?: AlertId | null;
  /** Its followers are few, as far as was seen: it may be planned in one statement with others. Default false. */
  readonly few?: boolean;
  /** One rendered text for each reader's language that is to be served now. */
  readonly texts: readonly PlannedText[];
}

/**
 * Plans one delivery for every active follower of the case whose language is among the texts, in one statement,
 * whatever their number; and one more where a text goes in two parts. Each is due at once, or at the end of its
 * follower's quiet hours. A broadcast that gets none is finished.
 *
 * Called again for the same subject (a language that was approved later) it serves the languages that are new, and
 * those only: whoever reads another has had it, also when that is no longer on record. One that was cancelled gets
 * nothing more; one that stands still gets its deliveries and goes on standing. Answers how many it added.
 */
export async function planBroadcast(ctx: SigningContext, plan: PlanBroadcast): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const [planned = 0] = await planBroadcastsHere(tx, [plan]);
    return planned;
  });
}

/**
 * The same for several alerts of those who are in a transaction already, all of which is to fail when this does. Answers
 * for each, in their order, how many deliveries it added.
 */
export async function planBroadcastsHere(
  tx: SigningContext,
  plans: readonly PlanBroadcast[],
): Promise<readonly number[]> {
  const broadcastOf = await ensureBroadcasts(
    tx,
    plans.filter(({ texts }) => texts.length > 0),
  );
  reach('plan.broadcast');
  const begun: Begun[] = [];
  for (const plan of plans) {
    const broadcast = broadcastOf.get(plan);
    if (broadcast === undefined || broadcast.state === 'cancelled') continue;
    const texts = await newTexts(tx, broadcast, plan.texts);
    if (texts.length > 0) begun.push({ plan, broadcast, texts });
  }
  const added = await addMessages(
    tx,
    begun.map(({ plan, broadcast, texts }) => ({
      broadcastId: broadcast.id,
      notAfter: plan.notAfter,
      texts,
    })),
  );
  reach('plan.messages');
  const planned = await planAllDeliveries(
    tx,
    begun.map(({ plan, broadcast }, at) => ({ plan, broadcast, texts: added[at] ?? [] })),
  );
  reach('plan.deliveries');
  for (const { broadcast } of begun) await keepState(tx, broadcast, planned.get(broadcast.id) ?? 0);
  if ([...planned.values()].some((count) => count > 0)) await wake(tx, 'sender');
  return plans.map((plan) => {
    const broadcast = broadcastOf.get(plan);
    return broadcast === undefined ? 0 : (planned.get(broadcast.id) ?? 0);
  });
}

/** A broadcast of which there is something to plan. */
interface Begun {
  readonly plan: PlanBroadcast;
  readonly broadcast: Broadcast;
  readonly texts: readonly PlannedText[];
}

/** Those whose readers this broadcast has not served yet. */
async function newTexts(
  ctx: Context,
  broadcast: Broadcast,
  texts: readonly PlannedText[],
): Promise<readonly PlannedText[]> {
  if (broadcast.isNew) return texts;
  const rows = await ctx.db
    .selectDistinct({ reader: messages.language })
    .from(messages)
    .where(eq(messages.broadcastId, broadcast.id));
  const served = new Set(rows.map(({ reader }) => reader));
  return texts.filter(({ reader }) => !served.has(reader));
}

/** A broadcast with the texts that were written for it. */
interface Written {
  readonly plan: PlanBroadcast;
  readonly broadcast: Broadcast;
  readonly texts: readonly Added[];
}

/** Plans the deliveries of all of them; answers how many of each. */
async function planAllDeliveries(
  ctx: Context,
  written: readonly Written[],
): Promise<ReadonlyMap<BroadcastId, number>> {
  const shared = written.flatMap(({ plan, broadcast, texts }) => {
    const { audience, notAfter, few = false, onlyToldIn = null } = plan;
    const { id, isNew } = broadcast;
    if (!few || !isNew || audience === undefined || onlyToldIn !== null) return [];
    return [{ ...plan, broadcastId: id, audience, notAfter, texts }];
  });
  // One by itself goes by the statement that holds for a million.
  const together = shared.length > 1 ? shared : [];
  const planned = new Map(await planTogether(ctx, together));
  const done = new Set(together.map(({ broadcastId }) => broadcastId));
  for (const { plan, broadcast, texts } of written) {
    const firsts = done.has(broadcast.id)
      ? (planned.get(broadcast.id) ?? 0)
      : await planDeliveries(ctx, broadcast, plan, texts);
    planned.set(broadcast.id, firsts + (await planSecondParts(ctx, broadcast, texts)));
  }
  return planned;
}

/**
 * Whoever is being erased, or unfollows, at this moment is left out: without the locks an erased row would be gone at
 * the insert, and whoever unfollowed would get it all the same. The locks hold back nothing that the sender does.
 *
 * Kept near to a bare insert: what a follower gets, and when, is a choice among constants. Of a new broadcast nobody
 * can have a delivery yet, so none is looked for: that alone would cost a quarter of it all.
 */
async function planDeliveries(
  ctx: Context,
  broadcast: Broadcast,
  plan: PlanBroadcast,
  texts: readonly Added[],
): Promise<number> {
  const { zone } = await findCase(ctx, plan.caseId);
  const dueAt = await dueBy(ctx, { ...plan, zone });
  const result = await ctx.db.execute(sql`
    insert into deliveries
      (id, bot_id, broadcast_id, message_id, subscriber_id, part, state, tier, due_at, not_after)
    select gen_random_uuid(), s.bot_id, ${broadcast.id}::uuid, ${messageBy(texts)}, s.id, 0, 'planned', ${tierOf},
      ${dueAt}, ${plan.notAfter?.toString() ?? null}::timestamptz
    from follows f
    join subscribers s on s.id = f.subscriber_id
    where f.case_id = ${plan.caseId} and s.bot_id = ${ctx.botId} and s.state = 'active'
      and s.language in (${list(texts.map(({ reader }) => sql`${reader}`))})
      ${plan.audience === undefined ? sql`` : isFor(plan.audience)}
      ${await toldIn(ctx, plan)}
      ${broadcast.isNew ? sql`` : servedLate(plan, broadcast)}
    for key share of s, f
    ${broadcast.isNew ? sql`` : sql`on conflict (broadcast_id, subscriber_id, part) do nothing`}`);
  return result.count;
}

/**
 * The second part goes to exactly whom the first goes to: who followed in between gets neither. Of a discreet reader
 * it is cancelled when its turn comes, unless they are discreet no more by then.
 */
async function planSecondParts(ctx: Context, broadcast: Broadcast, texts: readonly Added[]): Promise<number> {
  const long = texts.flatMap(({ partIds: [first, second], noticeId }) =>
    first === undefined || second === undefined ? [] : [{ firsts: [first, noticeId], second }],
  );
  if (long.length === 0) return 0;
  const choices = long.flatMap(({ firsts, second }) =>
    firsts.map((first) => sql` when ${first}::uuid then ${second}::uuid`),
  );
  const result = await ctx.db.execute(sql`
    insert into deliveries
      (id, bot_id, broadcast_id, message_id, subscriber_id, part, state, tier, due_at, not_after)
    select gen_random_uuid(), d.bot_id, d.broadcast_id, case d.message_id ${sql.join(choices)} end,
      d.subscriber_id, 1, 'planned', d.tier, d.due_at, d.not_after
    from deliveries d
    where d.broadcast_id = ${broadcast.id} and d.part = 0 and d.waiting and d.state = 'planned'
      and d.message_id in (${list(long.flatMap(({ firsts }) => firsts.map((first) => sql`${first}::uuid`)))})`);
  return result.count;
}

/** The message for a follower's language and mode. */
function messageBy(texts: readonly Added[]): SQL {
  const choices = texts.map(
    ({ reader, partIds, noticeId }) => sql`
      when ${reader} then case when s.discreet then ${noticeId}::uuid else ${partIds[0]}::uuid end`,
  );
  return sql`case s.language ${sql.join(choices)} end`;
}

/**
 * A post in a language that comes later is old by then: it is for who followed, and read that language, when it began
 * to go out. Who came since has not missed it; who changed language since has had it.
 */
function servedLate({ subject }: PlanBroadcast, { id }: Broadcast): SQL {
  if (subject.kind === 'alert') return sql``;
  return sql`and greatest(f.created_at, s.language_since) <= (select created_at from broadcasts where id = ${id})`;
}

/**
 * Whoever was told; and whoever was not told what is confirmed, since it was on its way and made room for this alert,
 * which may then not have reached them either: they would hear of nothing. Once it is no longer kept who was sent what,
 * everyone counts as told: a correction too many does no harm.
 */
async function toldIn(ctx: Context, { onlyToldIn }: PlanBroadcast): Promise<SQL> {
  if (onlyToldIn === undefined || onlyToldIn === null) return sql``;
  const [told] = await ctx.db.execute<{ id: BroadcastId; kept: boolean; cut: BroadcastId[] }>(sql`
    select b.id, exists (select 1 from deliveries d where d.broadcast_id = b.id) as kept,
      to_jsonb(array(
        select other.id from alerts one join alerts confirmed on confirmed.hearing_id = one.hearing_id
        join broadcasts other on other.alert_id = confirmed.id
        where one.id = b.alert_id and not confirmed.unconfirmed and other.bot_id = b.bot_id
          and other.state = 'cancelled'
      )) as cut
    from broadcasts b where b.bot_id = ${ctx.botId} and b.alert_id = ${onlyToldIn}`);
  if (told === undefined || !told.kept) return sql``;
  return sql`and (
    exists (select 1 from deliveries d where d.broadcast_id = ${told.id}
      and d.subscriber_id = s.id and d.state in ('attempting', 'sent', 'unknown'))
    or exists (select 1 from deliveries d where d.broadcast_id = any(${uuidArray(told.cut)})
      and d.subscriber_id = s.id and (d.state = 'planned' or (d.state = 'cancelled' and d.outcome = 'superseded'))))`;
}

function list(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql`, `);
}

/** What was over goes on when there is more of it, and what nobody gets is over. */
async function keepState(ctx: Context, broadcast: Broadcast, planned: number): Promise<void> {
  const { id, state } = broadcast;
  if (planned > 0) {
    if (state !== 'finished') return;
    await ctx.db.update(broadcasts).set({ state: 'running', finishedAt: null }).where(eq(broadcasts.id, id));
    return;
  }
  if (!broadcast.isNew) return;
  await ctx.db
    .update(broadcasts)
    .set({ state: 'finished', finishedAt: ctx.clock.now() })
    .where(eq(broadcasts.id, id));
  ctx.log.info('broadcast-reaches-nobody', { id });
}
