import type { CaseFile } from '../../src/domain/case-file.ts';
import { localise } from '../../src/domain/localised.ts';
import { dayInWords, daysBefore, instantAt } from './days.ts';
import { announcedFacts, type FileHearing, hearingMoments, type ScriptedRevision } from './hearing.ts';
import { type EventAsIncident, toldDifferences, toldIncidents } from './incident.ts';
import { inOrder, type Lead, type Moment, type ScriptedHearing, usualLeads } from './moment.ts';
import { postMoments, type ToldFact, toldEvents, toldStatements } from './posts.ts';
import { releaseMoments } from './release.ts';

/*
 * The script of the Donkey Bloggers case: everything in it comes from the case file. Where that does not say when
 * something became known, the moment is placed, and its title says so.
 */

/** What happened to the two outside the courts: followers are told at once, and not by a post. */
export const asIncidents: readonly EventAsIncident[] = [
  {
    date: '2009-07-08',
    kind: 'arrest',
    certainty: 'reported',
    persons: ['Adnan Hajizade', 'Emin Milli'],
  },
  { date: '2010-11-18', kind: 'release', certainty: 'established', persons: ['Adnan Hajizade'] },
  { date: '2010-11-19', kind: 'release', certainty: 'established', persons: ['Emin Milli'] },
];

/** The whole campaign, from the first event to the last. */
export function donkeyBloggersScript(file: CaseFile, leads: readonly Lead[] = usualLeads): Moment[] {
  const hearings = [...file.hearings, ...hearingsOnlyNamed(file)];
  return inOrder([
    ...hearings.flatMap((hearing) =>
      hearingMoments(hearing.date, revisionsOf(file, hearing), { leads, outage: null }),
    ),
    ...toldIncidents(file, asIncidents),
    ...postMoments([
      ...toldEvents(
        file,
        asIncidents.map(({ date }) => date),
      ),
      ...toldStatements(file),
      ...toldDifferences(file, asIncidents),
      ...toldDisagreements(file),
    ]),
    ...releaseMoments(file),
  ]);
}

/** A hearing of which the record holds no more than the date that an outcome named. */
function hearingsOnlyNamed(file: CaseFile): FileHearing[] {
  return file.hearings.flatMap((hearing): FileHearing[] => {
    const date = dateNamedIn(hearing);
    if (date === null || file.hearings.some((other) => other.date === date)) return [];
    return [
      {
        ...hearing,
        date,
        time: null,
        status: 'scheduled',
        openness: 'unknown',
        judge: null,
        outcome: null,
        disagree: [],
      },
    ];
  });
}

function revisionsOf(file: CaseFile, hearing: FileHearing): ScriptedRevision[] {
  const known = announcement(file, hearing);
  const revisions = [known];
  const announced = known.facts;
  if (hearing.time !== null && hearing.time !== announced.localTime) {
    revisions.push(movedOvernight(file, hearing, announced));
  }
  const last = revisions.at(-1)?.facts ?? announced;
  const ended = ending(file, hearing, last);
  return ended === null ? revisions : [...revisions, ended];
}

/** The date was known when an earlier outcome named it; otherwise nobody recorded when it was announced. */
function announcement(file: CaseFile, hearing: FileHearing): ScriptedRevision {
  const namedBy = file.hearings.find((other) => dateNamedIn(other) === hearing.date);
  // Whoever is detained is brought before a judge within days, so there is little time to announce it.
  const days = hearing.kind === 'detention' ? 1 : 3;
  const recordedAt =
    namedBy === undefined
      ? instantAt(daysBefore(hearing.date, days), '11:00', file.zone)
      : knownAt(file, namedBy);
  const note =
    namedBy === undefined
      ? `announcement date not on record: placed ${days === 1 ? 'one day' : `${days} days`} before`
      : `the outcome of ${dayInWords(namedBy.date)} names the date`;
  const first = firstAnnounced(hearing);
  const time = first?.time ?? hearing.time;
  return {
    facts: {
      ...announcedFacts(file, hearing),
      localTime: time,
      sources: namedBy?.sources ?? (first === null ? hearing.sources : [first.source]),
      judge: namedBy === undefined ? hearing.judge : null,
      checkedOn: checkedOn(recordedAt, file.zone),
    },
    recordedAt,
    approvedAt: recordedAt.add({ minutes: 10 }),
    news: 'announced',
    withAdjournment: namedBy !== undefined,
    title: `the hearing of ${dayInWords(hearing.date)}${time === null ? '' : ` is announced for ${time}`} (${note})`,
  };
}

