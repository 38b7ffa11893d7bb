import { type HearingFacts, isSameFact } from './hearing.ts';
import type { SaidHearing } from './hearing-file/said.ts';
import { isPast } from './hearing-time.ts';
import type { Localised } from './localised.ts';
import type { HearingKind } from './words.ts';

/** What is taken for a new hearing where nothing is said. */
export interface SaidDefaults {
  readonly zone: string;
  readonly kind: HearingKind;
  /** Who says so, where the hearing itself names nobody. */
  readonly source: string | null;
  /** Today, where the court is. */
  readonly today: string;
}

/** The facts of a hearing as they are when what is said is true; `known`: as they were before, null for a new one. */
export function factsFromSaid(
  said: SaidHearing,
  known: HearingFacts | null,
  defaults: SaidDefaults,
): HearingFacts {
  const base = known ?? unknownHearing(defaults);
  const localDate = said.localDate === undefined ? base.localDate : said.localDate;
  const place = placeOf(said, known);
  return {
    status: said.status ?? statusOf(base, localDate),
    localDate,
    localTime: said.localTime === undefined ? base.localTime : said.localTime,
    zone: said.zone ?? base.zone,
    kind: said.kind ?? base.kind,
    court: mergeTexts(base.court, said.court ?? place?.court ?? base.court),
    room: said.room === undefined ? (place === null ? base.room : place.room) : said.room,
    openness: said.openness ?? base.openness,
    judge: said.judge === undefined ? base.judge : said.judge,
    outcome: said.outcome ? mergeTexts(base.outcome ?? {}, said.outcome) : base.outcome,
    ...(base.decided && { decided: base.decided }),
    ...(base.adjourned && { adjourned: base.adjourned }),
    ...(base.disagree && { disagree: base.disagree }),
    sources: said.sources ?? (defaults.source === null ? base.sources : [defaults.source]),
    checkedOn: said.checkedOn ?? defaults.today,
  };
}

function unknownHearing({ zone, kind, today }: SaidDefaults): HearingFacts {
  return {
    status: 'scheduled',
    localDate: null,
    localTime: null,
    zone,
    kind,
    court: {},
    room: null,
    openness: 'unknown',
    judge: null,
    outcome: null,
    sources: [],
    checkedOn: today,
  };
}

/** What was postponed and now has another date is on again. */
function statusOf(base: HearingFacts, localDate: string | null): HearingFacts['status'] {
  return base.status === 'postponed' && localDate !== null && localDate !== base.localDate
    ? 'scheduled'
    : base.status;
}

/**
 * A text that says the same in the languages in which it is said keeps its other languages; one that says something
 * else does not, since they would still say the old.
 */
function mergeTexts(known: Localised, said: Localised): Localised {
  const entries = Object.entries(said);
  const isSame = entries.length > 0 && entries.every(([code, text]) => textIn(known, code) === text);
  return isSame ? known : said;
}

function textIn(texts: Localised, code: string): string | undefined {
  return Object.entries(texts).find(([known]) => known === code)?.[1];
}

/** Court and room by a calendar's one text; null when it says what is known, or nothing. */
function placeOf(
  { place }: SaidHearing,
  known: HearingFacts | null,
): { readonly court: Localised; readonly room: string | null } | null {
  if (place === undefined) return null;
  const [text] = Object.values(place);
  const courts = known === null ? [] : Object.values(known.court);
  const isKnown = courts.some((court) => text === court || text === `${court}, ${known?.room}`);
  return isKnown ? null : { court: place, room: null };
}

/** What an import compares: everything but the day on which somebody looked. */
export const comparedFields = [
  'status',
  'localDate',
  'localTime',
  'zone',
  'court',
  'room',
  'openness',
  'kind',
  'judge',
  'outcome',
  'sources',
] as const satisfies readonly (keyof HearingFacts)[];
export type ComparedField = (typeof comparedFields)[number];

/**
 * What `after` says otherwise than `before`. Another source for the same facts is no change, unless what is said
 * names its sources itself.
 */
export function changesBySaid(
  said: SaidHearing,
  before: HearingFacts,
  after: HearingFacts,
): readonly ComparedField[] {
  return comparedFields.filter(
    (field) =>
      (field !== 'sources' || said.sources !== undefined) && !isSameFact(before[field], after[field]),
  );
}

/**
 * Whether what is said is over, and only repeats that it was to take place: calendars keep what is past. What
 * came of it is said as `held`.
 */
export function isOver(said: SaidHearing, facts: HearingFacts, now: Temporal.Instant): boolean {
  return said.status !== 'held' && facts.status === 'scheduled' && isPast(facts, now);
}
