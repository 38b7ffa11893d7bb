import type { IncidentFacts } from '../../domain/incident.ts';
import type { Language } from '../../domain/language.ts';
import { localise } from '../../domain/localised.ts';
import { protectedRoles } from '../../domain/words.ts';
import { formatDate, formatHearingTime, formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import type { PersonRow } from '../cases/find.ts';
import { shownName } from '../cases/shown-names.ts';

/** What an incident is called: its kind and the case. */
export function incidentTitle(language: Language, { kind }: IncidentFacts, caseName: string): string {
  return translate(language, 'incident-title', { kind, case: caseName });
}

/** When it happened, by the clocks of the place and in UTC; the day alone where no more is known. */
export function incidentWhen(language: Language, facts: IncidentFacts): string {
  const date = Temporal.PlainDate.from(facts.localDate);
  if (facts.localTime === null) return formatDate(language, date);
  return formatHearingTime(language, {
    date,
    time: Temporal.PlainTime.from(facts.localTime),
    zone: facts.zone,
  });
}

/** Something about an incident that has a line of its own. */
export type Aspect = 'kind' | 'who' | 'when' | 'where';

/** In the order in which an alert tells them. */
export const aspects: readonly Aspect[] = ['kind', 'who', 'when', 'where'];

/** The line of an aspect; null when nothing is known of it. */
export function aspectLine(
  language: Language,
  aspect: Aspect,
  facts: IncidentFacts,
  persons: readonly PersonRow[],
): string | null {
  switch (aspect) {
    case 'kind':
      return translate(language, 'incident-kind', { kind: facts.kind });
    case 'who': {
      const names = incidentWho(language, facts, persons);
      return names.length === 0
        ? null
        : translate(language, 'incident-who', { names: formatList(language, names) });
    }
    case 'when':
      return translate(language, 'incident-when', { when: incidentWhen(language, facts) });
    case 'where':
      return facts.place === null
        ? null
        : translate(language, 'incident-where', { place: localise(facts.place, language) });
  }
}

/** Whom it concerns: those of the case by name or role, others by role and number. */
function incidentWho(language: Language, facts: IncidentFacts, persons: readonly PersonRow[]): string[] {
  const named = persons
    .filter(({ id }) => facts.personIds.includes(id))
    .map((person) => localise(shownName(person), language));
  const others = protectedRoles.flatMap((role) => {
    const count = facts.bystanders[role] ?? 0;
    return count === 0 ? [] : [translate(language, 'person-roles', { role, count })];
  });
  return [...named, ...others];
}

/** Who says so, and how sure it is. */
export function certaintyLine(language: Language, { certainty, sources }: IncidentFacts): string {
  const named = { count: sources.length, sources: formatList(language, sources) };
  switch (certainty) {
    case 'established':
      return translate(language, 'hearing-sources', named);
    case 'reported':
      return translate(language, 'incident-reported', { sources: named.sources });
    case 'alleged':
      return translate(language, 'incident-alleged', { sources: named.sources });
  }
}

/** An incident below its date, on a timeline: what happened, whom it concerns and where, who says so and how sure it is. */
export function incidentPieces(
  language: Language,
  facts: IncidentFacts,
  persons: readonly PersonRow[],
): (string | null)[] {
  return [
    aspectLine(language, 'kind', facts, persons),
    localise(facts.what, language),
    aspectLine(language, 'who', facts, persons),
    aspectLine(language, 'where', facts, persons),
    certaintyLine(language, facts),
  ];
}
