/*
 * What the sender's process keeps in memory at most (its resident set, read ten times a second) while it sends a
 * number of messages unpaced: with a million deliveries planned, and with a thousand, which are made planned again
 * whenever all are sent. Each time a process of its own that sends the same number.
 */
import type { CaseId } from '../../src/domain/ids.ts';
import { wake } from '../../src/services/wake.ts';
import type { Measurement } from '../support/bench.ts';
import { figure, inTurn } from '../support/figures.ts';
import { spawnSender } from '../support/processes.ts';
import { until } from '../support/until.ts';

export const memory: Measurement = {
  name: 'memory',
  async measure(bench) {
    const million = await bench.million();
    const { campaign, standIn, telegram } = million;
    const few = await million.caseOf(1000);
    const messages = bench.quick ? 3000 : 60_000;

    await standIn.control.run('rates', { model: 'off' });
    const medianOf = await inTurn(
      bench.quick ? 1 : 3,
      [
        { name: 'memory', run: () => mostMegabytes(campaign.caseId, () => Promise.resolve()) },
        { name: 'memory.at-1k', run: () => mostMegabytes(few, planAgain) },
      ],
      bench.say,
    );
    return [
      figure(
        {
          figure: 'memory',
          value: medianOf('memory'),
          unit: 'MB',
          against: 'memory.at-1k',
          againstValue: medianOf('memory.at-1k'),
        },
        { moreByAtMost: 50 },
      ),
    ];

    async function mostMegabytes(caseId: CaseId, meanwhile: () => Promise<void>): Promise<number> {
      await million.planOnly(caseId);
      const goal = (await standIn.accepted()) + messages;
      const order = campaign.senderOrder(telegram, { limiter: { freePerSecond: 'off' } });
      await using sender = await spawnSender(order);
      let most = 0;
      await until(
        `${messages} messages`,
        async () => {
          most = Math.max(most, sender.stats()?.residentBytes ?? 0);
          await meanwhile();
          return (await standIn.accepted()) >= goal;
        },
        { every: 50 },
      );
      return most / 2 ** 20;
    }

    async function planAgain(): Promise<void> {
      if (!(await campaign.isSettled())) return;
      // In one transaction: otherwise the broadcast may be found to have nothing left, and be finished, in between.
      await campaign.sql.begin(async (tx) => {
        await tx`
          update broadcasts set state = 'running', finished_at = null
          where id in (select broadcast_id from deliveries)`;
        await tx`
          update deliveries set state = 'planned', attempts = 0, epoch = null, attempted_at = null,
            settled_at = null, outcome = null`;
      });
      await wake(campaign.ctx, 'sender');
    }
  },
};
