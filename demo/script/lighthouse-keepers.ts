import type { CaseFile } from '../../src/domain/case-file.ts';
import type { Localised } from '../../src/domain/localised.ts';
import { instantAt } from './days.ts';
import {
  announcedFacts,
  type Course,
  type FileHearing,
  hearingMoments,
  type ScriptedRevision,
} from './hearing.ts';
import { incidentMoments, type ScriptedIncidentRevision } from './incident.ts';
import {
  inOrder,
  type Lead,
  type Moment,
  type News,
  type ScriptedHearing,
  type ScriptedIncident,
  usualLeads,
} from './moment.ts';
import { postMoments, toldEvents, toldStatements } from './posts.ts';

/*
 * The script of the invented case: it shows what the record of the real one lacks. The case file says how each
 * hearing ended; what came before that is told here.
 */

/** A change of a hearing: when it was recorded (local time), and what differs from the facts before. */
interface Change {
  readonly on: string;
  readonly at: string;
  readonly news: News;
  readonly title: string;
  readonly facts: Partial<ScriptedHearing>;
  /** Nobody answers the calls; how long after it was recorded the second person decides, and how. */
  readonly unanswered?: { readonly minutes: number; readonly decision: 'confirmed' | 'rejected' };
}

/** The whole invented campaign. Throws when the file lacks one of its four hearings. */
export function lighthouseKeepersScript(file: CaseFile, leads: readonly Lead[] = usualLeads): Moment[] {
  const hearing = (date: string): FileHearing => {
    const found = file.hearings.find((one) => one.date === date);
    if (found === undefined) throw new Error(`The case file has no hearing on ${date}.`);
    return found;
  };
  const outage = {
    from: instantAt('2011-03-24', '07:00', file.zone),
    to: instantAt('2011-03-24', '09:30', file.zone),
  };
  const tell = (date: string, changes: readonly Change[]) =>
    told(file, hearing(date), changes, { leads, outage });
  return inOrder([
    ...tell('2011-03-14', preliminary),
    ...tell('2011-03-24', trial({ from: hearing('2011-03-14'), to: hearing('2011-03-24') })),
    ...tell('2011-03-27', inTheNightOfTheClocks),
    ...tell('2011-04-12', verdict),
    ...incidentMoments('search', theSearch(file)),
    ...incidentMoments('transfer', theTransfer(file)),
    ...postMoments([...toldEvents(file), ...toldStatements(file)]),
  ]);
}

/** Announced without an hour; then the hour and the room; then another room, behind closed doors. */
const preliminary: readonly Change[] = [
  {
    on: '2011-03-01',
    at: '10:00',
    news: 'announced',
    title: 'a preliminary hearing on 14 March, no hour yet',
    facts: { localTime: null, room: null, openness: 'unknown', judge: null },
  },
  {
    on: '2011-03-09',
    at: '10:00',
    news: 'changed',
    title: 'the hour and the room of 14 March become known',
    facts: { localTime: '09:30', room: '2', openness: 'open', judge: 'R. Ives' },
  },
  {
    on: '2011-03-13',
    at: '18:00',
    news: 'changed',
    title: 'another room on 14 March, and closed to the public',
    facts: { room: '5', openness: 'closed' },
  },
  {
    on: '2011-03-14',
    at: '12:00',
    news: 'outcome',
    title: 'the outcome of 14 March',
    facts: { status: 'held' },
  },
];

/**
 * Moved earlier to another day, then to another court and opened to the public, then to a later hour; then the sources
 * disagree. On its morning the machine is off for a while.
 */
