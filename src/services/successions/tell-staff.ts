import { compose, lines } from '../../domain/text/message.ts';
import { roles as everyRole, type Role } from '../../domain/words.ts';
import { formatList } from '../../i18n/format.ts';
import { type MessageArgs, translate } from '../../i18n/index.ts';
import type { Context } from '../context.ts';
import { findStaffWith } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';

/** Tells everybody with a chat, whoever it concerns among them, how far it has come that somebody takes over roles. */
export async function tellOfSuccession(
  ctx: Context,
  news: {
    readonly what: MessageArgs['staff-succession']['what'];
    readonly name: string;
    readonly roles: readonly Role[];
  },
): Promise<void> {
  const told = await findStaffWith(ctx, { roles: everyRole, language: null, without: [] });
  for (const { id, language } of told) {
    const roles = formatList(
      language,
      news.roles.map((role) => translate(language, 'console-role', { role })),
    );
    const text = translate(language, 'staff-succession', { what: news.what, name: news.name, roles });
    const { actor } = ctx;
    const by =
      actor.kind === 'staff'
        ? translate(language, 'staff-broadcast-done-by', { names: formatList(language, [actor.name]) })
        : null;
    await notifyStaff(ctx, id, { ...compose(lines(text, by)), buttons: [] });
  }
}
