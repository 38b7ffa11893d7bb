import { and, eq, isNull } from 'drizzle-orm';
import { sessions } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction, type StaffContext } from '../context.ts';
import type { Session } from './resume.ts';

/** Signs out: the session's cookie is worth nothing from now on. */
export async function endSession(ctx: StaffContext, session: Session): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(sessions)
      .set({ endedAt: tx.clock.now() })
      .where(and(eq(sessions.id, session.id), eq(sessions.staffId, tx.actor.id), isNull(sessions.endedAt)));
    await audit(tx, { verb: 'sessions/end', subject: { type: 'staff', id: tx.actor.id } });
  });
}

/** Ends all of somebody's sessions; call it in the transaction that takes their keys. */
export async function endSessionsOf(ctx: CoreContext, staffId: StaffId): Promise<void> {
  await ctx.db
    .update(sessions)
    .set({ endedAt: ctx.clock.now() })
    .where(and(eq(sessions.staffId, staffId), isNull(sessions.endedAt)));
}
