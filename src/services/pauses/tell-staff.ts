import { hasRole, worksOnCase } from '../../domain/actor.ts';
import { encodeCallbackData } from '../../domain/callback-data.ts';
import type { CaseId, PauseId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { localise } from '../../domain/localised.ts';
import { mayLift } from '../../domain/pause.ts';
import { compose, lines } from '../../domain/text/message.ts';
import { roles } from '../../domain/words.ts';
import { formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { findCase } from '../cases/find.ts';
import type { StaffContext } from '../context.ts';
import { findDeciders, findStaffWith } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';

/**
 * Tells everybody on the staff, besides the actor, that posts stand still, are to go on, or go on; whoever may agree gets
 * a button for it.
 */
export async function tellOfPause(
  ctx: StaffContext,
  news: {
    readonly what: 'paused' | 'asked' | 'lifted';
    readonly pauseId: PauseId;
    readonly caseId: CaseId | null;
    readonly names: readonly string[];
  },
): Promise<void> {
  const { what, pauseId, caseId } = news;
  const wanted = { roles, language: null, without: [ctx.actor.id] };
  // A pause of all stops everybody's posts: whoever is limited to some cases is told too.
  const told = await (caseId === null
    ? findStaffWith(ctx, wanted)
    : findDeciders(ctx, { ...wanted, caseId }));
  if (told.length === 0) return;
  const caseName = caseId === null ? null : (await findCase(ctx, caseId)).name;
  const text = (language: Language) =>
    caseName === null
      ? translate(language, 'staff-pause-all', { what })
      : translate(language, 'staff-pause-case', { what, case: localise(caseName, language) });
  for (const member of told) {
    const { id, language } = member;
    const by = translate(language, 'staff-broadcast-done-by', { names: formatList(language, news.names) });
    const agrees = what === 'asked' && hasRole(member, ...mayLift) && worksOnCase(member, caseId);
    const data = encodeCallbackData({ action: 'agreeToLift', pauseId });
    const buttons = agrees ? [[{ text: translate(language, 'button-pause-agree'), data }]] : [];
    await notifyStaff(ctx, id, { ...compose(lines(text(language), by)), buttons });
  }
}
