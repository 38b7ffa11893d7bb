import { eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subscribers, updates } from '../../../src/db/schema/index.ts';
import { encodeCallbackData } from '../../../src/domain/callback-data.ts';
import { type CaseId, newId } from '../../../src/domain/ids.ts';
import { receiveUpdates } from '../../../src/services/updates/receive.ts';
import { courier, createWorld, person, say, settle, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.bot.start();
});
afterAll(() => world.end());

/** What taps were answered with, oldest first. */
function answers(): (string | null)[] {
  const entries = world.standIn.ledger().filter(({ method }) => method === 'answerCallbackQuery');
  return entries.map(({ text }) => text);
}

/** Hands the bot an update that no person with a real client could cause. */
let next = 900_000;
async function arrives(update: object, chat: number): Promise<void> {
  next += 1;
  await receiveUpdates(world.ctx, {
    updates: [{ updateId: next, chatId: String(chat), body: JSON.stringify({ update_id: next, ...update }) }],
  });
  await world.bot.idle();
  await courier(world);
}

function messageFrom(chat: number, content: object): object {
  return {
    message: {
      message_id: 1,
      date: 1257854400,
      chat: { id: chat, type: 'private', first_name: 'A' },
      from: { id: chat, is_bot: false, first_name: 'A', language_code: 'en' },
      ...content,
    },
  };
}

describe('a button', () => {
  it('of an unknown form is answered with an explanation, and nothing else happens', async () => {
    const reader = person(world, 'fa');
    await reader.starts();
    const shown = reader.sees();
    for (const data of ['x', 'follow:1', 'language:xx', '💥', 'ok:post:1:1']) await reader.tapsData(1, data);
    expect(reader.sees()).toEqual(shown);
    await expect.poll(answers).toEqual(Array(5).fill(say('fa', 'button-outdated')));
  });

  it('of a case that is gone says so', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    const caseId = newId<CaseId>();
    for (const action of ['follow', 'unfollow', 'case', 'stopCase', 'resumeCase'] as const) {
      await reader.tapsData(1, encodeCallbackData({ action, caseId }));
      expect(reader.last()).toBe(say('en', 'case-gone'));
    }
  });

  it('under a message that Telegram no longer hands out is obeyed, in a new message', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    const shown = reader.sees().length;
    await reader.tapsData(99_999, encodeCallbackData({ action: 'cases', page: 1 }));
    expect(reader.sees()).toHaveLength(shown + 1);
    expect(reader.last()).toBe(say('en', 'cases-empty'));
  });

  it('for a page that does not exist shows the last one', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    await reader.says('/cases');
    const messageId = Number(world.standIn.messages({ chat: reader.id }).at(-1)?.message_id);
    await reader.tapsData(messageId, encodeCallbackData({ action: 'cases', page: 2_147_483_647 }));
    expect(reader.last()).toBe(say('en', 'cases-empty'));
    await reader.tapsData(messageId, encodeCallbackData({ action: 'hearings', page: 2_147_483_647 }));
    expect(reader.last()).toBe(say('en', 'hearings-follow-nothing'));
  });

  it('stops waiting, also when Telegram does not take the answer', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    world.standIn.addFault({
      fault: { kind: 'status', status: 502, accepted: false },
      method: 'answerCallbackQuery',
    });
    await reader.taps('Azərbaycanca');
    expect(await world.db.$count(subscribers, eq(subscribers.language, 'az'))).toBe(1);
  });
});

