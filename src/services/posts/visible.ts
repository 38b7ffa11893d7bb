import { and, arrayContains, eq, exists, ne, or, type SQL } from 'drizzle-orm';
import { posts, translations } from '../../db/schema/index.ts';
import { onlyTranslates } from '../../domain/actor.ts';
import type { Language } from '../../domain/language.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { CoreContext } from '../context.ts';

/**
 * In SQL: the posts that are there for whoever asks. Of their cases; and for whoever only translates those whose source was
 * handed in once, so that there is something to translate, or in which they wrote before.
 */
export function visiblePosts(ctx: CoreContext): SQL | undefined {
  const { actor } = ctx;
  const ofCases = ofOwnCases(ctx, posts.caseId);
  if (!onlyTranslates(actor)) return ofCases;
  const handedIn = and(eq(translations.language, posts.sourceLanguage), ne(translations.state, 'draft'));
  const texts = ctx.db
    .select({ id: translations.id })
    .from(translations)
    .where(
      and(
        eq(translations.postId, posts.id),
        or(
          handedIn,
          eq(translations.lastEditorId, actor.id),
          eq(translations.writtenById, actor.id),
          arrayContains(translations.editorIds, [actor.id]),
        ),
      ),
    );
  return and(ofCases, exists(texts));
}

/** Whether texts in a language are there for whoever asks: who only translates sees those that they read. */
export function isVisibleIn({ actor }: Pick<CoreContext, 'actor'>, language: Language): boolean {
  return !onlyTranslates(actor) || actor.languages.includes(language);
}
