import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { CampaignId, StaffId, StaffRequestId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Role, StaffRequestKind } from '../../domain/words.ts';
import { campaigns } from './campaign.ts';
import { id, instant } from './columns.ts';
import { staff } from './staff.ts';

/** Whom somebody wants to invite. A type, to be JSON. */
export type Invitee = {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly reads: readonly Language[];
  readonly language: Language;
};

/** What one person asked for about the staff, and a second one agrees to. */
export const staffRequests = pgTable(
  'staff_requests',
  {
    id: id<StaffRequestId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    kind: text('kind').$type<StaffRequestKind>().notNull(),
    /** Whose keys are to be replaced; null for an invitation. */
    concerns: id<StaffId>('concerns').references(() => staff.id),
    invitee: jsonb('invitee').$type<Invitee>(),
    askedBy: id<StaffId>('asked_by')
      .notNull()
      .references(() => staff.id),
    askedAt: instant('asked_at').notNull(),
    agreedBy: id<StaffId>('agreed_by').references(() => staff.id),
    agreedAt: instant('agreed_at'),
    /** Somebody objected, or took it back. */
    droppedAt: instant('dropped_at'),
  },
  (table) => [index('staff_requests_campaign').on(table.campaignId, table.askedAt)],
);
