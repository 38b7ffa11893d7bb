import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CampaignId } from '../../domain/ids.ts';
import type { StatisticKind } from '../../domain/statistics.ts';
import { campaigns } from './campaign.ts';
import { id } from './columns.ts';

/** Days in numbers, rounded before they are written: one snapshot a day, so that no two of them tell of one person. */
export const statistics = pgTable(
  'statistics',
  {
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    /** ISO 8601, where the campaign is. */
    day: text('day').notNull(),
    kind: text('kind').$type<StatisticKind>().notNull(),
    /** The case's id, the language or the hour; empty where the kind is about all. */
    about: text('about').notNull(),
    /** Null: fewer than may be shown. */
    value: integer('value'),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.day, table.kind, table.about] })],
);
