import { sql } from 'drizzle-orm';
import { type NotResent, resendOf } from '../../domain/dead-letter.ts';
import type { BroadcastId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { type ShownCount, shownCount } from '../../domain/shown-count.ts';
import type { DeadState } from '../../domain/words.ts';
import type { CoreContext } from '../context.ts';
import { findBroadcast } from './find.ts';

/** Deliveries of a broadcast that ended the same way, other than by being sent. */
export interface DeadLetters {
  readonly state: DeadState;
  /** The outcome's class, with its reason or code. */
  readonly outcome: string;
  /** The language of their text; null where it is no longer kept. */
  readonly language: Language | null;
  readonly count: ShownCount;
  /** Why they are not sent once more; null when they may be (`resend.ts`). */
  readonly notResent: NotResent | 'no-longer-kept' | null;
}

/** What was not delivered, by class; undefined when there is no such broadcast. */
export async function listDeadLetters(
  ctx: CoreContext,
  broadcastId: BroadcastId,
): Promise<DeadLetters[] | undefined> {
  const broadcast = await findBroadcast(ctx, broadcastId);
  if (broadcast === undefined) return undefined;
  const rows = await ctx.db.execute<{
    state: DeadState;
    outcome: string;
    language: Language | null;
    count: number;
  }>(sql`
    select d.state, coalesce(d.outcome, '') as outcome, m.text_language as language, count(*)::float8 as count
    from deliveries d join messages m on m.id = d.message_id
    where d.broadcast_id = ${broadcastId} and d.state in ('failed', 'unknown', 'cancelled')
    group by 1, 2, 3
    union all
    select state, outcome, null, count from broadcast_totals
    where broadcast_id = ${broadcastId} and state in ('failed', 'unknown', 'cancelled')
    order by state, outcome, language`);
  return rows.map(({ state, outcome, language, count }) => {
    const resend = resendOf(broadcast.kind, state, outcome);
    const kept = language === null ? 'no-longer-kept' : null;
    return {
      state,
      outcome,
      language,
      count: shownCount(count),
      notResent: resend.safe ? kept : resend.why,
    };
  });
}
