import type { Message } from 'telegraf/types';
import { migrateChat } from '../../services/subscribers/migrate.ts';
import { findCommand } from './commands/index.ts';
import { type Called, parseCommand } from './commands/parse.ts';
import type { Handling } from './handling.ts';

/**
 * The longest text a person can type is 4,096 characters (Telegram splits longer ones in the app), but other
 * clients send what they like; a command with its argument never needs more than this.
 */
const longestText = 1000;

/** A message in any chat: a command, an event of the group, or something the bot does not understand. */
export async function handleMessage(handling: Handling, message: Message): Promise<void> {
  if ('migrate_to_chat_id' in message) {
    const toChatId = String(message.migrate_to_chat_id);
    return migrateChat(handling.ctx, { fromChatId: handling.chat.id, toChatId });
  }
  const text = 'text' in message ? message.text : null;
  const called = text === null ? null : parseCommand(text, handling.botUsername);
  if (handling.chat.kind !== 'private') {
    // Where people talk to each other, and to other bots, only our own commands are meant for us.
    return called === null ? undefined : handleCommand(handling, called);
  }
  // A case that somebody shared by the bot, into the chat with the bot.
  if ('via_bot' in message) return;
  if (text === null) return isService(message) ? undefined : handling.say('help-unknown-input');
  if (text.length > longestText) return handling.say('help-text-too-long', { limit: longestText });
  if (called === null) return handling.say('help-unknown-input');
  await handleCommand(handling, called);
}

async function handleCommand(handling: Handling, { name, argument, addressed }: Called): Promise<void> {
  const command = findCommand(name);
  const isPrivate = handling.chat.kind === 'private';
  if (command === undefined) {
    // In a group a bare command may be another bot's.
    return isPrivate || addressed ? handling.say('help-unknown-command') : undefined;
  }
  if (!isPrivate && command.worksIn === 'private')
    return addressed ? handling.say('private-only') : undefined;
  if (command.adminsOnly && !handling.senderIsAdmin) {
    return handling.say('group-admins-only', { chat: handling.chatWord });
  }
  await command.handle(handling, argument);
}

/** What Telegram writes into a private chat by itself (a pinned message, a changed photo …) asks for nothing. */
function isService(message: Message): boolean {
  return (
    'pinned_message' in message ||
    'message_auto_delete_timer_changed' in message ||
    'write_access_allowed' in message
  );
}
