import type { Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import type { MessageButton, RenderedMessage } from '../../../domain/message.ts';
import { bold, italic, lines, paragraphs } from '../../../domain/text/message.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { isolate } from '../../../i18n/isolate.ts';
import { followedCases } from '../../../services/follows/list.ts';
import { upcomingHearings } from '../../../services/follows/upcoming.ts';
import { factsOf } from '../../../services/hearings/facts.ts';
import type { HearingInEffect } from '../../../services/hearings/find.ts';
import { reportedMoves } from '../../../services/hearings/reported-moves.ts';
import type { Handling } from '../handling.ts';
import { button, pageButtons } from './buttons.ts';
import { pageLine } from './cases-page.ts';
import { messageOf } from './fit.ts';
import { hearingAhead } from './hearing-ahead.ts';

/** Each takes about ten lines of a phone's screen. */
const hearingsPerPage = 3;

/** What is next in the cases that the reader follows, soonest first, each with a button that opens it. */
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
  const moves = await reportedMoves(
    ctx,
    items.map(({ facts }) => facts),
  );
  const first = (at - 1) * hearingsPerPage + 1;
  return messageOf(
    [
      ...items.map((hearing, i) => [openButton(language, hearing, first + i, at)]),
      ...pageButtons(language, (to) => ({ action: 'hearings', page: to }), shown),
    ],
    paragraphs(
      bold(translate(language, 'hearings-title')),
      ...items.map((hearing, i) =>
        lines(
          bold(listed(language, hearing, first + i)),
          hearing.case.fictional ? italic(translate(language, 'case-fictional')) : null,
          hearingAhead(language, factsOf(hearing.facts), moves.get(hearing.facts.hearingId)),
        ),
      ),
      italic(translate(language, 'alert-decide-yourself')),
      pageLine(handling, shown),
    ),
  );
}

/** "2. The donkey bloggers", as the list and the button below it call a hearing. */
function listed(language: Language, hearing: HearingInEffect, number: number): string {
  return `${formatNumber(language, number)}. ${isolate(localise(hearing.case.name, language))}`;
}

function openButton(
  language: Language,
  hearing: HearingInEffect,
  number: number,
  page: number,
): MessageButton {
  const { hearingId } = hearing.facts;
  return button(listed(language, hearing, number), { action: 'hearing', hearingId, page });
}
