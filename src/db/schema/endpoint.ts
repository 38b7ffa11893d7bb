import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { EndpointEventKind, EndpointEventState, EndpointEventSubject } from '../../domain/endpoint.ts';
import type { CampaignId, CaseId, EndpointEventId, EndpointId } from '../../domain/ids.ts';
import { campaigns } from './campaign.ts';
import { bytes, id, instant } from './columns.ts';

/** Another system that is told of what becomes public. */
export const endpoints = pgTable(
  'endpoints',
  {
    id: id<EndpointId>('id').primaryKey(),
    campaignId: id<CampaignId>('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    url: text('url').notNull(),
    kinds: text('kinds').array().$type<EndpointEventKind[]>().notNull(),
    /** The only cases of which it is told; null: all. */
    caseIds: uuid('case_ids').array().$type<CaseId[]>(),
    /** With what its events are signed, sealed to the sender's key and bound to this row. */
    sealedSecret: bytes('sealed_secret').notNull(),
    createdAt: instant('created_at').notNull(),
    /** When staff removed it, or it answered that it wants nothing more. */
    endedAt: instant('ended_at'),
  },
  (table) => [index('endpoints_campaign').on(table.campaignId)],
);

/** One event on its way to one system. Written with what it tells of, in one transaction. */
export const endpointEvents = pgTable(
  'endpoint_events',
  {
    /** The `webhook-id`: the same at every attempt. */
    id: id<EndpointEventId>('id').primaryKey(),
    endpointId: id<EndpointId>('endpoint_id')
      .notNull()
      .references(() => endpoints.id),
    kind: text('kind').$type<EndpointEventKind>().notNull(),
    /** What it is about. Its words stand nowhere: a row changed by hand tells nothing that is not approved. */
    data: jsonb('data').$type<EndpointEventSubject>().notNull(),
    state: text('state').$type<EndpointEventState>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** When it is to be tried, or, while it is being tried, taken for lost. */
    dueAt: instant('due_at').notNull(),
    attempts: smallint('attempts').notNull().default(0),
    settledAt: instant('settled_at'),
    /** Why the last attempt failed: a status, or a code of ours. */
    outcome: text('outcome'),
  },
  (table) => [
    index('endpoint_events_waiting').on(table.endpointId, table.dueAt).where(sql`state = 'planned'`),
    index('endpoint_events_endpoint').on(table.endpointId, table.id),
    index('endpoint_events_settled').on(table.settledAt),
  ],
);
