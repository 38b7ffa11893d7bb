import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { calls, rings } from '../../db/schema/index.ts';
import type { CallId, HearingId } from '../../domain/ids.ts';
import type { RingEnd } from '../../domain/words.ts';
import type { Context } from '../context.ts';

/**
 * Ends the calls to decide on a hearing, since somebody has decided or newer facts are there: nobody is called any more,
 * and what has not left yet is taken back. Call it with the hearing locked.
 */
export async function endRinging(ctx: Context, hearingId: HearingId, cameTo: RingEnd): Promise<void> {
  const ended = await ctx.db
    .update(rings)
    .set({ dueAt: null, cameTo })
    .where(and(eq(rings.hearingId, hearingId), isNotNull(rings.dueAt)))
    .returning({ callIds: rings.callIds });
  await takeBackCalls(
    ctx,
    ended.flatMap(({ callIds }) => callIds),
  );
}

/** Takes back notices that have not left. One that the sender has in hand just now leaves all the same. */
export async function takeBackCalls(ctx: Context, callIds: readonly CallId[]): Promise<void> {
  if (callIds.length === 0) return;
  await ctx.db.delete(calls).where(and(inArray(calls.id, [...callIds]), eq(calls.state, 'planned')));
}
