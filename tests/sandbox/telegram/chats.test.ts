import { describe, expect, test } from 'vitest';
import { bench } from './helper.ts';

describe('private chats', () => {
  test('a person who never started the bot cannot be written to', async () => {
    const { call, standIn } = await bench();
    const stranger = standIn.createUser().id;
    expect(await call('sendMessage', { chat_id: stranger, text: 'x' })).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
    standIn.userStarts({ user: stranger });
    expect((await call('sendMessage', { chat_id: stranger, text: 'x' })).ok).toBe(true);
  });

  test('a block stops messages until the person unblocks or starts again', async () => {
    const { call, standIn, user } = await bench();
    const blocked = { error_code: 403, description: 'Forbidden: bot was blocked by the user' };
    standIn.userBlocks({ user });
    expect(await call('sendMessage', { chat_id: user, text: 'x' })).toMatchObject(blocked);
    standIn.userUnblocks({ user });
    expect((await call('sendMessage', { chat_id: user, text: 'x' })).ok).toBe(true);
    standIn.userBlocks({ user });
    standIn.userStarts({ user });
    expect((await call('sendMessage', { chat_id: user, text: 'x' })).ok).toBe(true);
    const members = standIn.updates().filter((u) => u.type === 'my_chat_member');
    expect(
      members.map(
        (u) => (u.update.my_chat_member as { new_chat_member: { status: string } }).new_chat_member.status,
      ),
    ).toEqual(['kicked', 'member', 'kicked', 'member']);
  });

  test('an account that is gone', async () => {
    const { call, standIn, user } = await bench();
    standIn.userDeactivates({ user });
    expect(await call('sendMessage', { chat_id: user, text: 'x' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: user is deactivated',
    });
  });

  test('nobody has that id', async () => {
    const { call } = await bench();
    expect(await call('sendMessage', { chat_id: 99, text: 'x' })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: chat not found',
    });
  });

  test("a bot's message ids grow over all of its private chats", async () => {
    const { call, standIn, user } = await bench();
    const other = standIn.createUser().id;
    standIn.userStarts({ user: other });
    const ids = [];
    for (const chat_id of [user, other, user])
      ids.push((await call('sendMessage', { chat_id, text: 'x' })).result.message_id);
    expect(ids).toEqual([3, 4, 5]);
  });
});

describe('groups', () => {
  const withGroup = async (supergroup: boolean) => {
    const made = await bench();
    const { standIn, bot, user, call } = made;
    const chat = standIn.createGroup({ owner: user, title: 'Observers', supergroup }).id;
    standIn.setMember({ chat, user: bot.id, status: 'member' });
    return { ...made, chat, send: () => call('sendMessage', { chat_id: chat, text: 'x' }) };
  };

  test.each([
    [false, 'group'],
    [true, 'supergroup'],
  ])('joined, left, kicked (supergroup: %s)', async (supergroup, kind) => {
    const { send, standIn, chat, bot } = await withGroup(supergroup);
    expect((await send()).result.chat).toMatchObject({ id: chat, type: kind, title: 'Observers' });
    standIn.setMember({ chat, user: bot.id, status: 'left' });
    expect((await send()).description).toBe(`Forbidden: bot is not a member of the ${kind} chat`);
    standIn.setMember({ chat, user: bot.id, status: 'kicked' });
    expect((await send()).description).toBe(`Forbidden: bot was kicked from the ${kind} chat`);
  });

  test('upgraded: the new id stands in the refusal and takes messages', async () => {
    const { send, standIn, chat, call } = await withGroup(false);
    const { id } = standIn.migrateGroup({ chat });
    expect(await send()).toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: id },
    });
    expect((await call('sendMessage', { chat_id: id, text: 'x' })).result.chat.type).toBe('supergroup');
    const service = standIn.updates().map((u) => u.update.message as Record<string, unknown> | undefined);
    expect(service.some((m) => m?.migrate_to_chat_id === id)).toBe(true);
    expect(service.some((m) => m?.migrate_from_chat_id === chat)).toBe(true);
  });

  test('deleted', async () => {
    const { send, standIn, chat } = await withGroup(false);
    standIn.deleteGroup({ chat });
    expect((await send()).description).toBe('Forbidden: the group chat was deleted');
  });

  test('restricted from writing', async () => {
    const { send, standIn, chat, bot } = await withGroup(true);
    standIn.setMember({ chat, user: bot.id, status: 'restricted', rights: { can_send_messages: false } });
    expect((await send()).description).toBe(
      'Bad Request: not enough rights to send text messages to the chat',
    );
  });

  test('its members, administrators and count', async () => {
    const { call, standIn, chat, user, bot } = await withGroup(true);
    const other = standIn.createUser().id;
    const outside = standIn.createUser().id;
    standIn.setMember({ chat, user: other, status: 'administrator', rights: { can_invite_users: false } });
    const member = async (user_id: number) =>
      (await call('getChatMember', { chat_id: chat, user_id })).result;
    expect(await member(user)).toMatchObject({ status: 'creator' });
    expect(await member(other)).toMatchObject({
      status: 'administrator',
      can_invite_users: false,
      can_change_info: true,
    });
    expect(await member(bot.id)).toMatchObject({ status: 'member', user: { is_bot: true } });
    expect(await member(outside)).toMatchObject({ status: 'left' });
    const { result } = await call('getChatAdministrators', { chat_id: chat });
    expect(result.map((m) => m.user.id)).toEqual([user, other]);
    expect((await call('getChatMemberCount', { chat_id: chat })).result).toBe(3);
    expect((await call('getChatAdministrators', { chat_id: user })).error_code).toBe(400);
  });

  test('the bot leaves by itself', async () => {
    const { call, send, chat } = await withGroup(true);
    expect((await call('leaveChat', { chat_id: chat })).result).toBe(true);
    expect((await send()).error_code).toBe(403);
  });

  test('in privacy mode a bot sees commands, mentions and replies; as administrator everything', async () => {
    const { standIn, chat, bot, user, send } = await withGroup(true);
    const seen = (text: string, replyTo?: number) =>
      standIn.userSends({ user, chat, text, replyTo }).updateId !== null;
    const { result } = await send();
    expect(seen('just talk')).toBe(false);
    expect(seen('/hearings')).toBe(true);
    expect(seen('/hearings@bray_test_bot')).toBe(true);
    expect(seen('/hearings@other_bot')).toBe(false);
    expect(seen('ask @bray_test_bot')).toBe(true);
    expect(seen('yes', result.message_id)).toBe(true);
    standIn.setMember({ chat, user: bot.id, status: 'administrator' });
    expect(seen('just talk')).toBe(true);
  });
});

