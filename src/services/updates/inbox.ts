import type { Inbox } from '../../crypto/inbox.ts';
import type { BotContext } from '../context.ts';

/** For verbs on updates: they read and write what only the bot role may read. */
export interface InboxContext extends BotContext {
  readonly inbox: Inbox;
}
