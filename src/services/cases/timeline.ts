import { asc, eq } from 'drizzle-orm';
import { disagreements, events, statements } from '../../db/schema/index.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import type { CaseId, HearingId, IncidentId } from '../../domain/ids.ts';
import type { IncidentFacts } from '../../domain/incident.ts';
import type { Localised } from '../../domain/localised.ts';
import type { Context } from '../context.ts';
import { isDayLeft } from '../follows/upcoming.ts';
import { allDifferences } from '../hearings/disagreements.ts';
import { factsOf } from '../hearings/facts.ts';
import { listHearings } from '../hearings/list.ts';
import { decisionsShown, type ShownDecision } from '../hearings/shown-decisions.ts';
import { incidentFactsOf } from '../incidents/facts.ts';
import { listIncidents } from '../incidents/list.ts';
import { type PersonRow, personsOf } from './find.ts';
import type { Disagreement } from './read.ts';

/** What stands on a case's timeline. */
export type TimelineItem =
  | { readonly kind: 'event'; readonly what: Localised; readonly sources: readonly string[] }
  /** Its facts, and whom it concerns as readers are told of them. */
  | {
      readonly kind: 'incident';
      readonly incidentId: IncidentId;
      readonly facts: IncidentFacts;
      readonly persons: readonly PersonRow[];
    }
  | { readonly kind: 'statement'; readonly who: string; readonly sources: readonly string[] }
  | {
      readonly kind: 'hearing';
      readonly hearingId: HearingId;
      readonly facts: HearingFacts;
      readonly decided: readonly ShownDecision[];
    };

/** One line of a timeline. */
export interface TimelineEntry {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: as exactly as its source knows it. */
  readonly date: string;
  readonly item: TimelineItem;
  readonly disagreements: readonly Disagreement[];
}

/** What has happened in a case so far, the newest first. Hearings that are still ahead, or have no date, are not in it. */
export async function caseTimeline(ctx: Context, caseId: CaseId): Promise<TimelineEntry[]> {
  const differing = Map.groupBy(
    await ctx.db
      .select()
      .from(disagreements)
      .where(eq(disagreements.caseId, caseId))
      .orderBy(asc(disagreements.field), asc(disagreements.id)),
    ({ subjectId }) => subjectId,
  );
  const entry = (id: string, date: string, item: TimelineItem): TimelineEntry => ({
    date,
    item,
    disagreements: differing.get(id) ?? [],
  });
  const happened = await ctx.db.select().from(events).where(eq(events.caseId, caseId));
  const said = await ctx.db.select().from(statements).where(eq(statements.caseId, caseId));
  const now = ctx.clock.now();
  const persons = await personsOf(ctx, caseId);
  const over = (await listHearings(ctx, caseId)).flatMap(({ id, inEffect }) => {
    const date = inEffect?.localDate ?? null;
    if (inEffect === null || date === null) return [];
    const open = inEffect.status === 'scheduled' || inEffect.status === 'postponed';
    if (open && isDayLeft(inEffect, now)) return [];
    const decided = decisionsShown(persons, inEffect.decided ?? []);
    const found = entry(id, date, { kind: 'hearing', hearingId: id, facts: factsOf(inEffect), decided });
    return [{ ...found, disagreements: allDifferences(inEffect.disagree, found.disagreements) }];
  });
  // What did not happen, or may not be told any more, is not on it.
  const incidents = (await listIncidents(ctx, caseId)).flatMap(({ id, inEffect }) =>
    inEffect?.status === 'stands'
      ? [
          entry(id, inEffect.localDate, {
            kind: 'incident',
            incidentId: id,
            facts: incidentFactsOf(inEffect),
            persons,
          }),
        ]
      : [],
  );
  return [
    ...happened.map(({ id, date, what, sources }) => entry(id, date, { kind: 'event', what, sources })),
    ...said.map(({ id, date, who, sources }) => entry(id, date, { kind: 'statement', who, sources })),
    ...incidents,
    ...over,
  ].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
