import { and, asc, eq, gt } from 'drizzle-orm';
import { cases, posts } from '../../db/schema/index.ts';
import type { PostId } from '../../domain/ids.ts';
import type { Localised } from '../../domain/localised.ts';
import type { CoreContext } from '../context.ts';
import { visiblePosts } from './visible.ts';

/** A post that waits for its time. */
export interface ScheduledPost {
  readonly postId: PostId;
  readonly caseName: Localised;
  readonly notBefore: Temporal.Instant;
}

/** Posts whose window is still to open, soonest first. */
export async function findScheduledPosts(ctx: CoreContext): Promise<ScheduledPost[]> {
  const rows = await ctx.db
    .select({ postId: posts.id, caseName: cases.name, notBefore: posts.notBefore })
    .from(posts)
    .innerJoin(cases, eq(cases.id, posts.caseId))
    .where(and(eq(posts.campaignId, ctx.campaignId), visiblePosts(ctx), gt(posts.notBefore, ctx.clock.now())))
    .orderBy(asc(posts.notBefore));
  return rows.flatMap(({ notBefore, ...row }) => (notBefore === null ? [] : { ...row, notBefore }));
}
