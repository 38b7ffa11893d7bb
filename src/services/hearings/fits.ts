import { isAhead } from '../../domain/alert.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import { type Language, languages } from '../../domain/language.ts';
import { TELEGRAM_TEXT_MAX } from '../../domain/text/measure.ts';
import { type AlertKind, alertKinds } from '../../domain/words.ts';
import { renderAlert } from '../alerts/render.ts';
import { factsToldBefore } from '../alerts/told.ts';
import { findCase } from '../cases/find.ts';
import { shownNames } from '../cases/shown-names.ts';
import type { CoreContext } from '../context.ts';
import { markedAsRepeat } from '../deliveries/texts.ts';
import { LONGEST_FOLLOWS } from '../revisions/what-follows.ts';
import { allAbove } from './above-question.ts';
import { type HearingQuestion, renderQuestion } from './ask-for-approval.ts';
import { shownDecisions } from './shown-decisions.ts';

/** Some message that these facts lead to would be longer than Telegram takes; nothing is ever cut to fit. */
export interface TooLongRefusal {
  readonly code: 'facts-too-long';
  readonly language: Language;
  /** In UTF-16 units, as Telegram counts. */
  readonly length: number;
  readonly limit: number;
}

/**
 * Refuses facts of which an alert, in any kind and language and with all that may be put around it, or the question
 * to a second person, would be too long: what is approved can also be sent.
 */
export async function refuseTooLong(
  ctx: CoreContext,
  question: HearingQuestion,
  recorder: string,
): Promise<TooLongRefusal | null> {
  const { caseId, facts } = question;
  const { name: caseName, fictional } = await findCase(ctx, caseId);
  const persons = await shownNames(ctx, caseId);
  const before = (await factsToldBefore(ctx, question.hearingId, question.revision)) ?? question.before;
  const dueAt = ctx.clock.now();
  const decided = await shownDecisions(ctx, caseId, facts);
  const known = {
    caseName,
    fictional,
    persons,
    decided,
    recorder,
    byPartner: true,
    follows: LONGEST_FOLLOWS,
  };
  const above = [null, ...allAbove(caseName, facts)];
  for (const language of languages) {
    const lengths = kindsOf(facts).map((kind) => {
      // A day late, so that the line that says so counts.
      const sentAt = dueAt.add({ hours: 24 });
      const alert = {
        kind,
        leadTime: '1d',
        caseId,
        caseName,
        fictional,
        persons,
        facts,
        before,
        // As long as any other date.
        next: facts,
        decided,
        unconfirmed: true,
        reported: facts,
        wrong: facts,
        dueAt,
        sentAt,
      };
      const message = renderAlert(language, alert);
      return markedAsRepeat({ language, message }).text.length;
    });
    const questions = above.map(
      (lead) => renderQuestion(language, question, { ...known, above: lead?.(language) ?? null }).text.length,
    );
    const length = Math.max(...lengths, ...questions);
    if (length > TELEGRAM_TEXT_MAX) {
      return { code: 'facts-too-long', language, length, limit: TELEGRAM_TEXT_MAX };
    }
  }
  return null;
}

/** For a hearing without a date nothing is planned ahead. */
function kindsOf(facts: HearingFacts): AlertKind[] {
  return alertKinds.filter((kind) => !isAhead(kind) || facts.localDate !== null);
}
