import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { invitations, staffRequests } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import { isOver } from '../../domain/staff-request.ts';
import { audit } from '../audit.ts';
import type { CoreContext } from '../context.ts';

/**
 * Voids the one-time links that were given into somebody's hand, as the second of two, and that nobody has used: whoever is
 * taken off the staff would come in again by one, as somebody else. Call it in the transaction that takes them off.
 */
export async function voidLinksHeldBy(tx: CoreContext, staffId: StaffId): Promise<void> {
  const agreed = await tx.db
    .select()
    .from(staffRequests)
    .where(
      and(
        eq(staffRequests.campaignId, tx.campaignId),
        eq(staffRequests.agreedBy, staffId),
        isNotNull(staffRequests.concerns),
        isNull(staffRequests.droppedAt),
      ),
    )
    .for('update');
  for (const request of agreed) {
    // A link that waits by then came of something else.
    if (request.concerns === null || isOver(request, tx.clock.now())) continue;
    const voided = await tx.db
      .delete(invitations)
      .where(and(eq(invitations.staffId, request.concerns), isNull(invitations.usedAt)))
      .returning({ id: invitations.id });
    if (voided.length === 0) continue;
    await tx.db
      .update(staffRequests)
      .set({ droppedAt: tx.clock.now() })
      .where(eq(staffRequests.id, request.id));
    await audit(tx, {
      verb: 'staff-requests/void-link',
      subject: { type: 'staff-request', id: request.id },
      details: { kind: request.kind, concerns: request.concerns },
    });
  }
}
