import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calls, subscribers } from '../../../src/db/schema/index.ts';
import { failUpdate } from '../../../src/services/updates/fail.ts';
import { handleUpdate } from '../../../src/services/updates/handle.ts';
import { openLanes } from '../../../src/services/updates/open.ts';
import { receiveUpdates } from '../../../src/services/updates/receive.ts';
import { maxAttempts, orderedAttempts, retryAt } from '../../../src/services/updates/retry.ts';
import { createWorld, until, type World } from '../../bots/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

const receive = (...of: (readonly [updateId: number, chatId: string | null])[]) =>
  receiveUpdates(world.ctx, {
    updates: of.map(([updateId, chatId]) => ({ updateId, chatId, body: '{}' })),
  });
const lanes = (limit: number, inHand: number[] = []) =>
  openLanes(world.ctx, { limit, inHand: new Set(inHand) });
const fail = (updateId: number) =>
  failUpdate(world.ctx, { updateId, fault: 'Error', final: false, tell: async () => undefined });

describe('whose turn it is', () => {
  it('is one lane per chat, the longest waiting first, each in its order', async () => {
    await receive([1, '11'], [2, '22'], [3, '11'], [4, '33'], [5, '22'], [6, null], [7, null]);
    expect(await lanes(9)).toEqual([[1, 3], [2, 5], [4], [6], [7]]);
    expect(await lanes(2)).toEqual([
      [1, 3],
      [2, 5],
    ]);
  });

  it('passes over a chat of which something is in hand', async () => {
    await receive([1, '11'], [2, '22'], [3, '11']);
    expect(await lanes(9, [1])).toEqual([[2]]);
  });

  it('lets a chat wait behind what failed, then no longer', async () => {
    await receive([1, '11'], [2, '11'], [3, '22']);
    for (let attempts = 1; attempts < orderedAttempts; attempts++) {
      await fail(1);
      expect(await lanes(9)).toEqual([[3]]);
    }
    await fail(1);
    expect(await lanes(9)).toEqual([[2], [3]]);
    world.clock.advance({ minutes: 1 });
    expect(await lanes(9)).toEqual([[1, 2], [3]]);
  });

  it('finds a chat behind another one’s flood', async () => {
    await receive(...Array.from({ length: 2000 }, (_, i) => [i + 1, '11'] as const), [5000, '22']);
    const [flood, other] = await lanes(2);
    expect(flood).toHaveLength(50);
    expect(other).toEqual([5000]);
    expect(await lanes(2, [1])).toEqual([[5000]]);
  });
});

it('tries eight times, over about half an hour', () => {
  let now = world.clock.now();
  let attempts = 1;
  for (let at = retryAt(attempts, now); at !== null; at = retryAt(++attempts, now)) now = at;
  expect(attempts).toBe(maxAttempts);
  expect(now.since(world.clock.now()).total('minutes')).toBeCloseTo(30.2, 1);
});

it('is done once by several that try at the same time', async () => {
  await receive([1, '11']);
  let done = 0;
  const all = await Promise.all(
    Array.from({ length: 6 }, () =>
      handleUpdate(world.ctx, {
        updateId: 1,
        work: async () => {
          done += 1;
          await new Promise((resolve) => setTimeout(resolve, 50));
        },
      }),
    ),
  );
  expect(done).toBe(1);
  expect(all.filter(({ kind }) => kind === 'handled')).toHaveLength(1);
  expect(await handleUpdate(world.ctx, { updateId: 1, work: async () => undefined })).toEqual({
    kind: 'not-ours',
  });
});

it('is done once by two bot processes on one database', async () => {
  const people = Array.from({ length: 20 }, () => world.standIn.createUser({ languageCode: 'en' }).id);
  for (const user of people) world.standIn.userStarts({ user });
  const second = world.newBot({ mode: { kind: 'webhook', url: 'http://127.0.0.1:9/', secret: 'x' } });
  await world.bot.start();
  await second.start();
  await world.transport.call('deleteWebhook');
  await until(async () => (await world.db.$count(subscribers)) === 20, 15_000);
  await Promise.all([world.bot.idle(), second.idle()]);
  expect(await world.db.$count(calls)).toBe(20);
  await second.stop();
});
