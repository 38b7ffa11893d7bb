import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { AlertId, CampaignId, CaseId, HearingId, IncidentId } from '../../domain/ids.ts';
import type { AlertKind, AlertState } from '../../domain/words.ts';
import { campaigns } from './campaign.ts';
import { cases } from './case.ts';
import { id, instant } from './columns.ts';
import { hearings } from './hearing.ts';
import { incidents } from './incident.ts';

/**
 * Notice of one revision of a hearing or of an incident, exactly one of the two. Due instants are these rows, compared
 * with the injected clock.
 */
export const alerts = pgTable(
  'alerts',
  {
    id: id<AlertId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
    hearingId: id<HearingId>('hearing_id').references(() => hearings.id),
    incidentId: id<IncidentId>('incident_id').references(() => incidents.id),
    revision: integer('revision').notNull(),
    kind: text('kind').$type<AlertKind>().notNull(),
    /** For reminders: the lead time; for these and for `no_outcome`: the start that they are about. */
    leadTime: text('lead_time'),
    startsOn: text('starts_on'),
    dueAt: instant('due_at').notNull(),
    notAfter: instant('not_after').notNull(),
    state: text('state').$type<AlertState>().notNull(),
    dispatchedAt: instant('dispatched_at'),
    /** When staff were told that it expired; null unless it did, and until then. */
    reportedAt: instant('reported_at'),
    /** Tells of facts that no second person has confirmed yet, and says so. */
    unconfirmed: boolean('unconfirmed').notNull().default(false),
    /** The revision told of unconfirmed that this alert confirms or corrects. */
    answersRevision: integer('answers_revision'),
  },
  (table) => [
    uniqueIndex('alerts_once').on(table.hearingId, table.revision, table.kind).where(sql`kind <> 'reminder'`),
    uniqueIndex('alerts_reminder_once')
      .on(table.hearingId, table.startsOn, table.leadTime)
      .where(sql`kind = 'reminder'`),
    uniqueIndex('alerts_no_outcome_once').on(table.hearingId, table.startsOn).where(sql`kind = 'no_outcome'`),
    uniqueIndex('alerts_incident_once').on(table.incidentId, table.revision, table.kind),
    index('alerts_unreported').on(table.campaignId).where(sql`state = 'expired' and reported_at is null`),
    index('alerts_hearing').on(table.hearingId),
    index('alerts_due').on(table.dueAt).where(sql`state = 'pending'`),
    check('alerts_one_subject', sql`(hearing_id is null) <> (incident_id is null)`),
    // Nobody is reminded of what has happened, and nothing comes out of it but the next incident.
    check('alerts_of_incident', sql`incident_id is null or kind in ('announced', 'changed', 'cancelled')`),
  ],
);
