import { drizzle } from 'drizzle-orm/postgres-js';
import * as schema from '../../../src/db/schema/index.ts';
import {
  type BroadcastId,
  type DeliveryId,
  type HearingId,
  type MessageId,
  newId,
  type PostId,
  type SubscriberId,
} from '../../../src/domain/ids.ts';
import type { InboxContext } from '../../../src/services/updates/inbox.ts';
import { testCampaign } from '../../helpers/campaign.ts';

/** Deep enough that a wrong plan costs many times a right one, and built in seconds. */
const FOLLOWERS = 40_000;
const OVER = 40;
const EACH = 3500;
/** Of one hearing. */
export const CHANGES = 400;

export type DeepCampaign = Awaited<ReturnType<typeof deepCampaign>>;

/** One statement as the driver was given it. */
export interface Captured {
  readonly query: string;
  readonly params: readonly unknown[];
}

interface Planned {
  readonly id: BroadcastId;
  readonly state: 'finished' | 'running' | 'paused' | 'cancelled';
  readonly kind: 'post' | 'alert';
  readonly ofCase: string;
  readonly hoursAgo: number;
  /** Its followers: so many, from this one on. */
  readonly from: number;
  readonly count: number;
  readonly deliveries: 'sent' | 'planned' | 'cancelled';
}

/**
 * A campaign on a database with the depth of some busy weeks: 40,000 followers of one case and 100 of another,
 * 190,000 deliveries of 45 broadcasts. Most broadcasts are over, some of them for longer than deliveries are kept;
 * one of 40,000 runs, and so do a small post of the other case and an alert; one is paused and one cancelled. What
 * PostgreSQL knows of its tables is from before most of it, until `gatherStatistics`.
 */
