import { calls } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import { type CallId, newId } from '../../domain/ids.ts';
import {
  editCall,
  type RenderedMessage,
  replyMarkup,
  sendCall,
  sendFileCall,
  type TextFile,
} from '../../domain/message.ts';
import type { CallMethod, CallPurpose } from '../../domain/words.ts';
import type { BotContext } from '../context.ts';
import { wake } from '../wake.ts';

/** What is to be done in a chat. `messageId` is Telegram's number of a message there. */
export type ChatAction =
  | { readonly do: 'send'; readonly message: RenderedMessage }
  | { readonly do: 'send-file'; readonly file: TextFile; readonly caption: string }
  | { readonly do: 'edit'; readonly messageId: number; readonly message: RenderedMessage }
  | {
      readonly do: 'edit-buttons';
      readonly messageId: number;
      readonly buttons: RenderedMessage['buttons'];
    }
  | { readonly do: 'delete'; readonly messageId: number }
  | { readonly do: 'leave' };

/** What the bot is to do in one chat. */
export interface EnqueueCall {
  readonly chatId: string;
  readonly action: ChatAction;
  readonly purpose: CallPurpose;
  /** Not before; at once by default. */
  readonly dueAt?: Temporal.Instant;
  /** Of no use afterwards; a day after it was due by default. */
  readonly notAfter?: Temporal.Instant;
}

/** A reply that comes a day late answers nothing any more. */
const replyLasts = Temporal.Duration.from({ hours: 24 });

/**
 * Writes one call for the sender, which makes it once the present transaction has been committed. Calls of one
 * chat leave in the order in which they were written.
 */
export async function enqueueCall(ctx: BotContext, input: EnqueueCall): Promise<CallId> {
  const id = newId<CallId>();
  const dueAt = input.dueAt ?? ctx.clock.now();
  const { method, params } = callOf(input.action);
  await ctx.db.insert(calls).values({
    id,
    botId: ctx.botId,
    purpose: input.purpose,
    method,
    sealedParams: ctx.seal(JSON.stringify(params), binding.callParams(id)),
    sealedChat: ctx.seal(input.chatId, binding.callChat(id)),
    chatIndex: ctx.chatIndex(input.chatId),
    state: 'planned',
    dueAt,
    notAfter: input.notAfter ?? dueAt.add(replyLasts),
  });
  await wake(ctx, 'sender');
  return id;
}

/** Method and parameters (without the chat) by the Bot API 10.3. */
function callOf(action: ChatAction): { readonly method: CallMethod; readonly params: object } {
  switch (action.do) {
    case 'send':
      return sendCall(action.message);
    case 'send-file':
      return sendFileCall(action.file, action.caption);
    case 'edit':
      return editCall(action.messageId, action.message);
    case 'edit-buttons':
      return {
        method: 'editMessageReplyMarkup',
        params: { message_id: action.messageId, reply_markup: replyMarkup(action.buttons) },
      };
    case 'delete':
      return { method: 'deleteMessage', params: { message_id: action.messageId } };
    case 'leave':
      return { method: 'leaveChat', params: {} };
  }
}
