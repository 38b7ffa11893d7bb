import { afterEach, beforeEach, expect, test } from 'vitest';
import { broadcasts, claims, leases } from '../../src/db/schema/index.ts';
import type { BroadcastId, ClaimId } from '../../src/domain/ids.ts';
import { Canaries } from '../../src/sender/canaries.ts';
import { Claimer, type Hands } from '../../src/sender/claimer.ts';
import { overtakeAlerts } from '../../src/services/broadcasts/overtake.ts';
import { createWorld, type World } from './world.ts';

let world: World;
const want = { held: 0, size: 10, lastRank: undefined };
const emptyHands: Hands = {
  ring: () => undefined,
  known: () => [],
  claims: () => [],
  broadcasts: () => [],
  deliveries: () => [],
};

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
  return new Claimer(world.ctx, 1, { ...emptyHands, broadcasts: () => held }, new Canaries());
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
  const claimer = new Claimer(world.ctx, 1, emptyHands, canaries);
  await claimer.look(want);
  const first = await claimer.claim(want);
  expect(first.deliveries).toHaveLength(1);
  expect(claimer.wants(world.clock.monotonic(), want)).toBe(false);
  canaries.accepted(first.deliveries[0]!.messageId);
  expect(claimer.wants(world.clock.monotonic(), want)).toBe(true);
  expect((await claimer.claim(want)).deliveries).toHaveLength(4);
  claimer.stop();
});

test('a claim is kept for as long as anything of it is in hand, and forgotten with the next one', async () => {
  await world.followers(3);
  await world.broadcast({ text: 'first' });
  const canaries = new Canaries();
  const inHand = new Set<ClaimId>();
  const claimer = new Claimer(world.ctx, 1, { ...emptyHands, claims: () => inHand }, canaries);
  const claimOne = async () => {
    await claimer.look(want);
    const [claimed] = (await claimer.claim({ ...want, size: 1 })).deliveries;
    canaries.accepted(claimed!.messageId);
    return claimed!.claim;
  };
  const kept = async () => (await world.db.select({ id: claims.id }).from(claims)).map(({ id }) => id);
  const first = await claimOne();
  inHand.add(first);
  const second = await claimOne();
  expect(new Set(await kept())).toEqual(new Set([first, second]));
  inHand.delete(first);
  inHand.add(second);
  const third = await claimOne();
  expect(new Set(await kept())).toEqual(new Set([second, third]));
  claimer.stop();
});

test('what was claimed and could not be handed over is put back', async () => {
  await world.followers(1);
  await world.broadcast({ text: 'first' });
  let away = true;
  const broadcastsInHand = () => {
    if (away) throw new Error('the database is away');
    return [];
  };
  const claimer = new Claimer(world.ctx, 1, { ...emptyHands, broadcasts: broadcastsInHand }, new Canaries());
  away = false;
  await claimer.look(want);
  away = true;
  expect((await claimer.claim(want)).deliveries).toEqual([]);
  expect(await world.states()).toEqual({ attempting: 1 });
  away = false;
  await claimer.look(want);
  expect(await world.states()).toEqual({ planned: 1 });
  claimer.stop();
});
