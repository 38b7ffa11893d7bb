import type { HearingFacts } from '../../../domain/hearing.ts';
import type { Language } from '../../../domain/language.ts';
import { lines, type Piece } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import { hearingLines, reportedMoveLine } from '../../../services/hearings/text.ts';

/**
 * A hearing that is ahead, in full. `move`: one that followers were told of and nobody has confirmed yet. It stands
 * first: whoever comes now must not come too late.
 */
export function hearingAhead(language: Language, facts: HearingFacts, move: HearingFacts | undefined): Piece {
  return lines(
    reportedMoveLine(language, move),
    facts.status === 'scheduled' ? null : translate(language, 'hearing-status', { status: facts.status }),
    facts.status === 'postponed' ? translate(language, 'alert-postponed-no-date') : null,
    hearingLines(language, facts, []),
  );
}
