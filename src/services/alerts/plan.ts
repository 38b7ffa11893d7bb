import { and, eq, inArray } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import { isAhead, kindsAhead } from '../../domain/alert.ts';
import { type HearingFacts, startsOn } from '../../domain/hearing.ts';
import { overtakeAlerts } from '../broadcasts/overtake.ts';
import type { Context } from '../context.ts';
import type { HearingRow } from '../hearings/find.ts';
import { wake } from '../wake.ts';
import { calledFor } from './called-for.ts';
import { insertAlerts } from './insert.ts';
import { markAnswers } from './mark-answers.ts';
import { supersedePending } from './supersede-pending.ts';

/**
 * Replaces whatever alerts were pending for a hearing by those that its new revision calls for, measured by
 * what followers were told last; where that was a move that nobody had confirmed, they are told what became of it. News
 * of the hearing takes the place of all that is still on its way about it.
 * Answers how many deliveries that took back.
 */
export async function planAlerts(
  ctx: Context,
  hearing: HearingRow,
  change: {
    readonly revision: number;
    readonly after: HearingFacts;
    /** Followers hear of it by an alert of another hearing: only what is ahead is planned. */
    readonly toldElsewhere?: boolean;
  },
): Promise<{ readonly overtaken: number }> {
  await moveAhead(ctx, hearing, change);
  const subject = { type: 'hearing', id: hearing.id } as const;
  await supersedePending(ctx, subject, change.revision);
  const { caseId } = hearing;
  const called = await calledFor(ctx, { hearing, caseId, ...change });
  const { word } = called;
  const planned = change.toldElsewhere ? called.planned.filter(({ kind }) => isAhead(kind)) : called.planned;
  const isNews = planned.some(({ kind }) => !isAhead(kind));
  const overtaken = isNews ? await overtakeAlerts(ctx, subject) : 0;
  await insertAlerts(ctx, [{ hearing, revision: change.revision, planned }]);
  if (word !== null) await markAnswers(ctx, hearing, change.revision, word.revision);
  await wake(ctx, 'scheduler');
  return { overtaken };
}

/** What is ahead of a start that stays goes over to the new revision: also what is due and has not left yet. */
async function moveAhead(
  ctx: Context,
  hearing: HearingRow,
  { revision, after }: { readonly revision: number; readonly after: HearingFacts },
): Promise<void> {
  const [on, kinds] = [startsOn(after), kindsAhead(after)];
  if (kinds.length === 0 || on === null) return;
  await ctx.db
    .update(alerts)
    .set({ revision })
    .where(
      and(
        eq(alerts.hearingId, hearing.id),
        inArray(alerts.kind, [...kinds]),
        eq(alerts.state, 'pending'),
        eq(alerts.startsOn, on),
      ),
    );
}
