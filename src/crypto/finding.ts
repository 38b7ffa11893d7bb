import { attendanceMark } from './attendance-mark.ts';
import { chatIndex } from './chat-index.ts';
import { createInbox, type Inbox } from './inbox.ts';
import type { BotKeys } from './keys.ts';

/** By what a chat's rows are found without its id being stored. */
export interface Finding {
  readonly chatIndex: (chatId: string) => Uint8Array;
  readonly attendanceMark: (
    hearing: { readonly hearingId: string; readonly day: string },
    chatId: string,
  ) => Uint8Array;
}

/** What the bot role finds chats with, and reads what they said. `formerly`: by the keys before a rotation, newest first. */
export interface BotFinding extends Finding {
  readonly formerly: readonly Finding[];
  readonly inbox: Inbox;
}

/** Of the bot role's keys, for one bot. */
export function findingBy(
  { index, inbox, former }: Omit<BotKeys, 'approvalSigning'>,
  botId: string,
): BotFinding {
  const by = (key: BotKeys['index']): Finding => ({
    chatIndex: (chatId) => chatIndex(key, botId, chatId),
    attendanceMark: (hearing, chatId) => attendanceMark(key, botId, hearing, chatId),
  });
  return {
    ...by(index),
    formerly: former.map((keys) => by(keys.index)),
    inbox: createInbox(
      inbox,
      former.map((keys) => keys.inbox),
    ),
  };
}
