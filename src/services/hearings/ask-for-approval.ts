import { encodeCallbackData } from '../../domain/callback-data.ts';
import { announcedChanges, type HearingFacts } from '../../domain/hearing.ts';
import type { CallId, CaseId, HearingId, StaffId } from '../../domain/ids.ts';
import { type Language, languages, nativeName } from '../../domain/language.ts';
import { type Localised, localise } from '../../domain/localised.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { bold, compose, lines, type Piece, paragraphs } from '../../domain/text/message.ts';
import { translate } from '../../i18n/index.ts';
import { isolate } from '../../i18n/isolate.ts';
import { findCase, personsOf } from '../cases/find.ts';
import type { Context } from '../context.ts';
import { findDeciders } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import { changeLine, hearingLines } from './text.ts';

export interface HearingQuestion {
  readonly hearingId: HearingId;
  readonly caseId: CaseId;
  readonly revision: number;
  readonly facts: HearingFacts;
  /** What is in effect now; null for a new hearing. */
  readonly before: HearingFacts | null;
}

/** Who recorded the facts, and how the question is put. */
export interface Asking {
  readonly recorder: { readonly id: StaffId | null; readonly name: string };
  /** What stands above all else, in the decider's language: that they are being called, or what nobody's answer led to. */
  readonly above?: (language: Language) => Piece;
}

/**
 * Asks everyone who may confirm a hearing's facts, with what changed put first; answers the notices, one for each who
 * was asked.
 */
export async function askForHearingApproval(
  ctx: Context,
  question: HearingQuestion,
  asking: Asking,
): Promise<CallId[]> {
  const deciders = await findDeciders(ctx, {
    roles: ['approver', 'coordinator', 'lawyer'],
    language: null,
    without: [asking.recorder.id],
  });
  if (deciders.length === 0) return [];
  const { name } = await findCase(ctx, question.caseId);
  const persons = (await personsOf(ctx, question.caseId)).map((person) => person.name);
  const notices: CallId[] = [];
  for (const decider of deciders) {
    const message = renderQuestion(decider.language, question, {
      caseName: name,
      persons,
      recorder: asking.recorder.name,
      above: asking.above?.(decider.language) ?? null,
    });
    notices.push(await notifyStaff(ctx, decider.id, message));
  }
  return notices;
}

/** The question as a decider gets it, with court and outcome in every language in which they go out. */
export function renderQuestion(
  language: Language,
  question: HearingQuestion,
  known: { caseName: Localised; persons: readonly Localised[]; recorder: string; above: Piece | null },
): RenderedMessage {
  const { before, facts } = question;
  const caseName = localise(known.caseName, language);
  const title =
    before === null
      ? translate(language, 'staff-hearing-new-title', { case: caseName })
      : translate(language, 'staff-hearing-title', { case: caseName });
  const message = compose(
    paragraphs(
      lines(bold(title), known.above),
      before === null ? null : changes(language, before, facts),
      lines(
        translate(language, 'hearing-status', { status: facts.status }),
        hearingLines(language, facts, known.persons),
        otherLanguages(language, facts.court, (court) => translate(language, 'hearing-court', { court })),
        facts.outcome === null
          ? null
          : translate(language, 'hearing-outcome', { outcome: localise(facts.outcome, language) }),
        facts.outcome === null
          ? null
          : otherLanguages(language, facts.outcome, (outcome) =>
              translate(language, 'hearing-outcome', { outcome }),
            ),
      ),
      lines(
        translate(language, 'staff-hearing-recorded-by', { author: known.recorder }),
        translate(language, 'staff-hearing-then'),
      ),
    ),
  );
  const button = (decision: 'approved' | 'rejected', text: string) => ({
    text,
    data: encodeCallbackData({
      action: 'decideHearing',
      hearingId: question.hearingId,
      revision: question.revision,
      decision,
    }),
  });
  return {
    ...message,
    buttons: [
      [
        button('approved', translate(language, 'button-approve')),
        button('rejected', translate(language, 'button-reject')),
      ],
    ],
  };
}

/** All languages go out on this decision, and not only the one that the decider was just shown. */
function otherLanguages(language: Language, text: Localised, line: (text: string) => string): Piece | null {
  const shown = localise(text, language);
  const others = languages.flatMap((other) => {
    const written = text[other];
    return written === undefined || written === shown
      ? []
      : [`(${isolate(nativeName(other))}) ${line(written)}`];
  });
  return others.length === 0 ? null : lines(...others);
}

function changes(language: Language, before: HearingFacts, after: HearingFacts): Piece {
  return lines(...announcedChanges(before, after).map((field) => changeLine(language, field, before, after)));
}
