import { and, eq, isNull } from 'drizzle-orm';
import { staff, staffTokens } from '../../db/schema/index.ts';
import type { StaffTokenId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { mayManageTokens } from './list-tokens.ts';

export type RevokeTokenRefusal = { readonly code: 'token-unknown' };

/** Ends a token at once: one's own, and for an admin and the operator anybody's. To others it is as if it were not there. */
export async function revokeToken(
  ctx: CoreContext,
  tokenId: StaffTokenId,
): Promise<Result<{ readonly tokenId: StaffTokenId }, RevokeTokenRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ staffId: staffTokens.staffId })
      .from(staffTokens)
      .innerJoin(staff, eq(staff.id, staffTokens.staffId))
      .where(
        and(eq(staffTokens.id, tokenId), eq(staff.campaignId, tx.campaignId), isNull(staffTokens.revokedAt)),
      )
      .for('update', { of: staffTokens });
    if (found === undefined || !mayManageTokens(tx, found.staffId)) return refused({ code: 'token-unknown' });
    await tx.db.update(staffTokens).set({ revokedAt: tx.clock.now() }).where(eq(staffTokens.id, tokenId));
    await audit(tx, { verb: 'staff/revoke-token', subject: { type: 'staff', id: found.staffId } });
    return done({ tokenId });
  });
}
