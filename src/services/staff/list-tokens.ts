import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { staff, staffTokens } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** A token as people see it: what it is for and when it was used, and nothing that it could be told by. */
export type TokenRow = Pick<
  typeof staffTokens.$inferSelect,
  'id' | 'staffId' | 'scopes' | 'createdAt' | 'expiresAt' | 'lastUsedAt'
>;

/** Whether whoever asks may see somebody's tokens and end them: their own, and admins and the operator everybody's. */
export function mayManageTokens({ actor }: CoreContext, staffId: StaffId): boolean {
  if (actor.kind === 'operator') return true;
  return actor.kind === 'staff' && (actor.id === staffId || hasRole(actor, 'admin'));
}

/** The tokens that count of those among these people whose tokens whoever asks may see, oldest first. */
export async function listTokens(ctx: CoreContext, of: readonly StaffId[]): Promise<TokenRow[]> {
  const { id, staffId, scopes, createdAt, expiresAt, lastUsedAt } = staffTokens;
  return ctx.db
    .select({ id, staffId, scopes, createdAt, expiresAt, lastUsedAt })
    .from(staffTokens)
    .innerJoin(staff, eq(staff.id, staffTokens.staffId))
    .where(
      and(
        eq(staff.campaignId, ctx.campaignId),
        inArray(
          staffTokens.staffId,
          of.filter((one) => mayManageTokens(ctx, one)),
        ),
        isNull(staffTokens.revokedAt),
        gt(staffTokens.expiresAt, ctx.clock.now()),
      ),
    )
    .orderBy(asc(staffTokens.createdAt), asc(staffTokens.id));
}