describe('channels', () => {
  const withChannel = async () => {
    const made = await bench();
    const chat = made.standIn.createChannel({ owner: made.user, username: 'donkeynews' }).id;
    return {
      ...made,
      chat,
      send: (chat_id: number | string = chat) => made.call('sendMessage', { chat_id, text: 'x' }),
    };
  };

  test('only an administrator with the right may post, by id or by name', async () => {
    const { standIn, chat, bot, send } = await withChannel();
    expect((await send()).description).toBe('Forbidden: bot is not a member of the channel chat');
    standIn.setMember({ chat, user: bot.id, status: 'member' });
    expect((await send()).description).toBe('Bad Request: need administrator rights in the channel chat');
    standIn.setMember({ chat, user: bot.id, status: 'administrator', rights: { can_post_messages: false } });
    expect((await send()).ok).toBe(false);
    standIn.setMember({ chat, user: bot.id, status: 'administrator' });
    expect((await send()).result).toMatchObject({
      chat: { id: chat, type: 'channel' },
      sender_chat: { id: chat },
    });
    expect((await send('@DonkeyNews')).result.chat.id).toBe(chat);
    expect((await send('@nobody')).description).toBe('Bad Request: chat not found');
  });

  test('its posts reach the bot as channel_post', async () => {
    const { standIn, chat, bot } = await withChannel();
    standIn.setMember({ chat, user: bot.id, status: 'administrator' });
    standIn.channelPosts({ chat, text: 'News' });
    expect(standIn.updates().map((u) => u.type)).toEqual(['my_chat_member', 'channel_post']);
  });
});

