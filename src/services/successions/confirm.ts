import { eq } from 'drizzle-orm';
import { successions } from '../../db/schema/index.ts';
import type { SuccessionId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { type SuccessionRefusal, wordToConfirm } from '../../domain/succession.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { lacksSecondKey, type SecondKeyRefusal } from '../passkeys/second-key.ts';
import { staffName } from '../staff/find.ts';
import { lockSuccession, wordsOf } from './find.ts';
import { tellOfSuccession } from './tell-staff.ts';

/**
 * Puts one's own word in place of one that is gone, of a naming in doubt. Once two words count again it stands as before;
 * where both are gone it takes two, one after the other. Everybody is told.
 */
export async function confirmSuccessor(
  ctx: StaffContext,
  { successionId }: { readonly successionId: SuccessionId },
): Promise<
  Result<
    { readonly successionId: SuccessionId; readonly stands: boolean },
    SuccessionRefusal | SecondKeyRefusal
  >
> {
  return inTransaction(ctx, async (tx) => {
    const named = await lockSuccession(tx, successionId);
    if (named === undefined || named.agreedAt === null) return refused({ code: 'request-lapsed' });
    const words = await wordsOf(tx, named);
    const replaced = wordToConfirm(tx.actor, named, words);
    if (!replaced.ok) return replaced;
    if (await lacksSecondKey(tx)) return refused({ code: 'second-key-missing' });
    const stands = words.gone.length === 1;
    const word = replaced.value.word === 'named' ? { namedBy: tx.actor.id } : { agreedBy: tx.actor.id };
    await tx.db
      .update(successions)
      .set({ ...word, ...(stands && { doubtedAt: null }) })
      .where(eq(successions.id, successionId));
    await audit(tx, {
      verb: 'successions/confirm',
      subject: { type: 'succession', id: successionId },
      details: { staff: named.staffId, inPlaceOf: replaced.value.staffId, stands, via: tx.actor.via },
    });
    const name = await staffName(tx, named.staffId);
    await tellOfSuccession(tx, { what: stands ? 'confirmed' : 'confirmed-once', name, roles: named.roles });
    return done({ successionId, stands });
  });
}
