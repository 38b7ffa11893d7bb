import type { CardOf, CardWords } from '../../domain/card.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import type { IncidentFacts } from '../../domain/incident.ts';
import type { Language } from '../../domain/language.ts';
import { type Localised, localise } from '../../domain/localised.ts';
import { formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import type { PersonRow } from '../cases/find.ts';
import { shownName } from '../cases/shown-names.ts';
import { hearingWhen, sourcesLine } from '../hearings/text.ts';
import { aspectLine, certaintyLine, incidentTitle } from '../incidents/text.ts';

/** Of which case a card is, and as whom its persons are shown. */
export interface CardCase {
  readonly name: Localised;
  readonly fictional: boolean;
  readonly persons: readonly PersonRow[];
}

/** What the card of a hearing says: what it is, of whom, when and before which court, and who says so. */
export function hearingCard(
  language: Language,
  facts: HearingFacts,
  { name, fictional, persons }: CardCase,
): CardWords {
  const when = hearingWhen(language, facts);
  const who = persons.map((person) => localise(shownName(person), language));
  return {
    kicker: marked(language, translate(language, 'hearing-kind', { kind: facts.kind }), fictional),
    title: localise(name, language),
    body: facts.outcome === null ? null : localise(facts.outcome, language),
    lines: [
      who.length === 0 ? null : formatList(language, who),
      when,
      localise(facts.court, language),
    ].filter((line) => line !== null),
    foot: sourcesLine(language, facts.sources),
  };
}

/** What the card of an incident says: what happened, to whom and when, who says so and how sure it is. */
export function incidentCard(
  language: Language,
  facts: IncidentFacts,
  { name, fictional, persons }: CardCase,
): CardWords {
  return {
    kicker: fictional ? translate(language, 'case-fictional') : null,
    title: incidentTitle(language, facts, localise(name, language)),
    body: localise(facts.what, language),
    lines: (['who', 'when', 'where'] as const).flatMap(
      (aspect) => aspectLine(language, aspect, facts, persons) ?? [],
    ),
    foot: certaintyLine(language, facts),
  };
}

/** What the card of a quotation says: what was said, by whom, and where it was reported. */
export function quoteCard(
  language: Language,
  { words, who, source }: Extract<CardOf, { readonly of: 'quote' }>,
  { name, fictional }: CardCase,
): CardWords {
  return {
    kicker: marked(language, localise(name, language), fictional),
    title: translate(language, 'card-quote', { words: words[language] ?? '' }),
    body: null,
    lines: [localise(who, language)],
    foot: source === null ? null : sourcesLine(language, [source]),
  };
}

function marked(language: Language, kicker: string, fictional: boolean): string {
  return fictional ? `${kicker} – ${translate(language, 'case-fictional')}` : kicker;
}
