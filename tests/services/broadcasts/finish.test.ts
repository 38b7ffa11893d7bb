import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { broadcasts, deliveries } from '../../../src/db/schema/index.ts';
import { finishBroadcasts } from '../../../src/services/broadcasts/finish.ts';
import { manualClock } from '../../helpers/manual-clock.ts';
import { createWorld, type World } from '../../sender/world.ts';

let world: World;
const clock = manualClock();

beforeEach(async () => {
  world = await createWorld({ clock });
  await world.followers(2);
  await world.broadcast({ text: 'first' });
});
afterEach(() => world.end());

async function state() {
  const [row] = await world.db
    .select({ state: broadcasts.state, finishedAt: broadcasts.finishedAt })
    .from(broadcasts);
  return row;
}
/** The two deliveries of the broadcast. */
const put = (one: string, two: string) =>
  world.sql`
    update deliveries d set state = x.state
    from (select id, row_number() over (order by id) as place from deliveries) n, unnest(${`{${one},${two}}`}::text[])
      with ordinality x(state, place)
    where n.id = d.id and x.place = n.place`;

describe('a broadcast that runs is finished', () => {
  test.each([
    ['sent', 'failed'],
    ['unknown', 'cancelled'],
  ])('once all of it is %s or %s', async (one, two) => {
    await put(one, two);
    expect(await finishBroadcasts(world.ctx)).toBe(1);
    expect(await state()).toEqual({ state: 'finished', finishedAt: clock.now() });
    expect(await finishBroadcasts(world.ctx)).toBe(0);
  });

  test.each(['planned', 'attempting'])('not while one is %s', async (left) => {
    await put('sent', left);
    expect(await finishBroadcasts(world.ctx)).toBe(0);
    expect(await state()).toEqual({ state: 'running', finishedAt: null });
  });

  test('not before its last delivery is due', async () => {
    await put('sent', 'planned');
    await world.db.update(deliveries).set({ dueAt: clock.now().add({ hours: 8 }) });
    expect(await finishBroadcasts(world.ctx)).toBe(0);
  });

  test('when nobody is left for it', async () => {
    await world.db.delete(deliveries);
    expect(await finishBroadcasts(world.ctx)).toBe(1);
  });
});

test.each(['paused', 'halted', 'cancelled'] as const)('one that is %s stays so', async (stands) => {
  await put('sent', 'sent');
  await world.db.update(broadcasts).set({ state: stands });
  expect(await finishBroadcasts(world.ctx)).toBe(0);
  expect(await state()).toEqual({ state: stands, finishedAt: null });
});

test('one to which deliveries are being added is passed over, and waited for by nobody', async () => {
  await put('sent', 'sent');
  await world.sql.begin(async (tx) => {
    await tx`update broadcasts set priority = priority`;
    expect(await finishBroadcasts(world.ctx)).toBe(0);
  });
  expect(await finishBroadcasts(world.ctx)).toBe(1);
});
