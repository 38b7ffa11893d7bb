import type { Language } from '../../../domain/language.ts';
import { languageOf, localise } from '../../../domain/localised.ts';
import { bold, italic, lines, type Piece, paragraphs } from '../../../domain/text/message.ts';
import { countryName } from '../../../i18n/country.ts';
import { formatList } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import type { CaseRow } from '../../../services/cases/find.ts';
import { shownNames } from '../../../services/cases/shown-names.ts';
import type { Context } from '../../../services/context.ts';
import { upcomingHearings } from '../../../services/follows/upcoming.ts';
import { factsOf } from '../../../services/hearings/facts.ts';
import type { HearingInEffect } from '../../../services/hearings/find.ts';
import { hearingWhen } from '../../../services/hearings/text.ts';

/** A case as anybody may read it: who, where, what is next, what it is about; and the hearing that is next. */
export async function caseText(
  ctx: Context,
  shown: CaseRow,
  language: Language,
): Promise<{ readonly text: Piece; readonly next: HearingInEffect | null }> {
  const persons = await shownNames(ctx, shown.id);
  const [next = null] = await upcomingHearings(ctx, { caseIds: [shown.id] });
  const text = paragraphs(
    lines(
      bold(
        translate(language, 'case-title', {
          name: localise(shown.name, language),
          country: countryName(language, shown.country),
        }),
      ),
      shown.fictional ? italic(translate(language, 'case-fictional')) : null,
      persons.length === 0
        ? null
        : translate(language, 'case-persons', {
            count: persons.length,
            names: formatList(
              language,
              persons.map((name) => localise(name, language)),
            ),
          }),
    ),
    lines(
      shown.status === 'closed' ? translate(language, 'case-closed') : null,
      nextHearingLine(language, next),
    ),
    summary(language, shown),
  );
  return { text, next };
}

/** When the next hearing is, as far as one is known. */
export function nextHearingLine(language: Language, next: HearingInEffect | null): string {
  const when = next === null ? null : hearingWhen(language, factsOf(next.facts));
  return when === null
    ? translate(language, 'case-no-hearing')
    : translate(language, 'case-next-hearing', { when });
}

/** The summary; one in another language says so first. */
function summary(language: Language, { summary: texts }: CaseRow): Piece {
  const found = languageOf(texts, language);
  return lines(
    found === language ? null : italic(translate(language, 'language-fallback', { language: found })),
    localise(texts, language),
  );
}
