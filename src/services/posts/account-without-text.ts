import { asc, eq } from 'drizzle-orm';
import { accounts, postAccounts, translations } from '../../db/schema/index.ts';
import type { Language } from '../../domain/language.ts';
import type { CoreContext } from '../context.ts';
import type { PostRow } from './find.ts';

/** An account's language in which the post has no text. */
export type AccountWithoutText = {
  readonly code: 'account-without-text';
  readonly handle: string;
  readonly language: Language;
};

/** The first account of a post in whose language it has no text that may still go out; null when there is none. */
export async function accountWithoutText(
  ctx: CoreContext,
  post: Pick<PostRow, 'id'>,
): Promise<AccountWithoutText | null> {
  const texts = await ctx.db
    .select({ language: translations.language, state: translations.state })
    .from(translations)
    .where(eq(translations.postId, post.id));
  const written = new Set(
    texts.filter(({ state }) => state !== 'withdrawn' && state !== 'expired').map(({ language }) => language),
  );
  const goesTo = await ctx.db
    .select({ handle: accounts.handle, language: accounts.language })
    .from(postAccounts)
    .innerJoin(accounts, eq(accounts.id, postAccounts.accountId))
    .where(eq(postAccounts.postId, post.id))
    .orderBy(asc(postAccounts.position));
  const without = goesTo.find(({ language }) => !written.has(language));
  return without === undefined ? null : { code: 'account-without-text', ...without };
}
