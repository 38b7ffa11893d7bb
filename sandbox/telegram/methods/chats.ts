import { leaveSharedChat } from '../membership.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { asInteger, type JsonObject } from '../values.ts';
import { botObject, chatObject, isIn, memberObject, personObject, type SharedChat } from '../world.ts';
import { type Answer, accessFault, type Call, chatOf } from './call.ts';

const GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

export function getChat(call: Call): Answer {
  const chat = chatOf(call);
  if (chat instanceof Refusal) return chat;
  const fault = accessFault(call, chat, 'read');
  if (fault !== null) return fault;
  return {
    ...chatObject(chat),
    accent_color_id: chat.kind === 'private' ? Math.abs(chat.id) % 7 : 0,
    max_reaction_count: 11,
    accepted_gift_types: GIFTS,
  };
}

/** The group or channel that a call is about; its members can be read by those who are in it. */
function sharedChatOf(call: Call): SharedChat | Refusal {
  const chat = chatOf(call);
  if (chat instanceof Refusal) return chat;
  if (chat.kind === 'private') return badRequest('there are no administrators in the private chat');
  return accessFault(call, chat, 'write') ?? chat;
}

export function getChatMember(call: Call): Answer {
  const found = chatOf(call);
  if (found instanceof Refusal) return found;
  const id = asInteger(call.values.user_id) ?? 0;
  const user = userObject(call, id);
  if (user === undefined) return badRequest('user not found');
  if (found.kind === 'private') {
    return id === found.id || id === call.bot.id ? { status: 'member', user } : badRequest('user not found');
  }
  const fault = accessFault(call, found, 'write');
  if (fault !== null) return fault;
  return memberObject(found, user, found.members.get(id) ?? { status: 'left', rights: {} });
}

export function getChatAdministrators(call: Call): Answer {
  const chat = sharedChatOf(call);
  if (chat instanceof Refusal) return chat;
  const administrators: JsonObject[] = [];
  for (const [id, member] of chat.members) {
    if (member.status !== 'creator' && member.status !== 'administrator') continue;
    // Other bots are left out (Bot API 10.3); the bot itself is listed.
    if (call.core.bots.has(id) && id !== call.bot.id) continue;
    const user = userObject(call, id);
    if (user !== undefined) administrators.push(memberObject(chat, user, member));
  }
  return administrators;
}

export function getChatMemberCount(call: Call): Answer {
  const chat = chatOf(call);
  if (chat instanceof Refusal) return chat;
  if (chat.kind === 'private') return 2;
  return accessFault(call, chat, 'write') ?? [...chat.members.values()].filter(isIn).length;
}

export function leaveChat(call: Call): Answer {
  const chat = chatOf(call);
  if (chat instanceof Refusal) return chat;
  if (chat.kind === 'private') return badRequest("chat member status can't be changed in private chats");
  const fault = accessFault(call, chat, 'write');
  if (fault !== null) return fault;
  leaveSharedChat(call.core, call.bot, chat);
  return true;
}

function userObject(call: Call, id: number): JsonObject | undefined {
  const person = call.core.people.get(id);
  if (person !== undefined) return personObject(person);
  const bot = call.core.bots.get(id);
  return bot === undefined ? undefined : botObject(bot);
}
