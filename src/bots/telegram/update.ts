import { Context, type MiddlewareFn } from 'telegraf';
import type { Update, UserFromGetMe } from 'telegraf/types';
import type { CallbackData } from '../../domain/callback-data.ts';
import { createTelegraf } from '../../telegram/telegraf.ts';
import type { Transport } from '../../telegram/transport.ts';
import { handleCallback } from './callbacks/index.ts';
import type { Handling } from './handling.ts';
import { handleMembership } from './membership.ts';
import { handleMessage } from './messages.ts';

/** What one update is handled with: its transaction, and the button that was tapped, read already. */
export interface Work {
  readonly handling: Handling;
  /** Null when the update is no tap on a button. */
  readonly data: CallbackData | null;
}

/** Handles one update with telegraf. What a handler throws comes out. */
export type UpdateHandler = (update: Update, work: Work) => Promise<void>;

/** The bot's own identity, as the Bot API's `getMe` gives it. */
export interface BotIdentity {
  /** The number in front of the token's colon. */
  readonly id: number;
  readonly username: string;
}

/** telegraf's context with what our handlers work with. */
class BotContext extends Context {
  get work(): Work {
    const work = works.get(this.update);
    if (work === undefined) throw new Error('An update came to telegraf past the intake.');
    return work;
  }
}

/** telegraf makes the context itself and takes nothing along but the update. */
const works = new WeakMap<Update, Work>();

/** telegraf with all our handlers; `first` is middleware to be put in front of them. */
export function createUpdateHandler(identity: BotIdentity, first?: MiddlewareFn<Context>): UpdateHandler {
  const bot = createTelegraf(noNetwork, asUser(identity), BotContext);
  if (first !== undefined) bot.use(first);
  bot.on('message', (ctx) => handleMessage(ctx.work.handling, ctx.message));
  bot.on('channel_post', (ctx) => handleMessage(ctx.work.handling, ctx.channelPost));
  bot.on('my_chat_member', (ctx) => handleMembership(ctx.work.handling, ctx.myChatMember));
  bot.on('callback_query', async (ctx) => {
    const { handling, data } = ctx.work;
    if (data !== null) await handleCallback(handling, data);
  });
  return async (update, work) => {
    works.set(update, work);
    await bot.handleUpdate(update);
  };
}

/**
 * A handler runs inside a database transaction, which must not wait for a network, and its replies must not
 * leave before the transaction is committed. So telegraf gets a transport that makes no call at all.
 */
const noNetwork: Transport = {
  call: (method) => {
    throw new Error(`A handler called ${method}; what it says goes through Handling.`);
  },
  close: async () => undefined,
};

function asUser({ id, username }: BotIdentity): UserFromGetMe {
  return {
    id,
    username,
    is_bot: true,
    first_name: username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  };
}
