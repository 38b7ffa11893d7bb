import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { createUpdateHandler } from '../../../../src/bots/telegram/update.ts';
import { auditEntries, calls, follows, subscribers, updates } from '../../../../src/db/schema/index.ts';
import { pruneUpdates } from '../../../../src/services/updates/prune.ts';
import { receiveUpdates } from '../../../../src/services/updates/receive.ts';
import { addCase, courier, createWorld, person, say, seen, until, type World } from '../../world.ts';

let world: World;
afterEach(() => world.end());

const identity = { id: 7_000_000_001, username: 'bray_test_bot' };

/** The real handlers behind a middleware that throws for a text as often as told. */
function failing(text: string, times: number) {
  const left = { count: times };
  const handler = createUpdateHandler(identity, async (ctx, next) => {
    // The real effects first, so that it shows whether they are taken back.
    await next();
    if (ctx.message !== undefined && 'text' in ctx.message && ctx.message.text === text && left.count > 0) {
      left.count -= 1;
      throw new RangeError(`secret words of ${text}`);
    }
  });
  return { handler, left };
}

async function fetched(): Promise<void> {
  await until(() => world.standIn.updates().every(({ state }) => state === 'handled'));
  await world.bot.idle();
}

describe('a handler that throws', () => {
  it('leaves no effect behind, is told once, and is tried again until it succeeds', async () => {
    const { handler } = failing('/start', 2);
    world = await createWorld({ handler });
    await world.bot.start();
    const reader = world.standIn.createUser({ languageCode: 'fa' });
    world.standIn.userStarts({ user: reader.id });
    await fetched();
    expect(await world.db.$count(subscribers)).toBe(0);
    expect(await world.db.$count(auditEntries)).toBe(0);
    await courier(world);
    expect(seen(world, reader.id)).toEqual([say('fa', 'error-ours')]);
    const failed = async () => (await world.db.select().from(updates))[0];
    expect(await failed()).toMatchObject({ attempts: 1, fault: 'RangeError', handledAt: null });

    world.advance({ seconds: 1 });
    await until(async () => (await failed())?.attempts === 2);
    expect((await failed())?.sealed).not.toBeNull();
    world.advance({ seconds: 10 });
    await until(async () => (await failed())?.handledAt !== null);
    await courier(world);
    expect(await failed()).toMatchObject({ sealed: null, chatIndex: null, fault: null });
    expect(await world.db.$count(subscribers)).toBe(1);
    expect(seen(world, reader.id)).toHaveLength(2);
    expect(world.logged.join('')).toContain('RangeError');
    expect(world.logged.join('')).not.toContain('secret words');
  });

  it('stops nobody else, and keeps the order of its own chat', async () => {
    const { handler } = failing('/language', 1);
    world = await createWorld({ handler });
    await world.bot.start();
    const unlucky = world.standIn.createUser({ languageCode: 'en' }).id;
    const other = world.standIn.createUser({ languageCode: 'en' }).id;
    world.standIn.userSends({ user: unlucky, text: '/language' });
    world.standIn.userSends({ user: unlucky, text: '/help' });
    world.standIn.userSends({ user: other, text: '/help' });
    await fetched();
    await courier(world);
    expect(seen(world, other)).toEqual([say('en', 'help-text')]);
    expect(seen(world, unlucky)).toEqual([say('en', 'error-ours')]);
    world.advance({ seconds: 1 });
    await until(async () => (await world.db.$count(updates, eq(updates.attempts, 0))) === 2);
    await until(async () => (await world.db.$count(calls)) === 2);
    await courier(world);
    expect(seen(world, unlucky).slice(1)).toEqual([say('en', 'language-prompt'), say('en', 'help-text')]);
  });

  it('after three failures no longer holds up its chat, and is not carried out behind what was asked since', async () => {
    const { handler } = failing('/follow one', 99);
    world = await createWorld({ handler });
    await addCase(world, 'one', { en: 'One' });
    await world.bot.start();
    const reader = world.standIn.createUser({ languageCode: 'en' }).id;
    world.standIn.userSends({ user: reader, text: '/follow one' });
    world.standIn.userSends({ user: reader, text: '/help' });
    await fetched();
    const attempts = async () =>
      (await world.db.select().from(updates).orderBy(updates.updateId))[0]?.attempts;
    world.advance({ seconds: 1 });
    await until(async () => (await attempts()) === 2);
    world.advance({ seconds: 10 });
    await until(async () => (await world.db.$count(updates, eq(updates.fault, 'overtaken'))) === 1);
    await world.bot.idle();
    await courier(world);
    expect(seen(world, reader)).toEqual([
      say('en', 'error-ours'),
      say('en', 'error-given-up'),
      say('en', 'help-text'),
    ]);
    world.advance({ hours: 2 });
    await world.bot.idle();
    expect(await world.db.$count(follows)).toBe(0);
  });

  it('is given up after eight attempts, says so, and stays sealed until it is pruned', async () => {
    const { handler, left } = failing('/help', 99);
    world = await createWorld({ handler });
    await world.bot.start();
    const reader = world.standIn.createUser({ languageCode: 'en' }).id;
    world.standIn.userSends({ user: reader, text: '/help' });
    await fetched();
    for (let hours = 0; hours < 9; hours++) {
      world.advance({ hours: 1 });
      await new Promise((resolve) => setTimeout(resolve, 30));
      await world.bot.idle();
    }
    expect(99 - left.count).toBe(8);
    const [row] = await world.db.select().from(updates);
    expect(row).toMatchObject({ attempts: 8, retryAt: null, handledAt: null });
    expect(row?.sealed).not.toBeNull();
    await courier(world);
    expect(seen(world, reader)).toEqual([say('en', 'error-ours'), say('en', 'error-given-up')]);
    world.clock.advance({ hours: 24 * 7 });
    expect(await pruneUpdates(world.ctx)).toBe(1);
  });
});

