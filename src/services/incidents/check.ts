import type { CaseId, PersonId } from '../../domain/ids.ts';
import { type IncidentFacts, missingConsent } from '../../domain/incident.ts';
import type { Disclosure } from '../../domain/words.ts';
import { personsOf } from '../cases/find.ts';
import { standingConsents } from '../consents/standing.ts';
import type { StaffContext } from '../context.ts';
import { checkWallTime, type DatedFactsRefusal, refuseSourceAndZone } from '../revisions/check.ts';
import { fieldThatNamesProtected } from './protected.ts';

/** Why facts cannot be those of an incident. `remedy` is English, for the API; the field says where. */
export type IncidentFactsRefusal =
  | DatedFactsRefusal
  | { readonly code: 'incident-ahead'; readonly field: 'date'; readonly remedy: string }
  | { readonly code: 'what-missing'; readonly field: 'what'; readonly remedy: string }
  | { readonly code: 'person-unknown'; readonly field: 'personIds' }
  /** Somebody is named who appears by role only. */
  | { readonly code: 'name-protected'; readonly field: 'what' | 'place' | 'sources' }
  | ConsentMissing;

/** Something is told of a person's health or of torture that nobody has allowed. */
export interface ConsentMissing {
  readonly code: 'consent-missing';
  readonly field: 'discloses';
  readonly covers: Disclosure;
  /** Whose; null when the facts concern nobody of the case, who could have given it. */
  readonly personId: PersonId | null;
}

/** Checks what can be told from the facts alone. A time that the clocks show twice is taken as the earlier. */
export function refuseIncidentFacts(
  facts: IncidentFacts,
  now: Temporal.Instant,
): IncidentFactsRefusal | null {
  if (Object.keys(facts.what).length === 0) {
    return { code: 'what-missing', field: 'what', remedy: 'Say in at least one language what happened.' };
  }
  const fault = refuseSourceAndZone(facts);
  if (fault !== null) return fault;
  const checked = checkWallTime(facts, 'Ask who reported it, or leave the time out.');
  switch (checked.kind) {
    case 'refused':
      return checked.why;
    case 'instant':
      return ahead(checked.instant, now);
    case 'ambiguous':
      return ahead(checked.earlier, now);
    case 'date-only':
      return ahead(checked.dayStart, now);
  }
}

function ahead(at: Temporal.Instant, now: Temporal.Instant): IncidentFactsRefusal | null {
  if (Temporal.Instant.compare(at, now) <= 0) return null;
  return {
    code: 'incident-ahead',
    field: 'date',
    remedy: 'This moment is still to come. Check the date and the zone: an incident is what has happened.',
  };
}

/** Checks what depends on the case: who its persons are, how they appear, and to what they have consented. */
export async function refuseOfCase(
  ctx: StaffContext,
  caseId: CaseId,
  facts: IncidentFacts,
): Promise<IncidentFactsRefusal | null> {
  const persons = await personsOf(ctx, caseId);
  if (facts.personIds.some((wanted) => !persons.some(({ id }) => id === wanted))) {
    return { code: 'person-unknown', field: 'personIds' };
  }
  const field = fieldThatNamesProtected(persons, facts);
  if (field !== null) return { code: 'name-protected', field };
  return refuseWithoutConsent(ctx, caseId, facts);
}

/** Whether something is told for which nobody has consented, or not any more. */
export async function refuseWithoutConsent(
  ctx: StaffContext,
  caseId: CaseId,
  facts: IncidentFacts,
): Promise<ConsentMissing | null> {
  const missing = missingConsent(facts, await standingConsents(ctx, caseId));
  return missing === null ? null : { code: 'consent-missing', field: 'discloses', ...missing };
}
