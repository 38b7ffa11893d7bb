import { eq } from 'drizzle-orm';
import { posts, translations } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import type { AuditVerb } from '../../domain/audit-verb.ts';
import type { AccountId, PostId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { TranslationState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { aboutToChange, backToDraft } from './back-to-draft.ts';
import { lockPost, type PostRow } from './find.ts';
import { placeOnAccounts } from './place-on-accounts.ts';
import { sheetVersion } from './sheet-version.ts';

export type ChangeSheetRefusal =
  | { readonly code: 'not-an-author' }
  | { readonly code: 'post-unknown' }
  /** It is not the one any more that the change was made from. */
  | { readonly code: 'changed-since' }
  | { readonly code: 'not-editable'; readonly state: TranslationState };

/** A change of what the languages of a post share. */
export interface SheetInput {
  readonly postId: PostId;
  /** The version that it was made from (`sheetVersion`): another is refused. Without it, it is for whatever stands there. */
  readonly basedOn?: string | undefined;
}

/** What is changed of it; null: it is as it is to be already. */
export type SheetChange =
  | (Partial<
      Pick<
        PostRow,
        'kind' | 'mediaId' | 'card' | 'notBefore' | 'notAfter' | 'embargoUntil' | 'warning' | 'gapSeconds'
      >
    > & {
      /** In their order. */
      readonly accountIds?: readonly AccountId[];
    })
  | null;

/**
 * Changes what all languages of a post share: each is a draft again, its approval is void, and who changed it may approve
 * none of them. Once a language has gone out it stays as it is. Answers how many approvals it voided.
 */
export async function changeSheet<Fault extends { readonly code: string }>(
  ctx: StaffContext,
  input: SheetInput & {
    readonly verb: AuditVerb;
    /** What is to become of a post, or why that cannot be. */
    readonly change: (tx: StaffContext, post: PostRow) => Promise<Result<SheetChange, Fault>>;
  },
): Promise<Result<{ readonly voided: number }, ChangeSheetRefusal | Fault>> {
  if (!hasRole(ctx.actor, 'author')) return refused({ code: 'not-an-author' });
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, input.postId);
    if (post === undefined) return refused({ code: 'post-unknown' });
    if (input.basedOn !== undefined && input.basedOn !== (await sheetVersion(tx, post)))
      return refused({ code: 'changed-since' });
    const texts = await tx.db.select().from(translations).where(eq(translations.postId, post.id));
    if (texts.some(({ state }) => state === 'published'))
      return refused({ code: 'not-editable', state: 'published' });
    const changed = await aboutToChange(tx, post, texts);
    const change = await input.change(tx, post);
    if (!change.ok) return change;
    if (change.value === null) return done({ voided: 0 });
    const { accountIds, ...row } = change.value;
    if (accountIds !== undefined) await placeOnAccounts(tx, post.id, accountIds);
    if (Object.keys(row).length > 0) await tx.db.update(posts).set(row).where(eq(posts.id, post.id));
    const voided = await backToDraft(tx, changed);
    const details = Object.entries(row).map(([name, value]) => [
      name,
      // Of a card what it is of, and never its words.
      typeof value === 'object' && value !== null && 'of' in value ? value.of : (value?.toString() ?? null),
    ]);
    await audit(tx, {
      verb: input.verb,
      subject: { type: 'post', id: post.id },
      details: {
        ...Object.fromEntries(details),
        ...(accountIds !== undefined && { accounts: accountIds.length }),
        voided,
      },
    });
    return done({ voided });
  });
}
