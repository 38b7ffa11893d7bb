import type { IncidentFacts } from '../../domain/incident.ts';
import { namesOneOf } from '../../domain/protected-name.ts';
import type { PersonRow } from '../cases/find.ts';
import { protectedNames } from '../cases/protected-names.ts';

/** In which fields facts name somebody of the case who is told by role only. */
export function textsThatName(
  persons: readonly PersonRow[],
  facts: IncidentFacts,
): ('what' | 'place' | 'sources')[] {
  const names = protectedNames(persons);
  const texts = {
    what: Object.values(facts.what),
    place: Object.values(facts.place ?? {}),
    sources: facts.sources,
  };
  const fields = ['what', 'place', 'sources'] as const;
  return fields.filter((field) => texts[field].some((text) => namesOneOf(text, names)));
}
