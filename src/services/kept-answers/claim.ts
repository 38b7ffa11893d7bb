import { and, eq } from 'drizzle-orm';
import { createAnswerSeal } from '../../crypto/answer-seal.ts';
import { hashToken, sameHash } from '../../crypto/token.ts';
import { keptAnswers } from '../../db/schema/index.ts';
import { type KeptAnswerId, newId } from '../../domain/ids.ts';
import { type KeptAnswer, requestLivesFor } from '../../domain/kept-answer.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { forgetOldAnswers } from './forget.ts';

export type ClaimAnswerRefusal =
  /** The key came with something else before. */
  | { readonly code: 'idempotency-key-reused' }
  | { readonly code: 'request-in-progress' }
  /** It was done; but what was answered can be read with the token alone that it was given to. */
  | { readonly code: 'answer-elsewhere' };

/** A request as it is known again. */
export interface KeyedRequest {
  /** Method and pattern. */
  readonly route: string;
  readonly key: string;
  /** SHA-256 of all that is asked for. */
  readonly requestHash: Uint8Array;
  /** The bearer token that it came with. */
  readonly token: string;
}

/** The first of its key, to be answered under this id, or the answer that the first one got. */
export type Claimed = { readonly requestId: KeptAnswerId } | { readonly answer: KeptAnswer };

/**
 * Takes the place of a request under its key, or finds what it was answered before. Whoever has the place ends it by
 * `keepAnswer` in the transaction of what was done, or by `releaseAnswer`. What is older than a day is forgotten.
 */
export async function claimAnswer(
  ctx: StaffContext,
  request: KeyedRequest,
): Promise<Result<Claimed, ClaimAnswerRefusal>> {
  const { route, key, requestHash, token } = request;
  const keyHash = hashToken(key);
  const requestId = newId<KeptAnswerId>();
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    await forgetOldAnswers(tx);
    const taken = await tx.db
      .insert(keptAnswers)
      .values({ id: requestId, staffId: tx.actor.id, route, keyHash, requestHash, claimedAt: now })
      .onConflictDoNothing()
      .returning({ id: keptAnswers.id });
    if (taken.length > 0) return done({ requestId });
    const [known] = await tx.db
      .select()
      .from(keptAnswers)
      .where(
        and(
          eq(keptAnswers.staffId, tx.actor.id),
          eq(keptAnswers.route, route),
          eq(keptAnswers.keyHash, keyHash),
        ),
      )
      .for('update');
    // Whoever had the place has just given it up: the next try finds it free.
    if (known === undefined) return refused({ code: 'request-in-progress' });
    if (!sameHash(known.requestHash, requestHash)) return refused({ code: 'idempotency-key-reused' });
    if (known.sealed !== null) {
      const answer = createAnswerSeal(token, key).open(known.sealed, known.id);
      return answer === null ? refused({ code: 'answer-elsewhere' }) : done({ answer: readAnswer(answer) });
    }
    if (Temporal.Instant.compare(now, known.claimedAt.add(requestLivesFor)) < 0) {
      return refused({ code: 'request-in-progress' });
    }
    await tx.db
      .update(keptAnswers)
      .set({ id: requestId, claimedAt: now })
      .where(eq(keptAnswers.id, known.id));
    return done({ requestId });
  });
}

/** What only the seal's own token could have written. */
function readAnswer(text: string): KeptAnswer {
  const answer: KeptAnswer = JSON.parse(text);
  return answer;
}
