import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm';
import { staff, successions } from '../../db/schema/index.ts';
import type { StaffId, SuccessionId } from '../../domain/ids.ts';
import { doubtLasts, type NamedSuccessor, namingState, stillNames } from '../../domain/succession.ts';
import type { CoreContext } from '../context.ts';
import { actorOf, findStaff } from '../staff/find.ts';

export type SuccessionRow = typeof successions.$inferSelect;

/** Who was named and has not taken over, or waits for a second word; oldest first. Of who has left nothing stands. */
export async function standingSuccessions(ctx: CoreContext): Promise<SuccessionRow[]> {
  return (await openSuccessions(ctx)).filter((row) => namingState(row, ctx.clock.now()) !== 'lapsed');
}

/** The same with those that have lapsed. */
export async function openSuccessions(ctx: CoreContext): Promise<SuccessionRow[]> {
  return ctx.db
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
}

/** By whose words a naming stands: who can name still, and who no more. */
export interface Words {
  readonly standing: readonly StaffId[];
  readonly gone: readonly StaffId[];
}

/** Of those who named somebody, whose word counts now. */
export async function wordsOf(ctx: CoreContext, row: SuccessionRow): Promise<Words> {
  const standing: StaffId[] = [];
  const gone: StaffId[] = [];
  for (const staffId of row.agreedBy === null ? [row.namedBy] : [row.namedBy, row.agreedBy]) {
    const member = await findStaff(ctx, staffId);
    const counts = stillNames(member === undefined ? null : actorOf(member, 'console'), row);
    (counts ? standing : gone).push(staffId);
  }
  return { standing, gone };
}

/** Until when a naming in doubt can be called on, unless somebody confirms it; null while it is in none. */
export function lapsesAt({ doubtedAt }: SuccessionRow): Temporal.Instant | null {
  return doubtedAt === null ? null : doubtedAt.add(doubtLasts);
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
