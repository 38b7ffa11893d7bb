import { and, eq, inArray, ne, notInArray, sql } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import type { AlertId, BroadcastId, CaseId } from '../../domain/ids.ts';
import { type Language, languages } from '../../domain/language.ts';
import { shownCount } from '../../domain/shown-count.ts';
import { auditAll } from '../audit.ts';
import type { ReminderWish } from '../broadcasts/audience.ts';
import { overtakeAlerts } from '../broadcasts/overtake.ts';
import { findReminded, overtakeReminded } from '../broadcasts/overtake-reminded.ts';
import { type PlanBroadcast, planBroadcastsHere } from '../broadcasts/plan.ts';
import { type Readers, readersOf } from '../broadcasts/readers.ts';
import { holdCases, ofCase } from '../cases/find.ts';
import { type Context, inTransaction, type SigningContext } from '../context.ts';
import { uuidArray } from '../deliveries/statement.ts';
import { reach } from '../fail-point.ts';
import { together } from '../together.ts';
import { subjectOf } from './subject.ts';
import type { AlertOfCase, AlertRow, PreparedAlert, Telling } from './telling.ts';
import { tellingsOf } from './telling-of.ts';
import { findWishes, isWanted } from './wish.ts';

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

/** Turns in which nothing is in hand. */
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
 * The same for up to `atMost` reminders of cases with few followers in one transaction, or one piece of news, or one reminder
 * of a case with many; for none when none is due. Where one fails nothing of it stands, and each is taken once more by itself: so it keeps back none of the
 * others.
 */
