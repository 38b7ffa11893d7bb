import { canonicalJson, type JsonValue } from './canonical.ts';
import type { Localised } from './localised.ts';
import type { HearingKind, HearingStatus, Openness } from './words.ts';

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
  readonly sources: readonly string[];
  /** `YYYY-MM-DD`: when a person last compared the facts with their source. */
  readonly checkedOn: string;
}

/** The fields whose change a follower must be told of, in the order in which an alert names them. */
export const announcedFields = [
  'status',
  'localTime',
  'localDate',
  'zone',
  'court',
  'room',
  'openness',
] as const satisfies readonly (keyof HearingFacts)[];
export type AnnouncedField = (typeof announcedFields)[number];

/** What differs between two revisions in a way that followers must know, most pressing first. */
export function announcedChanges(before: HearingFacts, after: HearingFacts): AnnouncedField[] {
  return announcedFields.filter((field) => !isSameFact(before[field], after[field]));
}

/** Whether two values say the same, whatever the order in which their languages were written or stored. */
export function isSameFact(a: JsonValue, b: JsonValue): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** Where a hearing stands on the calendar, as one comparable text; null without a date. */
export function startsOn(facts: Pick<HearingFacts, 'localDate' | 'localTime' | 'zone'>): string | null {
  if (facts.localDate === null) return null;
  return `${facts.localDate}T${facts.localTime ?? '--:--'}[${facts.zone}]`;
}
