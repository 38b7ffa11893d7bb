import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { BotId, CampaignId, StaffId, StaffTokenId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { TokenScope } from '../../domain/token-scope.ts';
import type { Role } from '../../domain/words.ts';
import { bots, campaigns } from './campaign.ts';
import { bytes, id, instant } from './columns.ts';

/** Whoever works for the campaign, also those who have left. */
export const staff = pgTable(
  'staff',
  {
    id: id<StaffId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    name: text('name').notNull(),
    roles: text('roles').array().$type<Role[]>().notNull(),
    /** The languages they have declared to read: only texts in these may they approve. */
    languages: text('languages').array().$type<Language[]>().notNull(),
    botId: id<BotId>('bot_id').references(() => bots.id),
    /** Their private chat with the bot, sealed and indexed like a follower's; null until linked. */
    chatIndex: bytes('chat_index'),
    sealedChat: bytes('sealed_chat'),
    /** The language in which the bot speaks to them. */
    language: text('language').$type<Language>().notNull(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    index('staff_campaign').on(table.campaignId),
    uniqueIndex('staff_chat').on(table.botId, table.chatIndex),
  ],
);

/** A bearer token for the admin API: only its hash is kept. */
export const staffTokens = pgTable('staff_tokens', {
  id: id<StaffTokenId>('id').primaryKey(),
  staffId: id<StaffId>('staff_id')
    .notNull()
    .references(() => staff.id),
  hash: bytes('hash').notNull().unique(),
  /** What it was made for; null: all that its holder's roles allow. */
  scopes: text('scopes').array().$type<TokenScope[]>(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
});

/** A one-time code that joins a staff member to the private chat in which it is used. */
export const staffLinks = pgTable('staff_links', {
  id: uuid('id').primaryKey(),
  staffId: id<StaffId>('staff_id')
    .notNull()
    .references(() => staff.id),
  hash: bytes('hash').notNull().unique(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});