describe('what is no update behind its head', () => {
  const from = { id: 77, is_bot: false, first_name: 'A' };
  const message = { message_id: 1, date: 1257854400, chat: { id: 77, type: 'private' }, from };
  const tap = { id: '1', from, message, chat_instance: '1', data: 'cases:1' };
  const member = { status: 'member' };
  const change = { chat: message.chat, from, date: 1, old_chat_member: member, new_chat_member: member };

  it.each([
    { message: { ...message, text: 7 } },
    { message: { ...message, from: [] } },
    { message: { ...message, migrate_to_chat_id: '\ud800' } },
    { message: { ...message, migrate_to_chat_id: 2 ** 53 } },
    { message: null, channel_post: message },
    { callback_query: { ...tap, message: { ...message, date: 1e308 } } },
    { callback_query: { ...tap, message: { ...message, message_id: 1.5 } } },
    { callback_query: { ...tap, data: {} } },
    { callback_query: { ...tap, from: null } },
    { my_chat_member: { ...change, new_chat_member: null } },
    { my_chat_member: { ...change, new_chat_member: { status: 'restricted', is_member: 'no' } } },
    { inline_query: { id: '1', from: { id: 1e308 }, query: '', offset: '' } },
    { inline_query: { id: '1', from, query: 7, offset: '' } },
  ])('is set aside at once as what it is, and nobody is told: %j', async (update) => {
    const called = world.standIn.ledger().length;
    await arrives(update, 77);
    const [kept] = await world.db.delete(updates).where(eq(updates.updateId, next)).returning();
    expect(kept).toMatchObject({ fault: 'malformed', handledAt: null, retryAt: null });
    expect(world.standIn.ledger()).toHaveLength(called);
    expect(world.logged.findLast((line) => line.includes('update-given-up'))).toContain('malformed');
  });
});

describe('a message', () => {
  it('of 5,000 characters gets a clear answer', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    await arrives(messageFrom(reader.id, { text: 'ə'.repeat(5000) }), reader.id);
    expect(reader.last()).toBe(say('en', 'help-text-too-long', { limit: 1000 }));
  });

  it.each([
    ['a photo', { photo: [{ file_id: 'a', file_unique_id: 'b', width: 1, height: 1 }] }],
    ['a voice message', { voice: { file_id: 'a', file_unique_id: 'b', duration: 1 } }],
    ['a sticker', { sticker: { file_id: 'a' } }],
    ['a contact', { contact: { phone_number: '1', first_name: 'B' } }],
    ['a place', { location: { latitude: 40.4, longitude: 49.9 } }],
    ['something that does not exist yet', { hologram: {} }],
  ])('with %s gets help', async (_, content) => {
    const reader = person(world, 'en');
    await reader.starts();
    await arrives(messageFrom(reader.id, content), reader.id);
    expect(reader.last()).toBe(say('en', 'help-unknown-input'));
  });

  it('that was edited is passed over', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    const shown = reader.sees().length;
    const { message } = messageFrom(reader.id, { text: '/stop' }) as { message: object };
    await arrives({ edited_message: message }, reader.id);
    expect(reader.sees()).toHaveLength(shown);
    expect(await world.db.$count(updates, isNull(updates.handledAt))).toBe(0);
  });

  it('made of emoji, controls, and characters that turn the reading direction gets help', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    for (const text of ['👍', '/', '/ start', '\u202e/start', '//start', '/start@another_bot']) {
      await arrives(messageFrom(reader.id, { text }), reader.id);
      expect(reader.last()).toBe(say('en', 'help-unknown-input'));
    }
  });

  it.each(['A'.repeat(64), '-', '_', 'staff', '..', 'donkey-bloggers;drop'])(
    'with the deep link %j is told that there is no such case',
    async (payload) => {
      const reader = person(world, 'en');
      await reader.starts();
      await arrives(messageFrom(reader.id, { text: `/start ${payload}` }), reader.id);
      expect(reader.sees().join()).toContain(say('en', 'start-unknown-case'));
    },
  );
});

it('passes over what comes from no chat, or is of no kind that it knows', async () => {
  const reader = person(world, 'en');
  await reader.starts();
  await arrives({ poll: { id: '1' } }, reader.id);
  await arrives({ message: { chat: { id: 1.5, type: 'private' } } }, reader.id);
  await arrives(
    { callback_query: { id: '1', from: { id: 1 }, inline_message_id: 'x', data: 'x' } },
    reader.id,
  );
  await reader.says('/help');
  expect(reader.last()).toBe(say('en', 'help-text'));
  await settle(world);
  const rows = await world.db
    .select({ attempts: updates.attempts, handledAt: updates.handledAt })
    .from(updates);
  expect(rows.every(({ attempts, handledAt }) => attempts === 0 && handledAt !== null)).toBe(true);
});
