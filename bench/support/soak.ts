import { setTimeout as delay } from 'node:timers/promises';
import { languages } from '../../src/domain/language.ts';
import { type BenchCampaign, benchCampaign, benchDatabase, benchTexts } from './campaign.ts';
import {
  type RunningSender,
  type RunningStandIn,
  spawnScheduler,
  spawnSender,
  spawnStandIn,
} from './processes.ts';
import type { SenderOrder } from './sender-process.ts';
import { until } from './until.ts';

export interface SoakOptions {
  /** Followers of three cases together. */
  readonly followers: number;
  readonly progress: (line: string) => void;
}

/** What was seen; `unit` is empty where it is a plain number. */
export interface SoakFigure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** What it must be; null where it is told for information. */
  readonly holds: boolean | null;
}

/** How the followers are spread: one case that nearly everybody knows, and two that few do. */
const SHARES = [0.89, 0.1, 0.01] as const;
/** Telegram's limit with `allow_paid_broadcast`, free messages included (Bot API 10.3, November 2026). */
const PAID_PER_SECOND = 1000;
/** More than a million messages cost at a tenth of a Star each. */
const STARS = 150_000;
const COURT = 'Court of the long run';
/** Where in the run things happen, as shares of the messages. */
const AT = { firstKill: 0.25, handOver: 0.4, alert: 0.5, secondKill: 0.65 } as const;

/**
 * One long run in real time at the paid rate: three posts to three cases, an alert in the middle, two senders of which
 * one is killed twice and the other hands over once. Everything in processes of its own.
 */
export async function soak({ followers, progress }: SoakOptions): Promise<SoakFigure[]> {
  const database = await benchDatabase();
  const standIn = await spawnStandIn('sliding log');
  try {
    const { control } = standIn;
    const bot = await control.run('create-bot', { username: 'bray_soak_bot' });
    const { firstId } = await control.run('create-users', {
      count: followers,
      bot: bot.id,
      state: 'started',
    });
    const campaign = await benchCampaign(database.url, bot);
    const cases = await spread(campaign, firstId, followers);
    progress(`${followers} followers of ${cases.length} cases are on record`);
    await campaign.sql`update bots set stars_per_month = ${STARS}`;
    const order = campaign.senderOrder(
      { url: standIn.url, token: bot.token },
      { limiter: { paid: {} }, connections: 64 },
    );
    const figures = await carryOut({ campaign, standIn, order, cases, followers, progress });
    await campaign.close();
    return figures;
  } finally {
    await standIn.kill();
    await database.close();
  }
}

interface Followed {
  readonly caseId: BenchCampaign['caseId'];
  readonly firstChat: number;
  readonly count: number;
}

async function spread(campaign: BenchCampaign, firstId: number, followers: number): Promise<Followed[]> {
  const cases: Followed[] = [];
  let firstChat = firstId;
  for (const [i, share] of SHARES.entries()) {
    const last = i === SHARES.length - 1;
    const count = last ? firstId + followers - firstChat : Math.floor(followers * share);
    const caseId = i === 0 ? campaign.caseId : await campaign.addCase(`case-${i + 1}`);
    await campaign.addFollowers(firstChat, count, caseId);
    cases.push({ caseId, firstChat, count });
    firstChat += count;
  }
  return cases;
}

interface Run {
  readonly campaign: BenchCampaign;
  readonly standIn: RunningStandIn;
  readonly order: SenderOrder;
  readonly cases: readonly Followed[];
  readonly followers: number;
  readonly progress: (line: string) => void;
}

async function carryOut(run: Run): Promise<SoakFigure[]> {
  const { campaign, standIn, order, cases, followers, progress } = run;
  const few = cases.at(-1);
  if (few === undefined) throw new Error('a run without cases');
  for (const [i, { caseId }] of cases.entries()) {
    const began = performance.now();
    const planned = await campaign.publish(benchTexts(i + 1), caseId);
    progress(`${planned} deliveries planned in ${seconds(performance.now() - began)} s`);
  }
  await using _scheduler = await spawnScheduler(order);
  const began = performance.now();
  const senders: { a: RunningSender; b: RunningSender } = {
    a: await spawnSender(order),
    b: await spawnSender(order),
  };
  const gaps: number[] = [];
  try {
    await reached(AT.firstKill, 'one sender is killed');
    gaps.push(await gap(() => senders.a.kill()));
    senders.a = await spawnSender(order);
    await reached(AT.handOver, 'the other one hands over');
    const handOver = await gap(() => senders.b.stop());
    senders.b = await spawnSender(order);
    await reached(AT.alert, 'a hearing is announced');
    const hearingId = await campaign.announceHearing(few.caseId, COURT);
    await reached(AT.secondKill, 'the first one is killed once more');
    gaps.push(await gap(() => senders.a.kill()));
    senders.a = await spawnSender(order);
    await until('everything sent and recorded', () => campaign.isSettled(), { every: 1000, within: 7200 });
    const took = (performance.now() - began) / 1000;
    return await judge(run, { took, gaps, handOver, hearingId });
  } finally {
    await senders.a.stop();
    await senders.b.stop();
  }

  async function reached(share: number, next: string): Promise<void> {
    const count = Math.floor(followers * share);
    let said = performance.now();
    await until(
      `${count} messages`,
      async () => {
        const accepted = await standIn.accepted();
        if (performance.now() - said > 10_000) {
          said = performance.now();
          progress(`${accepted} messages, ${seconds(said - began)} s`);
        }
        return accepted >= count;
      },
      { every: 100, within: 7200 },
    );
    progress(`${count} messages: ${next}`);
  }

  /** How long nothing was sent when the leader went, in milliseconds. */
  async function gap(go: () => Promise<void>): Promise<number> {
    const at = performance.now();
    await go();
    const before = await standIn.accepted();
    // What was in the network when it went arrives within a moment.
    await delay(50);
    const settled = Math.max(before, await standIn.accepted());
    await until('the next sender', async () => (await standIn.accepted()) > settled, {
      every: 5,
      within: 60,
    });
    return performance.now() - at;
  }
}

