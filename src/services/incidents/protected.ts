import type { IncidentFacts } from '../../domain/incident.ts';
import { namesOneOf } from '../../domain/protected-name.ts';
import type { PersonRow } from '../cases/find.ts';

/** In which fields facts name somebody of the case who is told by role only. */
export function textsThatName(
  persons: readonly PersonRow[],
  facts: IncidentFacts,
): ('what' | 'place' | 'sources')[] {
  const names = persons
    .filter(({ shownAs }) => shownAs !== 'name')
    .flatMap(({ name }) => Object.values(name));
  const texts = {
    what: Object.values(facts.what),
    place: Object.values(facts.place ?? {}),
    sources: facts.sources,
  };
  const fields = ['what', 'place', 'sources'] as const;
  return fields.filter((field) => texts[field].some((text) => namesOneOf(text, names)));
}
