import { pgTable, text } from 'drizzle-orm/pg-core';
import type { CampaignId, ReserveRequestId, StaffId } from '../../domain/ids.ts';
import { campaigns } from './campaign.ts';
import { id, instant } from './columns.ts';
import { staff } from './staff.ts';

/** What one person has named as the reserve, while it waits for a second one; a campaign's newest takes the place of another. */
export const reserveRequests = pgTable('reserve_requests', {
  /** Of these very names: whoever agrees says to which. */
  id: id<ReserveRequestId>('id').primaryKey(),
  campaignId: id<CampaignId>('campaign_id')
    .notNull()
    .unique()
    .references(() => campaigns.id),
  bot: text('bot'),
  channel: text('channel'),
  askedBy: id<StaffId>('asked_by')
    .notNull()
    .references(() => staff.id),
  askedAt: instant('asked_at').notNull(),
});
