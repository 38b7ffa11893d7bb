import { and, countDistinct, eq, gte, lt } from 'drizzle-orm';
import {
  cases,
  hearingRevisions,
  hearings,
  incidentRevisions,
  incidents,
  posts,
  translations,
} from '../../db/schema/index.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import { resolveStart } from '../../domain/hearing-time.ts';
import type { CaseId, HearingId } from '../../domain/ids.ts';
import type { IncidentFacts, StandingConsent } from '../../domain/incident.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { type CaseRow, personsOfAll } from '../cases/find.ts';
import { isAgreedCase } from '../cases/scope.ts';
import { standingConsents } from '../consents/standing.ts';
import type { Context } from '../context.ts';
import { upcomingHearings } from '../follows/upcoming.ts';
import { isApproved } from '../hearings/approved.ts';
import { factsOf, type RevisionRow } from '../hearings/facts.ts';
import { reportedMoves } from '../hearings/reported-moves.ts';
import { decisionsShown, type ShownDecision } from '../hearings/shown-decisions.ts';
import { type IncidentRevisionRow, incidentFactsOf } from '../incidents/facts.ts';
import { mayBeTold } from '../incidents/may-be-told.ts';

/** What is to be said of a case in a digest. */
export interface CaseWeek {
  readonly case: CaseRow;
  readonly posts: number;
  readonly incidents: readonly IncidentFacts[];
  /** What became known of hearings: that they take place at all (`isNew`), and what was decided per person and charge. */
  readonly hearings: readonly (ToldHearing & {
    readonly isNew: boolean;
    readonly decided: readonly ShownDecision[];
  })[];
  readonly next: readonly ToldHearing[];
}

/** The facts in effect, and the move to an earlier hour that followers know of and nobody has confirmed yet. */
export interface ToldHearing {
  readonly hearingId: HearingId;
  readonly facts: HearingFacts;
  readonly reported: HearingFacts | null;
}

/**
 * Of each case in which something happened from one instant to another, or is next: what, and what. As of an alert, each
 * fact is asked for its approval, and for the consent that it takes, right before it is told: what was changed by hand
 * is left out, and told to the log.
 */
export async function readWeek(
  ctx: Context,
  span: {
    readonly from: Temporal.Instant;
    readonly to: Temporal.Instant;
    /** How far what is next is looked for. */
    readonly ahead: Temporal.Duration;
  },
): Promise<ReadonlyMap<CaseId, CaseWeek>> {
  const all = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.campaignId, ctx.campaignId), isAgreedCase(cases.id)));
  const caseIds = all.map(({ id }) => id);
  if (caseIds.length === 0) return new Map();
  const published = await countPosts(ctx, span);
  const happened = await incidentsOf(ctx, span);
  const decided = await hearingsOf(ctx, span);
  const next = await nextOf(ctx, caseIds, span.to.add({ hours: span.ahead.total('hours') }));
  const weeks = all.flatMap((one): [CaseId, CaseWeek][] => {
    const week: CaseWeek = {
      case: one,
      posts: published.get(one.id) ?? 0,
      incidents: happened.get(one.id) ?? [],
      hearings: decided.get(one.id) ?? [],
      next: next.get(one.id) ?? [],
    };
    const isEmpty = week.posts + week.incidents.length + week.hearings.length + week.next.length === 0;
    return isEmpty ? [] : [[one.id, week]];
  });
  return new Map(weeks);
}

