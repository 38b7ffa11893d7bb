import type { Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import type { RenderedMessage } from '../../../domain/message.ts';
import { bold, italic, lines, type Piece, paragraphs } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import { followedCases } from '../../../services/follows/list.ts';
import { type UpcomingHearing, upcomingHearings } from '../../../services/follows/upcoming.ts';
import { factsOf } from '../../../services/hearings/facts.ts';
import { hearingLines } from '../../../services/hearings/text.ts';
import type { Handling } from '../handling.ts';
import { pageButtons } from './buttons.ts';
import { pageLine } from './cases-page.ts';
import { messageOf } from './fit.ts';

/** Each takes about ten lines of a phone's screen. */
const hearingsPerPage = 3;

/** What is next in the cases that the reader follows, soonest first, in the court's time and UTC. */
export async function hearingsPage(handling: Handling, page: number): Promise<RenderedMessage> {
  const { ctx, reader, language } = handling;
  const followed =
    reader.subscriber === null ? [] : await followedCases(ctx, { subscriberId: reader.subscriber.id });
  if (followed.length === 0) return messageOf([], translate(language, 'hearings-follow-nothing'));
  const ahead = await upcomingHearings(ctx, { caseIds: followed.map(({ id }) => id) });
  if (ahead.length === 0) return messageOf([], translate(language, 'hearings-none-known'));
  const pages = Math.ceil(ahead.length / hearingsPerPage);
  const at = Math.min(page, pages);
  const items = ahead.slice((at - 1) * hearingsPerPage, at * hearingsPerPage);
  const shown = { items, page: at, pages };
  return messageOf(
    pageButtons(language, 'hearings', shown),
    paragraphs(
      bold(translate(language, 'hearings-title')),
      ...items.map((hearing) => hearingPiece(language, hearing)),
      italic(translate(language, 'alert-decide-yourself')),
      pageLine(handling, shown),
    ),
  );
}

function hearingPiece(language: Language, hearing: UpcomingHearing): Piece {
  const facts = factsOf(hearing.facts);
  return lines(
    bold(localise(hearing.case.name, language)),
    hearing.case.fictional ? italic(translate(language, 'case-fictional')) : null,
    facts.status === 'scheduled' ? null : translate(language, 'hearing-status', { status: facts.status }),
    facts.localDate === null ? translate(language, 'alert-postponed-no-date') : null,
    hearingLines(language, facts, []),
  );
}
