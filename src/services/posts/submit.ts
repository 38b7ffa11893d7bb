import { and, eq } from 'drizzle-orm';
import { translations } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import { readApprovalPolicy } from '../../domain/approval-policy.ts';
import type { PostId, TranslationId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import {
  isUnderEmbargo,
  judgeSchedule,
  nextState,
  type Schedule,
  type ScheduleFault,
} from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { TranslationState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { holdCampaign } from '../campaigns/find.ts';
import { isCardOutdated } from '../cards/of.ts';
import { fieldThatNames } from '../cases/protected-names.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { type AccountOfTextDisconnected, accountDisconnected } from './account-disconnected.ts';
import { type AccountWithoutText, accountWithoutText } from './account-without-text.ts';
import { askForPostApproval } from './ask-for-approval.ts';
import { findTranslation, lockPost, type PostRow } from './find.ts';
import { makePayloads, type PayloadRefusal } from './payloads.ts';
import { imageIdOf } from './photo.ts';
import { claimedByAnother, endTextClaim, type TextClaimed } from './text-claims.ts';
import { isVisibleIn } from './visible.ts';

export type SubmitPostRefusal =
  | { readonly code: 'not-an-author' }
  | { readonly code: 'post-unknown' }
  | { readonly code: 'language-not-read'; readonly language: Language }
  | { readonly code: 'no-text'; readonly language: Language }
  | { readonly code: 'not-submittable'; readonly state: TranslationState }
  | { readonly code: 'alt-missing'; readonly language: Language }
  /** The text was written since the post's cards were made. */
  | { readonly code: 'card-missing'; readonly language: Language }
  /** Other facts are in effect than those that stand on the card. */
  | { readonly code: 'card-outdated' }
  | ScheduleFault
  | AccountWithoutText
  | AccountOfTextDisconnected
  | PayloadRefusal
  | TextClaimed
  /** Somebody is named who appears by role only. */
  | { readonly code: 'name-protected'; readonly field: 'text' | 'alt' };

/** A text that waits for its approvals now. */
export interface SubmittedText {
  readonly translationId: TranslationId;
  /** How many approvers were asked in the bot; none means that nobody who may approve has linked a chat. */
  readonly asked: number;
  /** How many of them have to approve. */
  readonly needed: number;
}

/**
 * Hands a post's text in one language to as many people as its campaign's policy asks for, with exactly what goes to
 * each account of that language; approvers who read it are asked in the bot. It is in nobody's hand any more then.
 * `deferAlt`: for an emergency it may go without saying what its image shows. Whoever approves it is told, it is part of what
 * they approve, and until the text is retracted it waits for whoever writes this language (`waiting/read.ts`).
 */
export async function submitPost(
  ctx: StaffContext,
  input: { readonly postId: PostId; readonly language: Language; readonly deferAlt?: boolean },
): Promise<Result<SubmittedText, SubmitPostRefusal>> {
  if (!hasRole(ctx.actor, 'author', 'translator')) return refused({ code: 'not-an-author' });
  if (!isVisibleIn(ctx, input.language))
    return refused({ code: 'language-not-read', language: input.language });
  return inTransaction(ctx, async (tx) => {
    // Before the post: a change of the policy takes posts back in this order, too.
    const campaign = await holdCampaign(tx);
    const post = await lockPost(tx, input.postId);
    if (post === undefined) return refused({ code: 'post-unknown' });
    const claimed = await claimedByAnother(tx, input);
    if (claimed !== null) return refused(claimed);
    const translation = await findTranslation(tx, post.id, input.language);
    if (translation === undefined) return refused({ code: 'no-text', language: input.language });
    const state = nextState(translation.state, 'submit');
    if (state === null) return refused({ code: 'not-submittable', state: translation.state });
    if (post.card !== null && translation.cardId === null)
      return refused({ code: 'card-missing', language: input.language });
    if (await isCardOutdated(tx, post)) return refused({ code: 'card-outdated' });
    // Who cannot see the image reads what it shows; and the second person decides on that too.
    const lacksAlt = imageIdOf(post, translation) !== null && translation.alt === null;
    if (lacksAlt && input.deferAlt !== true)
      return refused({ code: 'alt-missing', language: input.language });
    const altDeferredAt = lacksAlt ? tx.clock.now() : null;
    const { text, alt } = translation;
    const field = await fieldThatNames(tx, post.caseId, { text, alt });
    if (field !== null) return refused({ code: 'name-protected', field });
    const untimely = judgeSchedule(await standingSchedule(tx, post), tx.clock.now());
    if (untimely !== null) return refused(untimely);
    const missing = await accountWithoutText(tx, post);
    if (missing !== null) return refused(missing);
    const disconnected = await accountDisconnected(tx, post, input.language);
    if (disconnected !== null) return refused(disconnected);
    const made = await makePayloads(tx, post, { ...translation, altDeferredAt });
    if (!made.ok) return made;
    const approvalsNeeded = readApprovalPolicy(campaign.approvalPolicy)[post.kind];
    await tx.db
      .update(translations)
      .set({ state, approvalsNeeded, altDeferredAt })
      .where(eq(translations.id, translation.id));
    await endTextClaim(tx, input);
    const asked = await askForPostApproval(tx, post, { ...translation, approvalsNeeded, altDeferredAt });
    await audit(tx, {
      verb: 'posts/submit',
      subject: { type: 'translation', id: translation.id },
      details: {
        language: translation.language,
        version: translation.version,
        asked,
        needed: approvalsNeeded,
        ...(lacksAlt && { altDeferred: true }),
      },
    });
    return done({ translationId: translation.id, asked, needed: approvalsNeeded });
  });
}

/**
 * The schedule that a text still has to fit. An embargo under which another language went out, and that has ended since, keeps
 * none back: it can be changed no more, and has done what it was for.
 */
async function standingSchedule(tx: StaffContext, post: PostRow): Promise<Schedule> {
  if (post.embargoUntil === null || isUnderEmbargo(post, tx.clock.now())) return post;
  const { postId, state } = translations;
  const out = await tx.db.$count(translations, and(eq(postId, post.id), eq(state, 'published')));
  return out === 0 ? post : { ...post, embargoUntil: null };
}
