import type { RenderedMessage } from '../../../domain/message.ts';
import { bold, italic, lines, paragraphs } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import type { CaseRow } from '../../../services/cases/find.ts';
import { upcomingHearings } from '../../../services/follows/upcoming.ts';
import { factsOf } from '../../../services/hearings/facts.ts';
import { reportedMoves } from '../../../services/hearings/reported-moves.ts';
import { hearingWhen, reportedMoveLine } from '../../../services/hearings/text.ts';
import type { Handling } from '../handling.ts';
import { messageOf } from './fit.ts';
import { hearingAhead } from './hearing-ahead.ts';

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
  const hearings = ahead.map(({ facts }) => ({ hearingId: facts.hearingId, facts: factsOf(facts) }));
  const moves = await reportedMoves(ctx, hearings);
  return messageOf(
    [],
    paragraphs(
      bold(translate(language, 'hearings-title')),
      ...hearings
        .slice(0, inFull)
        .map(({ hearingId, facts }) => hearingAhead(language, facts, moves.get(hearingId))),
      lines(
        ...hearings
          .slice(inFull)
          .flatMap(({ hearingId, facts }) => [
            reportedMoveLine(language, moves.get(hearingId)),
            facts.status === 'scheduled' ? hearingWhen(language, facts) : null,
          ]),
      ),
      italic(translate(language, 'alert-decide-yourself')),
    ),
  );
}
