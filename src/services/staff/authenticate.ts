import { and, eq, gt, isNull } from 'drizzle-orm';
import { hashToken } from '../../crypto/token.ts';
import { staff, staffTokens } from '../../db/schema/index.ts';
import type { StaffActor } from '../../domain/actor.ts';
import type { TokenScope } from '../../domain/token-scope.ts';
import type { Context } from '../context.ts';
import { actorOf, staffColumns } from './find.ts';

/** Whose a token is, with what it may be used for. */
export interface SignedIn {
  readonly actor: StaffActor;
  /** What the token was made for; null: all that its holder's roles allow. */
  readonly scopes: readonly TokenScope[] | null;
}

/** Who holds this bearer token, and what it may be used for; null when it is unknown, expired or revoked, or its holder is. */
export async function authenticate(ctx: Context, token: string): Promise<SignedIn | null> {
  const now = ctx.clock.now();
  const [found] = await ctx.db
    .select({ tokenId: staffTokens.id, scopes: staffTokens.scopes, staff: staffColumns })
    .from(staffTokens)
    .innerJoin(staff, eq(staff.id, staffTokens.staffId))
    .where(
      and(
        eq(staffTokens.hash, hashToken(token)),
        isNull(staffTokens.revokedAt),
        gt(staffTokens.expiresAt, now),
        isNull(staff.revokedAt),
        eq(staff.campaignId, ctx.campaignId),
      ),
    );
  if (found === undefined) return null;
  await ctx.db.update(staffTokens).set({ lastUsedAt: now }).where(eq(staffTokens.id, found.tokenId));
  return { actor: actorOf(found.staff, 'api'), scopes: found.scopes };
}
