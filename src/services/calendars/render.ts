import { createHash } from 'node:crypto';
import ical, { type ICalAlarmData, ICalAlarmType, type ICalEventData, ICalEventStatus } from 'ical-generator';
import type { HearingFacts } from '../../domain/hearing.ts';
import { resolveStart } from '../../domain/hearing-time.ts';
import type { CaseId, HearingId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { type Localised, localise } from '../../domain/localised.ts';
import { compose, paragraphs } from '../../domain/text/message.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { translate } from '../../i18n/index.ts';
import { hearingLines, reportedMoveLine } from '../hearings/text.ts';
import { propertiesFirst } from './properties-first.ts';
import { vtimezone } from './vtimezone.ts';

/** A hearing as a calendar shows it. */
export interface CalendarHearing {
  readonly hearingId: HearingId;
  readonly caseId: CaseId;
  readonly caseName: Localised;
  readonly fictional: boolean;
  readonly persons: readonly Localised[];
  /** Rises with whatever the calendar says of it. */
  readonly sequence: number;
  readonly facts: HearingFacts;
  /** The move to an earlier hour that followers know of and that still waits for a second person. */
  readonly reported: HearingFacts | null;
  /** The date it stood at last; the same as in the facts unless it was postponed without a new one. */
  readonly lastDated: Pick<HearingFacts, 'localDate' | 'localTime' | 'zone'>;
  /** When what the calendar says of it was last changed. */
  readonly changedAt: Temporal.Instant;
}

/** An iCalendar file (RFC 5545). */
export interface Calendar {
  readonly text: string;
  /** Changes whenever the text does, and not before. */
  readonly etag: string;
}

/** Courts tell when they begin, not when they end: a calendar needs something to draw. */
const SHOWN_FOR = { hours: 1 } as const;
/** Before the hearing, in seconds: a day, and two hours for the way to the court. */
const ALARMS = [24 * 3600, 2 * 3600] as const;
/** How often a calendar should read the feed again, in seconds: hearings are moved overnight. */
const REFRESH_SECONDS = 3600;

/**
 * An iCalendar file (RFC 5545) of hearings in one language. A hearing keeps its UID for ever, and its SEQUENCE rises
 * with the revision, and with a reported move when it is told and when it is decided on (`reported-changes.ts`); one that
 * was cancelled or postponed stays where it stood with STATUS:CANCELLED, so that it does not linger in the calendars of
 * those who had it. One that never had a date is left out. A move to an earlier hour that is reported only is said above
 * all else, also in the title, and wakes by that hour; the event stays at the one that two persons have confirmed, and
 * CONFIRMED, since one person's word moves no hearing. The same hearings give the same text to the byte.
 */
export function renderCalendar(
  language: Language,
  title: string,
  hearings: readonly CalendarHearing[],
): Calendar {
  const dated = hearings.filter(({ lastDated }) => lastDated.localDate !== null);
  const zones = zoneSpans(dated);
  const calendar = ical({
    name: title,
    prodId: { company: 'Bray', product: 'Hearings', language: language.toUpperCase() },
    ttl: REFRESH_SECONDS,
    timezone: {
      // The file as a whole has no zone of its own: each event names its court's.
      name: null,
      generator: (zone) => zones.get(zone) ?? null,
    },
    events: dated.map((hearing) => event(language, hearing)),
  });
  const text = propertiesFirst(calendar.toString());
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
}

function event(language: Language, hearing: CalendarHearing): ICalEventData {
  const { facts, lastDated, reported } = hearing;
  // Of one that was postponed the date, if there is any, is the one on which nothing takes place.
  const off = facts.status === 'cancelled' || facts.status === 'postponed';
  const summary = [
    reportedLine(language, reported),
    off ? translate(language, 'hearing-status', { status: facts.status }) : null,
    localise(hearing.caseName, language),
    translate(language, 'hearing-kind', { kind: facts.kind }),
  ]
    .filter((part) => part !== null)
    .join(' – ');
  return {
    id: hearing.hearingId,
    sequence: hearing.sequence,
    stamp: hearing.changedAt,
    lastModified: hearing.changedAt,
    status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...when(lastDated),
    summary,
    location: [localise(facts.court, language), facts.room].filter((part) => part !== null).join(', '),
    description: description(language, hearing),
    ...(facts.status === 'scheduled' && { alarms: alarms(hearing, summary) }),
  };
}

/** Before the earliest hour that is known; none while no hour is. They count from where the event stands. */
function alarms({ facts, reported }: CalendarHearing, description: string): ICalAlarmData[] {
  if ((reported ?? facts).localTime === null) return [];
  const stands = resolveStart(facts, SYSTEM_ZONE_RULES)?.earliest;
  const earlier = reported === null ? undefined : resolveStart(reported, SYSTEM_ZONE_RULES)?.earliest;
  const sooner = stands === undefined || earlier === undefined ? 0 : stands.since(earlier).total('seconds');
  return ALARMS.map((seconds) => ({
    type: ICalAlarmType.display,
    triggerBefore: seconds + sooner,
    description,
  }));
}

function reportedLine(language: Language, reported: HearingFacts | null): string | null {
  const line = reportedMoveLine(language, reported);
  return line === null ? null : compose(line).text;
}

/** At the court's wall time and zone; a whole day while the hour is not known. */
function when({
  localDate,
  localTime,
  zone,
}: CalendarHearing['lastDated']): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'> {
  if (localDate === null) throw new Error('A hearing without a date has no place in a calendar.');
  const date = Temporal.PlainDate.from(localDate);
  if (localTime === null) return { start: date, allDay: true };
  const start = date.toPlainDateTime(Temporal.PlainTime.from(localTime));
  return { start, end: start.add(SHOWN_FOR), timezone: zone };
}

function description(language: Language, { facts, reported, fictional, persons }: CalendarHearing): string {
  return compose(
    paragraphs(
      fictional ? translate(language, 'case-fictional') : null,
      reportedMoveLine(language, reported),
      facts.status === 'postponed' ? translate(language, 'alert-postponed-no-date') : null,
      hearingLines(language, facts, persons),
      facts.status === 'scheduled' ? translate(language, 'alert-decide-yourself') : null,
    ),
  ).text;
}

/** Each zone with its changes from a year before the first hearing in it to a year after the last. */
function zoneSpans(hearings: readonly CalendarHearing[]): ReadonlyMap<string, string> {
  const spans = new Map<string, { first: number; last: number }>();
  for (const { lastDated } of hearings) {
    if (lastDated.localDate === null || lastDated.localTime === null) continue;
    const year = Temporal.PlainDate.from(lastDated.localDate).year;
    const known = spans.get(lastDated.zone) ?? { first: year, last: year };
    spans.set(lastDated.zone, { first: Math.min(known.first, year), last: Math.max(known.last, year) });
  }
  const newYear = (year: number) => Temporal.Instant.from(`${year}-01-01T00:00:00Z`);
  return new Map(
    [...spans].map(([zone, { first, last }]) => [
      zone,
      vtimezone(zone, newYear(first - 1), newYear(last + 2), SYSTEM_ZONE_RULES),
    ]),
  );
}