function trial({ from, to }: { readonly from: FileHearing; readonly to: FileHearing }): readonly Change[] {
  return [
    {
      on: '2011-03-14',
      at: '12:30',
      news: 'announced',
      title: 'the trial on 28 March at 10:00',
      facts: {
        localDate: '2011-03-28',
        localTime: '10:00',
        room: '5',
        court: from.court,
        openness: 'closed',
      },
    },
    {
      on: '2011-03-18',
      at: '10:00',
      news: 'moved-earlier',
      title: 'the trial is moved from 28 to 24 March',
      facts: { localDate: '2011-03-24', localTime: '13:00' },
    },
    {
      on: '2011-03-21',
      at: '11:00',
      news: 'changed',
      title: 'the trial goes to another court, and is open to the public',
      facts: { court: to.court, room: '1', openness: 'open' },
    },
    {
      on: '2011-03-22',
      at: '10:00',
      news: 'moved-later',
      title: 'the trial of 24 March begins at 14:00 and not at 13:00',
      facts: { localTime: '14:00' },
    },
    {
      on: '2011-03-22',
      at: '18:00',
      news: 'changed',
      title: 'one source has another hour for 24 March: both stand',
      facts: { disagree: to.disagree },
    },
    {
      on: '2011-03-24',
      at: '17:00',
      news: 'outcome',
      title: 'the outcome of 24 March',
      facts: { status: 'held' },
    },
  ];
}

/** Of what the two are accused. */
const disturbing: Localised = {
  en: 'disturbing navigation',
  az: 'gəmiçiliyə mane olmaq',
  ru: 'создание помех судоходству',
  tr: 'seyrüseferi aksatmak',
  fa: 'اخلال در کشتیرانی',
  fr: 'entrave à la navigation',
  de: 'Störung der Schifffahrt',
};

/** Half past two in the night in which the clocks go from 1:00 to 2:00. */
const inTheNightOfTheClocks: readonly Change[] = [
  {
    on: '2011-03-26',
    at: '18:00',
    news: 'announced',
    title: 'a detention hearing at 02:30, in the night in which the clocks go forward',
    facts: {},
  },
  {
    on: '2011-03-27',
    at: '04:00',
    news: 'outcome',
    title: 'the outcome of the night, for each of the two',
    facts: {
      status: 'held',
      decided: ['Mara Quill', 'Tobias Fenn'].map((person) => ({
        person,
        charge: disturbing,
        ruling: 'released',
        penalty: null,
        note: null,
      })),
    },
  },
];

/** Postponed without a date; a new date; moved earlier, confirmed late; moved earlier by mistake; cancelled. */
const verdict: readonly Change[] = [
  {
    on: '2011-03-24',
    at: '17:30',
    news: 'announced',
    title: 'the verdict on 5 April at 11:00',
    facts: { localDate: '2011-04-05', localTime: '11:00' },
  },
  {
    on: '2011-04-04',
    at: '16:00',
    news: 'postponed',
    title: 'the verdict is postponed, no new date',
    facts: { status: 'postponed', localDate: null, localTime: null },
  },
  {
    on: '2011-04-07',
    at: '10:00',
    news: 'changed',
    title: 'the verdict has a new date, 12 April at 11:00',
    facts: { status: 'scheduled', localDate: '2011-04-12', localTime: '11:00' },
  },
  {
    on: '2011-04-11',
    at: '11:30',
    news: 'confirmed',
    title: 'the verdict of 12 April is moved from 11:00 to 09:00',
    facts: { localTime: '09:00' },
    unanswered: { minutes: 40, decision: 'confirmed' },
  },
  {
    on: '2011-04-11',
    at: '13:00',
    news: 'moved-earlier',
    title: 'the verdict of 12 April is moved from 09:00 to 08:00',
    facts: { localTime: '08:00' },
    unanswered: { minutes: 35, decision: 'rejected' },
  },
  {
    on: '2011-04-11',
    at: '15:00',
    news: 'cancelled',
    title: 'the hearing of 12 April is cancelled',
    facts: { status: 'cancelled' },
  },
];

