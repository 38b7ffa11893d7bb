import { badRequest, Refusal } from '../refusal.ts';
import { asInteger, asList, asObject, asString, isObject, type JsonObject } from '../values.ts';
import { botObject } from '../world.ts';
import { type Answer, type Call, textOf } from './call.ts';

/** What the bot shows of itself. Limits by Bot API 10.3. */
export function getMe(call: Call): Answer {
  return {
    ...botObject(call.bot),
    can_join_groups: true,
    can_read_all_group_messages: call.bot.readsAllGroupMessages,
    supports_guest_queries: false,
    supports_inline_queries: call.bot.inline,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}

/** '' or two letters; a Refusal for anything else. */
function languageOf(call: Call): string | Refusal {
  const code = textOf(call, 'language_code') ?? '';
  return code === '' || /^[a-z]{2}$/.test(code) ? code : badRequest('LANG_CODE_INVALID');
}

function setText(call: Call, field: string, limit: number, store: Map<string, string>): Answer {
  const language = languageOf(call);
  if (language instanceof Refusal) return language;
  const text = textOf(call, field) ?? '';
  if (text.length > limit) return badRequest(`${field.replaceAll('_', ' ')} is too long`);
  if (text === '') store.delete(language);
  else store.set(language, text);
  call.core.events.emit('profile', call.bot.id, null, { method: call.method });
  return true;
}

function getText(call: Call, field: string, store: Map<string, string>, otherwise: string): Answer {
  const language = languageOf(call);
  return language instanceof Refusal
    ? language
    : { [field]: store.get(language) ?? store.get('') ?? otherwise };
}

export const setMyName = (call: Call): Answer => setText(call, 'name', 64, call.bot.profile.names);
export const getMyName = (call: Call): Answer =>
  getText(call, 'name', call.bot.profile.names, call.bot.firstName);
export const setMyDescription = (call: Call): Answer =>
  setText(call, 'description', 512, call.bot.profile.descriptions);
export const getMyDescription = (call: Call): Answer =>
  getText(call, 'description', call.bot.profile.descriptions, '');
export const setMyShortDescription = (call: Call): Answer =>
  setText(call, 'short_description', 120, call.bot.profile.shortDescriptions);
export const getMyShortDescription = (call: Call): Answer =>
  getText(call, 'short_description', call.bot.profile.shortDescriptions, '');

export function setMyCommands(call: Call): Answer {
  const key = commandsKey(call);
  if (key instanceof Refusal) return key;
  const commands = (asList(call.values.commands) ?? []).filter(isObject);
  if (commands.length > 100) return badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const command of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(asString(command.command) ?? '')) return badRequest('BOT_COMMAND_INVALID');
    const description = (asString(command.description) ?? '').trim();
    if (description.length < 1 || description.length > 256)
      return badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  call.bot.profile.commands.set(key, commands);
  call.core.events.emit('profile', call.bot.id, null, { method: call.method });
  return true;
}

export function getMyCommands(call: Call): Answer {
  const key = commandsKey(call);
  return key instanceof Refusal ? key : (call.bot.profile.commands.get(key) ?? []);
}

export function deleteMyCommands(call: Call): Answer {
  const key = commandsKey(call);
  if (key instanceof Refusal) return key;
  call.bot.profile.commands.delete(key);
  call.core.events.emit('profile', call.bot.id, null, { method: call.method });
  return true;
}

function commandsKey(call: Call): string | Refusal {
  const language = languageOf(call);
  if (language instanceof Refusal) return language;
  return scopeKey(asObject(call.values.scope) ?? { type: 'default' }, language);
}

/** One set of commands per scope and language. */
export const scopeKey = (scope: JsonObject, language: string): string =>
  [scope.type, scope.chat_id ?? '', scope.user_id ?? '', language].join(' ');

export function setChatMenuButton(call: Call): Answer {
  const chat = asInteger(call.values.chat_id) ?? null;
  if (chat !== null && call.core.findChat(call.bot, chat)?.kind !== 'private')
    return badRequest('chat not found');
  const button = asObject(call.values.menu_button) ?? { type: 'default' };
  call.bot.profile.menuButtons.set(chat, button);
  call.core.events.emit('profile', call.bot.id, chat, { method: call.method });
  return true;
}

export function getChatMenuButton(call: Call): Answer {
  const buttons = call.bot.profile.menuButtons;
  return buttons.get(asInteger(call.values.chat_id) ?? null) ?? buttons.get(null) ?? { type: 'commands' };
}
