import type { CallbackData } from '../../../domain/callback-data.ts';
import type { HearingId } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/language.ts';
import { languageOf, localise } from '../../../domain/localised.ts';
import type { RenderedMessage } from '../../../domain/message.ts';
import { caseLink } from '../../../domain/start-payload.ts';
import { bold, italic, lines, type Piece, paragraphs } from '../../../domain/text/message.ts';
import { countryName } from '../../../i18n/country.ts';
import { formatList } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { withoutIsolation } from '../../../i18n/isolate.ts';
import type { CaseRow } from '../../../services/cases/find.ts';
import { shownNames } from '../../../services/cases/shown-names.ts';
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
  const persons = await shownNames(ctx, shown.id);
  const [next] = await upcomingHearings(ctx, { caseIds: [shown.id] });
  const when = next === undefined ? null : hearingWhen(language, factsOf(next.facts));
  const followed =
    reader.subscriber === null
      ? false
      : (await followedCaseIds(ctx, { subscriberId: reader.subscriber.id })).has(shown.id);
  return messageOf(
    cardButtons(handling, language, shown, { followed, next: next?.facts.hearingId ?? null }),
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
                persons.map((name) => localise(name, language)),
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
  const found = languageOf(texts, language);
  return lines(
    found === language ? null : italic(translate(language, 'language-fallback', { language: found })),
    localise(texts, language),
  );
}

function cardButtons(
  { botUsername }: Handling,
  language: Language,
  shown: CaseRow,
  { followed, next }: { readonly followed: boolean; readonly next: HearingId | null },
): RenderedMessage['buttons'] {
  const { id: caseId } = shown;
  const say = (
    key: 'follow' | 'unfollow' | 'next-hearing' | 'timeline' | 'hearings' | 'back',
    to: CallbackData,
  ) => button(translate(language, `button-${key}`), to);
  return [
    [
      followed
        ? say('unfollow', { action: 'unfollow', caseId })
        : say('follow', { action: 'follow', caseId }),
    ],
    ...(next === null ? [] : [[say('next-hearing', { action: 'hearing', hearingId: next, page: 1 })]]),
    [
      say('timeline', { action: 'timeline', caseId, page: 1 }),
      { text: translate(language, 'button-share'), url: shareLink(language, botUsername, shown) },
    ],
    [say('hearings', { action: 'hearings', page: 1 }), say('back', { action: 'cases', page: 1 })],
  ];
}

/** Opens Telegram's own choice of whom to send the case's address to (t.me/share/url, read November 2026). */
function shareLink(language: Language, botUsername: string, { slug, name }: CaseRow): string {
  const text = translate(language, 'case-share', { name: localise(name, language) });
  const query = new URLSearchParams({ url: caseLink(botUsername, slug), text: withoutIsolation(text) });
  // A plus stands for itself there, and not for a space.
  return `https://t.me/share/url?${query.toString().replaceAll('+', '%20')}`;
}
