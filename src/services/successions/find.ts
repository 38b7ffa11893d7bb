import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm';
import { staff, successions } from '../../db/schema/index.ts';
import type { SuccessionId } from '../../domain/ids.ts';
import { type NamedSuccessor, namingState } from '../../domain/succession.ts';
import type { CoreContext } from '../context.ts';

export type SuccessionRow = typeof successions.$inferSelect;

/** Who was named and has not taken over, or waits for a second word; oldest first. Of who has left nothing stands. */
export async function standingSuccessions(ctx: CoreContext): Promise<SuccessionRow[]> {
  const rows = await ctx.db
    .select(getTableColumns(successions))
    .from(successions)
    .innerJoin(staff, and(eq(staff.id, successions.staffId), isNull(staff.revokedAt)))
    .where(
      and(
        eq(successions.campaignId, ctx.campaignId),
        isNull(successions.takenAt),
        isNull(successions.droppedAt),
      ),
    )
    .orderBy(asc(successions.id));
  return rows.filter((row) => namingState(row, ctx.clock.now()) !== 'lapsed');
}

/** Whom two have named. */
export async function namedSuccessors(ctx: CoreContext): Promise<NamedSuccessor[]> {
  const rows = await standingSuccessions(ctx);
  return rows.filter(({ agreedAt }) => agreedAt !== null).map(({ staffId, roles }) => ({ staffId, roles }));
}

/** One of those that stand, locked until the transaction ends. */
export async function lockSuccession(
  ctx: CoreContext,
  successionId: SuccessionId,
): Promise<SuccessionRow | undefined> {
  await ctx.db
    .select({ id: successions.id })
    .from(successions)
    .where(eq(successions.id, successionId))
    .for('update');
  return (await standingSuccessions(ctx)).find(({ id }) => id === successionId);
}
