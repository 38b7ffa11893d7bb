import { and, asc, eq, inArray } from 'drizzle-orm';
import { posts, translations } from '../../db/schema/index.ts';
import { handedIn } from '../../domain/post.ts';
import type { PostKind } from '../../domain/words.ts';
import type { CoreContext } from '../context.ts';
import { backToDraftUnedited } from './back-to-draft.ts';

/**
 * Makes every text of these kinds that was handed in and has not gone out a draft again, and voids its approvals: they
 * were given under another policy. Call it in the transaction that changes that, with the campaign locked.
 */
export async function takeBackHandedIn(
  ctx: CoreContext,
  kinds: readonly PostKind[],
): Promise<{ readonly drafts: number; readonly voided: number }> {
  const found = await ctx.db
    .select({ id: posts.id })
    .from(posts)
    .where(
      and(
        eq(posts.campaignId, ctx.campaignId),
        inArray(posts.kind, [...kinds]),
        inArray(
          posts.id,
          ctx.db
            .select({ id: translations.postId })
            .from(translations)
            .where(inArray(translations.state, [...handedIn])),
        ),
      ),
    )
    .orderBy(asc(posts.id))
    .for('update');
  if (found.length === 0) return { drafts: 0, voided: 0 };
  // Read once all are locked: one may have gone out while we waited for it.
  const texts = await ctx.db
    .select()
    .from(translations)
    .where(
      and(
        inArray(
          translations.postId,
          found.map(({ id }) => id),
        ),
        inArray(translations.state, [...handedIn]),
      ),
    );
  if (texts.length === 0) return { drafts: 0, voided: 0 };
  return { drafts: texts.length, voided: await backToDraftUnedited(ctx, texts) };
}
