import type { HearingFacts } from '../../domain/hearing.ts';
import type { Language } from '../../domain/language.ts';
import { type Localised, localise } from '../../domain/localised.ts';
import { calledWithin, nearestStart, ringsInAll } from '../../domain/ring.ts';
import { lines, type Piece } from '../../domain/text/message.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { translate } from '../../i18n/index.ts';
import type { HearingQuestion } from './ask-for-approval.ts';

/** What stands above the question about a hearing's facts, in the decider's language. */
export type Above = (language: Language) => Piece;

/** When people are called: how little time is left, and what nobody's answer leads to. */
export function calling(
  { before, facts }: Pick<HearingQuestion, 'before' | 'facts'>,
  call: { readonly nth: number; readonly now: Temporal.Instant; readonly soleWord: boolean },
): Above {
  const start = nearestStart(before, facts, call.now, SYSTEM_ZONE_RULES) ?? call.now;
  const left = call.now.until(start).total('hours');
  return called({ ...call, hours: Math.max(1, Math.ceil(left)) });
}

function called(call: { readonly nth: number; readonly hours: number; readonly soleWord: boolean }): Above {
  const { nth, hours, soleWord } = call;
  return (language) =>
    lines(
      translate(language, 'staff-hearing-urgent', { hours }),
      translate(language, 'staff-hearing-call', { nth, of: ringsInAll }),
      translate(language, 'staff-hearing-unanswered', { cameTo: soleWord ? 'told' : 'withheld' }),
    );
}

/** When nobody has decided: what that led to. */
export function waitIsOver(cameTo: 'told' | 'withheld'): Above {
  return (language) => translate(language, 'staff-hearing-wait-over', { cameTo });
}

/** When the approval on which a hearing rested counts no longer. */
export function askingAgain(caseName: Localised): Above {
  return (language) =>
    lines(translate(language, 'staff-hearing-again', { case: localise(caseName, language) }));
}

/** Each that there may be for these facts, as long as it gets: with any of them the question has to fit a message. */
export function allAbove(caseName: Localised, { status }: HearingFacts): Above[] {
  // Nobody is called about what is over.
  if (status === 'held') return [];
  const hours = calledWithin.total('hours');
  const calls = [true, false].map((soleWord) => called({ nth: ringsInAll, hours, soleWord }));
  const above = [...calls, waitIsOver('told'), waitIsOver('withheld')];
  return status === 'scheduled' ? [...above, askingAgain(caseName)] : above;
}
