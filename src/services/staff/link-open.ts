import { and, eq, gt, isNull } from 'drizzle-orm';
import { hashToken } from '../../crypto/token.ts';
import { staffLinks } from '../../db/schema/index.ts';
import type { CoreContext } from '../context.ts';

/** Whether a one-time code that links a chat can still be used. */
export async function isLinkOpen(ctx: CoreContext, code: string): Promise<boolean> {
  const [open] = await ctx.db
    .select({ id: staffLinks.id })
    .from(staffLinks)
    .where(
      and(
        eq(staffLinks.hash, hashToken(code)),
        isNull(staffLinks.usedAt),
        gt(staffLinks.expiresAt, ctx.clock.now()),
      ),
    );
  return open !== undefined;
}
