import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calls, campaigns, follows, subscribers } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { encodeCallbackData } from '../../../src/domain/callback-data.ts';
import { type AccountId, type CaseId, newId } from '../../../src/domain/ids.ts';
import { createTelegram } from '../../../src/networks/telegram.ts';
import { receiveUpdates } from '../../../src/services/updates/receive.ts';
import { Slots } from '../../../src/telegram/slots.ts';
import {
  addCase,
  broadcast,
  createWorld,
  deliver,
  findButton,
  person,
  say,
  seen,
  settle,
  type World,
} from '../world.ts';

let world: World;
let caseId: CaseId;
let owner: number;
let member: number;

beforeEach(async () => {
  world = await createWorld({ groupsAllowed: true });
  caseId = await addCase(world, 'one', { en: 'One', fa: 'یک' });
  owner = world.standIn.createUser({ languageCode: 'en' }).id;
  member = world.standIn.createUser({ languageCode: 'en' }).id;
  await world.bot.start();
});
afterEach(() => world.end());

const allow = (groupsAllowed: boolean) => world.db.update(campaigns).set({ groupsAllowed });

async function newGroup(): Promise<number> {
  const { id } = world.standIn.createGroup({ owner, members: [member] });
  world.standIn.setMember({ chat: id, user: world.identity.id, status: 'member' });
  await settle(world);
  return id;
}

async function says(user: number, chat: number, text: string): Promise<void> {
  world.standIn.userSends({ user, chat, text });
  await settle(world);
}

async function taps(user: number, chat: number, label: string): Promise<void> {
  const { messageId, data } = findButton(world, chat, label);
  world.standIn.userTaps({ user, chat, messageId, button: { data } });
  await settle(world);
}

const last = (chat: number) => seen(world, chat).at(-1) ?? '';

describe('a group, while groups are off', () => {
  it('is told why and left', async () => {
    await allow(false);
    const group = await newGroup();
    expect(seen(world, group)).toEqual([say('en', 'group-off', { chat: 'group' })]);
    expect(world.standIn.chats().find(({ id }) => id === group)?.state).toBe('left');
  });

  it('may still stop what it followed before, and follow nothing new', async () => {
    const group = await newGroup();
    await says(owner, group, '/follow one');
    await allow(false);
    await says(owner, group, '/follow one');
    expect(last(group)).toBe(say('en', 'group-off', { chat: 'group' }));
    await says(owner, group, '/unfollow one');
    expect(await world.db.$count(follows)).toBe(0);
  });
});

describe('a group, while groups are on', () => {
  it('is introduced to the bot, follows by an admin’s wish, and is warned that it shows', async () => {
    const group = await newGroup();
    expect(last(group)).toBe(say('en', 'group-welcome', { chat: 'group', campaign: 'Free the Donkeys' }));
    await says(member, group, '/help@bray_test_bot');
    expect(last(group)).toBe(say('en', 'group-help', { chat: 'group' }));
    await says(owner, group, '/follow@bray_test_bot one');
    expect(last(group)).toContain(say('en', 'group-followed', { chat: 'group', case: 'One' }));
    expect(last(group)).toContain(say('en', 'group-warning', { chat: 'group' }));
    const [row] = await world.db.select().from(subscribers);
    expect(row?.kind).toBe('group');
    await broadcast(world, caseId, 'News of One');
    await deliver(world);
    expect(last(group)).toBe('News of One');
    await taps(owner, group, say('en', 'button-stop-case'));
    expect(last(group)).toBe(say('en', 'group-unfollowed', { chat: 'group', case: 'One' }));
    expect(await world.db.$count(follows)).toBe(0);
  });

  it('offers the cases as buttons', async () => {
    const group = await newGroup();
    await says(owner, group, '/follow');
    expect(last(group)).toBe(say('en', 'group-choose-case', { chat: 'group' }));
    await taps(owner, group, 'One');
    expect(await world.db.$count(follows)).toBe(1);
    await says(owner, group, '/unfollow');
    await taps(owner, group, 'One');
    expect(await world.db.$count(follows)).toBe(0);
    await says(owner, group, '/unfollow');
    expect(last(group)).toBe(say('en', 'group-follows-nothing', { chat: 'group' }));
  });

  it('obeys nobody but its admins, in words and by button', async () => {
    const group = await newGroup();
    for (const command of ['/follow one', '/stop', '/forget', '/language', '/unfollow one']) {
      await says(member, group, command);
      expect(last(group)).toBe(say('en', 'group-admins-only', { chat: 'group' }));
    }
    expect(await world.db.$count(subscribers)).toBe(0);
    await says(owner, group, '/follow');
    const shown = seen(world, group).length;
    await taps(member, group, 'One');
    expect(await world.db.$count(follows)).toBe(0);
    expect(seen(world, group)).toHaveLength(shown);
    world.standIn.setMember({ chat: group, user: member, status: 'administrator' });
    await taps(member, group, 'One');
    expect(await world.db.$count(follows)).toBe(1);
  });

  it('obeys an admin who writes in the group’s own name, and nobody who writes in another’s', async () => {
    const group = await newGroup();
    const anonymous = (updateId: number, sender: number) => ({
      updateId,
      chatId: String(group),
      body: JSON.stringify({
        update_id: updateId,
        message: {
          message_id: 1,
          date: 1257854400,
          chat: { id: group, type: 'group' },
          from: { id: 1087968824, is_bot: true, first_name: 'Group' },
          sender_chat: { id: sender, type: sender === group ? 'group' : 'channel' },
          text: '/follow one',
        },
      }),
    });
    await receiveUpdates(world.ctx, { updates: [anonymous(900_001, -1_009_999)] });
    await world.bot.idle();
    expect(await world.db.$count(follows)).toBe(0);
    await receiveUpdates(world.ctx, { updates: [anonymous(900_002, group)] });
    await world.bot.idle();
    expect(await world.db.$count(follows)).toBe(1);
  });

  it('hears nothing from the bot about what is said to others', async () => {
    const group = await newGroup();
    const shown = seen(world, group).length;
    world.standIn.setMember({ chat: group, user: world.identity.id, status: 'administrator' });
    for (const text of ['Good morning', '/frobnicate', '/follow@another_bot one', '/cases']) {
      await says(owner, group, text);
    }
    expect(seen(world, group)).toHaveLength(shown);
    await says(owner, group, '/cases@bray_test_bot');
    expect(last(group)).toBe(say('en', 'private-only'));
  });

  it('chooses its own language', async () => {
    const group = await newGroup();
    await says(owner, group, '/language');
    await taps(owner, group, 'فارسی');
    await says(owner, group, '/follow one');
    expect(last(group)).toContain(say('fa', 'group-followed', { chat: 'group', case: 'یک' }));
  });

  it('is erased by /forget', async () => {
    const group = await newGroup();
    await says(owner, group, '/follow one');
    await says(owner, group, '/forget');
    await taps(owner, group, 'Erase everything');
    expect(await world.db.$count(subscribers)).toBe(0);
  });

  it('is unreachable once the bot is removed, and reachable when it is back', async () => {
    const group = await newGroup();
    await says(owner, group, '/follow one');
    world.standIn.setMember({ chat: group, user: world.identity.id, status: 'kicked' });
    await settle(world);
    expect((await world.db.select().from(subscribers))[0]?.state).toBe('unreachable');
    world.standIn.setMember({ chat: group, user: world.identity.id, status: 'member' });
    await settle(world);
    expect((await world.db.select().from(subscribers))[0]?.state).toBe('active');
  });

  it('is tried again, not refused, while Telegram does not say who is an admin', async () => {
    const group = await newGroup();
    world.standIn.addFault({
      fault: { kind: 'status', status: 502, accepted: false },
      method: 'getChatMember',
    });
    world.standIn.userSends({ user: owner, chat: group, text: '/follow one' });
    await settle(world);
    expect(await world.db.$count(follows)).toBe(0);
    world.advance({ seconds: 1 });
    await expect.poll(() => world.db.$count(follows)).toBe(1);
  });

  it('keeps its follows when it becomes a supergroup', async () => {
    const group = await newGroup();
    await says(owner, group, '/follow one');
    const { id: successor } = world.standIn.migrateGroup({ chat: group });
    await settle(world);
    const [row] = await world.db.select().from(subscribers);
    expect(world.open(row!.sealedChat, binding.subscriberChat(row!.id))).toBe(String(successor));
    await says(owner, successor, '/stop');
    expect(await world.db.$count(follows)).toBe(0);
    expect(last(successor)).toBe(say('en', 'group-stopped', { chat: 'group' }));
  });
});

