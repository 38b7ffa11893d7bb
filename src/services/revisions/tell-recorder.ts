import { worksOnCase } from '../../domain/actor.ts';
import type { CaseId, StaffId } from '../../domain/ids.ts';
import { localise } from '../../domain/localised.ts';
import { compose } from '../../domain/text/message.ts';
import { type MessageArgs, translate } from '../../i18n/index.ts';
import { findCase } from '../cases/find.ts';
import type { StaffContext } from '../context.ts';
import { findStaff } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';

/**
 * Tells whoever recorded facts what a second person has decided on them, where they have to act on it or are waiting for
 * it. Nobody is told whose chat is not linked, or who left or works on other cases since.
 */
export async function tellRecorder(
  ctx: StaffContext,
  decided: {
    readonly what: MessageArgs['staff-recorded-decided']['what'];
    readonly caseId: CaseId;
    /** Null where no person of the staff recorded them. */
    readonly recordedBy: StaffId | null;
  },
): Promise<void> {
  const { what, caseId, recordedBy } = decided;
  const recorder = recordedBy === null ? undefined : await findStaff(ctx, recordedBy);
  if (recorder === undefined || recorder.botId !== ctx.botId || !worksOnCase(recorder, caseId)) return;
  const { language } = recorder;
  const { name } = await findCase(ctx, caseId);
  const text = translate(language, 'staff-recorded-decided', {
    what,
    name: ctx.actor.name,
    case: localise(name, language),
  });
  await notifyStaff(ctx, recorder.id, { ...compose(text), buttons: [] });
}
