import { and, eq } from 'drizzle-orm';
import { alerts, hearings } from '../../db/schema/index.ts';
import { alertsFor } from '../../domain/alert.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import { leadTimeCode } from '../../domain/lead-time.ts';
import { correction } from '../../domain/unconfirmed.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { overtakeAlerts } from '../broadcasts/overtake.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { Context } from '../context.ts';
import { factsOf, type RevisionRow } from '../hearings/facts.ts';
import type { HearingRow } from '../hearings/find.ts';
import { toldUnconfirmed } from '../hearings/told-unconfirmed.ts';
import { wake } from '../wake.ts';
import { insertAlerts } from './insert.ts';
import { leadTimesFor } from './lead-times.ts';
import { markAnswers } from './mark-answers.ts';
import { factsToldBefore } from './told.ts';

/**
 * Has followers told of a move to an earlier time that one person vouches for and nobody has confirmed: at once, and by
 * reminders of the earlier start. What is in effect stays so, and so do its reminders: both starts are possible. At one
 * instant only one reminder goes; it names both. What is on its way is taken back no sooner than this goes out (see
 * `dispatch`): it may be decided on before, and then nobody would be told. Call it with the hearing locked.
 */
export async function planUnconfirmed(
  ctx: Context,
  hearing: HearingRow,
  { revision, word }: { readonly revision: number; readonly word: HearingFacts },
): Promise<boolean> {
  const told = await factsToldBefore(ctx, hearing.id, revision);
  // Nobody has heard of the hearing yet: there is nothing that they could come too late for.
  if (told === null) return false;
  const leadTimes = await leadTimesFor(ctx, await findCampaign(ctx), hearing.caseId);
  const planned = alertsFor(told, word, leadTimes, ctx.clock.now(), SYSTEM_ZONE_RULES);
  const standing = await ctx.db
    .select({ leadTime: alerts.leadTime, dueAt: alerts.dueAt })
    .from(alerts)
    .where(and(eq(alerts.hearingId, hearing.id), eq(alerts.kind, 'reminder'), eq(alerts.state, 'pending')));
  const wanted = planned.filter((alert) => {
    // What the outcome was is asked after the confirmed start.
    if (alert.kind === 'no_outcome') return false;
    const code = alert.leadTime && leadTimeCode(alert.leadTime);
    return !standing.some((one) => one.leadTime === code && one.dueAt.equals(alert.dueAt));
  });
  await insertAlerts(ctx, [{ hearing, revision, planned: wanted }]);
  await ctx.db
    .update(alerts)
    .set({ unconfirmed: true })
    .where(and(eq(alerts.hearingId, hearing.id), eq(alerts.revision, revision), eq(alerts.state, 'pending')));
  await ctx.db.update(hearings).set({ unconfirmedRevision: revision }).where(eq(hearings.id, hearing.id));
  await wake(ctx, 'scheduler');
  return true;
}

/**
 * Ends what is still to go out unconfirmed about a hearing, since a decision was made: approved, it goes out as what it
 * now is; else not at all. Call it before the decision's own alerts are planned.
 */
export async function settleUnconfirmed(
  ctx: Context,
  hearing: HearingRow,
  decision: { readonly revision: number; readonly approved: boolean },
): Promise<void> {
  if (hearing.unconfirmedRevision === null) return;
  const pending = and(
    eq(alerts.hearingId, hearing.id),
    eq(alerts.unconfirmed, true),
    eq(alerts.state, 'pending'),
  );
  if (decision.approved) {
    await ctx.db
      .update(alerts)
      .set({ unconfirmed: false })
      .where(and(pending, eq(alerts.revision, decision.revision)));
  }
  await ctx.db.update(alerts).set({ unconfirmed: false, state: 'superseded' }).where(pending);
}

/**
 * Has followers told that a move was wrong, if they were told of it and nobody has told them otherwise: the facts that
 * it was to change stand. Answers how many deliveries of it were taken back.
 */
export async function correctUnconfirmed(
  ctx: Context,
  hearing: HearingRow,
  rejected: { readonly revision: number; readonly inEffect: RevisionRow | null },
): Promise<{ readonly overtaken: number }> {
  const word = await toldUnconfirmed(ctx, hearing);
  if (word === null || rejected.inEffect === null) return { overtaken: 0 };
  const overtaken = await overtakeAlerts(ctx, { type: 'hearing', id: hearing.id });
  const correct = factsOf(rejected.inEffect);
  const alert = correction(word.facts, correct, ctx.clock.now(), SYSTEM_ZONE_RULES);
  await insertAlerts(ctx, [{ hearing, revision: rejected.revision, planned: [alert] }]);
  await markAnswers(ctx, hearing, rejected.revision, word.revision);
  await wake(ctx, 'scheduler');
  return { overtaken };
}
