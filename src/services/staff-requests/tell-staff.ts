import { compose, lines } from '../../domain/text/message.ts';
import { roles } from '../../domain/words.ts';
import { formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import type { StaffContext } from '../context.ts';
import { findStaffWith } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';

/** Tells everybody with a chat, whoever it concerns among them, that somebody's keys are to be replaced, or are not. */
export async function tellOfReplacement(
  ctx: StaffContext,
  news: { readonly what: 'asked' | 'agreed' | 'dropped'; readonly name: string },
): Promise<void> {
  for (const { id, language } of await findStaffWith(ctx, { roles, language: null, without: [] })) {
    const text = translate(language, 'staff-replacement', news);
    const by = translate(language, 'staff-broadcast-done-by', {
      names: formatList(language, [ctx.actor.name]),
    });
    await notifyStaff(ctx, id, { ...compose(lines(text, by)), buttons: [] });
  }
}
