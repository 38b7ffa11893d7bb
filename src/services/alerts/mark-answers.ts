import { and, eq, notInArray } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import type { Context } from '../context.ts';
import type { HearingRow } from '../hearings/find.ts';

/** Keeps with the news of a revision which unconfirmed move it answers. */
export async function markAnswers(
  ctx: Context,
  hearing: HearingRow,
  revision: number,
  answers: number,
): Promise<void> {
  await ctx.db
    .update(alerts)
    .set({ answersRevision: answers })
    .where(
      and(
        eq(alerts.hearingId, hearing.id),
        eq(alerts.revision, revision),
        eq(alerts.state, 'pending'),
        notInArray(alerts.kind, ['reminder', 'no_outcome']),
      ),
    );
}
