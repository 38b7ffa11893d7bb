import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm';
import { staff, successions } from '../../db/schema/index.ts';
import type { StaffId, SuccessionId } from '../../domain/ids.ts';
import {
  doubtLasts,
  type NamedSuccessor,
  namingState,
  stillCounts,
  type Word,
  type Words,
} from '../../domain/succession.ts';
import type { CoreContext } from '../context.ts';
import { actorOf, findStaff } from '../staff/find.ts';
import { together } from '../together.ts';

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

/** Of those who named somebody, whose word counts now. */
export async function wordsOf(ctx: CoreContext, row: SuccessionRow): Promise<Words> {
  const given: { readonly word: Word; readonly staffId: StaffId }[] = [
    { word: 'named', staffId: row.namedBy },
  ];
  if (row.agreedBy !== null) given.push({ word: 'agreed', staffId: row.agreedBy });
  const counted = await together(
    given.map(async ({ word, staffId }) => {
      const member = await findStaff(ctx, staffId);
      return stillCounts(word, member === undefined ? null : actorOf(member, 'console'), row);
    }),
  );
  return {
    standing: given.filter((_, index) => counted[index]).map(({ staffId }) => staffId),
    gone: given.filter((_, index) => !counted[index]),
  };
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
