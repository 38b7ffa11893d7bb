import { sql } from 'drizzle-orm';
import { pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CampaignId, CaseId, PauseId, StaffId } from '../../domain/ids.ts';
import { campaigns } from './campaign.ts';
import { cases } from './case.ts';
import { id, instant } from './columns.ts';
import { staff } from './staff.ts';

/** A stop of posts: of all, or of one case. While it stands none is published and none of what was planned is sent. */
export const pauses = pgTable(
  'pauses',
  {
    id: id<PauseId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    /** Null: all posts of the campaign. */
    caseId: id<CaseId>('case_id').references(() => cases.id),
    pausedBy: id<StaffId>('paused_by')
      .notNull()
      .references(() => staff.id),
    pausedAt: instant('paused_at').notNull(),
    /** Who wants to start again, and waits for a second person. */
    askedBy: id<StaffId>('asked_by').references(() => staff.id),
    askedAt: instant('asked_at'),
    liftedAt: instant('lifted_at'),
  },
  (table) => [
    uniqueIndex('pauses_standing')
      .on(table.campaignId, sql`coalesce(case_id, campaign_id)`)
      .where(sql`lifted_at is null`),
  ],
);
