import { type HearingFacts, nextFacts } from '../../domain/hearing.ts';
import type { Language } from '../../domain/language.ts';
import type { Localised } from '../../domain/localised.ts';
import { bold, lines, type Piece } from '../../domain/text/message.ts';
import { translate } from '../../i18n/index.ts';
import { hearingLines } from './text.ts';

/**
 * To when a hearing was adjourned; null where it was not. `stands`: the next hearing as it is by now, where it has been
 * changed since.
 */
export function adjournment(
  language: Language,
  facts: HearingFacts,
  persons: readonly Localised[],
  stands: HearingFacts | null = null,
): Piece | null {
  if (facts.adjourned === undefined) return null;
  const { next } = facts.adjourned;
  const ahead = stands ?? (next === null ? null : nextFacts(facts, next));
  return lines(
    bold(translate(language, 'alert-adjourned')),
    ahead === null
      ? translate(language, 'alert-no-next-date')
      : lines(
          ahead.status === 'scheduled'
            ? null
            : translate(language, 'hearing-status', { status: ahead.status }),
          hearingLines(language, ahead, persons),
        ),
  );
}
