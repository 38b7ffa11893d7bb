import { factDeciders } from '../../domain/actor.ts';
import { announcedFields, type HearingFacts } from '../../domain/hearing.ts';
import type { ComparedField } from '../../domain/hearing-said.ts';
import { localise } from '../../domain/localised.ts';
import { bold, compose, lines, paragraphs } from '../../domain/text/message.ts';
import { translate } from '../../i18n/index.ts';
import type { CaseRow } from '../cases/find.ts';
import type { PartnerContext } from '../context.ts';
import { changeLine, type ToldField, toldFields } from '../hearings/text.ts';
import { findDeciders } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';

/**
 * Tells everyone who may decide that a partner reports otherwise than the revision that waits for them; answers how many
 * were told. What differs only where followers are not told of it is in the admin API.
 */
export async function tellOfDiffering(
  ctx: PartnerContext,
  of: CaseRow,
  report: {
    readonly waiting: HearingFacts;
    readonly said: HearingFacts;
    readonly differing: readonly ComparedField[];
  },
): Promise<number> {
  const { waiting, said } = report;
  const differing = report.differing.filter((field): field is ToldField =>
    toldFields(announcedFields).some((one) => one === field),
  );
  if (differing.length === 0) return 0;
  const deciders = await findDeciders(ctx, {
    caseId: of.id,
    roles: factDeciders,
    language: null,
    without: [],
  });
  for (const { id, language } of deciders) {
    const title = translate(language, 'staff-hearing-differs', {
      partner: ctx.actor.name,
      case: localise(of.name, language),
    });
    const message = compose(
      paragraphs(
        bold(title),
        lines(...differing.map((field) => changeLine(language, field, waiting, said))),
        translate(language, 'staff-hearing-differs-then'),
      ),
    );
    await notifyStaff(ctx, id, { ...message, buttons: [] });
  }
  return deciders.length;
}
