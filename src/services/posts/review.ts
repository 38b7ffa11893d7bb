import { desc, eq } from 'drizzle-orm';
import { approvedTexts } from '../../db/schema/index.ts';
import { type DecisionRefusal, mayDecideText } from '../../domain/approval.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import type { PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Localised } from '../../domain/localised.ts';
import type { Photo } from '../../domain/media.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { findCase } from '../cases/find.ts';
import type { StaffContext } from '../context.ts';
import { staffName } from '../staff/find.ts';
import { approversOf } from './approved.ts';
import { editorsOf, type TranslationRow } from './find.ts';
import { contentHashOf } from './hash.ts';
import { hasTextLapsed } from './lapsed.ts';
import { judgeParagraph, judgeSource, lockParagraph, type ParagraphFaults } from './lock-paragraphs.ts';
import { type ApprovalOutlook, approvalOutlook } from './outlook.ts';
import { type Reach, reachOf } from './payloads.ts';
import { photoOf } from './photo.ts';
import { postFacts } from './post-facts.ts';
import { type Post, readPost } from './read.ts';
import { renderPost } from './render.ts';

/** All that a decider has to see of a text, and exactly what their decision covers. */
export interface TextReview {
  readonly post: Post;
  readonly text: TranslationRow;
  readonly caseName: Localised;
  readonly author: string;
  readonly lastEditor: string;
  /** The image that goes out with it; null: none. */
  readonly image: Photo | null;
  /** As a reader of this language gets it. */
  readonly rendered: RenderedMessage;
  /** What it was translated from, rendered; null for the source itself. */
  readonly source: { readonly language: Language; readonly rendered: RenderedMessage } | null;
  /**
   * In what the text says otherwise than its source of names, days, hours and addresses, and which days of the week are not
   * those of their dates; null: in nothing.
   */
  readonly facts: ParagraphFaults | null;
  /** What was approved last in this language; null: nothing yet. */
  readonly before: { readonly text: string; readonly alt: string | null } | null;
  readonly accounts: readonly Reach[];
  readonly contentHash: ContentHash;
  readonly approvals: ApprovalOutlook;
  /** It has gone out in part, and no approval of it counts any more: it may be approved anew. */
  readonly again: boolean;
  /** Why whoever asks may not approve; null when they may. Who has approved it already may still reject it. */
  readonly refusal: DecisionRefusal | { readonly code: 'approved-already' | 'policy-changed' } | null;
}

/** A post's text in one language with all that belongs to deciding on it; undefined when there is none. */
export async function reviewText(
  ctx: StaffContext,
  input: { readonly postId: PostId; readonly language: Language },
): Promise<TextReview | undefined> {
  const post = await readPost(ctx, input.postId);
  const text = post?.translations.find(({ language }) => language === input.language);
  if (post === undefined || text === undefined) return undefined;
  const { name: caseName, fictional } = await findCase(ctx, post.caseId);
  const render = async (one: TranslationRow): Promise<RenderedMessage> =>
    renderPost(one.language, {
      text: one.text,
      textLanguage: one.language,
      caseId: post.caseId,
      caseName,
      fictional,
      photo: await photoOf(ctx, post, one),
    });
  const source = post.translations.find(({ language }) => language === post.sourceLanguage);
  const [before] = await ctx.db
    .select({ text: approvedTexts.text, alt: approvedTexts.alt })
    .from(approvedTexts)
    .where(eq(approvedTexts.translationId, text.id))
    .orderBy(desc(approvedTexts.approvedAt))
    .limit(1);
  const approvers = await approversOf(ctx, post, text);
  const approvals = await approvalOutlook(ctx, post, text, approvers);
  const forbidden = mayDecideText(ctx.actor, {
    authorId: post.authorId,
    editors: editorsOf(text),
    language: text.language,
  });
  const notYet =
    text.approvalsNeeded < approvals.needed
      ? ({ code: 'policy-changed' } as const)
      : approvers.has(ctx.actor.id)
        ? ({ code: 'approved-already' } as const)
        : null;
  return {
    post,
    text,
    caseName,
    author: await staffName(ctx, post.authorId),
    lastEditor: await staffName(ctx, text.lastEditorId),
    image: await photoOf(ctx, post, text),
    rendered: await render(text),
    source:
      source === undefined || source.language === text.language
        ? null
        : { language: source.language, rendered: await render(source) },
    facts: source === undefined ? null : await factsOfWhole(ctx, post, source, text),
    before: before ?? null,
    accounts: await reachOf(ctx, post, text),
    contentHash: await contentHashOf(ctx, post, text),
    approvals,
    again: await hasTextLapsed(ctx, post, text),
    refusal: forbidden ?? notYet,
  };
}

/** Of the text as a whole: it may have been written as one, and nothing is locked in that. */
async function factsOfWhole(
  ctx: StaffContext,
  post: Post,
  source: TranslationRow,
  { language, text }: TranslationRow,
): Promise<ParagraphFaults | null> {
  const facts = await postFacts(ctx, post, language);
  if (source.language === language) return judgeSource(facts, text);
  return judgeParagraph(facts, lockParagraph(facts, { source: source.text, text }));
}
