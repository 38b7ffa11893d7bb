import { sql } from 'drizzle-orm';
import { alerts, broadcasts, hearings, messages, posts } from '../../src/db/schema/index.ts';
import {
  type AlertId,
  type BroadcastId,
  type CaseId,
  type HearingId,
  type MessageId,
  newId,
  type PostId,
} from '../../src/domain/ids.ts';
import type { Language } from '../../src/domain/language.ts';
import type { BroadcastKind, BroadcastState, DeliveryState } from '../../src/domain/words.ts';
import type { TestCampaign, TestStaff } from './campaign.ts';

/** A broadcast as it might stand in the database, with nothing of it planned yet. `author`: whose post it is. */
export async function broadcastRow(
  campaign: TestCampaign,
  author: TestStaff,
  more: {
    readonly kind?: BroadcastKind;
    readonly state?: BroadcastState;
    readonly caseId?: CaseId;
    readonly priority?: number;
    readonly notAfter?: Temporal.Instant | null;
    readonly subject?: { readonly alertId: AlertId } | { readonly postId: PostId };
  } = {},
): Promise<BroadcastId> {
  const { db, clock, campaignId, botId } = campaign;
  const kind = more.kind ?? 'post';
  const caseId = more.caseId ?? campaign.caseId;
  const id = newId<BroadcastId>();
  await db.insert(broadcasts).values({
    id,
    campaignId,
    botId,
    caseId,
    kind,
    ...(more.subject ?? (kind === 'post' ? { postId: await postRow() } : { alertId: await alertRow() })),
    priority: more.priority ?? (kind === 'post' ? 60 : 30),
    state: more.state ?? 'running',
    notAfter: more.notAfter ?? null,
    createdAt: clock.now(),
  });
  return id;

  async function postRow(): Promise<PostId> {
    const postId = newId<PostId>();
    await db.insert(posts).values({
      id: postId,
      campaignId,
      caseId,
      sourceLanguage: 'en',
      authorId: author.id,
      createdAt: clock.now(),
    });
    return postId;
  }

  async function alertRow(): Promise<AlertId> {
    const hearingId = newId<HearingId>();
    await db.insert(hearings).values({ id: hearingId, campaignId, caseId, createdAt: clock.now() });
    const alertId = newId<AlertId>();
    await db.insert(alerts).values({
      id: alertId,
      campaignId,
      caseId,
      hearingId,
      revision: 1,
      kind: 'changed',
      dueAt: clock.now(),
      notAfter: clock.now().add({ hours: 24 }),
      state: 'dispatched',
    });
    return alertId;
  }
}

/** So many deliveries of a broadcast to followers of its case, made for them, in one language; answers the message. */
export async function deliveryRows(
  campaign: TestCampaign,
  broadcastId: BroadcastId,
  rows: {
    readonly count: number;
    readonly state: DeliveryState;
    readonly outcome?: string;
    readonly language?: Language;
    readonly dueAt?: Temporal.Instant;
    readonly notAfter?: Temporal.Instant;
    readonly attempts?: number;
  },
): Promise<MessageId> {
  const { db, clock } = campaign;
  const now = clock.now().toString();
  const language = rows.language ?? 'en';
  await db
    .insert(messages)
    .values({
      id: newId<MessageId>(),
      broadcastId,
      language,
      textLanguage: language,
      discreet: false,
      payload: { text: 'Hello.', entities: [], buttons: [] },
      createdAt: clock.now(),
    })
    .onConflictDoNothing();
  const settled = rows.state !== 'planned' && rows.state !== 'attempting';
  const [made] = await db.execute<{ messageId: MessageId }>(sql`
    with b as (
      select b.*, m.id as message_id from broadcasts b
      join messages m on m.broadcast_id = b.id and m.language = ${language} and not m.discreet
      where b.id = ${broadcastId}
    ), s as (
      insert into subscribers (id, campaign_id, bot_id, chat_index, sealed_chat, kind, language, state, created_at)
      select gen_random_uuid(), b.campaign_id, b.bot_id, uuid_send(gen_random_uuid()), '\\x00', 'private',
        ${language}, 'active', ${now}
      from b, generate_series(1, ${rows.count}) returning id
    ), f as (
      insert into follows (subscriber_id, case_id, created_at) select s.id, b.case_id, ${now} from s, b
    ), d as (
      insert into deliveries (id, bot_id, broadcast_id, message_id, subscriber_id, part, state, outcome, due_at,
        not_after, attempts, settled_at)
      select gen_random_uuid(), b.bot_id, b.id, b.message_id, s.id, 0, ${rows.state},
        ${rows.outcome ?? null}, ${(rows.dueAt ?? clock.now()).toString()},
        ${rows.notAfter?.toString() ?? null}, ${rows.attempts ?? 0}, ${settled ? now : null}
      from s, b
    )
    select message_id as "messageId" from b`);
  if (made === undefined) throw new Error('No such broadcast.');
  return made.messageId;
}

/** How many deliveries of a broadcast there are by state and outcome. */
export async function deliveryCounts(
  campaign: TestCampaign,
  broadcastId: BroadcastId,
): Promise<Record<string, number>> {
  const rows = await campaign.db.execute<{ what: string; count: number }>(sql`
    select concat_ws(' ', state, outcome) as what, count(*)::int as count from deliveries
    where broadcast_id = ${broadcastId} group by 1`);
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}
