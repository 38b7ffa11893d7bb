import type { ChatMember, Message, Update } from 'telegraf/types';
import { type CallbackData, parseCallbackData } from '../../../domain/callback-data.ts';
import type { Language } from '../../../domain/language.ts';
import { translate } from '../../../i18n/index.ts';
import type { Transport } from '../../../telegram/transport.ts';
import { findCommand } from '../commands/index.ts';
import { parseCommand } from '../commands/parse.ts';
import type { Chat } from '../handling.ts';

/** What was found out before the transaction, where the network may be asked. */
export interface Before {
  /** The tapped button's data; null when nothing was tapped, or nothing that we know. */
  readonly data: CallbackData | null;
  readonly senderIsAdmin: boolean;
  /** Nothing more to do: the tap has been answered with an explanation. */
  readonly settled: boolean;
}

/** The network failed to say whether somebody is an admin; the update is tried again. */
export class AdminUnknown extends Error {
  override readonly name = 'AdminUnknown';
}

/**
 * Answers a tapped button at once, so that the reader's app stops waiting: with nothing when the button will be
 * obeyed, else with the reason. Asks Telegram who is an admin where it matters. Throws AdminUnknown.
 */
export async function lookBefore(
  update: Update,
  deps: {
    readonly transport: Transport;
    readonly chat: Chat;
    readonly language: Language;
    readonly botUsername: string;
    readonly inBackground: (call: Promise<unknown>) => void;
    readonly signal: AbortSignal;
  },
): Promise<Before> {
  const { chat, transport, language } = deps;
  if (!('callback_query' in update)) {
    return { data: null, senderIsAdmin: await mayCommand(update, deps), settled: false };
  }
  const { id, from } = update.callback_query;
  const answer = (text?: string) =>
    deps.inBackground(
      transport.call(
        'answerCallbackQuery',
        { callback_query_id: id, ...(text === undefined ? {} : { text, show_alert: true }) },
        { signal: deps.signal },
      ),
    );
  const data = 'data' in update.callback_query ? parseCallbackData(update.callback_query.data) : null;
  if (data === null) {
    answer(translate(language, 'button-outdated'));
    return { data: null, senderIsAdmin: false, settled: true };
  }
  if (chat.kind === 'private') {
    answer();
    return { data, senderIsAdmin: true, settled: false };
  }
  if (!(await isAdmin(deps, from.id))) {
    answer(translate(language, 'group-admins-only', { chat: chat.kind }));
    return { data: null, senderIsAdmin: false, settled: true };
  }
  answer();
  return { data, senderIsAdmin: true, settled: false };
}

/** Whether the sender of a message may decide for the chat; asked only when a command depends on it. */
async function mayCommand(update: Update, deps: Asking & { readonly botUsername: string }): Promise<boolean> {
  const { chat, botUsername } = deps;
  // Only admins can post in a Telegram channel.
  if (chat.kind !== 'group') return true;
  if (!('message' in update) || !('text' in update.message)) return false;
  const message: Message.TextMessage = update.message;
  const called = parseCommand(message.text, botUsername);
  if (called === null || findCommand(called.name)?.adminsOnly !== true) return false;
  // An admin who writes anonymously writes in the group's own name.
  if (message.sender_chat !== undefined) return String(message.sender_chat.id) === chat.id;
  return message.from !== undefined && isAdmin(deps, message.from.id);
}

interface Asking {
  readonly transport: Transport;
  readonly chat: Chat;
  readonly signal: AbortSignal;
}

async function isAdmin({ transport, chat, signal }: Asking, userId: number): Promise<boolean> {
  const outcome = await transport.call<ChatMember>(
    'getChatMember',
    { chat_id: Number(chat.id), user_id: userId },
    { signal },
  );
  if (outcome.kind === 'done') {
    return outcome.result.status === 'creator' || outcome.result.status === 'administrator';
  }
  // Telegram knows no such member, or has thrown us out meanwhile: then nobody decides here.
  if (outcome.kind === 'refused' && outcome.refusal.class !== 'rate-limited') return false;
  throw new AdminUnknown();
}
