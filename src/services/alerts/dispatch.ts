import { and, eq, notInArray, sql } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import type { AlertId, BroadcastId } from '../../domain/ids.ts';
import { type Language, languages } from '../../domain/language.ts';
import { audit } from '../audit.ts';
import { overtakeAlerts } from '../broadcasts/overtake.ts';
import { findReminded, overtakeReminded } from '../broadcasts/overtake-reminded.ts';
import { type PlanBroadcast, planBroadcastHere } from '../broadcasts/plan.ts';
import { readersOf } from '../broadcasts/readers.ts';
import { holdCase } from '../cases/find.ts';
import { type Context, inTransaction, type SigningContext } from '../context.ts';
import { uuidArray } from '../deliveries/statement.ts';
import { reach } from '../fail-point.ts';
import { together } from '../together.ts';
import { subjectOf } from './subject.ts';
import type { AlertRow, PreparedAlert } from './telling.ts';
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
 * Keeps those who dispatch at once in one process from taking two alerts of one hearing or incident: which of them goes,
 * and in whose place, depends on what became of the other. Whoever takes some waits for their turn to look.
 */
export interface DispatchTurns {
  /** Runs `take` while nobody else does; of what it finds, one alert of each subject is in hand until `release`. */
  take(take: (inHand: readonly string[]) => Promise<readonly AlertRow[]>): Promise<readonly AlertRow[]>;
  release(taken: readonly AlertRow[]): void;
}

export function dispatchTurns(): DispatchTurns {
  const inHand = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(take) {
      const taken = last.then(async () =>
        (await take([...inHand])).filter((alert) => {
          const { id } = subjectOf(alert);
          return !inHand.has(id) && inHand.add(id);
        }),
      );
      // Whoever comes next waits for this one, and not for what it came to.
      last = taken.catch(() => undefined);
      return taken;
    },
    release(taken) {
      for (const alert of taken) inHand.delete(subjectOf(alert).id);
    },
  };
}

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
  const [dispatched] = await dispatchDueAlerts(ctx, { except, turns: dispatchTurns(), atMost: 1 });
  return dispatched ?? null;
}

/** Which alerts are looked for. */
interface Look {
  readonly except: readonly AlertId[];
  /** Only this one; the most pressing when it is left out. */
  readonly only?: AlertId;
  readonly turns: DispatchTurns;
  readonly atMost: number;
}

/**
 * The same for up to `atMost` reminders in one transaction, or one piece of news, the most pressing; for none when none is due. Where one
 * fails nothing of it stands, and each is taken once more by itself: so it keeps back none of the others.
 */
export async function dispatchDueAlerts(ctx: SigningContext, look: Look): Promise<readonly Dispatched[]> {
  let taken: readonly AlertRow[] = [];
  try {
    const dispatched = await inTransaction(ctx, async (tx) => {
      const now = tx.clock.now();
      taken = await look.turns.take((inHand) => takeAlerts(tx, look, inHand, now));
      return inStep(taken, (alert) => dispatch(tx, alert, now));
    });
    if (dispatched.length > 0) reach('alert.committed');
    return dispatched;
  } catch (error) {
    const [first, second] = taken;
    if (first === undefined) throw error;
    if (second === undefined) return [{ alertId: first.id, state: 'failed', error }];
  } finally {
    look.turns.release(taken);
  }
  const alone: Dispatched[] = [];
  for (const { id } of taken) alone.push(...(await dispatchDueAlerts(ctx, { ...look, only: id, atMost: 1 })));
  return alone;
}

/**
 * Works on all of them at once. What they ask goes over the transaction's one connection together, and is answered
 * together: most of what an alert costs are its questions, one after the other. When one throws, all have come to their
 * end before the transaction does.
 */
async function inStep<Item, Done>(
  items: readonly Item[],
  work: (item: Item) => Promise<Done>,
): Promise<readonly Done[]> {
  return together(items.map(work));
}

/** In a transaction that others share: nothing in here begins one of its own, since savepoints would get entangled. */
async function dispatch(tx: SigningContext, alert: AlertRow, now: Temporal.Instant): Promise<Dispatched> {
  reach('alert.taken');
  const outcome = await settle(tx, alert, now);
  reach('alert.planned');
  await together([
    tx.db.update(alerts).set({ state: outcome.state, dispatchedAt: now }).where(eq(alerts.id, alert.id)),
    audit(tx, {
      verb: 'alerts/dispatch',
      subject: { type: 'alert', id: alert.id },
      details: { kind: alert.kind, state: outcome.state, deliveries: outcome.deliveries },
    }),
  ]);
  await overtakeReminded(tx, outcome.overtaken);
  reach('alert.audited');
  return { alertId: alert.id, ...outcome };
}

