import { boolean, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { BotId, CampaignId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { id, instant } from './columns.ts';

/** Speaks for one or more cases. Every root of the house belongs to one. */
export const campaigns = pgTable('campaigns', {
  id: id<CampaignId>('id').primaryKey(),
  name: text('name').notNull(),
  languages: text('languages').array().$type<Language[]>().notNull(),
  zone: text('zone').notNull(),
  /** Whether groups and Telegram channels may follow: it shows who belongs, so it is off until switched on. */
  groupsAllowed: boolean('groups_allowed').notNull().default(false),
  /** Lead times of reminders, e.g. `1d`, `morning`; the campaign's default. */
  leadTimes: jsonb('lead_times').$type<string[]>().notNull(),
  createdAt: instant('created_at').notNull(),
});

/** A Telegram bot of a campaign; the token itself is configuration and never stored here. */
export const bots = pgTable('bots', {
  id: id<BotId>('id').primaryKey(),
  campaignId: id<CampaignId>('campaign_id')
    .notNull()
    .references(() => campaigns.id),
  /** The number in front of the token's colon: public, and the same after a token is revoked and renewed. */
  telegramId: text('telegram_id').notNull().unique(),
  username: text('username').notNull(),
  createdAt: instant('created_at').notNull(),
});
