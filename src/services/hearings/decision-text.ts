import type { Penalty } from '../../domain/hearing.ts';
import type { Language } from '../../domain/language.ts';
import { localise } from '../../domain/localised.ts';
import { lines, type Piece } from '../../domain/text/message.ts';
import { formatDuration } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { isolate } from '../../i18n/isolate.ts';
import type { ShownDecision } from './shown-decisions.ts';

/** What was decided, a line for each person and charge: who, the charge in quotation marks, the ruling, the penalty. */
export function decisionLines(language: Language, decided: readonly ShownDecision[]): Piece | null {
  if (decided.length === 0) return null;
  return lines(...decided.flatMap((one) => [decisionLine(language, one), noteLine(language, one)]));
}

function decisionLine(language: Language, { person, charge, ruling, penalty }: ShownDecision): string {
  const said = {
    person: localise(person, language),
    charge: localise(charge, language),
    ruling: translate(language, 'ruling', { ruling }),
  };
  return penalty === null
    ? translate(language, 'hearing-decided', said)
    : translate(language, 'hearing-decided-penalty', { ...said, penalty: penaltyText(language, penalty) });
}

function noteLine(language: Language, { note }: ShownDecision): string | null {
  return note === null ? null : isolate(localise(note, language));
}

function penaltyText(language: Language, { kind, years, months, days, amount }: Penalty): string {
  const what = translate(language, 'penalty', { kind });
  const size = [
    ...(years + months + days > 0 ? [formatDuration(language, { years, months, days })] : []),
    ...(amount === null ? [] : [amount]),
  ].join('; ');
  return size === '' ? what : translate(language, 'penalty-size', { penalty: what, size });
}
