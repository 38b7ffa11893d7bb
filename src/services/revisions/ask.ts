import { factDeciders } from '../../domain/actor.ts';
import { type CallbackData, encodeCallbackData } from '../../domain/callback-data.ts';
import type { CallId, CaseId, StaffId } from '../../domain/ids.ts';
import { direction, type Language, languages, nativeName } from '../../domain/language.ts';
import { type Localised, localise } from '../../domain/localised.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { lines, type Piece } from '../../domain/text/message.ts';
import type { Decision } from '../../domain/words.ts';
import { translate } from '../../i18n/index.ts';
import { isolate } from '../../i18n/isolate.ts';
import type { Context } from '../context.ts';
import { findDeciders } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';

/**
 * Asks everyone who may confirm facts of a case, beside whoever recorded them, in their own language; answers the notices, one for
 * each who was asked.
 */
export async function askDeciders(
  ctx: Context,
  { caseId, recorder }: { readonly caseId: CaseId; readonly recorder: StaffId | null },
  prepare: () => Promise<(language: Language) => RenderedMessage>,
): Promise<CallId[]> {
  const deciders = await findDeciders(ctx, {
    caseId,
    roles: factDeciders,
    language: null,
    without: [recorder],
  });
  if (deciders.length === 0) return [];
  const render = await prepare();
  const notices: CallId[] = [];
  for (const { id, language } of deciders) notices.push(await notifyStaff(ctx, id, render(language)));
  return notices;
}

/** "Approve" and "Reject". */
export function decisionButtons(
  language: Language,
  asks: (decision: Decision) => CallbackData,
): RenderedMessage['buttons'] {
  const button = (decision: Decision, text: string) => ({ text, data: encodeCallbackData(asks(decision)) });
  return [
    [
      button('approved', translate(language, 'button-approve')),
      button('rejected', translate(language, 'button-reject')),
    ],
  ];
}

const LEFT_TO_RIGHT_MARK = '\u200e';
const RIGHT_TO_LEFT_MARK = '\u200f';

/** All languages go out on this decision, and not only the one that the decider was just shown. */
export function otherLanguages(
  language: Language,
  text: Localised,
  line: (text: string) => string,
): Piece | null {
  const shown = localise(text, language);
  // Some apps take the direction of a line from its first letter, also where that is isolated: another language's name.
  const begins = direction(language) === 'rtl' ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
  const others = languages.flatMap((other) => {
    const written = text[other];
    return written === undefined || written === shown
      ? []
      : [`${begins}(${isolate(nativeName(other))}) ${line(written)}`];
  });
  return others.length === 0 ? null : lines(...others);
}
