import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { CampaignId, CaseId, PersonId, StaffId } from '../../domain/ids.ts';
import type { Localised } from '../../domain/localised.ts';
import type { CaseStatus, ShownAs } from '../../domain/words.ts';
import { campaigns } from './campaign.ts';
import { id, instant } from './columns.ts';
import { staff } from './staff.ts';

/** A person or several, before a court or at risk without one. */
export const cases = pgTable(
  'cases',
  {
    id: id<CaseId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    /** Part of public addresses and deep links; never reused. */
    slug: text('slug').notNull().unique(),
    name: jsonb('name').$type<Localised>().notNull(),
    summary: jsonb('summary').$type<Localised>().notNull(),
    country: text('country').notNull(),
    zone: text('zone').notNull(),
    status: text('status').$type<CaseStatus>().notNull(),
    /** Invented for trying things out; said on every card and in every alert. */
    fictional: boolean('fictional').notNull().default(false),
    createdAt: instant('created_at').notNull(),
    /** Who opened it, and waits for a second person; null: the operator at the machine. */
    openedBy: id<StaffId>('opened_by').references(() => staff.id),
    /** Who agreed to its words: only then is anybody but the staff told of it. */
    agreedBy: id<StaffId>('agreed_by').references(() => staff.id),
  },
  (table) => [index('cases_campaign').on(table.campaignId, table.createdAt)],
);

/** Who a case is about, and how each may be shown. */
export const persons = pgTable(
  'persons',
  {
    id: id<PersonId>('id').primaryKey(),
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
    position: integer('position').notNull(),
    name: jsonb('name').$type<Localised>().notNull(),
    /** Whether readers are told the name, or a role only. */
    shownAs: text('shown_as').$type<ShownAs>().notNull().default('name'),
    note: text('note'),
  },
  (table) => [index('persons_case').on(table.caseId, table.position)],
);

/** What happened, on the case's timeline; hearings have a table of their own. */
export const events = pgTable(
  'events',
  {
    id: uuid('id').primaryKey(),
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
    /** Local date; a source that only knows the month gives `2009-09`. */
    date: text('date').notNull(),
    what: jsonb('what').$type<Localised>().notNull(),
    sources: jsonb('sources').$type<string[]>().notNull(),
  },
  (table) => [index('events_case').on(table.caseId, table.date)],
);

/** Who has spoken for the case in public. */
export const statements = pgTable(
  'statements',
  {
    id: uuid('id').primaryKey(),
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
    date: text('date').notNull(),
    who: text('who').notNull(),
    sources: jsonb('sources').$type<string[]>().notNull(),
  },
  (table) => [index('statements_case').on(table.caseId, table.date)],
);

/** One source's differing value for a field of an event, statement or hearing. Both values stand. */
export const disagreements = pgTable(
  'disagreements',
  {
    id: uuid('id').primaryKey(),
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
    subjectType: text('subject_type').$type<'event' | 'statement' | 'hearing'>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    field: text('field').notNull(),
    value: text('value').notNull(),
    source: text('source').notNull(),
  },
  (table) => [index('disagreements_subject').on(table.subjectId)],
);