/** On record is "overnight, hours before the hearing" and no more: it is placed in the small hours. */
function movedOvernight(file: CaseFile, hearing: FileHearing, before: ScriptedHearing): ScriptedRevision {
  const recordedAt = instantAt(hearing.date, '03:10', file.zone);
  return {
    facts: {
      ...before,
      localTime: hearing.time,
      sources: hearing.sources,
      checkedOn: checkedOn(recordedAt, file.zone),
    },
    recordedAt,
    approvedAt: recordedAt.add({ minutes: 6 }),
    news: 'moved-earlier',
    title: `the hearing of ${dayInWords(hearing.date)} is moved from ${before.localTime} to ${hearing.time} (overnight; the hour is not on record: placed at 03:10)`,
  };
}

function ending(file: CaseFile, hearing: FileHearing, before: ScriptedHearing): ScriptedRevision | null {
  if (hearing.status === 'scheduled') return null;
  const recordedAt = knownAt(file, hearing);
  const postponed = hearing.status === 'postponed';
  const readOut = readOutAt(hearing);
  const note = readOut === null ? 'hour not on record: placed at 17:00' : `read out about ${readOut}`;
  const next = dateNamedIn(hearing);
  const { kind, court, room } = hearing;
  return {
    facts: {
      ...before,
      status: hearing.status,
      judge: hearing.judge,
      outcome: hearing.outcome,
      ...(next !== null && {
        adjourned: { next: { localDate: next, localTime: null, kind, court, room, openness: 'unknown' } },
      }),
      sources: hearing.sources,
      checkedOn: checkedOn(recordedAt, file.zone),
    },
    recordedAt,
    approvedAt: recordedAt.add({ minutes: 10 }),
    news: postponed ? 'postponed' : next === null ? 'outcome' : 'adjourned',
    title: `the hearing of ${dayInWords(hearing.date)} ${postponed ? 'was postponed' : next === null ? 'has its outcome' : `was adjourned to ${dayInWords(next)}`} (${note})`,
  };
}

/** When a hearing's outcome can be told: soon after it was read out where that is on record, else at 17:00. */
function knownAt(file: CaseFile, hearing: FileHearing): Temporal.Instant {
  const readOut = readOutAt(hearing);
  if (readOut === null) return instantAt(hearing.date, '17:00', file.zone);
  return instantAt(hearing.date, readOut, file.zone).add({ minutes: 20 });
}

function readOutAt(hearing: FileHearing): string | null {
  return /\bRead out about (\d\d:\d\d)/.exec(hearing.outcome?.en ?? '')?.[1] ?? null;
}

/** "15:00 (as first announced)": an hour that a source keeps although it changed. */
function firstAnnounced(hearing: FileHearing): { readonly time: string; readonly source: string } | null {
  for (const { field, value, source } of hearing.disagree) {
    const time = /^(\d\d:\d\d) \(as first announced\)$/.exec(value)?.[1];
    if (field === 'time' && time !== undefined) return { time, source };
  }
  return null;
}

/** The date to which a hearing was adjourned, as its outcome says: "adjourned to 8 January 2010". */
function dateNamedIn(hearing: FileHearing): string | null {
  const named = /\badjourned to (\d{1,2}) (\p{L}+) (\d{4})/iu.exec(hearing.outcome?.en ?? '');
  if (named === null) return null;
  const [, day = '', month = '', year = ''] = named;
  const number = months.indexOf(month) + 1;
  return Temporal.PlainDate.from({ year: Number(year), month: number, day: Number(day) }).toString();
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What sources say differently about a hearing's charge and the like, told after its outcome. */
function toldDisagreements(file: CaseFile): ToldFact[] {
  return file.hearings.flatMap((hearing): ToldFact[] => {
    const { outcome, sources, date } = hearing;
    const disagree = hearing.disagree.filter(({ field }) => field !== 'time');
    if (disagree.length === 0 || outcome === null) return [];
    const fields = [...new Set(disagree.map(({ field }) => field))].join(', ');
    return [
      {
        fact: { type: 'event', date, what: outcome, sources, disagree },
        content: { what: (language) => localise(outcome, language), sources, disagree },
        writtenAt: knownAt(file, hearing).add({ hours: 2 }),
        title: `what the sources say differently about the hearing of ${dayInWords(date)} (${fields}; hour placed)`,
      },
    ];
  });
}

function checkedOn(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}
