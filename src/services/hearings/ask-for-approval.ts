import { howPressing, isAhead } from '../../domain/alert.ts';
import { announcedChanges, type HearingFacts, isSameFact, nextFacts } from '../../domain/hearing.ts';
import type { CallId, CaseId, HearingId, StaffId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { type Localised, localise } from '../../domain/localised.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { bold, compose, lines, type Piece, paragraphs } from '../../domain/text/message.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { translate } from '../../i18n/index.ts';
import { isolate } from '../../i18n/isolate.ts';
import { calledFor } from '../alerts/called-for.ts';
import { findCase } from '../cases/find.ts';
import { shownNames } from '../cases/shown-names.ts';
import type { Context } from '../context.ts';
import { reachOfCase } from '../follows/reach.ts';
import { askDeciders, decisionButtons, otherLanguages } from '../revisions/ask.ts';
import { type WhatFollows, whatFollows } from '../revisions/what-follows.ts';
import { adjournment } from './adjournment-text.ts';
import { decisionLines } from './decision-text.ts';
import { findHearing } from './find.ts';
import { type ShownDecision, shownDecisions } from './shown-decisions.ts';
import { changeLine, differences, hearingLines, toldFields } from './text.ts';

/** What those who may decide are asked. */
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
  readonly recorder: {
    /** Who must not decide: who recorded them, or who answers for the partner that did; null when that is nobody. */
    readonly id: StaffId | null;
    readonly name: string;
    /** A partner's monitor, and not a person. */
    readonly isPartner: boolean;
  };
  /** What stands above all else, in the decider's language: that they are being called, or what nobody's answer led to. */
  readonly above?: (language: Language) => Piece;
}

/**
 * Asks everyone who may confirm a hearing's facts, with what changed put first; answers the notices, one for each who
 * was asked.
 */
export function askForHearingApproval(
  ctx: Context,
  question: HearingQuestion,
  { recorder, above }: Asking,
): Promise<CallId[]> {
  return askDeciders(ctx, { caseId: question.caseId, recorder: recorder.id }, async () => {
    const { name } = await findCase(ctx, question.caseId);
    const known = {
      caseName: name,
      persons: await shownNames(ctx, question.caseId),
      decided: await shownDecisions(ctx, question.caseId, question.facts),
      recorder: recorder.name,
      byPartner: recorder.isPartner,
      follows: await whatFollowsOf(ctx, question),
    };
    return (language) => renderQuestion(language, question, { ...known, above: above?.(language) ?? null });
  });
}

/** What followers are told once these facts are approved, and how soon: by the alerts that they would call for now. */
export async function whatFollowsOf(
  ctx: Context,
  { hearingId, caseId, revision, facts }: Omit<HearingQuestion, 'before'>,
): Promise<WhatFollows> {
  const hearing = await findHearing(ctx, hearingId);
  const { planned, told, word } = await calledFor(ctx, { hearing, caseId, revision, after: facts });
  const news = planned.find(({ kind }) => !isAhead(kind));
  if (news === undefined) {
    return { told: planned.some(({ kind }) => kind === 'reminder') ? 'reminded' : 'nothing' };
  }
  const next = facts.adjourned?.next ?? null;
  const besides = [word?.facts ?? null, next && nextFacts(facts, next)];
  const alert = { kind: news.kind, told, after: facts, besides };
  const { movedEarlier, urgent } = howPressing(alert, ctx.clock.now(), SYSTEM_ZONE_RULES);
  return {
    told: 'at-once',
    reach: await reachOfCase(ctx, caseId),
    passesQuietHours: movedEarlier || urgent,
  };
}

/** The question as a decider gets it, with court and outcome in every language in which they go out. */
export function renderQuestion(
  language: Language,
  question: HearingQuestion,
  known: {
    readonly caseName: Localised;
    readonly persons: readonly Localised[];
    readonly decided: readonly ShownDecision[];
    readonly recorder: string;
    readonly byPartner: boolean;
    readonly follows: WhatFollows;
    readonly above: Piece | null;
  },
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
      decisions(language, known.decided),
      adjournment(language, facts, known.persons),
      lines(
        translate(language, 'staff-hearing-recorded-by', { author: known.recorder }),
        known.byPartner ? translate(language, 'staff-hearing-by-partner') : null,
        whatFollows(language, known.follows),
      ),
    ),
  );
  return {
    ...message,
    buttons: decisionButtons(language, (decision) => ({
      action: 'decideHearing',
      hearingId: question.hearingId,
      revision: question.revision,
      decision,
    })),
  };
}

function changes(language: Language, before: HearingFacts, after: HearingFacts): Piece {
  const changed = announcedChanges(before, after);
  return lines(
    ...toldFields(changed).map((field) => changeLine(language, field, before, after)),
    changed.includes('disagree') ? differences(language, after.disagree ?? []) : null,
  );
}

/** In every language in which charges and notes go out, each once. */
function decisions(language: Language, decided: readonly ShownDecision[]): Piece | null {
  if (decided.length === 0) return null;
  const texts = decided.flatMap(({ charge, note }) => (note === null ? [charge] : [charge, note]));
  const others = texts
    .filter((text, i) => texts.findIndex((other) => isSameFact(other, text)) === i)
    .map((text) => otherLanguages(language, text, isolate));
  return lines(decisionLines(language, decided), ...others);
}
