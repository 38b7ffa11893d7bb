import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ContentHash } from '../../domain/canonical.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { campaigns } from './campaign.ts';
import { bytes, id, instant } from './columns.ts';

/** Who did what, written in the transaction that did it. A subscriber appears without identity. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: uuid('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id').references(() => campaigns.id),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').$type<'staff' | 'partner' | 'subscriber' | 'job' | 'operator'>().notNull(),
    /** The staff member's or partner's id or the job's name; null for a subscriber. */
    actor: text('actor'),
    verb: text('verb').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id'),
    /** Ids, states, counts and hashes only. */
    details: jsonb('details').$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (table) => [
    index('audit_entries_at').on(table.campaignId, table.at),
    // What became of a text, for a contact where it went to contacts: asked before each call to a network.
    index('audit_entries_text')
      .on(sql`(details ->> 'text')`, sql`coalesce(details ->> 'contact', '')`)
      .where(sql`details ? 'text'`),
  ],
);

/**
 * The order of the audit entries: each link's hash covers its entry and, by the link before, all earlier ones. Made
 * after the entries were committed, by one job, so that those who write entries never wait for each other.
 */
export const auditLinks = pgTable('audit_links', {
  /** From 1, without a gap. */
  position: bigint('position', { mode: 'number' }).primaryKey(),
  entryId: uuid('entry_id')
    .notNull()
    .unique()
    .references(() => auditEntries.id),
  /** In hexadecimal. */
  hash: text('hash').$type<ContentHash>().notNull(),
});

/** Signed ends of the chain: what was there then cannot be changed without the scheduler's key. */
export const auditHeads = pgTable('audit_heads', {
  /** Of the link that was the last when it was signed. No foreign key: a head outlives what somebody takes away. */
  position: bigint('position', { mode: 'number' }).primaryKey(),
  hash: text('hash').$type<ContentHash>().notNull(),
  signedAt: instant('signed_at').notNull(),
  /** Which key signed it. */
  keyId: text('key_id').notNull(),
  signature: bytes('signature').notNull(),
});

/** A role's last sign of life, for `/readyz`. Real time. */
export const beats = pgTable('beats', {
  role: text('role').primaryKey(),
  at: instant('at').notNull(),
});
