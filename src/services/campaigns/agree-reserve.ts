import type { ReserveRequestId } from '../../domain/ids.ts';
import { mayAgreeToReserve, type Reserve, reserveHash } from '../../domain/reserve.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { type DecisionProof, type ProofRefusal, proveDecision } from '../approvals/prove.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { lacksSecondKey, type SecondKeyRefusal } from '../passkeys/second-key.ts';
import { staffName } from '../staff/find.ts';
import { lockCampaign } from './find.ts';
import { keepReserve } from './keep-reserve.ts';
import { standingReserveRequest } from './reserve-request.ts';
import { tellOfReserve } from './tell-of-reserve.ts';

/** To what the second person agrees. */
export interface AgreeToReserve {
  /** Of these very names: when something else waits by now it is refused. */
  readonly requestId: ReserveRequestId;
  /** Signed over `reserveHash`; needed once there is a staff site. */
  readonly proof?: DecisionProof;
}

/** Why somebody is not the second person for a reserve. */
export type AgreeToReserveRefusal =
  | ProofRefusal
  | SecondKeyRefusal
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'own-request' }
  | { readonly code: 'request-lapsed' };

/** Agrees, as the second of two, to what was named as the reserve: from then on followers are told of it. */
export async function agreeToReserve(
  ctx: StaffContext,
  input: AgreeToReserve,
): Promise<Result<Reserve, AgreeToReserveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await lockCampaign(tx);
    const asked = await standingReserveRequest(tx);
    if (asked === null || asked.id !== input.requestId) return refused({ code: 'request-lapsed' });
    const refusal = mayAgreeToReserve(asked, tx.actor);
    if (refusal !== null) return refused(refusal);
    if (await lacksSecondKey(tx)) return refused({ code: 'second-key-missing' });
    const decided = { contentHash: reserveHash(asked), decision: 'approved' } as const;
    const proven = await proveDecision(tx, decided, input.proof, true);
    if (!proven.ok) return proven;
    const { reserve, by } = asked;
    await keepReserve(tx, reserve, { agreedWith: by, via: tx.actor.via });
    const asker = await staffName(tx, by);
    const names = [asker, tx.actor.name];
    await tellOfReserve(tx, reserve, { by: () => asker, names, without: [tx.actor.id] });
    return done(reserve);
  });
}