interface Seen {
  /** In seconds, from the first sender's start until the last record. */
  readonly took: number;
  /** From a kill to the next sender's first message, in milliseconds. */
  readonly gaps: readonly number[];
  readonly handOver: number;
  readonly hearingId: string;
}

async function judge({ campaign, standIn, cases, followers }: Run, seen: Seen): Promise<SoakFigure[]> {
  const { control } = standIn;
  const counts = (await control.run('counts', {})).sendMessage;
  const { lost, twice } = await judgeChats(campaign, standIn, cases);
  const [rows] = await campaign.sql<Record<string, number>[]>`
    select count(*) filter (where d.state = 'unknown')::int as unknown,
      count(*) filter (where d.repeat)::int as repeats,
      count(*) filter (where d.state not in ('sent', 'unknown'))::int as others
    from deliveries d`;
  const [alert] = await campaign.sql<Record<string, number>[]>`
    select extract(epoch from min(d.settled_at) - a.due_at)::float8 as first,
      extract(epoch from max(d.settled_at) - a.due_at)::float8 as last, count(*)::int as count
    from alerts a join broadcasts b on b.alert_id = a.id join deliveries d on d.broadcast_id = b.id
    where a.hearing_id = ${seen.hearingId} and a.kind = 'announced' group by a.due_at`;
  const [stars] = await campaign.sql<{ tenths: number }[]>`
    select coalesce(sum(tenths), 0)::int as tenths from star_spending`;
  const accepted = counts?.accepted ?? 0;
  const idle = [...seen.gaps, seen.handOver].reduce((sum, ms) => sum + ms, 0) / 1000;
  const figure = (name: string, value: number | undefined, unit = '', holds: boolean | null = null) => ({
    figure: name,
    value: Math.round((value ?? Number.NaN) * 100) / 100,
    unit,
    holds,
  });
  const must = (name: string, value: number | undefined, wanted: number, unit = '') =>
    figure(name, value, unit, value !== undefined && value <= wanted);
  return [
    figure('followers', followers),
    figure('languages', languages.length),
    figure('cases', cases.length),
    figure('messages accepted', accepted),
    figure('time', seen.took, 's'),
    figure('rate while a sender was there', accepted / (seen.took - idle), '/s'),
    must('busiest second', await control.run('busiest', {}), PAID_PER_SECOND),
    must('refused for speed', counts?.tooManyRequests, 0),
    must('lost', lost, 0),
    must('twice', twice, 0),
    figure('unknown, parked for a person', rows?.unknown),
    figure('alerts repeated, marked', rows?.repeats),
    must('neither sent nor unknown', rows?.others, 0),
    must('longest gap after a kill', Math.max(...seen.gaps) / 1000, 5, 's'),
    figure('gap at the hand-over', seen.handOver / 1000, 's'),
    figure('alert: followers', alert?.count),
    figure('alert: first recorded after due', alert?.first, 's'),
    figure('alert: last recorded after due', alert?.last, 's'),
    figure('Stars set aside', (stars?.tenths ?? 0) / 10),
  ];
}

/** Whom nothing reached of whom nobody knows why, and whom something reached too often. */
async function judgeChats(
  campaign: BenchCampaign,
  standIn: RunningStandIn,
  cases: readonly Followed[],
): Promise<{ readonly lost: number; readonly twice: number }> {
  const perChat = new Map(await standIn.control.run('messages-per-chat', {}));
  // Only of these does a chat get anything but one message of each broadcast.
  const doubtful = await campaign.doubtfulChats();
  let lost = 0;
  let twice = 0;
  for (const [i, { firstChat, count }] of cases.entries()) {
    const broadcasts = i === cases.length - 1 ? 2 : 1;
    for (let chat = firstChat; chat < firstChat + count; chat += 1) {
      const arrived = perChat.get(chat) ?? 0;
      const { unknown = 0, repeated = 0 } = doubtful.get(chat) ?? {};
      if (arrived < broadcasts - unknown) lost += 1;
      if (arrived > broadcasts + repeated) twice += 1;
    }
  }
  return { lost, twice };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
