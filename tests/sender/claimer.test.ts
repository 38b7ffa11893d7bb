import { afterEach, beforeEach, expect, test } from 'vitest';
import { broadcasts, leases } from '../../src/db/schema/index.ts';
import type { BroadcastId } from '../../src/domain/ids.ts';
import { Canaries } from '../../src/sender/canaries.ts';
import { Claimer } from '../../src/sender/claimer.ts';
import { overtakeAlerts } from '../../src/services/broadcasts/overtake.ts';
import { createWorld, type World } from './world.ts';

let world: World;
const want = { held: 0, size: 10, lastRank: undefined };

beforeEach(async () => {
  world = await createWorld();
  await world.db.insert(leases).values({
    botId: world.ctx.botId,
    holder: 'us',
    epoch: 1,
    expiresAt: Temporal.Now.instant().add({ hours: 1 }),
  });
});
afterEach(() => world.end());

function claimerHolding(held: readonly BroadcastId[]): Claimer {
  const hands = { ring: () => undefined, known: () => [], broadcasts: () => held, deliveries: () => [] };
  return new Claimer(world.ctx, 1, hands, new Canaries());
}

test('whatever brings newer facts says too that what is in hand of the older ones must not leave', async () => {
  await world.follower();
  const { hearingId } = await world.alert({ text: 'at three' });
  const [old] = await world.db.select({ id: broadcasts.id }).from(broadcasts);
  const claimer = claimerHolding([old!.id]);
  await overtakeAlerts(world.ctx, { type: 'hearing', id: hearingId });
  await world.alert({ text: 'at half past ten', hearingId });
  await claimer.look(want);
  const caught = await claimer.claim(want);
  expect(caught.deliveries).toHaveLength(1);
  expect(caught.withdrawn.broadcasts).toEqual(new Set([old!.id]));
  claimer.stop();
});

test('what is in hand of the same broadcast goes on', async () => {
  await world.follower();
  await world.alert({ text: 'at three' });
  const [running] = await world.db.select({ id: broadcasts.id }).from(broadcasts);
  const claimer = claimerHolding([running!.id]);
  await claimer.look(want);
  const caught = await claimer.claim(want);
  expect(caught.deliveries).toHaveLength(1);
  expect(caught.withdrawn.broadcasts).toEqual(new Set());
  claimer.stop();
});

test('of a text that nothing is known of one row is claimed, and more only after it', async () => {
  await world.followers(5);
  await world.broadcast({ text: 'first' });
  const canaries = new Canaries();
  const hands = { ring: () => undefined, known: () => [], broadcasts: () => [], deliveries: () => [] };
  const claimer = new Claimer(world.ctx, 1, hands, canaries);
  await claimer.look(want);
  const first = await claimer.claim(want);
  expect(first.deliveries).toHaveLength(1);
  expect(claimer.wants(world.clock.monotonic(), want)).toBe(false);
  canaries.accepted(first.deliveries[0]!.messageId);
  expect(claimer.wants(world.clock.monotonic(), want)).toBe(true);
  expect((await claimer.claim(want)).deliveries).toHaveLength(4);
  claimer.stop();
});
