import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { DigestChoice } from '../../domain/digest.ts';
import type { BotId, CampaignId, CaseId, SubscriberId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { QuietHours } from '../../domain/quiet-hours.ts';
import type { ChatKind, Standing, SubscriberState } from '../../domain/words.ts';
import { bots, campaigns } from './campaign.ts';
import { cases } from './case.ts';
import { bytes, id, instant } from './columns.ts';

/** A chat we may write to. No name, no user name, no text; the chat id only sealed. */
export const subscribers = pgTable(
  'subscribers',
  {
    id: id<SubscriberId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    botId: id<BotId>('bot_id')
      .notNull()
      .references(() => bots.id),
    /** Keyed hash of (bot, chat): finds the row for a chat that speaks to us, and nothing else. */
    chatIndex: bytes('chat_index').notNull(),
    /** The chat id, sealed to the sender's key; bound to this row by its id. */
    sealedChat: bytes('sealed_chat').notNull(),
    kind: text('kind').$type<ChatKind>().notNull(),
    language: text('language').$type<Language>().notNull(),
    /** Since when: a text that comes late is not for who has had it in another language. */
    languageSince: instant('language_since').notNull().default(sql`now()`),
    discreet: boolean('discreet').notNull().default(false),
    /** `campaign`: as the campaign has it. */
    quietHours: text('quiet_hours').$type<QuietHours | 'campaign' | 'off'>().notNull().default('campaign'),
    /** What they are to the case beside a follower; who has to act is told first. */
    standing: text('standing').$type<Standing>().notNull().default('follower'),
    /** They chose to be told before the other followers. */
    tellFirst: boolean('tell_first').notNull().default(false),
    /** The lead times of which they want reminders; null: those of the campaign; empty: no reminders, only changes. */
    leadTimes: text('lead_times').array(),
    /** When in the week they want a summary of all that they follow. */
    digest: text('digest').$type<DigestChoice>().notNull().default('off'),
    state: text('state').$type<SubscriberState>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('subscribers_chat').on(table.botId, table.chatIndex),
    index('subscribers_digest').on(table.botId, table.digest).where(sql`digest <> 'off'`),
    // A reminder that few have chosen is planned without looking at all the others.
    index('subscribers_lead_times').using('gin', table.leadTimes).where(sql`lead_times is not null`),
  ],
);

/** A subscriber's link to a case. */
export const follows = pgTable(
  'follows',
  {
    subscriberId: id<SubscriberId>('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subscriberId, table.caseId] }),
    index('follows_case').on(table.caseId, table.subscriberId),
  ],
);
