import { and, eq } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import { howPressing } from '../../domain/alert.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import type { AlertId, HearingId } from '../../domain/ids.ts';
import { localise } from '../../domain/localised.ts';
import { alertPriority } from '../../domain/priority.ts';
import { bold, lines } from '../../domain/text/message.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { translate } from '../../i18n/index.ts';
import { type PersonRow, personsOfAll } from '../cases/find.ts';
import { namedAs } from '../cases/named.ts';
import { shownName } from '../cases/shown-names.ts';
import type { Context } from '../context.ts';
import { upcomingHearings } from '../follows/upcoming.ts';
import { factsOf } from '../hearings/facts.ts';
import { revisionsNumbered } from '../hearings/find.ts';
import { hearingAfter } from '../hearings/next-hearing.ts';
import { decisionsShown } from '../hearings/shown-decisions.ts';
import { type Asked, type Tellability, type Tellable, whatIsTellable } from '../hearings/tellable.ts';
import { hearingWhen } from '../hearings/text.ts';
import { together } from '../together.ts';
import { renderAlert } from './render.ts';
import type { AlertOfCase, AlertRow, PreparedAlert, Telling } from './telling.ts';
import { factsToldBeforeEach } from './told.ts';

/** What each of these alerts tells at `now`: what all of them need is asked once for all. */
export async function tellingsOfHearings(
  ctx: Context,
  given: readonly (AlertOfCase & { readonly hearingId: HearingId })[],
  now: Temporal.Instant,
): Promise<readonly (readonly [AlertId, Telling])[]> {
  const numbered = given.map(({ alert, hearingId }) => ({ hearingId, revision: alert.revision }));
  const [known, persons, before] = await together([
    revisionsNumbered(ctx, numbered),
    given.length === 0 ? [] : personsOfAll(ctx, new Set(given.map(({ ofCase }) => ofCase.id))),
    factsToldBeforeEach(ctx, numbered),
  ]);
  const personsBy = Map.groupBy(persons, ({ caseId }) => caseId);
  const read = given.flatMap(({ alert, ofCase }, at): ReadAlert[] => {
    const [found, ofPersons] = [known[at], personsBy.get(ofCase.id) ?? []];
    if (found === undefined) return [];
    const named = namedAs(ofCase, ofPersons);
    return [{ alert, ofCase, persons: ofPersons, named, before: before[at] ?? null, ...found }];
  });
  const standings = await whatIsTellable(ctx, read);
  return read.flatMap((one, at) => {
    const standing = standings[at];
    return standing === undefined ? [] : [[one.alert.id, tellingOf(ctx, one, standing, now)] as const];
  });
}

/** An alert with all that was read of what it tells. */
interface ReadAlert extends Asked, AlertOfCase {
  readonly persons: readonly PersonRow[];
  /** What followers know when its revision takes effect. */
  readonly before: HearingFacts | null;
}

function tellingOf(ctx: Context, read: ReadAlert, standing: Tellability, now: Temporal.Instant): Telling {
  const { alert, ofCase, revision } = read;
  const recorded = factsOf(revision);
  return {
    standing: typeof standing === 'string' ? standing : 'tellable',
    zone: recorded.zone,
    describeExpired: (language) => {
      const when = hearingWhen(language, recorded);
      const name = localise(ofCase.name, language);
      return lines(
        bold(translate(language, 'staff-alert-expired', { kind: alert.kind, case: name })),
        when === null ? null : translate(language, 'hearing-when', { when }),
        translate(language, 'hearing-court', { court: localise(recorded.court, language) }),
      );
    },
    prepare: () => {
      if (typeof standing === 'string') throw new Error('An alert that may not go out was to be prepared.');
      return prepare(ctx, read, standing, now);
    },
  };
}

async function prepare(
  ctx: Context,
  { alert, ofCase, hearing, persons, before }: ReadAlert,
  { facts, unconfirmed, reported, wrong }: Tellable,
  now: Temporal.Instant,
): Promise<PreparedAlert> {
  const { kind, leadTime, caseId, dueAt } = alert;
  const [next, onlyToldIn] = await together([
    kind === 'outcome' ? hearingAfter(ctx, hearing.id) : findNext(ctx, alert),
    // Whoever was not told what was wrong needs no correction.
    kind === 'corrected' ? wordOf(ctx, alert, hearing.id) : null,
  ]);
  const content = {
    kind,
    leadTime,
    caseId,
    caseName: ofCase.name,
    fictional: ofCase.fictional,
    persons: persons.map(shownName),
    facts,
    before,
    next,
    decided: decisionsShown(persons, facts.decided ?? []),
    unconfirmed,
    reported,
    wrong,
    dueAt,
    sentAt: now,
  };
  const besides = kind === 'outcome' ? [next] : [wrong];
  const pressing = howPressing({ kind, told: before, after: facts, besides }, now, SYSTEM_ZONE_RULES);
  return {
    priority: alertPriority({ kind, ...pressing }),
    passesQuietHours: pressing.movedEarlier || pressing.urgent,
    onlyToldIn,
    // Whoever got the confirmed hour after the earlier one would come by the later.
    takesPlaceOfAll: alert.unconfirmed && kind === 'changed',
    render: (reader) => renderAlert(reader, content),
  };
}

/** When the case is before a court next, beside this hearing: for alerts after which one asks. */
async function findNext(ctx: Context, { kind, caseId, hearingId }: AlertRow): Promise<HearingFacts | null> {
  if (kind !== 'no_outcome') return null;
  const ahead = await upcomingHearings(ctx, { caseIds: [caseId] });
  const next = ahead.find(({ facts }) => facts.hearingId !== hearingId && facts.status === 'scheduled');
  return next === undefined ? null : factsOf(next.facts);
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
