import { and, eq, isNull } from 'drizzle-orm';
import { calls, invitations, passkeys, staff, staffLinks, staffTokens } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { forgetAnswersOf } from '../kept-answers/forget.ts';
import { forgetDraftsOf } from '../posts/forget-drafts.ts';
import { endSessionsOf } from '../sessions/end.ts';
import { voidLinksHeldBy } from '../staff-requests/void-links.ts';

export type RevokeStaffRefusal = { readonly code: 'staff-unknown' };

/**
 * Takes a person off the staff, at once and for good: their keys, tokens and one-time codes are void, as are links for others
 * that they were given, their sessions end, what their requests were answered and what they typed and did not save is
 * forgotten, their chat is erased, and no request that waits reaches them. What they wrote and decided stands under their
 * name; whoever doubts a text that has not gone out withdraws it.
 */
export async function revokeStaff(
  ctx: CoreContext,
  staffId: StaffId,
): Promise<Result<{ readonly staffId: StaffId }, RevokeStaffRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const [revoked] = await tx.db
      .update(staff)
      .set({ revokedAt: now, botId: null, chatIndex: null, sealedChat: null })
      .where(and(eq(staff.id, staffId), eq(staff.campaignId, tx.campaignId), isNull(staff.revokedAt)))
      .returning({ id: staff.id });
    if (revoked === undefined) return refused({ code: 'staff-unknown' });
    await tx.db
      .update(staffTokens)
      .set({ revokedAt: now })
      .where(and(eq(staffTokens.staffId, staffId), isNull(staffTokens.revokedAt)));
    await tx.db.delete(staffLinks).where(and(eq(staffLinks.staffId, staffId), isNull(staffLinks.usedAt)));
    await tx.db
      .update(passkeys)
      .set({ revokedAt: now })
      .where(and(eq(passkeys.staffId, staffId), isNull(passkeys.revokedAt)));
    await tx.db.delete(invitations).where(and(eq(invitations.staffId, staffId), isNull(invitations.usedAt)));
    await voidLinksHeldBy(tx, staffId);
    await endSessionsOf(tx, staffId);
    await forgetAnswersOf(tx, staffId);
    await forgetDraftsOf(tx, staffId);
    await tx.db.delete(calls).where(and(eq(calls.staffId, staffId), eq(calls.state, 'planned')));
    await audit(tx, { verb: 'staff/revoke', subject: { type: 'staff', id: staffId } });
    return done({ staffId });
  });
}