/** Written out, so that the index of what is pending serves it whatever its parameters are. */
const isPending = sql`${alerts.state} = 'pending'`;

async function takeAlerts(
  ctx: Context,
  { except, only, atMost }: Look,
  inHand: readonly string[],
  now: Temporal.Instant,
): Promise<readonly AlertRow[]> {
  const found = await ctx.db
    .select()
    .from(alerts)
    .where(
      and(
        isPending,
        eq(alerts.campaignId, ctx.campaignId),
        sql`due_at <= ${now.toString()}`,
        only === undefined ? undefined : eq(alerts.id, only),
        except.length === 0 ? undefined : notInArray(alerts.id, [...except]),
        inHand.length === 0 ? undefined : sql`coalesce(hearing_id, incident_id) <> all(${uuidArray(inHand)})`,
      ),
    )
    .orderBy(sql`(kind = 'reminder'), due_at, id`)
    .limit(atMost)
    .for('update', { skipLocked: true });
  // News goes by itself: it waits for nobody else's plan, which takes seconds where a case has a million followers.
  return found[0]?.kind === 'reminder' ? found : found.slice(0, 1);
}

/** What does not need the answer to something else is asked at once: an alert that waits for ten answers in turn is late. */
async function settle(ctx: SigningContext, alert: AlertRow, now: Temporal.Instant): Promise<Settled> {
  const { leadTime } = alert;
  const [telling, reminder, ofCase, reminded, readers] = await together([
    tellingOf(ctx, alert, now),
    leadTime === null ? null : findWish(ctx, alert, leadTime, now),
    holdCase(ctx, alert.caseId),
    leadTime === null ? [] : findReminded(ctx, alert),
    readersOf(ctx, alert.caseId),
  ]);
  if (telling.standing === 'overtaken') return superseded;
  if (telling.standing === 'unapproved') {
    ctx.log.error('alert-unapproved', { id: alert.id });
    return superseded;
  }
  if (Temporal.Instant.compare(alert.notAfter, now) <= 0) return { ...superseded, state: 'expired' };
  if (reminder !== null && !(await isWanted(ctx, alert, reminder))) return superseded;
  if (ofCase.status === 'closed') {
    ctx.log.warn('alert-of-closed-case', { id: alert.id });
    return superseded;
  }
  const { priority, passesQuietHours, onlyToldIn, render } = await telling.prepare(ofCase);
  // Whoever got the confirmed hour after the earlier one would come by the later.
  if (alert.unconfirmed && alert.kind === 'changed') await overtakeAlerts(ctx, subjectOf(alert));
  const deliveries = await planForReaders(
    ctx,
    { render, readers },
    {
      subject: { kind: 'alert', alertId: alert.id },
      caseId: alert.caseId,
      priority,
      notAfter: alert.notAfter,
      audience: { followedBy: alert.dueAt, reminder, inPlaceOf: reminded },
      passesQuietHours,
      onlyToldIn,
    },
  );
  return { state: 'dispatched', deliveries, overtaken: reminded };
}

/**
 * Renders only for those languages that the case's followers read. Whoever changed language between the look and the
 * plan would get nothing, so it is looked at again afterwards, until every language there is has been served.
 */
async function planForReaders(
  ctx: SigningContext,
  { render, readers: first }: Pick<PreparedAlert, 'render'> & { readonly readers: readonly Language[] },
  plan: Omit<PlanBroadcast, 'texts'>,
): Promise<number> {
  const served = new Set<Language>();
  let deliveries = 0;
  let readers = first;
  while (readers.length > 0) {
    const texts = readers.map((reader) => ({ reader, textLanguage: reader, message: render(reader) }));
    deliveries += await planBroadcastHere(ctx, { ...plan, texts });
    for (const reader of readers) served.add(reader);
    if (served.size === languages.length) break;
    readers = (await readersOf(ctx, plan.caseId)).filter((reader) => !served.has(reader));
  }
  return deliveries;
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
