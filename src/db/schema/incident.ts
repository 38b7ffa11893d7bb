import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { CampaignId, CaseId, ConsentId, IncidentId, PersonId, StaffId } from '../../domain/ids.ts';
import type { Bystanders } from '../../domain/incident.ts';
import type { Localised } from '../../domain/localised.ts';
import type {
  Amendment,
  Certainty,
  ConsentGiver,
  Disclosure,
  IncidentKind,
  IncidentStatus,
  RevisionState,
} from '../../domain/words.ts';
import { campaigns } from './campaign.ts';
import { cases, persons } from './case.ts';
import { id, instant } from './columns.ts';
import { staff } from './staff.ts';

/** What happened to people of a case outside a hearing. Its facts live in its revisions. */
export const incidents = pgTable(
  'incidents',
  {
    id: id<IncidentId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('incidents_case').on(table.caseId)],
);

/** The facts of an incident as one person recorded them; in effect once a second person has approved them. */
export const incidentRevisions = pgTable(
  'incident_revisions',
  {
    incidentId: id<IncidentId>('incident_id')
      .notNull()
      .references(() => incidents.id),
    revision: integer('revision').notNull(),
    state: text('state').$type<RevisionState>().notNull(),
    status: text('status').$type<IncidentStatus>().notNull(),
    kind: text('kind').$type<IncidentKind>().notNull(),
    /** Date and time on the clocks of the place; the time is null while only the day is known. */
    localDate: date('local_date', { mode: 'string' }).notNull(),
    localTime: text('local_time'),
    zone: text('zone').notNull(),
    /** Derived from date, time and zone by the zone rules of the day it was recorded; null without a time. */
    happenedAt: instant('happened_at'),
    place: jsonb('place').$type<Localised>(),
    what: jsonb('what').$type<Localised>().notNull(),
    /** Those of the case whom it concerns; each is told by name or by role, as the case has it. */
    personIds: jsonb('person_ids').$type<PersonId[]>().notNull(),
    bystanders: jsonb('bystanders').$type<Bystanders>().notNull(),
    certainty: text('certainty').$type<Certainty>().notNull(),
    discloses: jsonb('discloses').$type<Disclosure[]>().notNull(),
    amendment: text('amendment').$type<Amendment>().notNull(),
    sources: jsonb('sources').$type<string[]>().notNull(),
    contentHash: text('content_hash').notNull(),
    recordedBy: id<StaffId>('recorded_by').references(() => staff.id),
    recordedAt: instant('recorded_at').notNull(),
    effectiveAt: instant('effective_at'),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.revision] }),
    uniqueIndex('incident_revisions_in_effect').on(table.incidentId).where(sql`state = 'in_effect'`),
    uniqueIndex('incident_revisions_in_review').on(table.incidentId).where(sql`state = 'in_review'`),
  ],
);

/** That a prisoner, the family or the lawyer consents to what is told of a person's health or torture. Never deleted. */
export const consents = pgTable(
  'consents',
  {
    id: id<ConsentId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
    personId: id<PersonId>('person_id')
      .notNull()
      .references(() => persons.id),
    covers: text('covers').$type<Disclosure>().notNull(),
    givenBy: text('given_by').$type<ConsentGiver>().notNull(),
    recordedBy: id<StaffId>('recorded_by')
      .notNull()
      .references(() => staff.id),
    recordedAt: instant('recorded_at').notNull(),
    withdrawnBy: id<StaffId>('withdrawn_by').references(() => staff.id),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    index('consents_case').on(table.caseId),
    // One at a time: to withdraw it must leave nothing standing.
    uniqueIndex('consents_standing').on(table.personId, table.covers).where(sql`withdrawn_at is null`),
  ],
);
