import { and, eq, isNull } from 'drizzle-orm';
import { createAnswerSeal } from '../../crypto/answer-seal.ts';
import { keptAnswers } from '../../db/schema/index.ts';
import type { KeptAnswerId } from '../../domain/ids.ts';
import type { KeptAnswer } from '../../domain/kept-answer.ts';
import type { StaffContext } from '../context.ts';
import type { KeyedRequest } from './claim.ts';

/**
 * Keeps what a request was answered; call it in the transaction of what was done, so that both stand or fall together.
 * Throws when another request has taken this one's place: then what this one did must not stand.
 */
export async function keepAnswer(
  ctx: StaffContext,
  request: Pick<KeyedRequest, 'key' | 'token'> & { readonly requestId: KeptAnswerId },
  answer: KeptAnswer,
): Promise<void> {
  const { key, token, requestId } = request;
  const sealed = createAnswerSeal(token, key).seal(JSON.stringify(answer), requestId);
  const kept = await ctx.db
    .update(keptAnswers)
    .set({ sealed })
    .where(and(eq(keptAnswers.id, requestId), isNull(keptAnswers.sealed)))
    .returning({ id: keptAnswers.id });
  if (kept.length === 0) throw new Error('Another request has taken the place of this one.');
}
