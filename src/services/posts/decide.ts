import { eq } from 'drizzle-orm';
import { approvedTexts, translations } from '../../db/schema/index.ts';
import { type DecisionRefusal, mayDecideText } from '../../domain/approval.ts';
import type { TranslationId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { nextState } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { Decision, TranslationState } from '../../domain/words.ts';
import type { DecisionProof, ProofRefusal } from '../approvals/prove.ts';
import { recordDecision } from '../approvals/record.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { wake } from '../wake.ts';
import { lockTranslation } from './find.ts';
import { contentHashOf } from './hash.ts';

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
  | { readonly code: 'post-unknown' }
  | { readonly code: 'changed-since' }
  | { readonly code: 'already-decided'; readonly state: TranslationState }
  | { readonly code: 'not-in-review'; readonly state: TranslationState }
  | { readonly code: 'window-past' };

/**
 * Records a second person's decision on a post's text in one language, bound to the hash of exactly what they
 * saw. An approved text goes out as soon as its window opens. Once there is a staff site, it takes a signature of the
 * decider's key.
 */
export async function decidePost(
  ctx: StaffContext,
  input: DecidePost,
): Promise<Result<{ readonly state: TranslationState; readonly language: Language }, DecidePostRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockTranslation(tx, input.translationId);
    if (found === undefined) return refused({ code: 'post-unknown' });
    const { post, translation } = found;
    if (translation.version !== input.version) return refused({ code: 'changed-since' });
    if (isDecided(translation.state)) return refused({ code: 'already-decided', state: translation.state });
    if (translation.state !== 'in_review')
      return refused({ code: 'not-in-review', state: translation.state });
    const forbidden = mayDecideText(tx.actor, {
      authorId: post.authorId,
      lastEditorId: translation.lastEditorId,
      language: translation.language,
    });
    if (forbidden !== null) return refused(forbidden);
    const now = tx.clock.now();
    if (post.notAfter !== null && Temporal.Instant.compare(post.notAfter, now) <= 0) {
      return refused({ code: 'window-past' });
    }
    const approved = input.decision === 'approved';
    const state = nextState(translation.state, approved ? 'approve' : 'reject') ?? translation.state;
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
    if (approved) {
      await tx.db.insert(approvedTexts).values({
        approvalId: recorded.value.id,
        translationId: translation.id,
        text: translation.text,
        alt: translation.alt,
        approvedAt: now,
      });
    }
    const check = approved ? 'checked' : translation.check;
    await tx.db.update(translations).set({ state, check }).where(eq(translations.id, translation.id));
    await audit(tx, {
      verb: 'posts/decide',
      subject: { type: 'translation', id: translation.id },
      details: { decision: input.decision, contentHash, via: tx.actor.via, language: translation.language },
    });
    if (approved) await wake(tx, 'scheduler');
    return done({ state, language: translation.language });
  });
}

function isDecided(state: TranslationState): boolean {
  return state === 'approved' || state === 'scheduled' || state === 'published' || state === 'rejected';
}
