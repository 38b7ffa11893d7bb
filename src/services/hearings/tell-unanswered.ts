import { localise } from '../../domain/localised.ts';
import { bold, compose, lines } from '../../domain/text/message.ts';
import { translate } from '../../i18n/index.ts';
import { findCase } from '../cases/find.ts';
import type { Context } from '../context.ts';
import { findStaff } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import { waitIsOver } from './above-question.ts';
import { type Asking, askForHearingApproval, type HearingQuestion } from './ask-for-approval.ts';

/**
 * Tells everyone who was called, and whoever recorded the change, what it led to that nobody has decided. Those who may
 * decide can still do so by the buttons below.
 */
export async function tellOfUnanswered(
  ctx: Context,
  question: HearingQuestion,
  { recorder, cameTo }: Pick<Asking, 'recorder'> & { readonly cameTo: 'told' | 'withheld' },
): Promise<void> {
  const above = waitIsOver(cameTo);
  await askForHearingApproval(ctx, question, { recorder, above });
  const member = recorder.id === null ? undefined : await findStaff(ctx, recorder.id);
  if (member === undefined || member.botId !== ctx.botId) return;
  const { language } = member;
  const { name } = await findCase(ctx, question.caseId);
  const title = translate(language, 'staff-hearing-undecided', { case: localise(name, language) });
  await notifyStaff(ctx, member.id, { ...compose(lines(bold(title), above(language))), buttons: [] });
}
