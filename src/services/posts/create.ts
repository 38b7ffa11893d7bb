import { and, eq } from 'drizzle-orm';
import { cases, posts, translations } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import {
  type AccountId,
  type CaseId,
  type MediaId,
  newId,
  type PostId,
  type TranslationId,
} from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { judgeNewSchedule, type NewScheduleFault } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { ContentWarning, PostKind } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { ofOwnCases } from '../cases/scope.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { readVisibleMedia } from '../media/read.ts';
import { type AltRefusal, refuseAlt } from './alt.ts';
import { areAccounts, placeOnAccounts } from './place-on-accounts.ts';
import { refuseText, type TextRefusal } from './text.ts';

/** What begins a post. */
export interface CreatePost {
  readonly caseId: CaseId;
  /** What it is, by which its campaign's policy asks for approvals; an update by default. */
  readonly kind?: PostKind;
  readonly sourceLanguage: Language;
  /** Markdown in the source language. */
  readonly text: string;
  /** The image that it carries in every language; none by default. */
  readonly mediaId?: MediaId | null;
  /** What the image shows, in the source language. */
  readonly alt?: string | null;
  readonly notBefore: Temporal.Instant | null;
  readonly notAfter: Temporal.Instant | null;
  /** Until when only contacts may have it; no embargo by default. */
  readonly embargoUntil?: Temporal.Instant | null;
  readonly warning?: ContentWarning | null;
  /** Where it goes beside its followers, in this order; nowhere else by default. */
  readonly accountIds?: readonly AccountId[];
  /** Between two of them; none by default. */
  readonly gapSeconds?: number;
}

export type CreatePostRefusal =
  | TextRefusal
  | AltRefusal
  | { readonly code: 'not-an-author' }
  | { readonly code: 'case-unknown' }
  | { readonly code: 'case-closed' }
  | { readonly code: 'media-unknown' }
  | { readonly code: 'account-unknown' }
  | NewScheduleFault;

/** Writes a post in its source language, as a draft. */
export async function createPost(
  ctx: StaffContext,
  input: CreatePost,
): Promise<Result<{ readonly postId: PostId }, CreatePostRefusal>> {
  if (!hasRole(ctx.actor, 'author')) return refused({ code: 'not-an-author' });
  const { kind = 'update', notBefore, notAfter, embargoUntil = null, warning = null } = input;
  const schedule = { notBefore, notAfter, embargoUntil };
  const fault =
    refuseText(input.sourceLanguage, input.text) ??
    refuseAlt(input.sourceLanguage, input.alt) ??
    judgeNewSchedule(schedule, null, ctx.clock.now());
  if (fault !== null) return refused(fault);
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ status: cases.status, campaignId: cases.campaignId })
      .from(cases)
      .where(and(eq(cases.id, input.caseId), ofOwnCases(tx, cases.id)));
    if (found === undefined || found.campaignId !== tx.campaignId) return refused({ code: 'case-unknown' });
    if (found.status === 'closed') return refused({ code: 'case-closed' });
    const { mediaId = null, alt = null, accountIds = [], gapSeconds = 0 } = input;
    if (mediaId !== null && (await readVisibleMedia(tx, mediaId)) === undefined)
      return refused({ code: 'media-unknown' });
    if (!(await areAccounts(tx, accountIds))) return refused({ code: 'account-unknown' });
    const postId = newId<PostId>();
    const now = tx.clock.now();
    await tx.db.insert(posts).values({
      id: postId,
      campaignId: tx.campaignId,
      caseId: input.caseId,
      kind,
      sourceLanguage: input.sourceLanguage,
      authorId: tx.actor.id,
      ...schedule,
      warning,
      mediaId,
      gapSeconds,
      createdAt: now,
    });
    await tx.db.insert(translations).values({
      id: newId<TranslationId>(),
      postId,
      language: input.sourceLanguage,
      text: input.text,
      alt,
      state: 'draft',
      check: 'checked',
      version: 1,
      lastEditorId: tx.actor.id,
      writtenById: tx.actor.id,
      editorIds: [tx.actor.id],
      editedAt: now,
    });
    await placeOnAccounts(tx, postId, accountIds);
    await audit(tx, { verb: 'posts/create', subject: { type: 'post', id: postId }, details: { kind } });
    return done({ postId });
  });
}
