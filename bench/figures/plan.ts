/*
 * How long it takes to plan a post for a million followers, from the approved post to the commit, against the bare
 * writing of the same rows: one `insert into … select * from …` out of a plain table that holds exactly these rows,
 * into an empty table with the same indexes, checks and foreign keys. What planning does beside this is to find the
 * followers, to choose each one's text, and to keep out whoever is being erased. Both write into an empty table.
 */

import { publishPost } from '../../src/services/posts/publish.ts';
import type { Measurement } from '../support/bench.ts';
import { benchTexts } from '../support/campaign.ts';
import { figure, inTurn } from '../support/figures.ts';
import { createSameShape } from '../support/same-shape.ts';

export const plan: Measurement = {
  name: 'plan',
  async measure(bench) {
    const million = await bench.million();
    const { campaign, followers } = million;
    const { sql, ctx } = campaign;

    await million.planOnly(campaign.caseId);
    await sql`create table planned_rows as select * from deliveries`;
    await createSameShape(sql, 'deliveries', 'bare_deliveries');

    const medianOf = await inTurn(
      bench.quick ? 1 : 3,
      [
        {
          name: 'plan',
          async run(number) {
            const postId = await campaign.approvePost(benchTexts(number), campaign.caseId);
            await sql`truncate deliveries`;
            return seconds(async () => (await publishPost(ctx, postId)).deliveries);
          },
        },
        {
          name: 'plan.bare',
          async run() {
            await sql`truncate bare_deliveries`;
            return seconds(
              async () => (await sql`insert into bare_deliveries select * from planned_rows`).count,
            );
          },
        },
      ],
      bench.say,
    );
    await sql`drop table planned_rows, bare_deliveries`;
    return [
      figure(
        {
          figure: 'plan',
          value: medianOf('plan'),
          unit: `s for ${followers} deliveries`,
          against: 'plan.bare',
          againstValue: medianOf('plan.bare'),
        },
        { atMost: 1.5 },
      ),
    ];

    async function seconds(write: () => Promise<number>): Promise<number> {
      const began = performance.now();
      const written = await write();
      const took = (performance.now() - began) / 1000;
      if (written !== followers) throw new Error(`${written} rows were written for ${followers} followers`);
      return took;
    }
  },
};
