import { type SQL, sql } from 'drizzle-orm';
import { broadcasts, messages } from '../../db/schema/index.ts';
import { encodeCallbackData } from '../../domain/callback-data.ts';
import {
  type AlertId,
  type BroadcastId,
  type CaseId,
  type MessageId,
  newId,
  type PostId,
} from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { translate } from '../../i18n/index.ts';
import type { Context } from '../context.ts';
import { wake } from '../wake.ts';

/** What a broadcast carries and for whom. */
export interface PlanBroadcast {
  readonly subject:
    | { readonly kind: 'alert'; readonly alertId: AlertId }
    | { readonly kind: 'post'; readonly postId: PostId };
  readonly caseId: CaseId;
  readonly priority: number;
  readonly notAfter: Temporal.Instant | null;
  /** One rendered text for each reader's language that is to be served now. */
  readonly texts: readonly {
    readonly reader: Language;
    readonly textLanguage: Language;
    readonly message: RenderedMessage;
  }[];
}

/**
 * Plans one delivery for every active follower of the case whose language is among the texts, in one
 * statement, whatever their number. Called again for the same subject (a language that was approved later) it
 * adds what is missing for those who followed by then, and never a second delivery to anyone. Answers how many deliveries it added.
 */
export async function planBroadcast(ctx: Context, plan: PlanBroadcast): Promise<number> {
  if (plan.texts.length === 0) return 0;
  const broadcastId = await ensureBroadcast(ctx, plan);
  for (const text of plan.texts) {
    await addMessage(ctx, broadcastId, text, { discreet: false, message: text.message });
  }
  for (const text of plan.texts) {
    await addMessage(ctx, broadcastId, text, {
      discreet: true,
      message: await notice(ctx, broadcastId, text.reader),
    });
  }
  const planned = await planDeliveries(ctx, broadcastId, plan);
  await wake(ctx, 'sender');
  return planned;
}

async function ensureBroadcast(ctx: Context, plan: PlanBroadcast): Promise<BroadcastId> {
  const { subject } = plan;
  const target = subject.kind === 'alert' ? sql`bot_id, alert_id` : sql`bot_id, post_id`;
  const [row] = await ctx.db.execute<{ id: BroadcastId }>(sql`
    insert into ${broadcasts}
      (id, campaign_id, bot_id, case_id, kind, alert_id, post_id, priority, state, not_after, created_at)
    values (
      ${newId<BroadcastId>()}, ${ctx.campaignId}, ${ctx.botId}, ${plan.caseId}, ${subject.kind},
      ${subject.kind === 'alert' ? subject.alertId : null}, ${subject.kind === 'post' ? subject.postId : null},
      ${plan.priority}, 'running', ${plan.notAfter?.toString() ?? null}, ${ctx.clock.now().toString()})
    on conflict (${target}) do update set priority = excluded.priority
    returning id`);
  if (row === undefined) throw new Error('A broadcast was neither made nor found.');
  return row.id;
}

async function addMessage(
  ctx: Context,
  broadcastId: BroadcastId,
  text: PlanBroadcast['texts'][number],
  rendered: { readonly discreet: boolean; readonly message: RenderedMessage },
): Promise<void> {
  await ctx.db
    .insert(messages)
    .values({
      id: newId<MessageId>(),
      broadcastId,
      language: text.reader,
      textLanguage: text.textLanguage,
      discreet: rendered.discreet,
      payload: rendered.message,
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing();
}

/** The neutral notice for a phone that may be searched: its button asks for the content. */
async function notice(ctx: Context, broadcastId: BroadcastId, reader: Language): Promise<RenderedMessage> {
  const [content] = await ctx.db.execute<{ id: MessageId }>(sql`
    select id from ${messages}
    where broadcast_id = ${broadcastId} and language = ${reader} and not discreet and part = 0`);
  if (content === undefined) throw new Error('A notice without its content was to be planned.');
  return {
    text: translate(reader, 'discreet-notice'),
    entities: [],
    buttons: [
      [
        {
          text: translate(reader, 'button-show'),
          data: encodeCallbackData({ action: 'show', messageId: content.id }),
        },
      ],
    ],
  };
}

/** Whoever is being erased at this moment is left out: without the lock their row would be gone at the insert. */
async function planDeliveries(ctx: Context, broadcastId: BroadcastId, plan: PlanBroadcast): Promise<number> {
  const now = ctx.clock.now().toString();
  const result = await ctx.db.execute(sql`
    insert into deliveries
      (id, bot_id, broadcast_id, message_id, subscriber_id, part, state, priority, due_at, not_after)
    select gen_random_uuid(), s.bot_id, m.broadcast_id, m.id, s.id, m.part, 'planned', ${plan.priority},
      ${now}, ${plan.notAfter?.toString() ?? null}
    from follows f
    join subscribers s on s.id = f.subscriber_id and s.bot_id = ${ctx.botId} and s.state = 'active'
    join messages m on m.broadcast_id = ${broadcastId} and m.language = s.language and m.discreet = s.discreet
    where f.case_id = ${plan.caseId} ${followedBefore(plan, broadcastId)}
    for key share of s, f
    on conflict (broadcast_id, subscriber_id, part) do nothing`);
  return result.count;
}

/** A language that comes late brings an old post: whoever began to follow since its first has not missed it. */
function followedBefore({ subject }: PlanBroadcast, broadcastId: BroadcastId): SQL {
  return subject.kind === 'post'
    ? sql`and f.created_at <= (select created_at from broadcasts where id = ${broadcastId})`
    : sql``;
}
