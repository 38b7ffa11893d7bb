import { eq } from 'drizzle-orm';
import { posts, translations } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import type { PostId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { TranslationState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { backToDraft } from './back-to-draft.ts';
import { lockPost, type PostRow } from './find.ts';

export type ChangeSheetRefusal =
  | { readonly code: 'not-an-author' }
  | { readonly code: 'post-unknown' }
  | { readonly code: 'not-editable'; readonly state: TranslationState };

/** What is changed of it; null: it is as it is to be already. */
export type SheetChange = Partial<
  Pick<PostRow, 'kind' | 'mediaId' | 'card' | 'embargoUntil' | 'warning'>
> | null;

/**
 * Changes what all languages of a post share: each is a draft again, its approval is void, and who changed it may approve
 * none of them. Once a language has gone out it stays as it is. Answers how many approvals it voided.
 */
export async function changeSheet<Fault extends { readonly code: string }>(
  ctx: StaffContext,
  input: {
    readonly postId: PostId;
    readonly verb: string;
    /** What is to become of a post, or why that cannot be. */
    readonly change: (tx: StaffContext, post: PostRow) => Promise<Result<SheetChange, Fault>>;
  },
): Promise<Result<{ readonly voided: number }, ChangeSheetRefusal | Fault>> {
  if (!hasRole(ctx.actor, 'author')) return refused({ code: 'not-an-author' });
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, input.postId);
    if (post === undefined) return refused({ code: 'post-unknown' });
    const change = await input.change(tx, post);
    if (!change.ok) return change;
    const texts = await tx.db.select().from(translations).where(eq(translations.postId, post.id));
    if (texts.some(({ state }) => state === 'published'))
      return refused({ code: 'not-editable', state: 'published' });
    if (change.value === null) return done({ voided: 0 });
    await tx.db.update(posts).set(change.value).where(eq(posts.id, post.id));
    const voided = await backToDraft(tx, texts);
    const changed = Object.entries(change.value).map(([name, value]) => [
      name,
      // Of a card what it is of, and never its words.
      typeof value === 'object' && value !== null && 'of' in value ? value.of : (value?.toString() ?? null),
    ]);
    await audit(tx, {
      verb: input.verb,
      subject: { type: 'post', id: post.id },
      details: { ...Object.fromEntries(changed), voided },
    });
    return done({ voided });
  });
}
