import { and, eq, isNull, ne } from 'drizzle-orm';
import { approvals, translations } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import { newId, type PostId, type TranslationId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { nextState } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { alignParagraphs, paragraphsOf, type TranslatedParagraph } from '../../domain/text/paragraphs.ts';
import type { TranslationState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { type AltRefusal, refuseAlt } from './alt.ts';
import { editorsAfter } from './editors.ts';
import { findTranslation, lockPost, type PostRow, type TranslationRow } from './find.ts';
import { followSource } from './follow-source.ts';
import { type FactsDiffer, lockParagraphs } from './lock-paragraphs.ts';
import { filledText, translatedFrom } from './paragraphs.ts';
import { postFacts } from './post-facts.ts';
import { refuseText, type TextRefusal } from './text.ts';
import { claimedByAnother, renewTextClaim, type TextClaimed } from './text-claims.ts';
import { isVisibleIn } from './visible.ts';

/** What somebody saves of a text. */
export interface EditPost {
  readonly postId: PostId;
  readonly language: Language;
  /** The whole text, or its paragraphs with those of the source that they were translated from. */
  readonly text: string | readonly TranslatedParagraph[];
  /** What the post's image shows, in this language; what stands there stays when it is not given. */
  readonly alt?: string | null;
  /** The version that this edit was made from, 0 for a new text; when another stands by now, it is refused. */
  readonly basedOn?: number;
}

export type EditPostRefusal =
  | TextRefusal
  | AltRefusal
  | { readonly code: 'not-an-author' }
  | { readonly code: 'post-unknown' }
  | { readonly code: 'language-not-read'; readonly language: Language }
  | { readonly code: 'changed-since' }
  | FactsDiffer
  | TextClaimed
  | { readonly code: 'not-editable'; readonly state: TranslationState };

/**
 * Writes a post's text in one language, new or in place of what stood there. An edit makes it a draft again
 * and voids its approval; an edit of the source makes every other language's text stale, and changes there the hours, days
 * and addresses that it changed. A paragraph that does not carry the facts of its source is refused. What somebody else has claimed
 * is not written; one's own claim begins anew with each save.
 */
export async function editPost(
  ctx: StaffContext,
  input: EditPost,
): Promise<Result<{ readonly translationId: TranslationId; readonly version: number }, EditPostRefusal>> {
  if (!hasRole(ctx.actor, 'author', 'translator')) return refused({ code: 'not-an-author' });
  if (!isVisibleIn(ctx, input.language))
    return refused({ code: 'language-not-read', language: input.language });
  const unusable = refuseAlt(input.language, input.alt);
  if (unusable !== null) return refused(unusable);
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, input.postId);
    if (post === undefined) return refused({ code: 'post-unknown' });
    const claimed = await claimedByAnother(tx, { postId: post.id, language: input.language });
    if (claimed !== null) return refused(claimed);
    const existing = await findTranslation(tx, post.id, input.language);
    const state = existing === undefined ? 'draft' : nextState(existing.state, 'edit');
    if (state === null) return refused({ code: 'not-editable', state: existing?.state ?? 'draft' });
    if (input.basedOn !== undefined && input.basedOn !== (existing?.version ?? 0)) {
      return refused({ code: 'changed-since' });
    }
    const made = await madeOf(tx, post, input, existing);
    if (!made.ok) return made;
    const { text, paragraphs } = made.value;
    const translationId = existing?.id ?? newId<TranslationId>();
    const version = (existing?.version ?? 0) + 1;
    const isSource = input.language === post.sourceLanguage;
    const written = {
      text,
      paragraphs,
      ...(input.alt !== undefined && { alt: input.alt }),
      altDeferredAt: null,
      state,
      check: isSource ? ('checked' as const) : await checkOf(tx, post, paragraphs),
      version,
      lastEditorId: tx.actor.id,
      writtenById: tx.actor.id,
      editorIds: await editorsAfter(tx, post, existing),
      editedAt: tx.clock.now(),
    };
    await tx.db
      .insert(translations)
      .values({ id: translationId, postId: post.id, language: input.language, ...written })
      .onConflictDoUpdate({ target: [translations.postId, translations.language], set: written });
    await renewTextClaim(tx, { postId: post.id, language: input.language });
    await voidApprovals(tx, translationId);
    if (isSource) await markOthersStale(tx, post.id, input.language);
    const others =
      isSource && existing !== undefined
        ? await followSource(tx, post, { was: existing.text, now: text })
        : { followed: [], takenBack: [] };
    await audit(tx, {
      verb: 'posts/edit',
      subject: { type: 'translation', id: translationId },
      details: {
        language: input.language,
        version,
        ...(others.followed.length > 0 && { followed: others.followed.join(' ') }),
        ...(others.takenBack.length > 0 && { takenBack: others.takenBack.join(' ') }),
      },
    });
    return done({ translationId, version });
  });
}

/** The text that is to stand there: of paragraphs, with the facts of the source locked in them and filled in. */
async function madeOf(
  ctx: StaffContext,
  post: PostRow,
  { language, text: written }: Pick<EditPost, 'language' | 'text'>,
  existing: TranslationRow | undefined,
): Promise<
  Result<
    { readonly text: string; readonly paragraphs: readonly TranslatedParagraph[] | null },
    TextRefusal | FactsDiffer
  >
> {
  if (typeof written === 'string') {
    const fault = refuseText(language, written);
    return fault === null ? done({ text: written, paragraphs: null }) : refused(fault);
  }
  const source = await findTranslation(ctx, post.id, post.sourceLanguage);
  const standing = existing === undefined || source === undefined ? [] : translatedFrom(source, existing);
  const locked = lockParagraphs(await postFacts(ctx, post, language), written, standing);
  const paragraphs = locked.ok ? locked.value : written;
  const text = filledText(paragraphs);
  const fault = refuseText(language, text);
  if (fault !== null) return refused(fault);
  return locked.ok ? done({ text, paragraphs }) : locked;
}

/** A text that was written anew is not checked yet; one of whose paragraphs the source was changed stays out of date. */
async function checkOf(
  ctx: StaffContext,
  post: PostRow,
  paragraphs: readonly TranslatedParagraph[] | null,
): Promise<'draft' | 'stale'> {
  if (paragraphs === null) return 'draft';
  const source = await findTranslation(ctx, post.id, post.sourceLanguage);
  const standing = alignParagraphs(paragraphsOf(source?.text ?? ''), paragraphs);
  return standing.some(({ is }) => is === 'changed' || is === 'gone') ? 'stale' : 'draft';
}

async function voidApprovals(ctx: StaffContext, translationId: TranslationId): Promise<void> {
  await ctx.db
    .update(approvals)
    .set({ voidedAt: ctx.clock.now() })
    .where(and(eq(approvals.subjectId, translationId), isNull(approvals.voidedAt)));
}

async function markOthersStale(ctx: StaffContext, postId: PostId, source: Language): Promise<void> {
  await ctx.db
    .update(translations)
    .set({ check: 'stale' })
    .where(and(eq(translations.postId, postId), ne(translations.language, source)));
}
