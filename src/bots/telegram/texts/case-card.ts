import { fallbackChain, type Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import type { RenderedMessage } from '../../../domain/message.ts';
import { bold, italic, lines, type Piece, paragraphs } from '../../../domain/text/message.ts';
import { countryName } from '../../../i18n/country.ts';
import { formatList } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { type CaseRow, personsOf } from '../../../services/cases/find.ts';
import { followedCaseIds } from '../../../services/follows/list.ts';
import { upcomingHearings } from '../../../services/follows/upcoming.ts';
import { factsOf } from '../../../services/hearings/facts.ts';
import { hearingWhen } from '../../../services/hearings/text.ts';
import type { Handling } from '../handling.ts';
import { button } from './buttons.ts';
import { messageOf } from './fit.ts';

/** A case as its reader sees it now: who, where, what is next, what it is about, and whether they follow it. */
export async function caseCard(
  handling: Handling,
  shown: CaseRow,
  language: Language = handling.language,
): Promise<RenderedMessage> {
  const { ctx, reader } = handling;
  const persons = await personsOf(ctx, shown.id);
  const [next] = await upcomingHearings(ctx, { caseIds: [shown.id] });
  const when = next === undefined ? null : hearingWhen(language, factsOf(next.facts));
  const followed =
    reader.subscriber === null
      ? false
      : (await followedCaseIds(ctx, { subscriberId: reader.subscriber.id })).has(shown.id);
  return messageOf(
    cardButtons(language, shown, followed),
    paragraphs(
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
                persons.map((person) => localise(person.name, language)),
              ),
            }),
      ),
      lines(
        shown.status === 'closed' ? translate(language, 'case-closed') : null,
        when === null
          ? translate(language, 'case-no-hearing')
          : translate(language, 'case-next-hearing', { when }),
      ),
      summary(language, shown),
      followed ? italic(translate(language, 'case-already-followed')) : null,
    ),
  );
}

/** The summary; one in another language says so first. */
function summary(language: Language, { summary: texts }: CaseRow): Piece {
  const found = fallbackChain(language, 'en').find((candidate) => texts[candidate] !== undefined);
  return lines(
    found === undefined || found === language
      ? null
      : italic(translate(language, 'language-fallback', { language: found })),
    localise(texts, language),
  );
}

function cardButtons(language: Language, { id }: CaseRow, followed: boolean): RenderedMessage['buttons'] {
  return [
    [
      followed
        ? button(translate(language, 'button-unfollow'), { action: 'unfollow', caseId: id })
        : button(translate(language, 'button-follow'), { action: 'follow', caseId: id }),
    ],
    [
      button(translate(language, 'button-hearings'), { action: 'hearings', page: 1 }),
      button(translate(language, 'button-back'), { action: 'cases', page: 1 }),
    ],
  ];
}
