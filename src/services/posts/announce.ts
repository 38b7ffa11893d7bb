import { and, eq, inArray } from 'drizzle-orm';
import { translations } from '../../db/schema/index.ts';
import type { Language } from '../../domain/language.ts';
import { findCase } from '../cases/find.ts';
import type { CoreContext } from '../context.ts';
import { announce } from '../endpoints/announce.ts';
import type { PostRow } from './find.ts';

/** Tells other systems of texts that everybody may read by now; `languages`: null for all that have gone out. */
export async function announcePost(
  ctx: CoreContext,
  { id, caseId }: PostRow,
  languages: readonly Language[] | null,
): Promise<void> {
  const texts = await ctx.db
    .select({ language: translations.language, text: translations.text })
    .from(translations)
    .where(
      and(
        eq(translations.postId, id),
        eq(translations.state, 'published'),
        languages === null ? undefined : inArray(translations.language, [...languages]),
      ),
    );
  if (texts.length === 0) return;
  const { slug } = await findCase(ctx, caseId);
  await announce(ctx, {
    kind: 'post.published',
    data: { case: slug, postId: id, texts: Object.fromEntries(texts.map((one) => [one.language, one.text])) },
  });
}
