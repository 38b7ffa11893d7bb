import type { RenderedMessage } from '../../../domain/message.ts';
import { bold, italic, lines, type Piece, paragraphs } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import type { CaseRow } from '../../../services/cases/find.ts';
import { upcomingHearings } from '../../../services/follows/upcoming.ts';
import { factsOf } from '../../../services/hearings/facts.ts';
import type { HearingInEffect } from '../../../services/hearings/find.ts';
import { hearingLines, hearingWhen } from '../../../services/hearings/text.ts';
import { unconfirmedWord } from '../../../services/hearings/told-unconfirmed.ts';
import type { Handling } from '../handling.ts';
import { messageOf } from './fit.ts';

/** As many are told in full; of the others the date, so that all have room in one message. */
const inFull = 3;

/**
 * All hearings of a case that are ahead, for whoever begins to follow it: no alert tells them of these again until they
 * change or fall due. Null when none is known.
 */
export async function nextHearings(handling: Handling, followed: CaseRow): Promise<RenderedMessage | null> {
  const { ctx, language } = handling;
  const ahead = await upcomingHearings(ctx, { caseIds: [followed.id] });
  if (ahead.length === 0) return null;
  const pieces: Piece[] = [];
  for (const hearing of ahead.slice(0, inFull)) pieces.push(await piece(handling, hearing));
  const further = ahead.slice(inFull).map(({ facts }) => hearingWhen(language, facts));
  return messageOf(
    [],
    paragraphs(
      bold(translate(language, 'hearings-title')),
      ...pieces,
      lines(...further),
      italic(translate(language, 'alert-decide-yourself')),
    ),
  );
}

/** With a move that followers were told of and nobody has confirmed yet: whoever comes now must not come too late. */
async function piece({ ctx, language }: Handling, hearing: HearingInEffect): Promise<Piece> {
  const facts = factsOf(hearing.facts);
  const word = await unconfirmedWord(ctx, hearing.facts.hearingId);
  const moved = word === null ? null : hearingWhen(language, word);
  return lines(
    moved === null ? null : bold(translate(language, 'hearing-when', { when: moved })),
    moved === null ? null : bold(translate(language, 'alert-unconfirmed')),
    facts.status === 'scheduled' ? null : translate(language, 'hearing-status', { status: facts.status }),
    facts.localDate === null ? translate(language, 'alert-postponed-no-date') : null,
    hearingLines(language, facts, []),
  );
}