it('never lets a handler call the network', async () => {
  const handler = createUpdateHandler(identity, async (ctx) => {
    await ctx.reply('past the transaction');
  });
  world = await createWorld({ handler });
  await world.bot.start();
  const reader = world.standIn.createUser({ languageCode: 'en' }).id;
  world.standIn.userSends({ user: reader, text: '/help' });
  await fetched();
  expect(seen(world, reader)).toEqual([]);
  expect((await world.db.select().from(updates))[0]).toMatchObject({ attempts: 1, handledAt: null });
});

it('handles the updates of one chat in their order, and many chats at once', async () => {
  world = await createWorld();
  const people = Array.from({ length: 12 }, () => world.standIn.createUser({ languageCode: 'en' }).id);
  for (const command of ['/help', '/privacy', '/language', '/cases']) {
    for (const user of people) world.standIn.userSends({ user, text: command });
  }
  await world.bot.start();
  await fetched();
  await courier(world);
  for (const user of people) {
    expect(seen(world, user).map((text) => text.slice(0, 12))).toEqual([
      say('en', 'help-text').slice(0, 12),
      say('en', 'privacy-title').slice(0, 12),
      say('en', 'language-prompt').slice(0, 12),
      say('en', 'cases-empty').slice(0, 12),
    ]);
  }
});

it('deletes numbers of handled updates before a week is over, and never one that waits', async () => {
  world = await createWorld();
  const body = (updateId: number) => JSON.stringify({ update_id: updateId });
  await receiveUpdates(world.ctx, {
    updates: [1, 2].map((updateId) => ({ updateId, chatId: null, body: body(updateId) })),
  });
  await world.db.update(updates).set({ handledAt: world.clock.now() }).where(eq(updates.updateId, 1));
  world.clock.advance({ hours: 24 * 7 - 2 });
  expect(await pruneUpdates(world.ctx)).toBe(0);
  world.clock.advance({ minutes: 119 });
  expect(await pruneUpdates(world.ctx)).toBe(1);
  expect(await world.db.select({ updateId: updates.updateId }).from(updates)).toEqual([{ updateId: 2 }]);
});

it('sets aside what it cannot open, and goes on behind it', async () => {
  world = await createWorld();
  const { id } = world.standIn.createUser({ languageCode: 'en' });
  await receiveUpdates(world.ctx, { updates: [{ updateId: 1, chatId: String(id), body: '{}' }] });
  await world.db.update(updates).set({ sealed: Buffer.alloc(100, 7) });
  await world.bot.start();
  const reader = person(world, 'en');
  await reader.says('/help');
  expect(reader.last()).toBe(say('en', 'help-text'));
  const [row] = await world.db.select().from(updates).where(eq(updates.updateId, 1));
  expect(row).toMatchObject({ fault: 'unreadable', attempts: 8, handledAt: null });
});
