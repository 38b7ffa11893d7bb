import { localise } from '../../domain/localised.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { compose, paragraphs } from '../../domain/text/message.ts';
import { formatInstant } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { findCase } from '../cases/find.ts';
import type { Context } from '../context.ts';
import { findDeciders, type StaffRow } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import type { AlertRow, Telling } from './telling.ts';

/**
 * Tells everyone who decides on facts that followers were not told of these. Call it in the transaction that
 * lets the alert expire: then it is told once. Answers how many were told.
 */
export async function tellOfExpired(ctx: Context, alert: AlertRow, telling: Telling): Promise<number> {
  const told = await findDeciders(ctx, {
    roles: ['approver', 'coordinator', 'lawyer'],
    language: null,
    without: [],
  });
  if (told.length === 0) return 0;
  const { name } = await findCase(ctx, alert.caseId);
  const render = ({ language }: StaffRow): RenderedMessage => ({
    ...compose(
      paragraphs(
        telling.describeExpired(language, localise(name, language)),
        translate(language, 'staff-alert-expired-why', {
          due: formatInstant(language, alert.dueAt, telling.zone),
        }),
      ),
    ),
    buttons: [],
  });
  for (const member of told) await notifyStaff(ctx, member.id, render(member));
  return told.length;
}
