import type { Language } from '../../domain/language.ts';
import { localise } from '../../domain/localised.ts';
import { compose } from '../../domain/text/message.ts';
import { formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { findCase } from '../cases/find.ts';
import type { Context } from '../context.ts';
import { findDeciders } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import type { PostRow } from './find.ts';

/**
 * Tells whoever writes and approves that texts of a post are drafts again, since no approval of them counts: otherwise
 * they would wait for it to go out. Call it in the transaction that takes them back.
 */
export async function tellOfUnapproved(
  ctx: Context,
  post: PostRow,
  unapproved: readonly Language[],
): Promise<void> {
  const { name } = await findCase(ctx, post.caseId);
  const told = await findDeciders(ctx, {
    caseId: post.caseId,
    roles: ['author', 'translator', 'approver', 'coordinator'],
    language: null,
    without: [],
  });
  for (const { id, language } of told) {
    const languages = unapproved.map((one) => translate(language, 'language-name', { language: one }));
    const text = translate(language, 'staff-post-unapproved', {
      case: localise(name, language),
      languages: formatList(language, languages),
    });
    await notifyStaff(ctx, id, { ...compose(text), buttons: [] });
  }
}