describe('what persons do', () => {
  test('a deep link arrives as /start with its payload, the command marked', async () => {
    const { standIn, user } = await bench();
    const { updateId } = standIn.userStarts({ user, payload: 'donkey-bloggers' });
    const last = standIn.updates().at(-1);
    expect(last).toMatchObject({ update_id: updateId, type: 'message', state: 'queued' });
    expect(last?.update.message).toMatchObject({
      text: '/start donkey-bloggers',
      from: { id: user, is_bot: false, first_name: 'Leyla', language_code: 'az' },
      chat: { id: user, type: 'private' },
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    });
    expect(() => standIn.userStarts({ user, payload: 'not allowed!' })).toThrow();
  });

  test('what is longer than a message arrives as several, no letter cut in two', async () => {
    const { standIn, user } = await bench();
    const text = `x${'😀'.repeat(2500)}`;
    standIn.userSends({ user, text });
    const texts = standIn.updates().map((u) => (u.update.message as { text: string }).text);
    expect(texts.join('')).toBe(text);
    expect(texts.map((t) => t.length)).toEqual([4095, 906]);
    expect(() => standIn.userSends({ user, text: ' ' })).toThrow();
  });

  test('what is no text, and what is edited', async () => {
    const { standIn, user } = await bench();
    standIn.userSendsOther({ user, other: 'sticker' });
    expect(standIn.updates().at(-1)?.update.message).toMatchObject({ sticker: { type: 'regular' } });
    const { messageId } = standIn.userSends({ user, text: 'before' });
    standIn.userEdits({ user, messageId, text: 'after' });
    expect(standIn.updates().at(-1)?.update.edited_message).toMatchObject({
      message_id: messageId,
      text: 'after',
    });
    expect(() => standIn.userEdits({ user, messageId: 999, text: 'x' })).toThrow();
  });

  test('a tap carries the data of the button and the message as it is now', async () => {
    const { call, standIn, user } = await bench();
    const reply_markup = {
      inline_keyboard: [
        [
          { text: 'a', callback_data: 'first' },
          { text: 'b', callback_data: 'second' },
        ],
      ],
    };
    const { result } = await call('sendMessage', { chat_id: user, text: 'x', reply_markup });
    standIn.userTaps({ user, messageId: result.message_id, button: { row: 0, column: 1 } });
    expect(standIn.updates().at(-1)?.update.callback_query).toMatchObject({
      data: 'second',
      from: { id: user },
      message: { message_id: result.message_id, text: 'x', reply_markup },
    });
    expect(() =>
      standIn.userTaps({ user, messageId: result.message_id, button: { row: 1, column: 0 } }),
    ).toThrow();
  });

  test('a tap on a message that is gone arrives with an inaccessible message', async () => {
    const { standIn, user } = await bench();
    standIn.userTaps({ user, messageId: 4711, button: { data: 'old' } });
    expect(standIn.updates().at(-1)?.update.callback_query).toMatchObject({
      data: 'old',
      message: { message_id: 4711, date: 0 },
    });
  });

  test('a tap is answered in time or not at all', async () => {
    let now = 0;
    const { call, standIn, user } = await bench({ monotonic: () => now, callbackLifetimeMs: 1000 });
    const { queryId } = standIn.userTaps({ user, messageId: 1, button: { data: 'x' } });
    expect((await call('answerCallbackQuery', { callback_query_id: queryId, text: 'Yes' })).result).toBe(
      true,
    );
    const late = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
    expect((await call('answerCallbackQuery', { callback_query_id: 'unknown' })).description).toBe(late);
    now = 1001;
    expect((await call('answerCallbackQuery', { callback_query_id: queryId })).description).toBe(late);
    const long = { callback_query_id: queryId, text: 'x'.repeat(201) };
    expect((await call('answerCallbackQuery', long)).description).toBe('Bad Request: MESSAGE_TOO_LONG');
  });
});

describe('what the bot shows of itself', () => {
  test('commands by scope and language, and what a person sees of them', async () => {
    const { call, standIn, user } = await bench();
    const set = (description: string, more: object) =>
      call('setMyCommands', { commands: [{ command: 'help', description }], ...more });
    await set('everybody', {});
    await set('az', { language_code: 'az' });
    expect(standIn.commandsFor({ user })).toEqual([{ command: 'help', description: 'az' }]);
    await set('private', { scope: { type: 'all_private_chats' } });
    expect(standIn.commandsFor({ user })).toEqual([{ command: 'help', description: 'private' }]);
    await call('deleteMyCommands', { scope: { type: 'all_private_chats' } });
    expect((await call('getMyCommands', { scope: { type: 'all_private_chats' } })).result).toEqual([]);
    expect((await call('getMyCommands', { language_code: 'az' })).result).toEqual([
      { command: 'help', description: 'az' },
    ]);
  });

  test.each([
    [{ command: 'Help', description: 'x' }, 'BOT_COMMAND_INVALID'],
    [{ command: 'x'.repeat(33), description: 'x' }, 'BOT_COMMAND_INVALID'],
    [{ command: 'help', description: 'x'.repeat(257) }, 'BOT_COMMAND_DESCRIPTION_INVALID'],
  ])('refuses the command %o', async (command, fault) => {
    const { call } = await bench();
    expect((await call('setMyCommands', { commands: [command] })).description).toBe(`Bad Request: ${fault}`);
  });

  test('name, descriptions and menu', async () => {
    const { call } = await bench();
    expect((await call('setMyName', { name: 'Bray' })).result).toBe(true);
    expect((await call('getMe')).result).toMatchObject({
      first_name: 'Bray',
      username: 'bray_test_bot',
      is_bot: true,
    });
    expect((await call('setMyName', { name: 'x'.repeat(65) })).ok).toBe(false);
    expect((await call('setMyDescription', { description: 'x'.repeat(513) })).ok).toBe(false);
    expect((await call('setMyShortDescription', { short_description: 'x'.repeat(121) })).ok).toBe(false);
    await call('setMyShortDescription', { short_description: 'kısa', language_code: 'tr' });
    expect((await call('getMyShortDescription', { language_code: 'tr' })).result.short_description).toBe(
      'kısa',
    );
    expect((await call('setChatMenuButton', { menu_button: { type: 'commands' } })).result).toBe(true);
    expect((await call('setChatMenuButton', { menu_button: { type: 'web_app' } })).ok).toBe(false);
  });
});