export async function dispatchDueAlerts(ctx: SigningContext, look: Look): Promise<readonly Dispatched[]> {
  let taken: readonly AlertRow[] = [];
  try {
    const dispatched = await inTransaction(ctx, async (tx) => {
      const now = tx.clock.now();
      taken = await look.turns.take((inHand) => takeAlerts(tx, look, inHand, now));
      return dispatch(tx, taken, now);
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

/** In a transaction that they share: what each needs is asked once for all, and what becomes of them is written at once. */
async function dispatch(
  tx: SigningContext,
  taken: readonly AlertRow[],
  now: Temporal.Instant,
): Promise<readonly Dispatched[]> {
  if (taken.length === 0) return [];
  reach('alert.taken');
  const settled = await settle(tx, taken, now);
  reach('alert.planned');
  const ended = taken.map((alert) => ({ alert, ...(settled.get(alert) ?? superseded) }));
  for (const [state, of] of Map.groupBy(ended, (one) => one.state)) {
    const ids = of.map(({ alert }) => alert.id);
    await tx.db.update(alerts).set({ state, dispatchedAt: now }).where(inArray(alerts.id, ids));
  }
  await auditAll(
    tx,
    ended.map(({ alert, state, deliveries }) => ({
      verb: 'alerts/dispatch',
      subject: { type: 'alert', id: alert.id },
      details: { kind: alert.kind, state, deliveries: shownCount(deliveries) },
    })),
  );
  await overtakeReminded(
    tx,
    ended.flatMap(({ overtaken }) => overtaken),
  );
  reach('alert.audited');
  return ended.map(({ alert, ...outcome }) => ({ alertId: alert.id, ...outcome }));
}

/** Written out, so that the index of what is pending serves it whatever its parameters are. */
const isPending = sql`${alerts.state} = 'pending'`;

const pressing = sql`(kind = 'reminder'), due_at, id`;

/**
 * The most pressing, and with a reminder others that are due. News goes by itself, and so does a reminder where a case has
 * many followers: nobody waits for another's plan, which takes seconds for a million. Nothing is locked that is not taken,
 * since another scheduler would pass it over.
 */
async function takeAlerts(
  ctx: Context,
  { except, only, atMost }: Look,
  inHand: readonly string[],
  now: Temporal.Instant,
): Promise<readonly AlertRow[]> {
  const isDue = and(
    isPending,
    eq(alerts.campaignId, ctx.campaignId),
    sql`due_at <= ${now.toString()}`,
    except.length === 0 ? undefined : notInArray(alerts.id, [...except]),
    inHand.length === 0 ? undefined : sql`coalesce(hearing_id, incident_id) <> all(${uuidArray(inHand)})`,
  );
  const [first] = await ctx.db
    .select()
    .from(alerts)
    .where(and(isDue, only === undefined ? undefined : eq(alerts.id, only)))
    .orderBy(pressing)
    .limit(1)
    .for('update', { skipLocked: true });
  if (first === undefined) return [];
  if (first.kind !== 'reminder' || atMost === 1) return [first];
  const others = await ctx.db
    .select({ id: alerts.id, caseId: alerts.caseId })
    .from(alerts)
    .where(and(isDue, eq(alerts.kind, 'reminder'), ne(alerts.id, first.id)))
    .orderBy(pressing)
    .limit(atMost - 1);
  const readers = await readersOf(
    ctx,
    [first, ...others].map(({ caseId }) => caseId),
  );
  const hasMany = ({ caseId }: { readonly caseId: CaseId }) => readers.get(caseId)?.many === true;
  const fitting = others.filter((other) => !hasMany(other)).map(({ id }) => id);
  if (hasMany(first) || fitting.length === 0) return [first];
  const taken = await ctx.db
    .select()
    .from(alerts)
    .where(and(isPending, inArray(alerts.id, fitting)))
    .orderBy(pressing)
    .for('update', { skipLocked: true });
  return [first, ...taken];
}

/** An alert that is about to go out. */
interface Going extends AlertOfCase {
  readonly prepared: PreparedAlert;
  /** Who wants it, of a reminder. */
  readonly reminder: ReminderWish | null;
  /** What says the same and has not arrived. */
  readonly reminded: readonly BroadcastId[];
}

/** What becomes of each; what is not in the answer is superseded. Those that go out are planned. */
async function settle(
  ctx: SigningContext,
  taken: readonly AlertRow[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<AlertRow, Settled>> {
  const cases = await holdCases(
    ctx,
    taken.map(({ caseId }) => caseId),
  );
  const ofCases = taken.map((alert) => ({ alert, ofCase: ofCase(cases, alert.caseId) }));
  const reminders = taken.filter(({ leadTime }) => leadTime !== null);
  const [tellings, wishes, remindedBy, readers] = await together([
    tellingsOf(ctx, ofCases, now),
    findWishes(ctx, reminders, now),
    findReminded(
      ctx,
      reminders.map(({ id }) => id),
    ),
    readersOf(ctx, cases.keys()),
  ]);
  const going: Going[] = [];
  const settled = new Map<AlertRow, Settled>();
  for (const { alert, ofCase } of ofCases) {
    const telling = tellings.get(alert.id);
    if (telling === undefined) throw new Error('An alert has nothing to tell.');
    const reminder = wishes.get(alert.id) ?? null;
    const outcome = await obstacle(ctx, { alert, ofCase }, { telling, reminder }, now);
    if (outcome !== null) settled.set(alert, outcome);
    else {
      const reminded = remindedBy.get(alert.id) ?? [];
      going.push({ alert, ofCase, prepared: await telling.prepare(), reminder, reminded });
    }
  }
  for (const { alert, prepared } of going) {
    if (prepared.takesPlaceOfAll) await overtakeAlerts(ctx, subjectOf(alert));
  }
  const planned = await planForReaders(ctx, going, readers);
  for (const { alert, reminded } of going) {
    settled.set(alert, {
      state: 'dispatched',
      deliveries: planned.get(alert.id) ?? 0,
      overtaken: reminded,
    });
  }
  return settled;
}

/** Why an alert does not go out, as what becomes of it; null when nothing keeps it. */
async function obstacle(
  ctx: SigningContext,
  { alert, ofCase }: AlertOfCase,
  { telling, reminder }: { readonly telling: Telling; readonly reminder: ReminderWish | null },
  now: Temporal.Instant,
): Promise<Settled | null> {
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
  return null;
}

/**
 * Renders only for those languages that the cases' followers read. Whoever changed language between the look and the
 * plan would get nothing, so it is looked at again afterwards, until every language there is has been served. Answers
 * how many deliveries each alert got.
 */
async function planForReaders(
  ctx: SigningContext,
  going: readonly Going[],
  first: ReadonlyMap<CaseId, Readers>,
): Promise<ReadonlyMap<AlertId, number>> {
  const planned = new Map<AlertId, number>();
  const unserved = (one: Served, readers: ReadonlyMap<CaseId, Readers>): Served[] => {
    const { languages: read = [], many = false } = readers.get(one.alert.caseId) ?? {};
    const left = read.filter((language) => !one.served.includes(language));
    return left.length === 0 ? [] : [{ ...one, readers: left, few: !many }];
  };
  const begun = going.map((one) => ({ ...one, served: [], readers: [], few: false }));
  let next = begun.flatMap((one) => unserved(one, first));
  while (next.length > 0) {
    const added = await planBroadcastsHere(ctx, next.map(planOf));
    for (const [at, { alert }] of next.entries()) {
      planned.set(alert.id, (planned.get(alert.id) ?? 0) + (added[at] ?? 0));
    }
    const served = next
      .map((one) => ({ ...one, served: [...one.served, ...one.readers] }))
      .filter((one) => one.served.length < languages.length);
    const now = await readersOf(
      ctx,
      served.map(({ alert }) => alert.caseId),
    );
    next = served.flatMap((one) => unserved(one, now));
  }
  return planned;
}

/** An alert with the languages in which it was planned, and those in which it is to be planned next. */
interface Served extends Going {
  readonly served: readonly Language[];
  readonly readers: readonly Language[];
  /** Its followers are few. */
  readonly few: boolean;
}

function planOf({ alert, prepared, reminder, reminded, readers, few }: Served): PlanBroadcast {
  const { priority, passesQuietHours, onlyToldIn, render } = prepared;
  return {
    subject: { kind: 'alert', alertId: alert.id },
    caseId: alert.caseId,
    priority,
    notAfter: alert.notAfter,
    audience: { followedBy: alert.dueAt, reminder, inPlaceOf: reminded },
    passesQuietHours,
    onlyToldIn,
    few,
    texts: readers.map((reader) => ({ reader, textLanguage: reader, message: render(reader) })),
  };
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
