import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Adjournment, ChargeDecision, Differing } from '../../domain/hearing.ts';
import type { CallId, CampaignId, CaseId, HearingId, PartnerId, StaffId } from '../../domain/ids.ts';
import type { Localised } from '../../domain/localised.ts';
import type { HearingKind, HearingStatus, Openness, RevisionState, RingEnd } from '../../domain/words.ts';
import { campaigns } from './campaign.ts';
import { cases } from './case.ts';
import { bytes, id, instant } from './columns.ts';
import { partners } from './partner.ts';
import { staff } from './staff.ts';

/** A dated event of a case. Its facts live in its revisions; this row is what stays the same. */
export const hearings = pgTable(
  'hearings',
  {
    id: id<HearingId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
    createdAt: instant('created_at').notNull(),
    /** The hearing whose adjournment named this one; followers hear of it with that one's outcome. */
    adjournedFrom: id<HearingId>('adjourned_from').references((): AnyPgColumn => hearings.id),
    /** The newest revision that followers were to be told of before a second person had confirmed it. */
    unconfirmedRevision: integer('unconfirmed_revision'),
  },
  (table) => [
    index('hearings_case').on(table.caseId),
    uniqueIndex('hearings_adjourned_from').on(table.adjournedFrom),
  ],
);

/** The facts of a hearing as one person recorded them; in effect once a second person has approved them. */
export const hearingRevisions = pgTable(
  'hearing_revisions',
  {
    hearingId: id<HearingId>('hearing_id')
      .notNull()
      .references(() => hearings.id),
    revision: integer('revision').notNull(),
    state: text('state').$type<RevisionState>().notNull(),
    status: text('status').$type<HearingStatus>().notNull(),
    /** Date and time on the court's wall; null while no date, or no hour, is known. */
    localDate: date('local_date', { mode: 'string' }),
    localTime: text('local_time'),
    zone: text('zone').notNull(),
    /** Derived from date, time and zone by the zone rules of the day it was recorded; null without a time. */
    startsAt: instant('starts_at'),
    kind: text('kind').$type<HearingKind>().notNull(),
    court: jsonb('court').$type<Localised>().notNull(),
    room: text('room'),
    openness: text('openness').$type<Openness>().notNull(),
    judge: text('judge'),
    outcome: jsonb('outcome').$type<Localised>(),
    /** What was decided per person and charge; null: nothing that was recorded in parts. */
    decided: jsonb('decided').$type<ChargeDecision[]>(),
    /** To which date it was adjourned; null: it was not. */
    adjourned: jsonb('adjourned').$type<Adjournment>(),
    /** What single sources say differently; null: none does. */
    disagree: jsonb('disagree').$type<Differing[]>(),
    sources: jsonb('sources').$type<string[]>().notNull(),
    /** When a person last checked the date with its source. */
    checkedOn: date('checked_on', { mode: 'string' }).notNull(),
    /** Brought over from an archive: takes effect without alerts. */
    historic: boolean('historic').notNull().default(false),
    contentHash: text('content_hash').notNull(),
    /** Who recorded it; of a partner's report, who made the secret that signed it (null: the operator). They do not decide. */
    recordedBy: id<StaffId>('recorded_by').references(() => staff.id),
    /** The partner whose monitor reported it. */
    partnerId: id<PartnerId>('partner_id').references(() => partners.id),
    recordedAt: instant('recorded_at').notNull(),
    effectiveAt: instant('effective_at'),
    /** When others were asked anew, since no approval of what is in effect counted any more. */
    askedAgainAt: instant('asked_again_at'),
  },
  (table) => [
    primaryKey({ columns: [table.hearingId, table.revision] }),
    uniqueIndex('hearing_revisions_in_effect').on(table.hearingId).where(sql`state = 'in_effect'`),
    uniqueIndex('hearing_revisions_in_review').on(table.hearingId).where(sql`state = 'in_review'`),
    index('hearing_revisions_next').on(table.localDate).where(sql`state = 'in_effect'`),
  ],
);

/**
 * The lead times that somebody who follows a case has chosen for themselves: reminders are planned for these beside the
 * campaign's. It names nobody, and what is in it without anybody who wants it costs an alert that reaches nobody.
 */
export const caseLeadTimes = pgTable(
  'case_lead_times',
  {
    caseId: id<CaseId>('case_id')
      .notNull()
      .references(() => cases.id),
    leadTime: text('lead_time').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.leadTime] })],
);

/** The calls to decide on a revision of a hearing that is near: one row, and what they came to. */
export const rings = pgTable(
  'rings',
  {
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    hearingId: id<HearingId>('hearing_id')
      .notNull()
      .references(() => hearings.id),
    revision: integer('revision').notNull(),
    /** How often everyone who may decide was called so far. */
    rung: smallint('rung').notNull(),
    /** When the next call is due, or the end of the wait after the last; null once it is over. */
    dueAt: instant('due_at'),
    cameTo: text('came_to').$type<RingEnd>(),
    /** The notices by which people were called: what has not left is taken back when somebody decides. */
    callIds: uuid('call_ids').array().$type<CallId[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.hearingId, table.revision] }),
    index('rings_due').on(table.dueAt).where(sql`due_at is not null`),
  ],
);

/**
 * How many said that they will attend a hearing: a keyed mark for each chat, another one for each hearing and day, and
 * nothing else. Gone when the day is over, the hearing is moved to another, or it no longer takes place.
 */
export const attendances = pgTable(
  'attendances',
  {
    hearingId: id<HearingId>('hearing_id')
      .notNull()
      .references(() => hearings.id),
    /** The day on the court's calendar for which it was said. */
    day: date('day', { mode: 'string' }).notNull(),
    mark: bytes('mark').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hearingId, table.day, table.mark] })],
);
