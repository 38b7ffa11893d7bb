import { canonicalJson, type JsonValue } from './canonical.ts';
import type { PersonId } from './ids.ts';
import type { Localised } from './localised.ts';
import type { HearingKind, HearingStatus, Openness } from './words.ts';

/** One source's different value for a field of a hearing's facts, in the words of the source. */
export type Differing = {
  /** One of `differingFields`; what an archive calls otherwise keeps its own word. */
  readonly field: string;
  readonly value: string;
  readonly source: string;
};

/** The fields of which sources tell different things, as a case's record calls them. */
export const differingFields = [
  'date',
  'time',
  'court',
  'room',
  'openness',
  'judge',
  'kind',
  'status',
  'charge',
  'outcome',
] as const;

/** What a court can decide on a charge. `other`: only the note says it. */
export const rulings = [
  'convicted',
  'acquitted',
  'dropped',
  'upheld',
  'overturned',
  'changed',
  'returned',
  'detained',
  'released',
  'other',
] as const;
export type Ruling = (typeof rulings)[number];

/** What a ruling imposes. */
export const penalties = [
  'prison',
  'suspended',
  'house_arrest',
  'detention',
  'community_service',
  'fine',
] as const;
export type PenaltyKind = (typeof penalties)[number];

/** What a ruling imposes. */
export type Penalty = {
  readonly kind: PenaltyKind;
  /** How long; all 0 where it has no length, as a fine, or is not known. */
  readonly years: number;
  readonly months: number;
  readonly days: number;
  /** Of a fine, as the source has it: "500 manat". */
  readonly amount: string | null;
};

/** What was decided on one charge against one person. */
export type ChargeDecision = {
  /** One of the case's persons. */
  readonly personId: PersonId;
  /** As the prosecution words it; shown in quotation marks. */
  readonly charge: Localised;
  readonly ruling: Ruling;
  readonly penalty: Penalty | null;
  readonly note: Localised | null;
};

/** The hearing that an adjournment names. Its zone is that of the hearing that was adjourned. */
export type NextHearing = {
  readonly localDate: string;
  readonly localTime: string | null;
  readonly kind: HearingKind;
  readonly court: Localised;
  readonly room: string | null;
  readonly openness: Openness;
};

/** `next` is null while no date is known. */
export type Adjournment = { readonly next: NextHearing | null };

/** The facts of a hearing in one revision: what a second person approves and what its alerts say. */
export interface HearingFacts {
  readonly status: HearingStatus;
  /** `YYYY-MM-DD` on the court's calendar; null while no date is known (a postponement without one). */
  readonly localDate: string | null;
  /** `HH:MM` on the court's wall; null while the hour is not known. */
  readonly localTime: string | null;
  /** IANA name of the court's time zone. */
  readonly zone: string;
  readonly kind: HearingKind;
  readonly court: Localised;
  readonly room: string | null;
  readonly openness: Openness;
  readonly judge: string | null;
  readonly outcome: Localised | null;
  /** What was decided per person and charge. Absent, never empty, where nothing was recorded in parts. */
  readonly decided?: readonly ChargeDecision[];
  /** That it was held and adjourned, and to when. Absent where it was not. */
  readonly adjourned?: Adjournment;
  /** What single sources say differently; both values stand. Absent, never empty, where none does. */
  readonly disagree?: readonly Differing[];
  readonly sources: readonly string[];
  /** `YYYY-MM-DD`: when a person last compared the facts with their source. */
  readonly checkedOn: string;
}

/** The hearing that an adjournment names, as the facts of a hearing of its own. */
export function nextFacts(facts: HearingFacts, next: NextHearing): HearingFacts {
  return {
    status: 'scheduled',
    localDate: next.localDate,
    localTime: next.localTime,
    zone: facts.zone,
    kind: next.kind,
    court: next.court,
    room: next.room,
    openness: next.openness,
    judge: null,
    outcome: null,
    sources: facts.sources,
    checkedOn: facts.checkedOn,
  };
}

/** The fields whose change a follower must be told of, in the order in which an alert names them. */
export const announcedFields = [
  'status',
  'localDate',
  'localTime',
  'zone',
  'court',
  'room',
  'openness',
  'disagree',
] as const satisfies readonly (keyof HearingFacts)[];
export type AnnouncedField = (typeof announcedFields)[number];

/** What differs between two revisions in a way that followers must know, most pressing first. */
export function announcedChanges(before: HearingFacts, after: HearingFacts): AnnouncedField[] {
  return announcedFields.filter((field) => !isSameFact(before[field] ?? null, after[field] ?? null));
}

/** Whether two values say the same, whatever the order in which their languages were written or stored. */
export function isSameFact(a: JsonValue, b: JsonValue): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** What came of a hearing: the words, the rulings and the adjournment. Null where none of it is known. */
export function resultOf(facts: HearingFacts): JsonValue {
  const { outcome, decided = null, adjourned = null } = facts;
  return outcome === null && decided === null && adjourned === null ? null : { outcome, decided, adjourned };
}

/** Where a hearing stands on the calendar, as one comparable text; null without a date. */
export function startsOn(facts: Pick<HearingFacts, 'localDate' | 'localTime' | 'zone'>): string | null {
  if (facts.localDate === null) return null;
  return `${facts.localDate}T${facts.localTime ?? '--:--'}[${facts.zone}]`;
}
