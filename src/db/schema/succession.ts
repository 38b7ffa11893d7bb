import { index, pgTable, text } from 'drizzle-orm/pg-core';
import type { CampaignId, StaffId, SuccessionId } from '../../domain/ids.ts';
import type { Role } from '../../domain/words.ts';
import { campaigns } from './campaign.ts';
import { id, instant } from './columns.ts';
import { staff } from './staff.ts';

/** Whom two people have named to take over roles, and how far it has come. */
export const successions = pgTable(
  'successions',
  {
    id: id<SuccessionId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    /** Who is to take over. */
    staffId: id<StaffId>('staff_id')
      .notNull()
      .references(() => staff.id),
    roles: text('roles').array().$type<Role[]>().notNull(),
    /** The two by whose words it stands: whoever confirms takes the place of one who has gone. */
    namedBy: id<StaffId>('named_by')
      .notNull()
      .references(() => staff.id),
    namedAt: instant('named_at').notNull(),
    agreedBy: id<StaffId>('agreed_by').references(() => staff.id),
    agreedAt: instant('agreed_at'),
    /** When it was found that one of these two could name no more; null while both could. */
    doubtedAt: instant('doubted_at'),
    /** Who asked them to take over; a day later they may. */
    calledBy: id<StaffId>('called_by').references(() => staff.id),
    calledAt: instant('called_at'),
    takenAt: instant('taken_at'),
    droppedAt: instant('dropped_at'),
  },
  (table) => [index('successions_campaign').on(table.campaignId, table.namedAt)],
);
