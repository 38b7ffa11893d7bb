import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { campaigns, cases, hearingRevisions, hearings } from '../../db/schema/index.ts';
import type { CaseId, HearingId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { localise } from '../../domain/localised.ts';
import { findCaseBySlug } from '../cases/find.ts';
import { isAgreedCase } from '../cases/scope.ts';
import { shownNamesByCase } from '../cases/shown-names.ts';
import type { CoreContext } from '../context.ts';
import { factsOf } from '../hearings/facts.ts';
import { reportedMoves } from '../hearings/reported-moves.ts';
import { type Calendar, type CalendarHearing, renderCalendar } from './render.ts';
import { reportedChanges } from './reported-changes.ts';

/** All hearings of the campaign's cases that are in effect, as a calendar in one language. */
export async function campaignCalendar(ctx: CoreContext, language: Language): Promise<Calendar> {
  const [campaign] = await ctx.db
    .select({ name: campaigns.name })
    .from(campaigns)
    .where(eq(campaigns.id, ctx.campaignId));
  return renderCalendar(language, campaign?.name ?? '', await calendarHearings(ctx, {}));
}

/** The hearings of one case as a calendar in one language; null when there is no such case. */
export async function caseCalendar(
  ctx: CoreContext,
  { language, slug }: { readonly language: Language; readonly slug: string },
): Promise<Calendar | null> {
  const found = await findCaseBySlug(ctx, slug);
  if (found === undefined) return null;
  return renderCalendar(
    language,
    localise(found.name, language),
    await calendarHearings(ctx, { caseId: found.id }),
  );
}

/** One hearing, to be added to a calendar by hand; null when there is none in effect with a date. */
export async function hearingCalendar(
  ctx: CoreContext,
  { language, hearingId }: { readonly language: Language; readonly hearingId: HearingId },
): Promise<Calendar | null> {
  const [hearing] = await calendarHearings(ctx, { hearingId });
  if (hearing === undefined || hearing.lastDated.localDate === null) return null;
  return renderCalendar(language, localise(hearing.caseName, language), [hearing]);
}

async function calendarHearings(
  ctx: CoreContext,
  only: { readonly caseId?: CaseId; readonly hearingId?: HearingId },
): Promise<CalendarHearing[]> {
  const rows = await ctx.db
    .select({ revision: hearingRevisions, hearing: hearings, case: cases })
    .from(hearings)
    .innerJoin(cases, eq(cases.id, hearings.caseId))
    .innerJoin(
      hearingRevisions,
      and(eq(hearingRevisions.hearingId, hearings.id), eq(hearingRevisions.state, 'in_effect')),
    )
    .where(
      and(
        eq(hearings.campaignId, ctx.campaignId),
        isAgreedCase(hearings.caseId),
        only.caseId === undefined ? undefined : eq(hearings.caseId, only.caseId),
        only.hearingId === undefined ? undefined : eq(hearings.id, only.hearingId),
      ),
    )
    .orderBy(hearings.id);
  const named = await shownNamesByCase(ctx, [...new Set(rows.map((row) => row.case.id))]);
  const undated = rows.filter(({ revision }) => revision.localDate === null).map(({ hearing }) => hearing.id);
  const dated = await lastDates(ctx, undated);
  const moves = await reportedMoves(
    ctx,
    rows.map(({ revision }) => revision),
  );
  const changes = await reportedChanges(
    ctx,
    rows.flatMap(({ hearing }) => (hearing.unconfirmedRevision === null ? [] : [hearing.id])),
  );
  return rows.map(({ revision, hearing, case: { id, name, fictional } }) => {
    const reported = moves.get(hearing.id) ?? null;
    const { told, lastAt } = changes.get(hearing.id) ?? { told: 0, lastAt: null };
    const effectiveAt = revision.effectiveAt ?? revision.recordedAt;
    return {
      hearingId: hearing.id,
      caseId: id,
      caseName: name,
      fictional,
      persons: named.get(id) ?? [],
      // Each reported move counts once when it is told, and once more when it is reported no longer.
      sequence: revision.revision - 1 + 2 * told - (reported === null ? 0 : 1),
      facts: factsOf(revision),
      reported,
      lastDated: dated.get(hearing.id) ?? factsOf(revision),
      changedAt: lastAt !== null && Temporal.Instant.compare(lastAt, effectiveAt) > 0 ? lastAt : effectiveAt,
    };
  });
}

/** The date and hour that hearings without one had before they were postponed. */
async function lastDates(ctx: CoreContext, hearingIds: readonly HearingId[]) {
  if (hearingIds.length === 0) return new Map<HearingId, CalendarHearing['lastDated']>();
  const rows = await ctx.db
    .selectDistinctOn([hearingRevisions.hearingId], {
      hearingId: hearingRevisions.hearingId,
      localDate: hearingRevisions.localDate,
      localTime: hearingRevisions.localTime,
      zone: hearingRevisions.zone,
    })
    .from(hearingRevisions)
    .where(
      and(
        inArray(hearingRevisions.hearingId, [...hearingIds]),
        isNotNull(hearingRevisions.localDate),
        eq(hearingRevisions.state, 'superseded'),
        isNotNull(hearingRevisions.effectiveAt),
      ),
    )
    .orderBy(hearingRevisions.hearingId, desc(hearingRevisions.revision));
  return new Map(rows.map(({ hearingId, ...date }) => [hearingId, date]));
}
