import { incidentAlert } from '../../domain/incident.ts';
import { languages } from '../../domain/language.ts';
import { TELEGRAM_TEXT_MAX } from '../../domain/text/measure.ts';
import { findCase, personsOf } from '../cases/find.ts';
import type { StaffContext } from '../context.ts';
import { markedAsRepeat } from '../deliveries/texts.ts';
import type { TooLongRefusal } from '../hearings/fits.ts';
import { LONGEST_FOLLOWS } from '../revisions/what-follows.ts';
import { type IncidentQuestion, renderIncidentQuestion } from './ask-for-approval.ts';
import { renderIncidentAlert } from './render.ts';
import { incidentFactsToldBefore } from './told.ts';

/**
 * Refuses facts of which the alert, in any language and with all that may be put around it, or the question to a second
 * person, would be too long: what is approved can also be sent.
 */
export async function refuseTooLongIncident(
  ctx: StaffContext,
  question: IncidentQuestion,
): Promise<TooLongRefusal | null> {
  const { caseId, facts } = question;
  const { name: caseName, fictional } = await findCase(ctx, caseId);
  const persons = await personsOf(ctx, caseId);
  const told = await incidentFactsToldBefore(ctx, question.incidentId, question.revision);
  const now = ctx.clock.now();
  // What is in effect may be told before this is decided on, and then it is a correction.
  const befores = question.before === null ? [null, told] : [null, told, question.before];
  for (const language of languages) {
    const lengths = befores.flatMap((before) => {
      const kind = incidentAlert(before, facts, now)?.kind;
      if (kind === undefined) return [];
      const content = { kind, caseId, caseName, fictional, persons, facts, before, late: now };
      const message = renderIncidentAlert(language, content);
      return [markedAsRepeat({ language, message }).text.length];
    });
    const known = { caseName, persons, recorder: ctx.actor.name, follows: LONGEST_FOLLOWS };
    const length = Math.max(...lengths, renderIncidentQuestion(language, question, known).text.length);
    if (length > TELEGRAM_TEXT_MAX) {
      return { code: 'facts-too-long', language, length, limit: TELEGRAM_TEXT_MAX };
    }
  }
  return null;
}
