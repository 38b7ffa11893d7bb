/*
 * How soon a hearing's alert reaches its 1,000 followers while a broadcast to a million is under way at Telegram's
 * free limit: from the instant at which the alert fell due until Telegram accepts it; `urgent` is the 99th percentile. Scheduler and sender are
 * processes of their own, and the stand-in refuses what is faster than its limit. At 30 messages a second, number n
 * cannot be there before n/30 s have gone by: that is the measure for all but the first.
 */
import type { HearingId } from '../../src/domain/ids.ts';
import type { Measurement } from '../support/bench.ts';
import { figure, median, percentile } from '../support/figures.ts';
import { spawnScheduler, spawnSender } from '../support/processes.ts';
import { until } from '../support/until.ts';

/** Telegram's free limit, messages a second (Bots FAQ, November 2026). */
const PER_SECOND = 30;
/** Messages of the million's broadcast that go out before each alert: the sender is warm then. */
const BULK_BEFORE = 150;

export const urgent: Measurement = {
  name: 'urgent',
  async measure(bench) {
    const million = await bench.million();
    const { campaign, standIn, telegram } = million;
    const followers = bench.quick ? 100 : 1000;
    const caseId = await million.caseOf(followers);
    await million.planOnly(campaign.caseId);
    await standIn.control.run('rates', { model: 'sliding log', perSecond: PER_SECOND });
    const order = campaign.senderOrder(telegram, { limiter: {} });
    await using _sender = await spawnSender(order);
    await using _scheduler = await spawnScheduler(order);

    const runs: { readonly first: number; readonly p99: number; readonly last: number }[] = [];
    for (let run = 1; run <= (bench.quick ? 1 : 3); run += 1) {
      const seconds = await announce(`Court number ${run}`);
      const found = { first: seconds[0] ?? 0, p99: percentile(seconds, 0.99), last: seconds.at(-1) ?? 0 };
      bench.say(`urgent, run ${run}: first after ${found.first} s, p99 ${found.p99} s, last ${found.last} s`);
      runs.push(found);
    }
    const refused = (await standIn.control.run('counts', {})).sendMessage?.tooManyRequests ?? 0;
    if (refused > 0) throw new Error(`${refused} messages were refused for their speed`);

    const middle = (pick: (run: (typeof runs)[number]) => number) => median(runs.map(pick));
    const slot = (number: number) => ({
      against: `slot ${number} at ${PER_SECOND}/s`,
      againstValue: number / PER_SECOND,
    });
    const p99 = { value: middle((run) => run.p99), ...slot(0.99 * followers) };
    const first = { value: middle((run) => run.first), ...slot(1) };
    const last = { value: middle((run) => run.last), ...slot(followers) };
    return [
      figure({ figure: 'urgent', unit: 's', ...p99 }, { atMost: 1.05 }),
      figure({ figure: 'urgent.first', unit: 's', ...first }, { valueAtMost: 0.1 }),
      figure({ figure: 'urgent.last', unit: 's', ...last }, { atMost: 1.05 }),
    ];

    /** Announces a hearing in the middle of the broadcast; answers when each follower had it, in seconds after due. */
    async function announce(court: string): Promise<number[]> {
      const before = await standIn.accepted();
      await until('the broadcast', async () => (await standIn.accepted()) >= before + BULK_BEFORE, {
        every: 100,
      });
      // Nothing but messages is sent here, so that the ledger's number of the last is their number.
      const since = await standIn.accepted();
      const hearingId = await campaign.announceHearing(caseId, court);
      let arrived: number[] = [];
      await until(
        `${followers} alerts`,
        async () => {
          const entries = await standIn.control.run('ledger', { since });
          arrived = entries
            .filter(({ text }) => text?.includes(court))
            .map(({ acceptedAt }) => acceptedAt.wall);
          return arrived.length >= followers;
        },
        { every: 500 },
      );
      const due = await dueAt(hearingId);
      return arrived.map((at) => (at - due) / 1000);
    }

    async function dueAt(hearingId: HearingId): Promise<number> {
      const [row] = await campaign.sql<{ ms: number }[]>`
        select (extract(epoch from due_at) * 1000)::float8 as ms from alerts
        where hearing_id = ${hearingId} and kind = 'announced'`;
      if (row === undefined) throw new Error('a hearing without an alert');
      return row.ms;
    }
  },
};
