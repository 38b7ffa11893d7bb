import type { CaseFile } from '../../src/domain/case-file.ts';
import { dayInWords, daysBefore, instantAt } from './days.ts';
import { inOrder, type Lead, type Moment, type News, type ScriptedHearing } from './moment.ts';

/** One state of a hearing's facts: who recorded it when, and from when on it holds. */
export interface ScriptedRevision {
  readonly facts: ScriptedHearing;
  readonly recordedAt: Temporal.Instant;
  readonly approvedAt: Temporal.Instant;
  readonly news: News;
  /** Another hearing's adjournment names it: it takes effect, and is told, with that. */
  readonly withAdjournment?: boolean;
  /** Nobody answers the calls, so that it is told unconfirmed; what the second person then says at `approvedAt`. */
  readonly unanswered?: 'confirmed' | 'rejected';
  /** "the verdict of 11 November 2009 is announced for 15:00". */
  readonly title: string;
}

/** A hearing as a case file has it: as it ended. */
export type FileHearing = CaseFile['hearings'][number];

/** The facts with which it began, as far as the file knows no others. */
export function announcedFacts(file: CaseFile, hearing: FileHearing): ScriptedHearing {
  return {
    status: 'scheduled',
    localDate: hearing.date,
    localTime: hearing.time,
    zone: file.zone,
    kind: hearing.kind,
    court: hearing.court,
    room: hearing.room,
    openness: hearing.openness,
    judge: hearing.judge,
    outcome: null,
    sources: hearing.sources,
    checkedOn: hearing.date,
  };
}

/** While the machine is off nothing goes out; what fell due meanwhile comes late. */
export interface Outage {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** What of a campaign touches every hearing: which reminders somebody wants, and when the machine was off. */
export interface Course {
  readonly leads: readonly Lead[];
  readonly outage: Outage | null;
}

/** All moments of one hearing: its revisions are recorded and approved, and its reminders fall due. */
export function hearingMoments(
  hearing: string,
  revisions: readonly ScriptedRevision[],
  course: Course,
): Moment[] {
  const staffWork = revisions.flatMap((revision, i): Moment[] => {
    const before = revisions.slice(0, i).findLast(holds)?.facts ?? null;
    return revision.withAdjournment ? [] : workOn(hearing, revision, before);
  });
  const held = revisions.filter(holds);
  return inOrder([...staffWork, ...reminders(hearing, held, course), ...silence(hearing, held)]);
}

/** How long after it was recorded nobody has answered any of the calls. */
const waitOver = Temporal.Duration.from({ minutes: 12 });

const holds = ({ unanswered }: ScriptedRevision): boolean => unanswered !== 'rejected';

function workOn(hearing: string, revision: ScriptedRevision, before: ScriptedHearing | null): Moment[] {
  const { facts, news, title, recordedAt, approvedAt, unanswered } = revision;
  const recorded: Moment = {
    at: recordedAt,
    title: `The author records: ${title}`,
    act: { do: 'record-hearing', hearing, facts },
  };
  const confirmed: Moment = {
    at: approvedAt,
    title: `The approver confirms: ${title}`,
    act: { do: 'approve-hearing', hearing, news, facts, before },
  };
  if (unanswered === undefined) return [recorded, confirmed];
  const told: Moment = {
    at: recordedAt.add(waitOver),
    title: `Nobody has answered the calls: ${title}, not yet confirmed`,
    act: { do: 'wait-over', hearing, facts, before },
  };
  if (unanswered === 'confirmed' || before === null) return [recorded, told, confirmed];
  return [
    recorded,
    told,
    {
      at: approvedAt,
      title: `The approver rejects: ${title}`,
      act: { do: 'reject-hearing', hearing, wrong: facts, facts: before },
    },
  ];
}

/**
 * When a follower should be reminded, by the rule that the bot's readers are told and by nothing of the service:
 * the day before at the same hour (at noon when the hour is not known), and on the day at 8:00, or an hour
 * before the hearing where that is earlier; a week before like the day before, and three hours before where the hour is
 * known, if somebody chose so; each start once, and only by facts that hold at the time.
 */
function reminders(hearing: string, revisions: readonly ScriptedRevision[], course: Course): Moment[] {
  const reminded = new Set<string>();
  return revisions.flatMap(({ facts, approvedAt }, i) => {
    const until = revisions[i + 1]?.approvedAt ?? null;
    const dues = duesOf(facts).filter(({ lead }) => course.leads.includes(lead));
    return dues.flatMap(({ at, lead }): Moment[] => {
      const start = `${facts.localDate} ${facts.localTime} ${lead}`;
      const stands =
        Temporal.Instant.compare(approvedAt, at) < 0 &&
        (until === null || Temporal.Instant.compare(at, until) < 0);
      if (!stands || reminded.has(start)) return [];
      reminded.add(start);
      const title = `Reminder, ${leadInWords[lead]} the hearing of ${dayInWords(facts.localDate ?? '')}`;
      const { outage } = course;
      if (outage === null || !fallsInto(outage, at))
        return [{ at, title, act: { do: 'reminder-due', hearing, lead, facts } }];
      const [from, to] = [outage.from, outage.to].map((one) =>
        one.toZonedDateTimeISO(facts.zone).toPlainTime().toString({ smallestUnit: 'minute' }),
      );
      return [
        {
          at: outage.to,
          title: `Late, the machine was off from ${from} to ${to}: ${title}`,
          act: { do: 'reminder-late', hearing, lead, facts, offFrom: outage.from, dueAt: at },
        },
      ];
    });
  });
}

function fallsInto({ from, to }: Outage, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, to) < 0;
}

const leadInWords: Readonly<Record<Lead, string>> = {
  'week-before': 'a week before',
  'day-before': 'one day before',
  'three-hours-before': 'three hours before',
  morning: 'on the morning of',
};

/** At noon of the day after, where the court is, followers are told that nothing is known, if nothing is. */
function silence(hearing: string, revisions: readonly ScriptedRevision[]): Moment[] {
  return revisions.flatMap(({ facts, approvedAt }, i): Moment[] => {
    const { status, localDate, zone } = facts;
    if (status !== 'scheduled' || localDate === null) return [];
    const at = instantAt(daysBefore(localDate, -1), '12:00', zone);
    const until = revisions[i + 1]?.approvedAt ?? null;
    if (Temporal.Instant.compare(approvedAt, at) >= 0) return [];
    if (until !== null && Temporal.Instant.compare(at, until) >= 0) return [];
    const title = `Nothing is known of the hearing of ${dayInWords(localDate)}, the day after it`;
    return [{ at, title, act: { do: 'silence-due', hearing, facts } }];
  });
}

function duesOf(facts: ScriptedHearing): { at: Temporal.Instant; lead: Lead }[] {
  const { status, localDate, localTime, zone } = facts;
  if (status !== 'scheduled' || localDate === null) return [];
  const eight = instantAt(localDate, '08:00', zone);
  const start = localTime === null ? null : instantAt(localDate, localTime, zone);
  const hourBefore = start === null ? eight : start.subtract({ hours: 1 });
  return [
    { lead: 'week-before', at: instantAt(daysBefore(localDate, 7), localTime ?? '12:00', zone) },
    { lead: 'day-before', at: instantAt(daysBefore(localDate, 1), localTime ?? '12:00', zone) },
    { lead: 'morning', at: Temporal.Instant.compare(hourBefore, eight) < 0 ? hourBefore : eight },
    ...(start === null ? [] : [{ lead: 'three-hours-before' as const, at: start.subtract({ hours: 3 }) }]),
  ];
}
