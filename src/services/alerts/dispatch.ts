import { and, eq, notInArray, sql } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import type { AlertId, BroadcastId } from '../../domain/ids.ts';
import { languages } from '../../domain/language.ts';
import { audit } from '../audit.ts';
import { findReminded, overtakeReminded } from '../broadcasts/overtake-reminded.ts';
import { planBroadcast } from '../broadcasts/plan.ts';
import { holdCase } from '../cases/find.ts';
import { type Context, inTransaction, type SigningContext } from '../context.ts';
import { reach } from '../fail-point.ts';
import type { AlertRow } from './telling.ts';
import { tellingOf } from './telling-of.ts';
import { findWish, isWanted } from './wish.ts';

/** What became of an alert. */
interface Settled {
  readonly state: 'dispatched' | 'superseded' | 'expired';
  readonly deliveries: number;
  /** Broadcasts that say the same and whose place it has taken. */
  readonly overtaken: readonly BroadcastId[];
}

const superseded: Settled = { state: 'superseded', deliveries: 0, overtaken: [] };

/** The alert that was taken, with what became of it. `failed`: nothing did, and it is pending as before. */
export type Dispatched = { readonly alertId: AlertId } & (
  | Settled
  | { readonly state: 'failed'; readonly error: unknown }
);

/**
 * Sends the most pressing alert that is due on its way to the followers of its case; null when none is due.
 * One that came too late to be of use expires (see `tellOfExpired`); one whose revision is no longer in effect, or no
 * longer what was approved, is superseded: neither is ever sent. Two schedulers never take the same alert. `except`
 * are alerts that failed before, so that they keep nothing behind them from going out.
 */
export async function dispatchNextAlert(
  ctx: SigningContext,
  except: readonly AlertId[] = [],
): Promise<Dispatched | null> {
  let taken: AlertId | undefined;
  try {
    const dispatched = await inTransaction(ctx, async (tx) => {
      const now = tx.clock.now();
      const alert = await takeAlert(tx, except, now);
      if (alert === undefined) return null;
      taken = alert.id;
      reach('alert.taken');
      const outcome = await settle(tx, alert, now);
      reach('alert.planned');
      await tx.db
        .update(alerts)
        .set({ state: outcome.state, dispatchedAt: now })
        .where(eq(alerts.id, alert.id));
      await overtakeReminded(tx, outcome.overtaken);
      await audit(tx, {
        verb: 'alerts/dispatch',
        subject: { type: 'alert', id: alert.id },
        details: { kind: alert.kind, state: outcome.state, deliveries: outcome.deliveries },
      });
      reach('alert.audited');
      return { alertId: alert.id, ...outcome };
    });
    if (dispatched !== null) reach('alert.committed');
    return dispatched;
  } catch (error) {
    if (taken === undefined) throw error;
    return { alertId: taken, state: 'failed', error };
  }
}

/** Written out, so that the index of what is pending serves it whatever its parameters are. */
const isPending = sql`${alerts.state} = 'pending'`;

async function takeAlert(
  ctx: Context,
  except: readonly AlertId[],
  now: Temporal.Instant,
): Promise<AlertRow | undefined> {
  const [alert] = await ctx.db
    .select()
    .from(alerts)
    .where(
      and(
        isPending,
        eq(alerts.campaignId, ctx.campaignId),
        sql`due_at <= ${now.toString()}`,
        except.length === 0 ? undefined : notInArray(alerts.id, [...except]),
      ),
    )
    .orderBy(sql`(kind = 'reminder'), due_at, id`)
    .limit(1)
    .for('update', { skipLocked: true });
  return alert;
}

async function settle(ctx: SigningContext, alert: AlertRow, now: Temporal.Instant): Promise<Settled> {
  const telling = await tellingOf(ctx, alert, now);
  if (telling.standing === 'overtaken') return superseded;
  if (telling.standing === 'unapproved') {
    ctx.log.error('alert-unapproved', { id: alert.id });
    return superseded;
  }
  if (Temporal.Instant.compare(alert.notAfter, now) <= 0) return { ...superseded, state: 'expired' };
  const reminder = alert.leadTime === null ? null : await findWish(ctx, alert, alert.leadTime, now);
  if (reminder !== null && !(await isWanted(ctx, alert, reminder))) return superseded;
  const ofCase = await holdCase(ctx, alert.caseId);
  if (ofCase.status === 'closed') {
    ctx.log.warn('alert-of-closed-case', { id: alert.id });
    return superseded;
  }
  const inPlaceOf = reminder === null ? [] : await findReminded(ctx, alert);
  const { priority, passesQuietHours, onlyToldIn, render } = await telling.prepare(ofCase);
  const deliveries = await planBroadcast(ctx, {
    subject: { kind: 'alert', alertId: alert.id },
    caseId: alert.caseId,
    priority,
    notAfter: alert.notAfter,
    audience: { followedBy: alert.dueAt, reminder, inPlaceOf },
    passesQuietHours,
    onlyToldIn,
    texts: languages.map((reader) => ({ reader, textLanguage: reader, message: render(reader) })),
  });
  return { state: 'dispatched', deliveries, overtaken: inPlaceOf };
}

/** When the next alert falls due; null when none is pending. */
export async function nextAlertDue(ctx: Context): Promise<Temporal.Instant | null> {
  const [next] = await ctx.db
    .select({ dueAt: alerts.dueAt })
    .from(alerts)
    .where(and(isPending, eq(alerts.campaignId, ctx.campaignId)))
    .orderBy(alerts.dueAt)
    .limit(1);
  return next?.dueAt ?? null;
}
