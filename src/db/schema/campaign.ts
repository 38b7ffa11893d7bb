import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ApprovalPolicy } from '../../domain/approval-policy.ts';
import type { BotId, CampaignId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { QuietHours } from '../../domain/quiet-hours.ts';
import { id, instant } from './columns.ts';

/** Speaks for one or more cases. Every root of the house belongs to one. */
export const campaigns = pgTable('campaigns', {
  id: id<CampaignId>('id').primaryKey(),
  name: text('name').notNull(),
  languages: text('languages').array().$type<Language[]>().notNull(),
  zone: text('zone').notNull(),
  /** Whether groups and Telegram channels may follow: it shows who belongs, so it is off until switched on. */
  groupsAllowed: boolean('groups_allowed').notNull().default(false),
  /** Whether followers can say that they will attend a hearing; off until switched on. */
  attendanceAllowed: boolean('attendance_allowed').notNull().default(false),
  /** Whether the cases can be shared from any chat by `@bot name`; off until switched on. */
  inlineAllowed: boolean('inline_allowed').notNull().default(false),
  /** How many approvals each kind of post takes, by kind; of one that is missing its default. */
  approvalPolicy: jsonb('approval_policy').$type<Partial<ApprovalPolicy>>().notNull().default({}),
  /** Lead times of reminders, e.g. `1d`, `morning`; the campaign's default. */
  leadTimes: jsonb('lead_times').$type<string[]>().notNull(),
  /** Hours, by the clock where the case is, in which nothing that can wait is sent, e.g. `22-08`; null: none. */
  quietHours: text('quiet_hours').$type<QuietHours>(),
  /** Public names in Telegram, without `@`, of what followers turn to when the bot falls silent. */
  reserveBot: text('reserve_bot'),
  reserveChannel: text('reserve_channel'),
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
  /** Whole Stars that may be spent in a month on speed above Telegram's free rate; 0: none. */
  starsPerMonth: integer('stars_per_month').notNull().default(0),
  /** Why and since when Telegram takes nothing from this bot; null while it does. */
  stoppedFor: text('stopped_for'),
  stoppedAt: instant('stopped_at'),
});

/**
 * Tenths of Stars that a bot has set aside for a month of UTC, `2026-11`. Set aside in blocks before they are spent:
 * a crash leaves too many on record, never too few.
 */
export const starSpending = pgTable(
  'star_spending',
  {
    botId: id<BotId>('bot_id')
      .notNull()
      .references(() => bots.id),
    month: text('month').notNull(),
    tenths: integer('tenths').notNull(),
  },
  (table) => [primaryKey({ columns: [table.botId, table.month] })],
);
