/*
 * Whether the queue's depth slows the sender: how fast it sends, unpaced, with 10 thousand, 100 thousand, 1 million
 * and 10 million deliveries planned behind those that it sends, and as many old ones, settled, beside them. Each
 * depth is a database of its own on the same server, and they take turns.
 *
 * Those that are sent are real; the followers behind them are filled in by statements and have no chat that opens:
 * they are never reached. Before the first run every database is vacuumed and analysed; from then on autovacuum
 * does what it does.
 */
import type { Bench, Measurement } from '../support/bench.ts';
import { benchCampaign, benchTexts } from '../support/campaign.ts';
import { type Figure, figure, inTurn } from '../support/figures.ts';
import { type RunningStandIn, spawnSender, spawnStandIn } from '../support/processes.ts';
import { fillBare } from '../support/same-shape.ts';
import { withSql } from '../support/server.ts';
import { until } from '../support/until.ts';

interface Depth {
  readonly name: 'growth.10k' | 'growth.100k' | 'growth.1m' | 'growth.10m';
  readonly rows: number;
}

const depths: readonly Depth[] = [
  { name: 'growth.10k', rows: 10_000 },
  { name: 'growth.100k', rows: 100_000 },
  { name: 'growth.1m', rows: 1_000_000 },
];
/** Takes about 16 GB. */
const deepest: Depth = { name: 'growth.10m', rows: 10_000_000 };
const DEEPEST_NEEDS_GB = 40;
/** What senders have taken in hand beyond the messages of a run when they are told to stop: they must be real too. */
const IN_HAND = 5000;

export interface GrowthSizes {
  readonly depths: readonly Depth[];
  readonly runs: number;
  /** Sent in each run; the first fifth warms up and is not counted. */
  readonly messages: number;
}

export const growth: Measurement = {
  name: 'growth',
  async measure(bench) {
    if (bench.quick) return measureGrowth(bench, { depths: depths.slice(0, 2), runs: 1, messages: 3000 });
    const free = (await bench.server.freeGigabytes()) ?? 0;
    const all = bench.deep || (!bench.shallow && free >= DEEPEST_NEEDS_GB);
    if (!all)
      bench.say(`growth.10m is left out: it wants ${DEEPEST_NEEDS_GB} GB free and no --shallow (or --deep)`);
    return measureGrowth(bench, { depths: all ? [...depths, deepest] : depths, runs: 3, messages: 40_000 });
  },
};

async function measureGrowth(bench: Pick<Bench, 'server' | 'say'>, sizes: GrowthSizes): Promise<Figure[]> {
  const { runs, messages } = sizes;
  const followers = runs * messages + IN_HAND;
  await using standIn = await spawnStandIn('off');
  const bot = await standIn.control.run('create-bot', { username: 'bray_bench_bot' });
  const chats = { count: followers, bot: bot.id, state: 'started' } as const;
  const { firstId } = await standIn.control.run('create-users', chats);
  const telegram = { url: standIn.url, token: bot.token };

  const shallow = await bench.server.create();
  const campaign = await benchCampaign(shallow, bot);
  await campaign.addFollowers(firstId, followers);
  await campaign.publish(benchTexts(1));
  await campaign.close();

  const filled: { readonly name: Depth['name']; readonly databaseUrl: string }[] = [];
  for (const { name, rows } of sizes.depths) {
    bench.say(`${name} is filled …`);
    const databaseUrl = await bench.server.create(shallow);
    await putBehind(databaseUrl, rows);
    filled.push({ name, databaseUrl });
  }
  const medianOf = await inTurn(
    runs,
    filled.map(({ name, databaseUrl }) => ({ name, run: () => perSecond(databaseUrl) })),
    bench.say,
  );
  for (const { databaseUrl } of filled) await bench.server.drop(databaseUrl);
  await bench.server.drop(shallow);

  const [first, ...deeper] = sizes.depths;
  return deeper.map(({ name }) =>
    figure(
      {
        figure: name,
        value: medianOf(name),
        unit: 'deliveries/s',
        against: first?.name ?? '',
        againstValue: first === undefined ? Number.NaN : medianOf(first.name),
      },
      { atLeast: 0.9 },
    ),
  );

  async function perSecond(databaseUrl: string): Promise<number> {
    const order = { ...campaign.senderOrder(telegram, { limiter: { freePerSecond: 'off' } }), databaseUrl };
    const before = await standIn.accepted();
    await using sender = await spawnSender(order);
    const begun = await reached(standIn, before + messages / 5);
    const ended = await reached(standIn, before + messages);
    // In order: what it still holds goes back, and the next run finds the queue as it would be.
    await sender.stop();
    const unsealable = sender.stats()?.unsealable ?? 0;
    if (unsealable > 0) throw new Error(`${unsealable} followers were reached who only fill the table`);
    return (ended.count - begun.count) / (ended.seconds - begun.seconds);
  }
}

async function reached(standIn: RunningStandIn, goal: number): Promise<{ count: number; seconds: number }> {
  let count = 0;
  await until(
    `message ${goal}`,
    async () => {
      count = await standIn.accepted();
      return count >= goal;
    },
    { every: 10 },
  );
  return { count, seconds: performance.now() / 1000 };
}

/** Fills in so many more followers, one delivery for each behind those that are planned, and an old one, sent. */
async function putBehind(databaseUrl: string, rows: number): Promise<void> {
  await withSql(databaseUrl, async (sql) => {
    await fillBare(sql, 'subscribers', async () => {
      await sql`
        insert into subscribers
          (id, campaign_id, bot_id, chat_index, sealed_chat, kind, language, state, created_at)
        select gen_random_uuid(), s.campaign_id, s.bot_id, sha256(i::text::bytea), s.sealed_chat, s.kind,
          'en', 'active', now()
        from generate_series(1, ${rows}) i, (select * from subscribers limit 1) s`;
    });
    await sql`
      insert into broadcasts (id, campaign_id, bot_id, case_id, kind, priority, state, created_at, finished_at)
      select gen_random_uuid(), campaign_id, bot_id, case_id, kind, priority, 'finished',
        now() - interval '2 days', now() - interval '1 day'
      from broadcasts where state = 'running'`;
    await fillBare(sql, 'deliveries', async () => {
      await sql`
        insert into deliveries (id, bot_id, broadcast_id, message_id, subscriber_id, state, due_at)
        select gen_random_uuid(), m.bot_id, m.broadcast_id, m.id, s.id, 'planned', m.due_at
        from (
          select m.id, m.broadcast_id, b.bot_id, b.created_at + interval '1 second' as due_at
          from broadcasts b join messages m on m.broadcast_id = b.id and m.language = 'en' and not m.discreet
          where b.state = 'running') m
        cross join subscribers s
        where not exists (select 1 from follows f where f.subscriber_id = s.id)`;
      await sql`
        insert into deliveries
          (id, bot_id, broadcast_id, message_id, subscriber_id, state, outcome, due_at, attempts, epoch,
            attempted_at, settled_at)
        select gen_random_uuid(), m.bot_id, m.broadcast_id, m.id, s.id, 'sent', 'sent',
          m.created_at, 1, 0, m.finished_at, m.finished_at
        from (
          select b.bot_id, b.id as broadcast_id, b.created_at, b.finished_at, m.id
          from broadcasts b, lateral (select id from messages limit 1) m
          where b.state = 'finished') m
        cross join subscribers s
        where not exists (select 1 from follows f where f.subscriber_id = s.id)`;
    });
    await sql`vacuum analyze`;
  });
}
