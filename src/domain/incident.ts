import { newsLasts } from './alert.ts';
import { canonicalJson } from './canonical.ts';
import { resolveStart } from './hearing-time.ts';
import type { PersonId } from './ids.ts';
import type { Localised } from './localised.ts';
import type {
  AlertKind,
  Amendment,
  Certainty,
  Disclosure,
  IncidentKind,
  IncidentStatus,
  ProtectedRole,
} from './words.ts';
import type { ZoneRules } from './zone.ts';

/** How many others it concerns, by role: minors, witnesses and victims are never named. */
export type Bystanders = { readonly [R in ProtectedRole]?: number };

/** The facts of an incident in one revision: what a second person approves and what its alert says. */
export type IncidentFacts = {
  readonly status: IncidentStatus;
  readonly kind: IncidentKind;
  /** `YYYY-MM-DD` on the clocks of the place. */
  readonly localDate: string;
  /** `HH:MM` there; null while only the day is known. */
  readonly localTime: string | null;
  /** IANA name of the place's time zone. */
  readonly zone: string;
  readonly place: Localised | null;
  /** What happened; of an incident that is retracted, what is right instead. */
  readonly what: Localised;
  /** Those of the case whom it concerns. */
  readonly personIds: readonly PersonId[];
  readonly bystanders: Bystanders;
  readonly certainty: Certainty;
  /** What it tells beyond its kind that takes consent. */
  readonly discloses: readonly Disclosure[];
  /** How it stands to what was told before; `adds` for the first revision. */
  readonly amendment: Amendment;
  readonly sources: readonly string[];
};

/** The fields whose change a follower must be told of, in the order in which an alert names them. */
const incidentFields = [
  'what',
  'kind',
  'localDate',
  'localTime',
  'zone',
  'place',
  'personIds',
  'bystanders',
  'certainty',
] as const satisfies readonly (keyof IncidentFacts)[];
export type IncidentField = (typeof incidentFields)[number];

/** What differs between what was told and what holds now. */
export function toldChanges(before: IncidentFacts, after: IncidentFacts): IncidentField[] {
  return incidentFields.filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]));
}

/** All that takes consent in these facts: an incident of health tells of health by its kind. */
export function disclosuresOf({ kind, discloses }: IncidentFacts): Disclosure[] {
  return [...new Set<Disclosure>(kind === 'health' ? ['health', ...discloses] : discloses)];
}

/** A consent that was given and not withdrawn. */
export interface StandingConsent {
  readonly personId: PersonId;
  readonly covers: Disclosure;
}

/**
 * The first thing that these facts tell without consent; null when they may be told. Each person whom they concern
 * must have consented to each thing that is told of them; facts that take consent and concern no person of the case
 * never may be told, since nobody could have given it.
 */
export function missingConsent(
  facts: IncidentFacts,
  given: readonly StandingConsent[],
): { readonly covers: Disclosure; readonly personId: PersonId | null } | null {
  for (const covers of disclosuresOf(facts)) {
    if (facts.personIds.length === 0) return { covers, personId: null };
    const without = facts.personIds.find(
      (personId) => !given.some((one) => one.personId === personId && one.covers === covers),
    );
    if (without !== undefined) return { covers, personId: without };
  }
  return null;
}

/**
 * Whether a correction may say again what was told before. Not when its recorder says that private facts are taken
 * back, and not when something took consent then that is told no more.
 */
export function repeatsWhatWasTold(before: IncidentFacts, after: IncidentFacts): boolean {
  if (after.amendment === 'withholds') return false;
  const still = disclosuresOf(after);
  return disclosuresOf(before).every((disclosed) => still.includes(disclosed));
}

/** The kinds of alert that there are of an incident. */
export const incidentAlertKinds = ['announced', 'changed', 'cancelled'] as const satisfies AlertKind[];
export type IncidentAlertKind = (typeof incidentAlertKinds)[number];

/** The alert that a revision of an incident calls for. It is due at once. */
export interface PlannedIncidentAlert {
  readonly kind: IncidentAlertKind;
  readonly dueAt: Temporal.Instant;
  readonly notAfter: Temporal.Instant;
}

/**
 * What followers are told when `after` takes effect, measured by what they were `told` last (null: nothing yet), seen
 * from `now`; null when they know all of it. Of what was retracted before anybody was told, nobody hears.
 */
export function incidentAlert(
  told: IncidentFacts | null,
  after: IncidentFacts,
  now: Temporal.Instant,
): PlannedIncidentAlert | null {
  const kind = newsKind(told, after);
  return kind === null ? null : { kind, dueAt: now, notAfter: now.add(newsLasts) };
}

function newsKind(told: IncidentFacts | null, after: IncidentFacts): IncidentAlertKind | null {
  if (told === null) return after.status === 'stands' ? 'announced' : null;
  if (told.status !== after.status) return after.status === 'retracted' ? 'cancelled' : 'changed';
  return toldChanges(told, after).length > 0 ? 'changed' : null;
}

/** Where minutes count: somebody can still look for a lawyer, come, or call. */
const pressingKinds: readonly IncidentKind[] = ['arrest', 'search', 'attack', 'demolition'];

/** So long after it happened, an incident may still be going on. */
const pressingFor = Temporal.Duration.from({ hours: 24 });

/**
 * Whether an incident is happening now, or has just happened: its alert goes first and does not wait for the morning,
 * and nor does the correction of one. Where only the day is known, it counts from the end of that day.
 */
export function isPressing(facts: IncidentFacts, now: Temporal.Instant, rules: ZoneRules): boolean {
  if (!pressingKinds.includes(facts.kind)) return false;
  const start = resolveStart(facts, rules);
  return start !== null && Temporal.Instant.compare(start.latest.add(pressingFor), now) > 0;
}