describe('a Telegram channel', () => {
  async function newChannel(): Promise<number> {
    const { id } = world.standIn.createChannel({ owner });
    world.standIn.setMember({
      chat: id,
      user: world.identity.id,
      status: 'administrator',
      rights: { can_post_messages: true, can_edit_messages: true, can_delete_messages: true },
    });
    await settle(world);
    return id;
  }

  async function posts(chat: number, text: string): Promise<void> {
    world.standIn.channelPosts({ chat, text });
    await settle(world);
  }

  it('follows by a post of its admins, and gets what its case’s followers get', async () => {
    const channel = await newChannel();
    expect(world.standIn.messages({ chat: channel })).toEqual([]);
    await posts(channel, 'Good morning, readers');
    expect(await world.db.$count(calls)).toBe(0);
    await posts(channel, '/follow one');
    const [row] = await world.db.select().from(subscribers);
    expect(row?.kind).toBe('channel');
    const texts = () => world.standIn.messages({ chat: channel }).map(({ text }) => String(text));
    expect(texts().at(-1)).toContain('One');
    await broadcast(world, caseId, 'News of One');
    await deliver(world);
    expect(texts().at(-1)).toBe('News of One');
    const reader = world.standIn.createUser({ languageCode: 'en' }).id;
    const message = world.standIn.messages({ chat: channel }).at(-1);
    world.standIn.userTaps({
      user: reader,
      chat: channel,
      messageId: Number(message?.message_id),
      button: { data: encodeCallbackData({ action: 'stopAll' }) },
    });
    await settle(world);
    expect(await world.db.$count(follows)).toBe(1);
    await posts(channel, '/unfollow one');
    expect(await world.db.$count(follows)).toBe(0);
  });

  it('is stayed in, silently, while groups are off, so that it can be connected as an account', async () => {
    await allow(false);
    const starter = person(world, 'en');
    await starter.starts();
    const told = starter.sees().length;
    owner = starter.id;
    const channel = await newChannel();
    expect(world.standIn.messages({ chat: channel })).toEqual([]);
    expect(starter.sees()).toHaveLength(told);
    expect(world.standIn.chats().find(({ id }) => id === channel)?.state).not.toBe('left');
    expect(await world.db.$count(subscribers, eq(subscribers.kind, 'channel'))).toBe(0);
    const { check } = createTelegram({ transport: world.transport, slots: new Slots() });
    const credentials = { channel: String(channel) };
    expect(await check({ accountId: newId<AccountId>(), credentials })).toMatchObject({ kind: 'recognised' });
    // Nor may it follow.
    await posts(channel, '/follow one');
    expect(await world.db.$count(follows)).toBe(0);
  });
});
