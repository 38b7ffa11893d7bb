import type { Core } from './core.ts';
import { messageObject } from './message.ts';
import type { JsonObject } from './values.ts';
import {
  type Bot,
  botObject,
  chatObject,
  isIn,
  type Member,
  memberObject,
  type Person,
  type PrivateChat,
  personObject,
  type SharedChat,
} from './world.ts';

const NOT_IN: Member = { status: 'left', rights: {} };

/** A person joins, leaves, is promoted …; every bot that may know is told. `by` did it. */
export function setPersonMember(
  core: Core,
  chat: SharedChat,
  person: Person,
  member: Member,
  by: Person,
): void {
  const before = chat.members.get(person.id) ?? NOT_IN;
  chat.members.set(person.id, member);
  const user = personObject(person);
  for (const bot of core.botsIn(chat)) {
    const status = chat.members.get(bot.id)?.status;
    if (status === 'administrator' || status === 'creator') {
      bot.inbox.queue('chat_member', lane(chat), changed(core, chat, user, before, member, by));
    }
  }
  announceMove(core, chat, user, before, member, by);
}

/** The bot itself is added, removed, promoted …: a `my_chat_member` update, and a service message in groups. */
export function setBotMember(core: Core, chat: SharedChat, bot: Bot, member: Member, by: Person): void {
  const before = chat.members.get(bot.id) ?? NOT_IN;
  chat.members.set(bot.id, member);
  const user = botObject(bot);
  bot.inbox.queue('my_chat_member', lane(chat), changed(core, chat, user, before, member, by));
  announceMove(core, chat, user, before, member, by);
  core.events.emit('state', bot.id, chat.id, { member: member.status });
}

/** The bot leaves by itself. */
export function leaveSharedChat(core: Core, bot: Bot, chat: SharedChat): void {
  const before = chat.members.get(bot.id) ?? NOT_IN;
  chat.members.set(bot.id, NOT_IN);
  bot.inbox.queue('my_chat_member', lane(chat), {
    chat: chatObject(chat),
    from: botObject(bot),
    date: core.clock.seconds(),
    old_chat_member: memberObject(chat, botObject(bot), before),
    new_chat_member: memberObject(chat, botObject(bot), NOT_IN),
  });
  core.events.emit('state', bot.id, chat.id, { member: 'left' });
}

/** A person blocks or unblocks a bot: seen in the private chat as the bot's own membership. */
export function setBlocked(core: Core, bot: Bot, chat: PrivateChat, blocked: boolean): void {
  const user = botObject(bot);
  const member = { status: 'member', user };
  const kicked = { status: 'kicked', user, until_date: 0 };
  core.setAcquaintance(bot, chat, blocked ? 'blocked' : 'started');
  bot.inbox.queue('my_chat_member', `chat ${chat.id}`, {
    chat: chatObject(chat),
    from: personObject(chat.person),
    date: core.clock.seconds(),
    old_chat_member: blocked ? member : kicked,
    new_chat_member: blocked ? kicked : member,
  });
}

const lane = (chat: SharedChat): string => `chat ${chat.id}`;

function changed(
  core: Core,
  chat: SharedChat,
  user: JsonObject,
  before: Member,
  after: Member,
  by: Person,
): JsonObject {
  return {
    chat: chatObject(chat),
    from: personObject(by),
    date: core.clock.seconds(),
    old_chat_member: memberObject(chat, user, before),
    new_chat_member: memberObject(chat, user, after),
  };
}

/** "X joined", "X left": a message of its own in groups, none in channels. */
function announceMove(
  core: Core,
  chat: SharedChat,
  user: JsonObject,
  before: Member,
  after: Member,
  by: Person,
): void {
  if (chat.kind === 'channel' || isIn(before) === isIn(after)) return;
  const further = isIn(after)
    ? { new_chat_members: [user], new_chat_member: user, new_chat_participant: user }
    : { left_chat_member: user, left_chat_participant: user };
  const message = core.addMessage(chat, null, { person: by }, { further });
  for (const bot of core.botsIn(chat)) bot.inbox.queue('message', lane(chat), messageObject(message));
}
