import { and, eq } from 'drizzle-orm';
import { alerts, hearingRevisions } from '../../db/schema/index.ts';
import { isMovedEarlier } from '../../domain/alert.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import { resolveStart } from '../../domain/hearing-time.ts';
import type { AlertId, HearingId } from '../../domain/ids.ts';
import { localise } from '../../domain/localised.ts';
import { alertPriority } from '../../domain/priority.ts';
import { bold, lines } from '../../domain/text/message.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { translate } from '../../i18n/index.ts';
import { shownNames } from '../cases/shown-names.ts';
import type { Context } from '../context.ts';
import { upcomingHearings } from '../follows/upcoming.ts';
import { factsOf, type RevisionRow } from '../hearings/facts.ts';
import { hearingAfter } from '../hearings/next-hearing.ts';
import { shownDecisions } from '../hearings/shown-decisions.ts';
import { tellableOf } from '../hearings/tellable.ts';
import { hearingWhen } from '../hearings/text.ts';
import { together } from '../together.ts';
import { renderAlert } from './render.ts';
import type { AlertRow, Telling } from './telling.ts';
import { factsToldBefore } from './told.ts';

/** With no more than this to go, a hearing's alerts are urgent: news of it goes first, and none waits for the morning. */
const urgentWithin = Temporal.Duration.from({ hours: 24 });

/** What an alert of a hearing tells at `now`. */
export async function tellingOfHearing(
  ctx: Context,
  alert: AlertRow,
  hearingId: HearingId,
  now: Temporal.Instant,
): Promise<Telling> {
  const revision = await findRevision(ctx, hearingId, alert.revision);
  const recorded = factsOf(revision);
  const standing = await tellableOf(ctx, { ...alert, hearingId }, revision);
  return {
    standing: typeof standing === 'string' ? standing : 'tellable',
    zone: recorded.zone,
    describeExpired: (language, caseName) => {
      const when = hearingWhen(language, recorded);
      return lines(
        bold(translate(language, 'staff-alert-expired', { kind: alert.kind, case: caseName })),
        when === null ? null : translate(language, 'hearing-when', { when }),
        translate(language, 'hearing-court', { court: localise(recorded.court, language) }),
      );
    },
    prepare: async ({ name: caseName, fictional }) => {
      if (typeof standing === 'string') throw new Error('An alert that may not go out was to be prepared.');
      const { facts, unconfirmed, reported, wrong } = standing;
      const [before, persons, next, decided] = await together([
        factsToldBefore(ctx, hearingId, alert.revision),
        shownNames(ctx, alert.caseId),
        alert.kind === 'outcome' ? hearingAfter(ctx, hearingId) : findNext(ctx, alert),
        shownDecisions(ctx, alert.caseId, facts),
      ]);
      const { kind, leadTime, caseId, dueAt } = alert;
      const content = {
        kind,
        leadTime,
        caseId,
        caseName,
        fictional,
        persons,
        facts,
        before,
        next,
        decided,
        unconfirmed,
        reported,
        wrong,
        dueAt,
        sentAt: now,
      };
      const movedEarlier = kind === 'changed' && isMovedEarlier(before, facts, SYSTEM_ZONE_RULES);
      const urgent = isUrgent([before, facts, wrong], now);
      return {
        priority: alertPriority({ kind, movedEarlier, urgent }),
        passesQuietHours: movedEarlier || urgent,
        // Whoever was not told what was wrong needs no correction.
        onlyToldIn: kind === 'corrected' ? await wordOf(ctx, alert, hearingId) : null,
        render: (reader) => renderAlert(reader, content),
      };
    },
  };
}

/** When the case is before a court next, beside this hearing: for alerts after which one asks. */
async function findNext(ctx: Context, { kind, caseId, hearingId }: AlertRow): Promise<HearingFacts | null> {
  if (kind !== 'no_outcome') return null;
  const ahead = await upcomingHearings(ctx, { caseIds: [caseId] });
  const next = ahead.find(({ facts }) => facts.hearingId !== hearingId && facts.localDate !== null);
  return next === undefined ? null : factsOf(next.facts);
}

/** The nearer of the old and the new start counts: who would go by the old one has to be told too. */
function isUrgent(facts: readonly (HearingFacts | null)[], now: Temporal.Instant): boolean {
  return facts.some((known) => {
    const start = known === null ? null : resolveStart(known, SYSTEM_ZONE_RULES);
    if (start === null) return false;
    return (
      Temporal.Instant.compare(start.latest, now) > 0 &&
      Temporal.Instant.compare(start.earliest, now.add(urgentWithin)) <= 0
    );
  });
}

/** The alert that told the unconfirmed move which this one corrects. */
async function wordOf(
  ctx: Context,
  { answersRevision }: AlertRow,
  hearingId: HearingId,
): Promise<AlertId | null> {
  if (answersRevision === null) return null;
  const [told] = await ctx.db
    .select({ id: alerts.id })
    .from(alerts)
    .where(
      and(
        eq(alerts.hearingId, hearingId),
        eq(alerts.revision, answersRevision),
        eq(alerts.unconfirmed, true),
        eq(alerts.kind, 'changed'),
      ),
    );
  return told?.id ?? null;
}

async function findRevision(ctx: Context, hearingId: HearingId, revision: number): Promise<RevisionRow> {
  const [found] = await ctx.db
    .select()
    .from(hearingRevisions)
    .where(and(eq(hearingRevisions.hearingId, hearingId), eq(hearingRevisions.revision, revision)));
  if (found === undefined) throw new Error('An alert names a revision that does not exist.');
  return found;
}
