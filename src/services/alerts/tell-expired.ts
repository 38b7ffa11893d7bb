import type { alerts } from '../../db/schema/index.ts';
import { localise } from '../../domain/localised.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { bold, compose, lines, paragraphs } from '../../domain/text/message.ts';
import { formatInstant } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { findCase } from '../cases/find.ts';
import type { Context } from '../context.ts';
import { factsOf, type RevisionRow } from '../hearings/facts.ts';
import { hearingWhen } from '../hearings/text.ts';
import { findDeciders, type StaffRow } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';

/**
 * Tells everyone who decides on hearings that followers were not told of this one. Call it in the transaction that
 * lets the alert expire: then it is told once. Answers how many were told.
 */
export async function tellOfExpired(
  ctx: Context,
  alert: typeof alerts.$inferSelect,
  revision: RevisionRow,
): Promise<number> {
  const told = await findDeciders(ctx, {
    roles: ['approver', 'coordinator', 'lawyer'],
    language: null,
    without: [],
  });
  if (told.length === 0) return 0;
  const { name } = await findCase(ctx, alert.caseId);
  const facts = factsOf(revision);
  const render = ({ language }: StaffRow): RenderedMessage => {
    const when = hearingWhen(language, facts);
    return {
      ...compose(
        paragraphs(
          lines(
            bold(
              translate(language, 'staff-alert-expired', {
                kind: alert.kind,
                case: localise(name, language),
              }),
            ),
            when === null ? null : translate(language, 'hearing-when', { when }),
            translate(language, 'hearing-court', { court: localise(facts.court, language) }),
          ),
          translate(language, 'staff-alert-expired-why', {
            due: formatInstant(language, alert.dueAt, facts.zone),
          }),
        ),
      ),
      buttons: [],
    };
  };
  for (const member of told) await notifyStaff(ctx, member.id, render(member));
  return told.length;
}
