import type { CaseFile } from '../../src/domain/case-file.ts';
import type { IncidentFacts } from '../../src/domain/incident.ts';
import { localise } from '../../src/domain/localised.ts';
import type { IncidentKind } from '../../src/domain/words.ts';
import { instantAt } from './days.ts';
import { inOrder, type Moment, type ScriptedIncident } from './moment.ts';
import type { ToldFact } from './posts.ts';

/** One state of an incident's facts: who recorded it when. */
export interface ScriptedIncidentRevision {
  readonly facts: ScriptedIncident;
  readonly recordedAt: Temporal.Instant;
  readonly title: string;
}

const approvedAfter = Temporal.Duration.from({ minutes: 10 });

/** All moments of one incident: each revision is recorded, and approved a little later. */
export function incidentMoments(incident: string, revisions: readonly ScriptedIncidentRevision[]): Moment[] {
  return inOrder(
    revisions.flatMap(({ facts, recordedAt, title }, i): Moment[] => {
      const before = revisions[i - 1]?.facts ?? null;
      return [
        {
          at: recordedAt,
          title: `The author records: ${title}`,
          act: { do: 'record-incident', incident, facts },
        },
        {
          at: recordedAt.add(approvedAfter),
          title: `The approver confirms: ${title}`,
          act: { do: 'approve-incident', incident, facts, before },
        },
      ];
    }),
  );
}

/** What a case file tells as an event and followers are told as an incident. */
export interface EventAsIncident {
  readonly date: string;
  readonly kind: IncidentKind;
  readonly certainty: IncidentFacts['certainty'];
  /** The English names of those of the case whom it concerns. */
  readonly persons: readonly string[];
}

/** What such an incident is called within its script. */
export function incidentKey({ kind, date }: Pick<EventAsIncident, 'kind' | 'date'>): string {
  return `${kind} ${date}`;
}

/** No source tells the hour, so each is recorded in the evening of its day. Throws when the file has no such event. */
export function toldIncidents(file: CaseFile, told: readonly EventAsIncident[]): Moment[] {
  return told.flatMap(({ date, kind, certainty, persons }) => {
    const entry = eventOn(file, date);
    const facts: ScriptedIncident = {
      status: 'stands',
      kind,
      localDate: date,
      localTime: null,
      zone: file.zone,
      place: null,
      what: entry.what,
      persons,
      bystanders: {},
      certainty,
      discloses: [],
      amendment: 'adds',
      sources: entry.sources,
    };
    const title = `${localise(entry.what, 'en')} (hour not on record: placed at 21:00)`;
    return incidentMoments(incidentKey({ kind, date }), [
      { facts, recordedAt: instantAt(date, '21:00', file.zone), title },
    ]);
  });
}

/** What the sources of such an event say differently: an incident has no room for it, so a post follows. */
export function toldDifferences(file: CaseFile, told: readonly EventAsIncident[]): ToldFact[] {
  return told.flatMap(({ date }): ToldFact[] => {
    const { what, sources, disagree } = eventOn(file, date);
    if (disagree.length === 0) return [];
    return [
      {
        fact: null,
        content: { what: (language) => localise(what, language), sources, disagree },
        writtenAt: instantAt(date, '22:00', file.zone),
        title: `what the sources say differently about ${localise(what, 'en')} (hour placed)`,
      },
    ];
  });
}

function eventOn(file: CaseFile, date: string): CaseFile['events'][number] {
  const entry = file.events.find((one) => one.date === date);
  if (entry === undefined) throw new Error(`The case file has no event on ${date}.`);
  return entry;
}
