import type { Language } from '../../domain/language.ts';
import { nearestStart, ringsInAll } from '../../domain/ring.ts';
import { lines, type Piece } from '../../domain/text/message.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { translate } from '../../i18n/index.ts';
import type { HearingQuestion } from './ask-for-approval.ts';

/** What stands above the question when people are called: how little time is left, and what nobody's answer leads to. */
export function calling(
  { before, facts }: Pick<HearingQuestion, 'before' | 'facts'>,
  call: { readonly nth: number; readonly now: Temporal.Instant; readonly soleWord: boolean },
): (language: Language) => Piece {
  const start = nearestStart(before, facts, call.now, SYSTEM_ZONE_RULES) ?? call.now;
  const left = call.now.until(start).total('hours');
  const hours = Math.max(1, Math.ceil(left));
  return (language) =>
    lines(
      translate(language, 'staff-hearing-urgent', { hours }),
      translate(language, 'staff-hearing-call', { nth: call.nth, of: ringsInAll }),
      translate(language, 'staff-hearing-unanswered', { cameTo: call.soleWord ? 'told' : 'withheld' }),
    );
}
