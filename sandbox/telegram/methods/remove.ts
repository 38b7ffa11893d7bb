import { isFromBot } from '../message.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { asInteger, asList } from '../values.ts';
import type { StoredMessage } from '../world.ts';
import { type Answer, accessFault, type Call, chatOf } from './call.ts';

const MAX_AGE_S = 48 * 3600;

export function deleteMessage(call: Call): Answer {
  const chat = chatOf(call);
  if (chat instanceof Refusal) return chat;
  const fault = accessFault(call, chat, 'write');
  if (fault !== null) return fault;
  const message = chat.messages?.get(asInteger(call.values.message_id) ?? 0);
  if (message === undefined) return badRequest('message to delete not found');
  if (!mayDelete(call, message)) return badRequest("message can't be deleted for everyone");
  remove(call, message);
  return true;
}

/** Deletes what can be deleted and skips the rest, as documented. */
export function deleteMessages(call: Call): Answer {
  const chat = chatOf(call);
  if (chat instanceof Refusal) return chat;
  const fault = accessFault(call, chat, 'write');
  if (fault !== null) return fault;
  const ids = asList(call.values.message_ids) ?? [];
  if (ids.length === 0) return badRequest('message identifiers are not specified');
  if (ids.length > 100) return badRequest('too many message identifiers specified');
  for (const id of ids) {
    const message = chat.messages?.get(asInteger(id) ?? 0);
    if (message !== undefined && mayDelete(call, message)) remove(call, message);
  }
  return true;
}

/** Bot API 10.3, deleteMessage: only within 48 hours, and others' messages only in private chats or with a right. */
function mayDelete(call: Call, message: StoredMessage): boolean {
  if (call.core.clock.seconds() - message.date >= MAX_AGE_S) return false;
  const { chat } = message;
  if (chat.kind === 'private') return true;
  if (call.core.botMay(call.bot, chat, 'can_delete_messages')) return true;
  if (!isFromBot(message, call.bot)) return false;
  return chat.kind !== 'channel' || call.core.botMay(call.bot, chat, 'can_post_messages');
}

function remove(call: Call, message: StoredMessage): void {
  call.core.removeMessage(message, call.bot);
  call.core.enterLedger(
    call.bot,
    {
      chat: message.chat,
      method: call.method,
      messageId: message.id,
      text: null,
      entities: [],
      replyMarkup: null,
      fileSha256: null,
    },
    false,
    !call.answerLost,
  );
}
