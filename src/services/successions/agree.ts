import { eq } from 'drizzle-orm';
import { successions } from '../../db/schema/index.ts';
import type { SuccessionId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { mayAgreeToSuccessor, type SuccessionRefusal } from '../../domain/succession.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { lacksSecondKey, type SecondKeyRefusal } from '../passkeys/second-key.ts';
import { staffName } from '../staff/find.ts';
import { lockSuccession, wordsOf } from './find.ts';
import { tellOfSuccession } from './tell-staff.ts';

/**
 * Agrees, as the second of two, that a colleague is to take over. It counts only while who named them may still do so, and
 * gives nobody anything yet.
 */
export async function agreeToSuccessor(
  ctx: StaffContext,
  { successionId }: { readonly successionId: SuccessionId },
): Promise<Result<{ readonly successionId: SuccessionId }, SuccessionRefusal | SecondKeyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const named = await lockSuccession(tx, successionId);
    if (named === undefined || named.agreedAt !== null) return refused({ code: 'request-lapsed' });
    const forbidden = mayAgreeToSuccessor(tx.actor, named, tx.clock.now());
    if (forbidden !== null) return refused(forbidden);
    if (await lacksSecondKey(tx)) return refused({ code: 'second-key-missing' });
    if ((await wordsOf(tx, named)).gone.length > 0) return refused({ code: 'request-lapsed' });
    await tx.db
      .update(successions)
      .set({ agreedBy: tx.actor.id, agreedAt: tx.clock.now() })
      .where(eq(successions.id, successionId));
    await audit(tx, {
      verb: 'successions/agree',
      subject: { type: 'succession', id: successionId },
      details: { staff: named.staffId, agreedWith: named.namedBy, via: tx.actor.via },
    });
    const name = await staffName(tx, named.staffId);
    await tellOfSuccession(tx, { what: 'agreed', name, roles: named.roles });
    return done({ successionId });
  });
}
