import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { CampaignId } from '../../domain/ids.ts';
import { campaigns } from './campaign.ts';
import { id, instant } from './columns.ts';

/** Who did what, written in the transaction that did it. A subscriber appears without identity. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: uuid('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id').references(() => campaigns.id),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').$type<'staff' | 'subscriber' | 'job' | 'operator'>().notNull(),
    /** The staff member's id or the job's name; null for a subscriber. */
    actor: text('actor'),
    verb: text('verb').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id'),
    /** Ids, states, counts and hashes only. */
    details: jsonb('details').$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (table) => [index('audit_entries_at').on(table.campaignId, table.at)],
);

/** A role's last sign of life, for `/readyz`. Real time. */
export const beats = pgTable('beats', {
  role: text('role').primaryKey(),
  at: instant('at').notNull(),
});
