import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { DigestSlot } from '../../domain/digest.ts';
import type { BotId, CampaignId, DigestId } from '../../domain/ids.ts';
import type { DigestState } from '../../domain/words.ts';
import { bots, campaigns } from './campaign.ts';
import { id, instant } from './columns.ts';

/** One week's digest for those who chose a slot. Due instants are these rows, compared with the injected clock. */
export const digests = pgTable(
  'digests',
  {
    id: id<DigestId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    botId: id<BotId>('bot_id')
      .notNull()
      .references(() => bots.id),
    slot: text('slot').$type<DigestSlot>().notNull(),
    dueAt: instant('due_at').notNull(),
    state: text('state').$type<DigestState>().notNull(),
  },
  (table) => [
    uniqueIndex('digests_once').on(table.botId, table.slot, table.dueAt),
    index('digests_due').on(table.dueAt).where(sql`state = 'pending'`),
  ],
);
