import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPolling } from '../../../../src/bots/telegram/intake/polling.ts';
import { openDatabase } from '../../../../src/db/client.ts';
import { subscribers, updates } from '../../../../src/db/schema/index.ts';
import { safeError } from '../../../../src/log.ts';
import { createTransport } from '../../../../src/telegram/transport.ts';
import { createWorld, person, say, until, type World } from '../../world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

const pollingOf = (options: { longestWaitMs?: number } = {}) =>
  startPolling(
    { ctx: world.ctx, transport: world.transport, safeError },
    { timeoutSeconds: 50, firstWaitMs: 20, ...options },
  );

describe('polling', () => {
  it('ends at once, also in the middle of a long poll', async () => {
    const polling = pollingOf();
    await until(
      () => (world.standIn.counts().getUpdates?.accepted ?? 0) >= 0 && world.standIn.updates().length === 0,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = performance.now();
    await polling.stop();
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('takes away a webhook that is still set', async () => {
    await world.transport.call('setWebhook', { url: 'http://127.0.0.1:9/' });
    await world.bot.start();
    const reader = person(world, 'en');
    await reader.says('/help');
    expect(reader.last()).toBe(say('en', 'help-text'));
  });

  it('backs off when another poller has the token, and takes over when it is gone', async () => {
    const end = new AbortController();
    const elsewhere = createTransport({ apiRoot: world.telegram.url, token: world.token });
    const rivalry = (async () => {
      while (!end.signal.aborted) {
        await elsewhere.call('getUpdates', { timeout: 1 }, { signal: end.signal });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    world.bot = world.newBot({ mode: { kind: 'polling', options: { timeoutSeconds: 30, firstWaitMs: 20 } } });
    try {
      await world.bot.start();
      await until(() => world.logged.some((line) => line.includes('conflict')));
    } finally {
      end.abort();
      await rivalry;
      await elsewhere.close();
    }
    const reader = person(world, 'en');
    await reader.says('/help');
    expect(reader.last()).toBe(say('en', 'help-text'));
  });

  it('goes on after resets, stalls, server errors, foreign pages and cut answers, and loses nothing', async () => {
    const faults = [
      { kind: 'reset', accepted: true },
      { kind: 'reset', accepted: false },
      { kind: 'status', status: 502, accepted: true },
      { kind: 'html', status: 503, accepted: false },
      { kind: 'truncated' },
      { kind: 'too many requests', retryAfter: null },
    ] as const;
    for (const fault of faults) world.standIn.addFault({ fault, method: 'getUpdates' });
    const reader = person(world, 'en');
    world.standIn.userSends({ user: reader.id, text: '/start' });
    await world.bot.start();
    await until(() => world.standIn.faults().length === 0, 15_000);
    await reader.says('/help');
    expect(reader.sees()).toHaveLength(2);
    expect(await world.db.$count(subscribers)).toBe(1);
  });

  it('confirms nothing to Telegram while the database is down', async () => {
    const down = openDatabase('postgres://nobody@127.0.0.1:1/none', { poolSize: 1 });
    const { id } = world.standIn.createUser({ languageCode: 'en' });
    world.standIn.userSends({ user: id, text: '/start' });
    const polling = startPolling(
      { ctx: { ...world.ctx, db: down.db }, transport: world.transport, safeError },
      { timeoutSeconds: 1, firstWaitMs: 20 },
    );
    await until(() => world.logged.filter((line) => line.includes('update-not-persisted')).length >= 2);
    expect(world.standIn.updates().map(({ state }) => state)).toEqual(['queued']);
    await polling.stop();
    await down.close();

    await world.bot.start();
    await until(async () => (await world.db.$count(updates)) === 1);
    await until(() => world.standIn.updates().every(({ state }) => state === 'handled'));
  });
});
