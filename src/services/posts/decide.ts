import { eq } from 'drizzle-orm';
import { approvedTexts, posts, translations } from '../../db/schema/index.ts';
import { type DecisionRefusal, mayDecideText } from '../../domain/approval.ts';
import type { ApprovalProgress } from '../../domain/approval-policy.ts';
import type { TranslationId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { isUnderEmbargo, nextState } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { Decision, TranslationState } from '../../domain/words.ts';
import { reviveUnapproved } from '../account-deliveries/revive.ts';
import type { DecisionProof, ProofRefusal } from '../approvals/prove.ts';
import { recordDecision } from '../approvals/record.ts';
import { audit } from '../audit.ts';
import { isCardOutdated } from '../cards/of.ts';
import { refuseWaitingCase } from '../cases/waiting.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { lacksSecondKey, type SecondKeyRefusal } from '../passkeys/second-key.ts';
import { wake } from '../wake.ts';
import { approvalsNeeded, approversOf } from './approved.ts';
import { editorsOf, lockTranslation, type PostRow, type TranslationRow } from './find.ts';
import { contentHashOf } from './hash.ts';
import { hasTextLapsed } from './lapsed.ts';

/** Somebody's decision on one text. */
export interface DecidePost {
  readonly translationId: TranslationId;
  /** The version that the decider saw: a decision on an older one does not count. */
  readonly version: number;
  readonly decision: Decision;
  /** By the decider's own key; without it only where there is no staff site. */
  readonly proof?: DecisionProof;
}

export type DecidePostRefusal =
  | DecisionRefusal
  | ProofRefusal
  | SecondKeyRefusal
  | { readonly code: 'post-unknown' }
  | { readonly code: 'changed-since' }
  | { readonly code: 'already-decided'; readonly state: TranslationState }
  | { readonly code: 'not-in-review'; readonly state: TranslationState }
  /** Nobody outside knows of the case yet: it takes a second person first. */
  | { readonly code: 'case-waits' }
  | { readonly code: 'window-past' }
  /** Other facts are in effect than those that stand on the card: it can only be rejected. */
  | { readonly code: 'card-outdated' }
  /** It takes somebody else's approval beside theirs. */
  | { readonly code: 'approved-already' }
  /** More approvals are asked for than when it was handed in. */
  | { readonly code: 'policy-changed' };

/** How the text stands after a decision. */
export interface DecidedText extends ApprovalProgress {
  readonly state: TranslationState;
  readonly language: Language;
}

/**
 * Records another person's decision on a post's text in one language, bound to the hash of exactly what they
 * saw. It is approved once as many different people have approved it as its campaign's policy asks for; one rejection
 * rejects it. An approved text goes out as soon as its window opens. One that has gone out in part, and of which no approval
 * counts any more, can be approved anew: then the rest goes out too. Once there is a staff site, it takes a signature of the
 * decider's key, and to approve a second key of theirs.
 */
export async function decidePost(
  ctx: StaffContext,
  input: DecidePost,
): Promise<Result<DecidedText, DecidePostRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockTranslation(tx, input.translationId);
    if (found === undefined) return refused({ code: 'post-unknown' });
    const { post, translation } = found;
    if (translation.version !== input.version) return refused({ code: 'changed-since' });
    const approved = input.decision === 'approved';
    const again = approved && (await hasTextLapsed(tx, post, translation));
    if (isDecided(translation.state) && !again)
      return refused({ code: 'already-decided', state: translation.state });
    if (translation.state !== 'in_review' && !again)
      return refused({ code: 'not-in-review', state: translation.state });
    const forbidden = mayDecideText(tx.actor, {
      authorId: post.authorId,
      editors: editorsOf(translation),
      language: translation.language,
    });
    if (forbidden !== null) return refused(forbidden);
    if (approved && (await lacksSecondKey(tx))) return refused({ code: 'second-key-missing' });
    const now = tx.clock.now();
    if (post.notAfter !== null && Temporal.Instant.compare(post.notAfter, now) <= 0) {
      return refused({ code: 'window-past' });
    }
    const waits = approved ? await refuseWaitingCase(tx, post.caseId) : null;
    if (waits !== null) return refused(waits);
    if (approved && (await isCardOutdated(tx, post))) return refused({ code: 'card-outdated' });
    const needed = await approvalsNeeded(tx, post, translation);
    if (translation.approvalsNeeded < needed) return refused({ code: 'policy-changed' });
    const others = await approversOf(tx, post, translation);
    if (approved && others.has(tx.actor.id)) return refused({ code: 'approved-already' });
    const given = others.size + (approved ? 1 : 0);
    const isEnough = approved && given >= needed;
    const event = !approved ? 'reject' : isEnough ? 'approve' : null;
    const state = (event && nextState(translation.state, event)) ?? translation.state;
    const contentHash = await contentHashOf(tx, post, translation);
    const recorded = await recordDecision(
      tx,
      {
        subjectType: 'translation',
        subjectId: translation.id,
        contentHash,
        decision: input.decision,
      },
      { proof: input.proof, ownKeyNeeded: true },
    );
    if (!recorded.ok) return recorded;
    // Only then is it what the next text is compared with: the second approver sees what the first one saw.
    if (isEnough) {
      await tx.db.insert(approvedTexts).values({
        approvalId: recorded.value.id,
        translationId: translation.id,
        text: translation.text,
        alt: translation.alt,
        approvedAt: now,
      });
    }
    const check = isEnough ? 'checked' : translation.check;
    await tx.db.update(translations).set({ state, check }).where(eq(translations.id, translation.id));
    if (again && isEnough) await goOn(tx, post, translation);
    await audit(tx, {
      verb: 'posts/decide',
      subject: { type: 'translation', id: translation.id },
      details: {
        decision: input.decision,
        contentHash,
        via: tx.actor.via,
        language: translation.language,
        given,
        needed,
        again,
      },
    });
    if (isEnough) await wake(tx, 'scheduler');
    return done({ state, language: translation.language, given, needed });
  });
}

/** The rest of a text that had gone out in part goes out: to accounts, and to whoever waited for the end of an embargo. */
async function goOn(ctx: StaffContext, post: PostRow, text: TranslationRow): Promise<void> {
  await ctx.db.update(translations).set({ askedAgainAt: null }).where(eq(translations.id, text.id));
  const now = ctx.clock.now();
  if (post.embargoUntil !== null && !isUnderEmbargo(post, now))
    await ctx.db.update(posts).set({ readersDueAt: now }).where(eq(posts.id, post.id));
  await reviveUnapproved(ctx, text.id);
}

function isDecided(state: TranslationState): boolean {
  return state === 'approved' || state === 'scheduled' || state === 'published' || state === 'rejected';
}
