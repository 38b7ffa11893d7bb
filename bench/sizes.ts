/*
 * What a follower, a delivery and a broadcast take on the disk and in PostgreSQL's log, and whether it comes back: a
 * number of broadcasts to the same followers, each planned, attempted, settled and, 72 hours later by its clock, pruned
 * by the service's own verbs, with a VACUUM in place of the automatic one. Sizes hold on any machine; the seconds are
 * those of this one. docs/scale.md reckons with them.
 *
 * Usage: npm run sizes -- [--followers 100000] [--rounds 3]
 */
import { parseArgs } from 'node:util';
import type { DeliveryId } from '../src/domain/ids.ts';
import { actingAs } from '../src/services/context.ts';
import { claimDeliveries } from '../src/services/deliveries/claim.ts';
import { broadcastsToPrune, type PrunePlace, pruneDeliveries } from '../src/services/deliveries/prune.ts';
import { settleDeliveries } from '../src/services/deliveries/settle.ts';
import { takeOverLease } from '../src/services/leases/take-over.ts';
import { benchCampaign, benchTexts } from './support/campaign.ts';
import { circumstances } from './support/results.ts';
import { startServer } from './support/server.ts';

/** As many as a sender takes in hand at once when nothing holds it back. */
const BATCH = 500;

const { values } = parseArgs({
  options: {
    followers: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
  },
});
const followers = Number(values.followers);

await using server = await startServer();
console.error(JSON.stringify(circumstances(server.version)));
const url = await server.create();
await using campaign = await benchCampaign(url, { id: 7_000_000_001, username: 'bray_bench_bot' });
const { sql } = campaign;

interface Step {
  readonly step: string;
  readonly seconds: number;
  /** Bytes of log for each follower. */
  readonly log: number;
  /** Bytes on the disk for each follower. */
  readonly table: number;
  readonly indexes: number;
}
const steps: Step[] = [];
let later = 0;
const ctx = {
  ...actingAs(campaign.ctx, { kind: 'job', name: 'prune-deliveries' }),
  clock: { ...campaign.ctx.clock, now: () => campaign.ctx.clock.now().add({ hours: later }) },
};

await measured('followers', 'subscribers', () => campaign.addFollowers(1000, followers));
await measured('their follows', 'follows', async () => undefined);
const epoch = await takeOverLease(ctx, { holder: 'sizes' });
if (epoch === null) throw new Error('Somebody else sends.');
for (let round = 1; round <= Number(values.rounds); round += 1) {
  const step = (name: string, work: () => Promise<unknown>) =>
    measured(`${round}: ${name}`, 'deliveries', work);
  await step('planned', () => campaign.publish(benchTexts(round)));
  await step('sent', () => send(epoch));
  await step('vacuumed', () => sql`vacuum analyze deliveries`);
  later += 73;
  await step('pruned', prune);
  await step('vacuumed again', () => sql`vacuum analyze deliveries`);
}
console.table(steps);
console.table(await wholeTables());

async function measured(step: string, table: string, work: () => Promise<unknown>): Promise<void> {
  const before = await written();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const [size] = await sql<{ table: number; indexes: number }[]>`
    select pg_table_size(${table})::float8 as "table", pg_indexes_size(${table})::float8 as indexes`;
  if (size === undefined) throw new Error('A statement of sizes answered no row.');
  const each = (bytes: number) => Math.round(bytes / followers);
  steps.push({
    step,
    seconds: Number(seconds.toFixed(1)),
    log: each((await written()) - before),
    table: each(size.table),
    indexes: each(size.indexes),
  });
  console.error(JSON.stringify(steps.at(-1)));
}

/** Bytes of PostgreSQL's log since the cluster was made. */
async function written(): Promise<number> {
  const [row] = await sql<{ bytes: number }[]>`
    select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::float8 as bytes`;
  return row?.bytes ?? 0;
}

/** Every delivery that is planned is taken in hand and recorded as sent, as the sender does it. */
async function send(underEpoch: number): Promise<void> {
  const planned = await sql<{ id: DeliveryId }[]>`
    select id from deliveries where state = 'planned' order by broadcast_id, due_at`;
  for (let from = 0; from < planned.length; from += BATCH) {
    const ids = planned.slice(from, from + BATCH).map(({ id }) => id);
    const claimed = await claimDeliveries(ctx, { epoch: underEpoch, ids });
    const end = { do: 'sent', deletion: null } as const;
    const settlements = claimed.map((delivery) => ({ delivery, end }));
    await settleDeliveries(ctx, { epoch: underEpoch, settlements });
  }
}

async function prune(): Promise<void> {
  for (const broadcastId of await broadcastsToPrune(ctx)) {
    let after: PrunePlace | null = null;
    do {
      after = (await pruneDeliveries(ctx, { broadcastId, after })).next;
    } while (after !== null);
  }
}

/** What stays of all of it, and grows with the years and not with the followers. */
async function wholeTables() {
  return sql`
    select relname as "table", n_live_tup::int as rows, pg_total_relation_size(relid)::int as bytes
    from pg_stat_user_tables where schemaname = 'public' and n_live_tup > 0 order by relname`;
}
