import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm';
import { cases, posts, translations } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import { mayDecideText } from '../../domain/approval.ts';
import type { ApprovalProgress } from '../../domain/approval-policy.ts';
import type { PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Localised } from '../../domain/localised.ts';
import type { TranslationState } from '../../domain/words.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { StaffContext } from '../context.ts';
import { approversOf } from '../posts/approved.ts';
import { editorsOf, type PostRow, type TranslationRow } from '../posts/find.ts';
import { hasTextLapsed, stillToGoOut } from '../posts/lapsed.ts';
import { mayOweAlt, owesAlt } from '../posts/photo.ts';
import { isVisibleIn, visiblePosts } from '../posts/visible.ts';

/** A text that waits for this reader. */
export interface WaitingText {
  readonly postId: PostId;
  readonly language: Language;
  readonly caseName: Localised;
  readonly state: TranslationState;
  readonly since: Temporal.Instant;
  /** It has gone out in part, and no approval of it counts any more. */
  readonly again: boolean;
  /** How far it has come, where it takes several approvals; null: it waits for one, or is still being written. */
  readonly approvals: ApprovalProgress | null;
}

/** A text on its way to its approvals, as it concerns whoever asks. */
export interface TextUnderWay extends WaitingText {
  /** They began its post, or are among who changed it (`editorsOf`). */
  readonly own: boolean;
  /** It is up to others than who writes it. */
  readonly waits: boolean;
  /** They may decide on it, and have not yet. */
  readonly decides: boolean;
}

/** All that are being written or wait for a decision, the longest first. */
export async function textsUnderWay(ctx: StaffContext): Promise<TextUnderWay[]> {
  const found = await textsWithCases(ctx)
    .where(
      and(
        eq(posts.campaignId, ctx.campaignId),
        ofOwnCases(ctx, cases.id),
        or(
          inArray(translations.state, ['draft', 'rejected', 'in_review']),
          // Asked about anew, and perhaps approved since.
          and(stillToGoOut(ctx), isNotNull(translations.askedAgainAt)),
        ),
      ),
    )
    .orderBy(asc(translations.editedAt));
  const texts: TextUnderWay[] = [];
  for (const { text, post, caseName } of found) {
    if (text.state === 'published' && !(await hasTextLapsed(ctx, post, text))) continue;
    texts.push(await seenBy(ctx, text, post, caseName));
  }
  return texts;
}

async function seenBy(
  ctx: StaffContext,
  text: TranslationRow,
  post: PostRow,
  caseName: Localised,
): Promise<TextUnderWay> {
  const { actor } = ctx;
  const { postId, language, state, editedAt } = text;
  const { authorId } = post;
  const again = state === 'published';
  const editors = editorsOf(text);
  const own = authorId === actor.id || editors.includes(actor.id);
  const may = mayDecideText(actor, { authorId, editors, language }) === null;
  const waits = again || state === 'in_review';
  const isShared = waits && text.approvalsNeeded > 1 && (own || may);
  const approvers = isShared ? await approversOf(ctx, post, text) : null;
  return {
    postId,
    language,
    state,
    since: again ? (text.askedAgainAt ?? editedAt) : editedAt,
    caseName,
    approvals: approvers && { given: approvers.size, needed: text.approvalsNeeded },
    own,
    waits,
    again,
    decides: may && approvers?.has(actor.id) !== true,
  };
}

function textsWithCases(ctx: StaffContext) {
  return ctx.db
    .select({ text: translations, post: posts, caseName: cases.name })
    .from(translations)
    .innerJoin(posts, eq(posts.id, translations.postId))
    .innerJoin(cases, eq(cases.id, posts.caseId));
}

/** Those whose image waits for whoever asks to say what it shows, the longest waiting first. */
export async function textsUndescribed(ctx: StaffContext): Promise<WaitingText[]> {
  if (!hasRole(ctx.actor, 'author', 'translator')) return [];
  const found = await textsWithCases(ctx)
    .where(and(eq(posts.campaignId, ctx.campaignId), visiblePosts(ctx), mayOweAlt()))
    .orderBy(asc(translations.altDeferredAt));
  return found.flatMap(({ text, post, caseName }) => {
    const { postId, language, state, altDeferredAt } = text;
    if (altDeferredAt === null || !owesAlt(post, text) || !isVisibleIn(ctx, language)) return [];
    return [{ postId, language, state, caseName, since: altDeferredAt, again: false, approvals: null }];
  });
}