interface Span {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

async function countPosts(ctx: Context, { from, to }: Span): Promise<Map<CaseId, number>> {
  const rows = await ctx.db
    .select({ caseId: posts.caseId, count: countDistinct(posts.id) })
    .from(posts)
    .innerJoin(translations, eq(translations.postId, posts.id))
    .where(
      and(
        eq(posts.campaignId, ctx.campaignId),
        eq(translations.state, 'published'),
        gte(translations.publishedAt, from),
        lt(translations.publishedAt, to),
      ),
    )
    .groupBy(posts.caseId);
  return new Map(rows.map(({ caseId, count }) => [caseId, count]));
}

async function incidentsOf(ctx: Context, { from, to }: Span): Promise<Map<CaseId, IncidentFacts[]>> {
  const rows = await ctx.db
    .select({ caseId: incidents.caseId, revision: incidentRevisions })
    .from(incidentRevisions)
    .innerJoin(incidents, eq(incidents.id, incidentRevisions.incidentId))
    .where(
      and(
        eq(incidents.campaignId, ctx.campaignId),
        eq(incidentRevisions.state, 'in_effect'),
        eq(incidentRevisions.status, 'stands'),
        gte(incidentRevisions.effectiveAt, from),
        lt(incidentRevisions.effectiveAt, to),
      ),
    )
    .orderBy(incidentRevisions.localDate, incidentRevisions.incidentId);
  const given = new Map<CaseId, StandingConsent[]>();
  for (const caseId of new Set(rows.map((row) => row.caseId))) {
    given.set(caseId, await standingConsents(ctx, caseId));
  }
  const told = await keep(rows, ({ caseId, revision }) =>
    mayTellIncident(ctx, revision, given.get(caseId) ?? []),
  );
  return grouped(told, ({ revision }) => incidentFactsOf(revision));
}

async function mayTellIncident(
  ctx: Context,
  row: IncidentRevisionRow,
  given: readonly StandingConsent[],
): Promise<boolean> {
  const may = await mayBeTold(ctx, row, given);
  if (!may) ctx.log.error('digest-unapproved', { id: row.incidentId });
  return may;
}

async function hearingsOf(
  ctx: Context,
  { from, to }: Span,
): Promise<Map<CaseId, CaseWeek['hearings'][number][]>> {
  const rows = await ctx.db
    .select({ caseId: hearings.caseId, revision: hearingRevisions })
    .from(hearingRevisions)
    .innerJoin(hearings, eq(hearings.id, hearingRevisions.hearingId))
    .where(
      and(
        eq(hearings.campaignId, ctx.campaignId),
        eq(hearingRevisions.state, 'in_effect'),
        eq(hearingRevisions.historic, false),
        gte(hearingRevisions.effectiveAt, from),
        lt(hearingRevisions.effectiveAt, to),
      ),
    )
    .orderBy(hearingRevisions.localDate, hearingRevisions.hearingId);
  const told = await keep(rows, ({ revision }) => mayTellHearing(ctx, revision));
  const moves = await reportedMoves(
    ctx,
    told.map(({ revision }) => revision),
  );
  const persons = Map.groupBy(
    await personsOfAll(ctx, new Set(told.map(({ caseId }) => caseId))),
    ({ caseId }) => caseId,
  );
  return grouped(told, ({ caseId, revision }) => ({
    hearingId: revision.hearingId,
    facts: factsOf(revision),
    reported: moves.get(revision.hearingId) ?? null,
    isNew: revision.revision === 1,
    decided: decisionsShown(persons.get(caseId) ?? [], revision.decided ?? []),
  }));
}

async function mayTellHearing(ctx: Context, row: RevisionRow): Promise<boolean> {
  const approved = await isApproved(ctx, row);
  if (!approved) ctx.log.error('digest-unapproved', { id: row.hearingId });
  return approved;
}

async function nextOf(
  ctx: Context,
  caseIds: readonly CaseId[],
  until: Temporal.Instant,
): Promise<Map<CaseId, ToldHearing[]>> {
  const ahead = await upcomingHearings(ctx, { caseIds });
  const moves = await reportedMoves(
    ctx,
    ahead.map(({ facts }) => facts),
  );
  const rows = ahead.flatMap((one) => {
    const facts = factsOf(one.facts);
    const reported = moves.get(one.facts.hearingId) ?? null;
    const start = facts.status === 'scheduled' ? resolveStart(reported ?? facts, SYSTEM_ZONE_RULES) : null;
    if (start === null || Temporal.Instant.compare(start.earliest, until) > 0) return [];
    return [{ caseId: one.case.id, facts, reported, row: one.facts }];
  });
  const told = await keep(rows, ({ row }) => mayTellHearing(ctx, row));
  return grouped(told, ({ row, facts, reported }) => ({ hearingId: row.hearingId, facts, reported }));
}

/** Those of which it is so, asked one after the other: a transaction has one connection. */
async function keep<Row>(rows: readonly Row[], isSo: (row: Row) => Promise<boolean>): Promise<Row[]> {
  const kept: Row[] = [];
  for (const row of rows) if (await isSo(row)) kept.push(row);
  return kept;
}

function grouped<Row extends { readonly caseId: CaseId }, Item>(
  rows: readonly Row[],
  of: (row: Row) => Item,
): Map<CaseId, Item[]> {
  return new Map(
    [...Map.groupBy(rows, ({ caseId }) => caseId)].map(([caseId, group]) => [caseId, group.map(of)]),
  );
}
