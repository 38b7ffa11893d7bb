import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { passkeys } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { StaffSiteContext } from '../context.ts';

export type PasskeyRow = typeof passkeys.$inferSelect;

/** The keys with which somebody can sign in here, oldest first: not revoked, and of the present domain. */
export async function keysOf(ctx: StaffSiteContext, staffId: StaffId): Promise<PasskeyRow[]> {
  return selectKeys(ctx, staffId);
}

/** The same, locked until the transaction ends: of two who take one away, the second sees what the first has left. */
export async function lockKeysOf(ctx: StaffSiteContext, staffId: StaffId): Promise<PasskeyRow[]> {
  return selectKeys(ctx, staffId).for('update');
}

function selectKeys(ctx: StaffSiteContext, staffId: StaffId) {
  return ctx.db
    .select()
    .from(passkeys)
    .where(
      and(eq(passkeys.staffId, staffId), eq(passkeys.rpId, ctx.staffSite.rpId), isNull(passkeys.revokedAt)),
    )
    .orderBy(asc(passkeys.id));
}

/** When each of the keys was added that several people have, as `keysOf` counts them; who has none is left out. */
export async function keysOfEach(
  ctx: StaffSiteContext,
  staffIds: readonly StaffId[],
): Promise<ReadonlyMap<StaffId, readonly Pick<PasskeyRow, 'staffId' | 'createdAt'>[]>> {
  const found = await ctx.db
    .select({ staffId: passkeys.staffId, createdAt: passkeys.createdAt })
    .from(passkeys)
    .where(
      and(
        inArray(passkeys.staffId, [...staffIds]),
        eq(passkeys.rpId, ctx.staffSite.rpId),
        isNull(passkeys.revokedAt),
      ),
    );
  return Map.groupBy(found, ({ staffId }) => staffId);
}

/** How many they are. */
export async function keyCounts(
  ctx: StaffSiteContext,
  staffIds: readonly StaffId[],
): Promise<ReadonlyMap<StaffId, number>> {
  const keys = await keysOfEach(ctx, staffIds);
  return new Map([...keys].map(([staffId, of]) => [staffId, of.length]));
}
