import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import type { BotId } from '../../domain/ids.ts';
import { bots } from './campaign.ts';
import { bytes, id, instant } from './columns.ts';

/**
 * What Telegram told us, kept before it is acknowledged. The body is encrypted under the inbox key and
 * deleted once handled; the number stays for 7 days, so that a repeat is known as one.
 */
export const updates = pgTable(
  'updates',
  {
    botId: id<BotId>('bot_id')
      .notNull()
      .references(() => bots.id),
    updateId: bigint('update_id', { mode: 'number' }).notNull(),
    sealed: bytes('sealed'),
    /** Keyed hash of the chat it came from, so that one chat's updates are handled in order. */
    chatIndex: bytes('chat_index'),
    receivedAt: instant('received_at').notNull(),
    handledAt: instant('handled_at'),
    attempts: smallint('attempts').notNull().default(0),
    retryAt: instant('retry_at'),
    /** Why it was given up or is being retried: a class, never a text. */
    fault: text('fault'),
  },
  (table) => [
    primaryKey({ columns: [table.botId, table.updateId] }),
    index('updates_open').on(table.botId, table.updateId).where(sql`handled_at is null`),
    index('updates_received').on(table.receivedAt),
  ],
);
