import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follows, subscribers } from '../../../src/db/schema/index.ts';
import { receiveUpdates } from '../../../src/services/updates/receive.ts';
import { addCase, createWorld, person, say, settle, type World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await addCase(world, 'one', { en: 'One' });
  await world.bot.start();
});
afterEach(() => world.end());

const state = async () => (await world.db.select().from(subscribers))[0]?.state;

describe('a person who blocks the bot', () => {
  it('is unreachable, keeps what they follow, and comes back with /start', async () => {
    const reader = person(world, 'fa');
    await reader.starts('one');
    await reader.taps(say('fa', 'button-follow'));
    world.standIn.userBlocks({ user: reader.id });
    await settle(world);
    expect(await state()).toBe('unreachable');
    expect(await world.db.$count(follows)).toBe(1);
    await reader.starts();
    expect(await state()).toBe('active');
    expect(await world.db.$count(follows)).toBe(1);
  });

  it('comes back by unblocking alone', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    world.standIn.userBlocks({ user: reader.id });
    await settle(world);
    expect(await state()).toBe('unreachable');
    world.standIn.userUnblocks({ user: reader.id });
    await settle(world);
    expect(await state()).toBe('active');
  });

  it('is reachable again after any message, and is greeted so by /start', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    await world.db.update(subscribers).set({ state: 'unreachable' });
    await reader.says('/help');
    expect(await state()).toBe('active');
    await world.db.update(subscribers).set({ state: 'unreachable' });
    await reader.starts();
    expect(reader.last()).toContain(say('en', 'start-reachable-again'));
    expect(await state()).toBe('active');
  });

  it('is not taken to be back by a standing that Telegram does not have', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    await world.db.update(subscribers).set({ state: 'unreachable' });
    const chat = { id: reader.id, type: 'private' };
    const change = {
      chat,
      from: { id: reader.id },
      old_chat_member: {},
      new_chat_member: { status: 'guest' },
    };
    const body = JSON.stringify({ update_id: 9_000_000, my_chat_member: change });
    await receiveUpdates(world.ctx, { updates: [{ updateId: 9_000_000, chatId: String(reader.id), body }] });
    await settle(world);
    expect(await state()).toBe('unreachable');
  });

  it('of whom nothing is stored stays unknown', async () => {
    const reader = person(world, 'en');
    await reader.says('/help');
    world.standIn.userBlocks({ user: reader.id });
    await settle(world);
    expect(await world.db.$count(subscribers)).toBe(0);
  });
});
