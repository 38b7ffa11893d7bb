import { integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { BotId, CampaignId, MediaId, StaffId } from '../../domain/ids.ts';
import type { StoredImage } from '../../domain/media.ts';
import { bots, campaigns } from './campaign.ts';
import { bytes, id, instant } from './columns.ts';
import { staff } from './staff.ts';

/** An image for posts: made anew from what was uploaded, and never changed. */
export const media = pgTable(
  'media',
  {
    id: id<MediaId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    /** Of the content, in hexadecimal: what approvals are bound to. */
    sha256: text('sha256').notNull(),
    contentType: text('content_type').$type<StoredImage['contentType']>().notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** Of the content, in bytes. */
    size: integer('size').notNull(),
    content: bytes('content').notNull(),
    addedBy: id<StaffId>('added_by')
      .notNull()
      .references(() => staff.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [uniqueIndex('media_once').on(table.campaignId, table.sha256)],
);

/** Who uploaded an image: the same bytes are kept once, whoever brings them. */
export const mediaUploads = pgTable(
  'media_uploads',
  {
    mediaId: id<MediaId>('media_id')
      .notNull()
      .references(() => media.id),
    staffId: id<StaffId>('staff_id')
      .notNull()
      .references(() => staff.id),
  },
  (table) => [primaryKey({ columns: [table.mediaId, table.staffId] })],
);

/** By what name Telegram knows an image that a bot has uploaded; it is of no use to another bot. */
export const mediaFiles = pgTable(
  'media_files',
  {
    botId: id<BotId>('bot_id')
      .notNull()
      .references(() => bots.id),
    mediaId: id<MediaId>('media_id')
      .notNull()
      .references(() => media.id),
    fileId: text('file_id').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.botId, table.mediaId] })],
);
