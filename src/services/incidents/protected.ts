import type { IncidentFacts } from '../../domain/incident.ts';
import type { PersonRow } from '../cases/find.ts';
import { fieldThatNamesOne } from '../cases/protected-names.ts';

/** The first field in which facts name somebody of the case who is told by role only; null: none does. */
export function fieldThatNamesProtected(
  persons: readonly PersonRow[],
  { what, place, sources }: IncidentFacts,
): 'what' | 'place' | 'sources' | null {
  return fieldThatNamesOne(persons, { what, place, sources });
}