/** Alleged; then it turns out to have been another day; then more is known. */
function theSearch({ zone }: CaseFile): ScriptedIncidentRevision[] {
  const alleged: ScriptedIncident = {
    status: 'stands',
    kind: 'search',
    localDate: '2011-03-03',
    localTime: null,
    zone,
    place: null,
    what: {
      en: 'The harbour police searched the lighthouse.',
      az: 'Liman polisi mayakda axtarış aparıb.',
      ru: 'Портовая полиция провела обыск на маяке.',
      tr: 'Liman polisi deniz fenerinde arama yaptı.',
      fa: 'پلیس بندر فانوس دریایی را تفتیش کرد.',
      fr: 'La police du port a perquisitionné le phare.',
      de: 'Die Hafenpolizei hat den Leuchtturm durchsucht.',
    },
    persons: ['Mara Quill', 'Tobias Fenn'],
    bystanders: { witness: 1 },
    certainty: 'alleged',
    discloses: [],
    amendment: 'adds',
    sources: ['Sorrel Gazette (invented)'],
  };
  const corrected: ScriptedIncident = { ...alleged, localDate: '2011-03-04', amendment: 'corrects' };
  const confirmed: ScriptedIncident = { ...corrected, certainty: 'established', amendment: 'adds' };
  return [
    {
      facts: alleged,
      recordedAt: instantAt('2011-03-05', '09:00', zone),
      title: 'a search of the lighthouse is alleged, on 3 March',
    },
    {
      facts: corrected,
      recordedAt: instantAt('2011-03-05', '15:00', zone),
      title: 'it was on 4 March',
    },
    {
      facts: confirmed,
      recordedAt: instantAt('2011-03-06', '10:00', zone),
      title: 'the search is confirmed',
    },
  ];
}

/** Told, and then taken back: it did not happen. */
function theTransfer({ zone }: CaseFile): ScriptedIncidentRevision[] {
  const reported: ScriptedIncident = {
    status: 'stands',
    kind: 'transfer',
    localDate: '2011-04-01',
    localTime: '07:30',
    zone,
    place: null,
    what: {
      en: 'Tobias Fenn was taken to the mainland.',
      az: 'Tobias Fenn materikə aparılıb.',
      ru: 'Тобиаса Фенна увезли на материк.',
      tr: 'Tobias Fenn anakaraya götürüldü.',
      fa: 'توبیاس فن به سرزمین اصلی برده شد.',
      fr: 'Tobias Fenn a été emmené sur le continent.',
      de: 'Tobias Fenn wurde aufs Festland gebracht.',
    },
    persons: ['Tobias Fenn'],
    bystanders: {},
    certainty: 'reported',
    discloses: [],
    amendment: 'adds',
    sources: ['Sorrel Gazette (invented)'],
  };
  const retracted: ScriptedIncident = { ...reported, status: 'retracted', amendment: 'corrects' };
  return [
    {
      facts: reported,
      recordedAt: instantAt('2011-04-01', '09:00', zone),
      title: 'Tobias Fenn is said to be on the mainland',
    },
    {
      facts: retracted,
      recordedAt: instantAt('2011-04-01', '16:00', zone),
      title: 'that did not happen',
    },
  ];
}

/** The first change starts from the hearing as it ended; each further one from the one before. */
function told(file: CaseFile, hearing: FileHearing, changes: readonly Change[], course: Course): Moment[] {
  const revisions: ScriptedRevision[] = [];
  for (const change of changes) {
    const recordedAt = instantAt(change.on, change.at, file.zone);
    const ends = change.facts.status === 'held' || change.facts.status === 'cancelled';
    const facts: ScriptedHearing = {
      ...(revisions.findLast(({ unanswered }) => unanswered !== 'rejected')?.facts ??
        announcedFacts(file, hearing)),
      ...change.facts,
      outcome: ends ? hearing.outcome : null,
      checkedOn: change.on,
    };
    revisions.push({
      facts,
      recordedAt,
      approvedAt: recordedAt.add({ minutes: change.unanswered?.minutes ?? 10 }),
      ...(change.unanswered && { unanswered: change.unanswered.decision }),
      news: change.news,
      title: change.title,
    });
  }
  return hearingMoments(hearing.date, revisions, course);
}
