import type { Update } from 'telegraf/types';
import { z } from 'zod';
import { isChatId } from './update-facts.ts';

/*
 * Of an update, what handling it rests on, and no more: what Telegram adds, or changes elsewhere, is let through. Bot API 10.3
 * (November 2026).
 */

const chatId = z.number().refine(isChatId);

/** Up to the year 9999, in seconds; 0 for a message that Telegram no longer hands out. */
const seconds = z.int().min(0).max(253_402_300_799);

const sender = z.looseObject({ id: chatId });

const message = z.looseObject({
  text: z.string().optional(),
  from: sender.optional(),
  sender_chat: z.looseObject({ id: chatId }).optional(),
  migrate_to_chat_id: chatId.optional(),
});

const member = z.looseObject({ status: z.string(), is_member: z.boolean().optional() });

const update = z.looseObject({
  message: message.optional(),
  channel_post: message.optional(),
  my_chat_member: z.looseObject({ old_chat_member: member, new_chat_member: member }).optional(),
  callback_query: z
    .looseObject({
      id: z.string(),
      from: sender,
      data: z.string().optional(),
      message: z.looseObject({ message_id: z.int(), date: seconds }).optional(),
    })
    .optional(),
  inline_query: z
    .looseObject({ id: z.string(), from: sender, query: z.string(), offset: z.string() })
    .optional(),
});

/** Whether what has an update's head is one as far as it is handled: of what is not, no handler is told. */
export function isUpdate(json: unknown): json is Update {
  return update.safeParse(json).success;
}