export async function deepCampaign() {
  const campaign = await testCampaign({ at: '2026-11-22T12:00:00Z' });
  const { sql, campaignId, botId, caseId } = campaign;
  const otherCaseId = await campaign.addCase('the-lighthouse-keepers');
  const author = await campaign.staff(['author']);
  const hearingId = newId<HearingId>();
  const movedId = newId<HearingId>();
  const now = campaign.clock.now().toString();

  const post = { kind: 'post', ofCase: caseId, from: 0 } as const;
  const over = Array.from(
    { length: OVER },
    (_, number): Planned => ({
      ...post,
      id: newId(),
      state: 'finished',
      hoursAgo: 144 - 3 * number,
      from: (number * 977) % (FOLLOWERS - EACH),
      count: EACH,
      deliveries: 'sent',
    }),
  );
  const running = { ...post, state: 'running', hoursAgo: 1, deliveries: 'planned' } as const;
  const bulk: Planned = { ...running, id: newId(), count: FOLLOWERS };
  const small: Planned = { ...running, id: newId(), ofCase: otherCaseId, count: 100 };
  const alert: Planned = { ...running, id: newId(), kind: 'alert', count: EACH };
  const still = { ...post, hoursAgo: 100, count: EACH } as const;
  const paused: Planned = { ...still, id: newId(), state: 'paused', deliveries: 'planned' };
  const cancelled: Planned = { ...still, id: newId(), state: 'cancelled', deliveries: 'cancelled' };
  await inBulk(async () => {
    await addFollowers();
    await addHearings();
    await addBroadcasts([...over, bulk, small, alert, paused, cancelled]);
    await addTheRest();
    await sql`analyze updates, calls, audit_entries`;
  });
  const [somebody] = await sql<{ subscriberId: SubscriberId; messageId: MessageId }[]>`
    select subscriber_id as "subscriberId", message_id as "messageId" from deliveries
    where broadcast_id = ${bulk.id} and state = 'planned' limit 1`;
  if (somebody === undefined) throw new Error('Nobody follows.');
  const otherPostId = newId<PostId>();
  await sql`
    insert into posts (id, campaign_id, case_id, source_language, author_id, created_at)
    values (${otherPostId}, ${campaignId}, ${otherCaseId}, 'en', ${author.id}, ${now})`;

  return {
    ...campaign,
    otherCaseId,
    author,
    hearingId,
    /** A hearing that was changed `CHANGES` times, each time told. */
    movedId,
    /** Somebody to whom the big broadcast is on its way, and its text. */
    ...somebody,
    /** A post of the other case of which nothing is planned yet. */
    otherPostId,
    /** The broadcast of 40,000 that runs. */
    bulk: bulk.id,
    small: small.id,
    /** The alert that runs, of the first hearing. */
    alert: alert.id,
    /** The one that has been over for the longest. */
    old: over[0]?.id ?? bulk.id,
    paused: paused.id,

    /** From here on PostgreSQL knows the tables as they are. */
    async gatherStatistics(): Promise<void> {
      await sql`vacuum analyze`;
    },

    /** Ids of planned deliveries of the big broadcast, as a claim gets them. */
    async plannedIds(count: number): Promise<DeliveryId[]> {
      const rows = await sql<{ id: DeliveryId }[]>`
        select id from deliveries where broadcast_id = ${bulk.id} and state = 'planned' limit ${count}`;
      return rows.map(({ id }) => id);
    },

    /** What the driver is given while something is done, which is then undone. */
    async capture(work: (ctx: InboxContext) => Promise<unknown>): Promise<Captured[]> {
      const captured: Captured[] = [];
      const logQuery = (query: string, params: unknown[]) => captured.push({ query, params });
      const db = drizzle(sql, { schema, logger: { logQuery } });
      const undone = new Error('undone');
      await db
        .transaction(async (tx) => {
          await work({ ...campaign.ctx, db: tx });
          throw undone;
        })
        .catch((error: unknown) => {
          if (error !== undone) throw error;
        });
      return captured;
    },
  };

  /** Keys and indexes are made for all rows at once, which takes a fraction of the time. */
  async function inBulk(load: () => Promise<void>): Promise<void> {
    const keys = await sql<{ owner: string; name: string; definition: string }[]>`
      select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
    const indexes = await sql<{ name: string; definition: string }[]>`
      select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = any('{deliveries,follows}'::regclass[]) and not i.indisprimary`;
    // Statistics are gathered when the tests say so.
    for (const table of ['deliveries', 'updates', 'calls', 'audit_entries']) {
      await sql`alter table ${sql(table)} set (autovacuum_enabled = false)`;
    }
    for (const { owner, name } of keys) await sql`alter table ${sql(owner)} drop constraint ${sql(name)}`;
    for (const { name } of indexes) await sql`drop index ${sql(name)}`;
    await load();
    for (const { definition } of indexes) await sql.unsafe(definition);
    for (const { owner, name, definition } of keys) {
      await sql.unsafe(`alter table ${owner} add constraint "${name}" ${definition}`);
    }
  }

  async function addFollowers(): Promise<void> {
    await sql`
      create table reader as
      select n, gen_random_uuid() as id, (array['az', 'en', 'ru', 'tr', 'fa', 'fr', 'de'])[1 + n % 7] as language,
        n % 50 = 0 as discreet from generate_series(0, ${FOLLOWERS}::int - 1) n`;
    await sql`
      insert into subscribers
        (id, campaign_id, bot_id, chat_index, sealed_chat, kind, language, language_since, discreet, state, created_at)
      select id, ${campaignId}, ${botId}, sha256(n::text::bytea), sha256(n::text::bytea), 'private', language,
        ${now}::timestamptz - interval '30 days', discreet, 'active', ${now}::timestamptz - interval '30 days'
      from reader`;
    await sql`
      insert into follows (subscriber_id, case_id, created_at)
      select id, ${caseId}::uuid, ${now}::timestamptz - interval '30 days' from reader union all
      select id, ${otherCaseId}::uuid, ${now}::timestamptz - interval '30 days' from reader where n < 100`;
  }

  /** Four hundred hearings with five reminders each, most of them ahead; one of the first is on its way. */
  async function addHearings(): Promise<void> {
    await sql`
      insert into hearings (id, campaign_id, case_id, created_at)
      select case when n = 0 then ${hearingId}::uuid else gen_random_uuid() end, ${campaignId}, ${caseId}, ${now}
      from generate_series(0, 399) n`;
    await sql`
      insert into alerts (id, campaign_id, case_id, hearing_id, revision, kind, lead_time, starts_on, due_at,
        not_after, state)
      select gen_random_uuid(), ${campaignId}, ${caseId}, h.id, 1, 'reminder', n || 'd', '2026-11-23',
        ${now}::timestamptz + interval '1 day' * n, ${now}::timestamptz + interval '9 days',
        case when n = 0 then 'dispatched' else 'pending' end
      from hearings h, generate_series(0, 4) n`;
    // One more was moved again and again.
    await sql`
      insert into hearings (id, campaign_id, case_id, created_at)
      values (${movedId}, ${campaignId}, ${caseId}, ${now})`;
    await sql`
      insert into hearing_revisions (hearing_id, revision, state, status, local_date, local_time, zone, starts_at, kind,
        court, openness, sources, checked_on, content_hash, recorded_at)
      select ${movedId}, n, 'superseded', 'scheduled', '2026-11-30', '10:30', 'Asia/Baku', ${now}, 'trial', '{"en": "A court"}',
        'open', '["A source"]', '2026-11-20', md5(n::text), ${now}
      from generate_series(1, ${CHANGES}::int) n`;
    await sql`
      insert into alerts (id, campaign_id, case_id, hearing_id, revision, kind, due_at, not_after, state)
      select gen_random_uuid(), ${campaignId}, ${caseId}, ${movedId}, n, 'changed', ${now}, ${now}, 'dispatched'
      from generate_series(1, ${CHANGES}::int) n`;
  }

  async function addBroadcasts(planned: readonly Planned[]): Promise<void> {
    const rows = planned.map((row) => ({ ...row, postId: newId<PostId>() }));
    await sql`
      create table plan as select x.*, ${now}::timestamptz - interval '1 hour' * x."hoursAgo" as at
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id uuid, state text, kind text,
        "ofCase" uuid, "hoursAgo" int, "from" int, count int, deliveries text, "postId" uuid)`;
    await sql`
      insert into posts (id, campaign_id, case_id, source_language, author_id, created_at)
      select "postId", ${campaignId}, "ofCase", 'en', ${author.id}, at from plan`;
    await sql`
      insert into broadcasts (id, campaign_id, bot_id, case_id, kind, alert_id, post_id, priority, state, created_at,
        finished_at)
      select id, ${campaignId}, ${botId}, "ofCase", kind,
        case when kind = 'alert' then (
          select a.id from alerts a where a.hearing_id = ${hearingId} and a.state = 'dispatched') end,
        case when kind = 'post' then "postId" end, case when kind = 'alert' then 30 else 60 end, state, at,
        case when state = 'finished' then at end
      from plan`;
    await sql`
      insert into messages (id, broadcast_id, language, text_language, discreet, payload, created_at)
      select gen_random_uuid(), p.id, language, language, discreet,
        jsonb_build_object('text', repeat('The court sat. ', 40), 'entities', array[]::text[], 'buttons', array[]::text[]),
        p.at
      from plan p, unnest(array['az', 'en', 'ru', 'tr', 'fa', 'fr', 'de']) language, unnest(array[true, false]) discreet`;
    await sql`analyze reader, plan, messages`;
    await addDeliveries('planned');
    // As they are on a first morning, when nothing was sent yet: what is asked later must not depend on them.
    await sql`analyze`;
    await addDeliveries('sent');
    await addDeliveries('cancelled');
    await sql`
      update deliveries set state = 'attempting', epoch = 1, attempts = 1, attempted_at = ${now}
      where id in (select id from deliveries where broadcast_id = ${bulk.id} limit 300)`;
    await sql`
      insert into claims (id, bot_id, epoch, delivery_ids)
      select gen_random_uuid(), ${botId}, 1, array_agg(id) from deliveries where state = 'attempting'`;
    await sql`drop table reader, plan`;
  }

  async function addDeliveries(state: Planned['deliveries']): Promise<void> {
    await sql`
      insert into deliveries
        (bot_id, broadcast_id, message_id, subscriber_id, state, due_at, attempts, settled_at, outcome)
      select ${botId}, p.id, m.id, r.id, p.deliveries, p.at, case p.deliveries when 'sent' then 1 else 0 end,
        case when p.deliveries <> 'planned' then p.at end, case p.deliveries when 'sent' then 'sent' end
      from plan p join reader r on r.n >= p."from" and r.n < p."from" + p.count
      join messages m on m.broadcast_id = p.id and m.language = r.language and m.discreet = r.discreet
      where p.deliveries = ${state}
      -- As after some weeks: where rows lie says nothing of what they belong to.
      order by random()`;
  }

  /** Updates of a week and a bit, most of them handled; deletions that wait; a long audit. */
  async function addTheRest(): Promise<void> {
    await sql`
      insert into updates (bot_id, update_id, sealed, chat_index, received_at, handled_at)
      select ${botId}, n, case when n % 200 = 0 then sha256(n::text::bytea) end,
        case when n % 200 = 0 then sha256((n % 1000)::text::bytea) end,
        ${now}::timestamptz - interval '8 days' + n * interval '30 seconds',
        case when n % 200 > 0 then ${now}::timestamptz end
      from generate_series(1, 20000) n`;
    await sql`
      insert into calls
        (id, bot_id, purpose, method, sealed_params, sealed_chat, chat_index, state, due_at, not_after)
      select gen_random_uuid(), ${botId}, case when n % 10 = 0 then 'reply' else 'deletion' end,
        case when n % 10 = 0 then 'sendMessage' else 'deleteMessage' end, sha256('p'), sha256('c'),
        sha256(n::text::bytea), 'planned',
        ${now}::timestamptz + case when n % 10 = 0 then interval '0' else interval '40 hours' end,
        ${now}::timestamptz + interval '48 hours'
      from generate_series(1, 20000) n`;
    await sql`
      insert into audit_entries (id, campaign_id, at, actor_kind, verb, subject_type, details)
      select gen_random_uuid(), ${campaignId}, ${now}::timestamptz - n * interval '30 seconds', 'job',
        'alerts/dispatch', 'alert', '{}' from generate_series(1, 20000) n`;
    await sql`
      insert into leases (bot_id, holder, epoch, claims_epoch, expires_at)
      values (${botId}, 'a sender', 1, 1, ${now}::timestamptz + interval '1 hour')`;
  }
}
