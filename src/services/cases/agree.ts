import { eq } from 'drizzle-orm';
import { cases } from '../../db/schema/index.ts';
import { caseWordsHash, mayAgreeToCase, waitsForSecond } from '../../domain/case-words.ts';
import type { CaseId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { type DecisionProof, type ProofRefusal, proveDecision } from '../approvals/prove.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { lacksSecondKey, type SecondKeyRefusal } from '../passkeys/second-key.ts';
import { staffName } from '../staff/find.ts';
import { type CaseRow, personsOf } from './find.ts';
import { lockCase } from './lock.ts';
import { tellOfAgreedCase } from './tell-of-case.ts';

/** To which case the second person agrees. */
export interface AgreeToCase {
  readonly caseId: CaseId;
  /** Signed over `caseWordsHash`; needed once there is a staff site. */
  readonly proof?: DecisionProof;
}

/** Why somebody is not the second person for a case. */
export type AgreeToCaseRefusal =
  | ProofRefusal
  | SecondKeyRefusal
  | { readonly code: 'case-unknown' }
  | { readonly code: 'case-closed' }
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'own-request' }
  | { readonly code: 'request-lapsed' };

/**
 * Agrees, as the second of two, to the words of a case that somebody opened: from then on whoever asks the bot is shown it,
 * and what is recorded of it can take effect. No verb changes these words, so it is what was seen that is agreed to.
 */
export async function agreeToCase(
  ctx: StaffContext,
  { caseId, proof }: AgreeToCase,
): Promise<Result<CaseRow, AgreeToCaseRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, caseId);
    if (found === undefined) return refused({ code: 'case-unknown' });
    if (!waitsForSecond(found)) return refused({ code: 'request-lapsed' });
    const refusal = mayAgreeToCase(found, tx.actor);
    if (refusal !== null) return refused(refusal);
    if (found.status === 'closed') return refused({ code: 'case-closed' });
    if (await lacksSecondKey(tx)) return refused({ code: 'second-key-missing' });
    const contentHash = caseWordsHash({ ...found, persons: await personsOf(tx, caseId) });
    const proven = await proveDecision(tx, { contentHash, decision: 'approved' }, proof, true);
    if (!proven.ok) return proven;
    await tx.db.update(cases).set({ agreedBy: tx.actor.id }).where(eq(cases.id, caseId));
    await audit(tx, {
      verb: 'cases/agree',
      subject: { type: 'case', id: caseId },
      details: { contentHash, agreedWith: found.openedBy, via: tx.actor.via },
    });
    const opener = found.openedBy === null ? [] : [await staffName(tx, found.openedBy)];
    await tellOfAgreedCase(tx, found, [...opener, tx.actor.name]);
    return done({ ...found, agreedBy: tx.actor.id });
  });
}
