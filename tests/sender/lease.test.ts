import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leases } from '../../src/db/schema/index.ts';
import { type Lease, takeLease } from '../../src/sender/lease.ts';
import { Bell } from '../../src/services/bell.ts';
import type { Context } from '../../src/services/context.ts';
import { jumpingClock } from './jumping-clock.ts';
import { createWorld, until, type World } from './world.ts';

let world: World;
const open: Lease[] = [];

beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  for (const lease of open.splice(0)) await lease.release();
  await world.end();
});

async function take(holder: string, ctx: Context = world.ctx, signal = new AbortController().signal) {
  const lease = await takeLease(ctx, { holder, stop: signal, bell: new Bell() });
  if (lease) open.push(lease);
  return lease;
}

async function row() {
  const [found] = await world.db.select().from(leases).where(eq(leases.botId, world.ctx.botId));
  return found;
}

describe('a lease', () => {
  test('is had by one, whoever else tries at the same moment', async () => {
    const stop = new AbortController();
    const tries = ['a', 'b', 'c', 'd'].map((holder) => take(holder, world.ctx, stop.signal));
    const first = await Promise.race(tries);
    setTimeout(() => stop.abort(), 300);
    const taken = (await Promise.all(tries)).filter((lease) => lease !== null);
    expect(taken).toEqual([first]);
    expect(await row()).toMatchObject({ epoch: 1, holder: first?.holder });
  });

  test('is kept for longer than its term by renewing it', async () => {
    const lease = await take('a');
    await new Promise((resolve) => setTimeout(resolve, 3500));
    expect(lease?.valid()).toBe(true);
    const [left] = await world.db.execute<{ left: boolean }>(
      sql`select expires_at > clock_timestamp() as left from leases`,
    );
    expect(left?.left).toBe(true);
  });

  test('goes over at once when it is given back, with the next epoch', async () => {
    const first = await take('a');
    await first?.release();
    expect(first?.valid()).toBe(false);
    const began = performance.now();
    expect((await take('b'))?.epoch).toBe(2);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('says no in the first moment after a stop that outlasted its term, before anybody was asked', async () => {
    const clock = jumpingClock();
    const lease = await take('a', { ...world.ctx, clock });
    expect(lease?.valid()).toBe(true);
    clock.jump(2950);
    expect(lease?.valid()).toBe(false);
  });

  test('counts its term from before the question: a slow answer does not lengthen it', async () => {
    const clock = jumpingClock();
    await world.db.insert(leases).values({
      botId: world.ctx.botId,
      holder: 'before',
      epoch: 1,
      expiresAt: Temporal.Now.instant().subtract({ seconds: 1 }),
    });
    // The statement waits for this row; 2.95 s pass meanwhile, by the asker's clock.
    const taking = world.sql.begin(async (tx) => {
      await tx`select 1 from leases for update`;
      const asked = take('a', { ...world.ctx, clock });
      await until(async () => {
        const [waits] = await world.sql`
          select count(*)::int as count from pg_stat_activity
          where wait_event_type = 'Lock' and query like '%insert into leases%'`;
        return waits?.count > 0;
      });
      clock.jump(2950);
      return { asked };
    });
    const lease = await (await taking).asked;
    expect(lease?.valid()).toBe(false);
  });

  test('is lost for good once somebody else has it', async () => {
    const lease = await take('a');
    await world.db.update(leases).set({ holder: 'b', epoch: 2 });
    await until(() => lease?.lost.aborted === true);
    expect(lease?.valid()).toBe(false);
    await lease?.release();
    expect(await row()).toMatchObject({ holder: 'b', epoch: 2 });
    const [left] = await world.db.execute<{ left: boolean }>(
      sql`select expires_at > clock_timestamp() as left from leases`,
    );
    expect(left?.left).toBe(true);
  });

  test('that nobody renews is taken even if its end lies in the future of a clock that was set back', async () => {
    await world.db.insert(leases).values({
      botId: world.ctx.botId,
      holder: 'gone',
      epoch: 7,
      expiresAt: Temporal.Now.instant().add({ hours: 1 }),
    });
    const lease = await take('a');
    expect(lease?.epoch).toBe(8);
  });
});

describe('two senders of one token', () => {
  test('the second stands by, takes over when the first stops, and nothing goes twice', async () => {
    const followers = await world.followers(40);
    const first = world.sender({ limiter: { freePerSecond: 40 } });
    first.start();
    await until(() => first.stats().holding === 1);
    const second = world.sender({ limiter: { freePerSecond: 40 } });
    second.start();
    await world.broadcast({ text: 'first' });
    await until(async () => ((await world.states()).sent ?? 0) >= 10, world.states);
    expect(second.stats()).toMatchObject({ holding: 0, sent: 0 });
    const began = performance.now();
    await first.stop();
    await until(() => second.stats().sent > 0);
    // A second of it is the window that must be waited out.
    expect(performance.now() - began).toBeLessThan(4000);
    await until(async () => (await world.states()).sent === 40, world.states);
    for (const { chatId } of followers) expect(world.textsOf(chatId)).toEqual(['first']);
  });

  test('one that lost its lease while it was stopped sends nothing and writes nothing more', async () => {
    const clock = jumpingClock();
    await world.followers(60);
    const first = world.sender({ clock, limiter: { freePerSecond: 30 } });
    first.start();
    await world.broadcast({ text: 'first' });
    await until(async () => ((await world.states()).sent ?? 0) >= 5, world.states);
    // What a SIGSTOP looks like from inside: the clock has jumped, and somebody else has the lease.
    clock.jump(300_000);
    const accepted = () => world.standIn.counts().sendMessage?.accepted ?? 0;
    const sent = accepted();
    await world.db.update(leases).set({ holder: 'other', epoch: 2 });
    // What was on its way to the database at that moment is beyond recall.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = await snapshot();
    await until(() => first.stats().holding === 0 && first.stats().epoch === 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await snapshot()).toEqual(before);
    // And what was on its way to Telegram.
    expect(accepted() - sent).toBeLessThanOrEqual(2);
  });

  async function snapshot() {
    return world.sql`select id, state, attempts, epoch, settled_at from deliveries order by id`;
  }
});
