import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { JsonValue } from '../../domain/canonical.ts';
import type { CampaignId, HearingId, PartnerId, PartnerSecretId, StaffId } from '../../domain/ids.ts';
import type { ReportOutcome } from '../../domain/words.ts';
import { campaigns } from './campaign.ts';
import { bytes, id, instant } from './columns.ts';
import { staff } from './staff.ts';

/** Facts by their field. */
export type Noted = { readonly [field: string]: JsonValue };

/** Somebody outside whose monitor tells of hearings: what it reports is never in effect by itself. */
export const partners = pgTable(
  'partners',
  {
    id: id<PartnerId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    /** Stands as the source of what it reports. */
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
    /** When its last report was taken. */
    heardAt: instant('heard_at'),
    /** When its last report that could not be taken came, and why: a monitor that fails tells nobody. */
    refusedAt: instant('refused_at'),
    refusal: text('refusal'),
  },
  (table) => [index('partners_campaign').on(table.campaignId)],
);

/** With what a partner signs. Two are valid while one takes the place of the other. */
export const partnerSecrets = pgTable(
  'partner_secrets',
  {
    id: id<PartnerSecretId>('id').primaryKey(),
    partnerId: id<PartnerId>('partner_id')
      .notNull()
      .references(() => partners.id),
    /** Encrypted under a key that the database does not hold, and bound to this row. */
    sealed: bytes('sealed').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Who made it, and so could sign with it; null when it was the operator. */
    createdBy: id<StaffId>('created_by').references(() => staff.id),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('partner_secrets_partner').on(table.partnerId)],
);

/** A report that was taken, so that its repeat changes nothing and is answered as it was. */
export const partnerReports = pgTable(
  'partner_reports',
  {
    partnerId: id<PartnerId>('partner_id')
      .notNull()
      .references(() => partners.id),
    /** The `webhook-id`. */
    reportId: text('report_id').notNull(),
    bodyHash: bytes('body_hash').notNull(),
    outcome: text('outcome').$type<ReportOutcome>().notNull(),
    hearingId: id<HearingId>('hearing_id'),
    revision: integer('revision'),
    /** What it says otherwise than the revision that waits, by field; only of what was `noted`. */
    noted: jsonb('noted').$type<Noted>(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.partnerId, table.reportId] }),
    index('partner_reports_received').on(table.receivedAt),
    index('partner_reports_noted').on(table.hearingId).where(sql`outcome = 'noted'`),
  ],
);
