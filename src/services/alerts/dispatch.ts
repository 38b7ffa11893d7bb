import { and, eq, notInArray, sql } from 'drizzle-orm';
import { alerts, hearingRevisions } from '../../db/schema/index.ts';
import { isMovedEarlier } from '../../domain/alert.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import { resolveStart } from '../../domain/hearing-time.ts';
import type { AlertId, BroadcastId } from '../../domain/ids.ts';
import { languages } from '../../domain/language.ts';
import { alertPriority } from '../../domain/priority.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { audit } from '../audit.ts';
import { findReminded, overtakeReminded } from '../broadcasts/overtake-reminded.ts';
import { planBroadcast } from '../broadcasts/plan.ts';
import { holdCase, personsOf } from '../cases/find.ts';
import { type Context, inTransaction } from '../context.ts';
import { reach } from '../fail-point.ts';
import { upcomingHearings } from '../follows/upcoming.ts';
import { factsOf, type RevisionRow } from '../hearings/facts.ts';
import { standingOf } from '../hearings/standing.ts';
import { renderAlert } from './render.ts';
import { tellOfExpired } from './tell-expired.ts';
import { factsToldBefore } from './told.ts';
import { findWish, isWanted } from './wish.ts';

type AlertRow = typeof alerts.$inferSelect;

/** With no more than this to go, a hearing's alerts are urgent: news of it goes first, and none waits for the morning. */
const urgentWithin = Temporal.Duration.from({ hours: 24 });

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
 * One that came too late to be of use expires, and staff are told; one whose revision is no longer in effect, or no
 * longer what was approved, is superseded: neither is ever sent. Two schedulers never take the same alert. `except`
 * are alerts that failed before, so that they keep nothing behind them from going out.
 */
export async function dispatchNextAlert(
  ctx: Context,
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
      const outcome = await settle(tx, alert, await findRevision(tx, alert), now);
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

async function settle(
  ctx: Context,
  alert: AlertRow,
  revision: RevisionRow,
  now: Temporal.Instant,
): Promise<Settled> {
  const standing = await standingOf(ctx, alert, revision);
  if (standing === 'overtaken') return superseded;
  if (standing === 'unapproved') {
    ctx.log.error('alert-unapproved', { id: alert.id });
    return superseded;
  }
  if (Temporal.Instant.compare(alert.notAfter, now) <= 0) {
    await tellOfExpired(ctx, alert, revision);
    return { ...superseded, state: 'expired' };
  }
  const reminder = alert.leadTime === null ? null : await findWish(ctx, alert, alert.leadTime, now);
  if (reminder !== null && !(await isWanted(ctx, alert, reminder))) return superseded;
  const { status, name, fictional } = await holdCase(ctx, alert.caseId);
  if (status === 'closed') {
    ctx.log.warn('alert-of-closed-case', { id: alert.id });
    return superseded;
  }
  const { facts, unconfirmed, reported, wrong } = standing;
  const before = await factsToldBefore(ctx, alert.hearingId, alert.revision);
  const persons = (await personsOf(ctx, alert.caseId)).map((person) => person.name);
  const inPlaceOf = reminder === null ? [] : await findReminded(ctx, alert);
  const content = {
    kind: alert.kind,
    leadTime: alert.leadTime,
    caseId: alert.caseId,
    caseName: name,
    fictional,
    persons,
    facts,
    before,
    next: await findNext(ctx, alert),
    unconfirmed,
    reported,
    wrong,
    dueAt: alert.dueAt,
    sentAt: now,
  };
  const movedEarlier = alert.kind === 'changed' && isMovedEarlier(before, facts, SYSTEM_ZONE_RULES);
  const urgent = isUrgent([before, facts, wrong], now);
  const deliveries = await planBroadcast(ctx, {
    subject: { kind: 'alert', alertId: alert.id },
    caseId: alert.caseId,
    priority: alertPriority({ kind: alert.kind, movedEarlier, urgent }),
    notAfter: alert.notAfter,
    audience: { followedBy: alert.dueAt, reminder, inPlaceOf },
    passesQuietHours: movedEarlier || urgent,
    // Whoever was not told what was wrong needs no correction.
    ...(alert.kind === 'corrected' && { onlyToldIn: await wordOf(ctx, alert) }),
    texts: languages.map((reader) => ({
      reader,
      textLanguage: reader,
      message: renderAlert(reader, content),
    })),
  });
  return { state: 'dispatched', deliveries, overtaken: inPlaceOf };
}

/** When the case is before a court next, beside this hearing: for alerts after which one asks. */
async function findNext(ctx: Context, { kind, caseId, hearingId }: AlertRow): Promise<HearingFacts | null> {
  if (kind !== 'no_outcome') return null;
  const ahead = await upcomingHearings(ctx, { caseIds: [caseId] });
  const next = ahead.find(({ facts }) => facts.hearingId !== hearingId && facts.localDate !== null);
  return next === undefined ? null : factsOf(next.facts);
}

/** The nearer of the old and the new start counts: who would go by the old one has to be told too. */
function isUrgent(facts: readonly (HearingFacts | null)[], now: Temporal.Instant): boolean {
  return facts.some((known) => {
    const start = known === null ? null : resolveStart(known, SYSTEM_ZONE_RULES);
    if (start === null) return false;
    return (
      Temporal.Instant.compare(start.latest, now) > 0 &&
      Temporal.Instant.compare(start.earliest, now.add(urgentWithin)) <= 0
    );
  });
}

/** The alert that told the unconfirmed move which this one corrects. */
async function wordOf(ctx: Context, alert: AlertRow): Promise<AlertId | null> {
  if (alert.answersRevision === null) return null;
  const [told] = await ctx.db
    .select({ id: alerts.id })
    .from(alerts)
    .where(
      and(
        eq(alerts.hearingId, alert.hearingId),
        eq(alerts.revision, alert.answersRevision),
        eq(alerts.unconfirmed, true),
        eq(alerts.kind, 'changed'),
      ),
    );
  return told?.id ?? null;
}

async function findRevision(ctx: Context, alert: AlertRow): Promise<RevisionRow> {
  const [revision] = await ctx.db
    .select()
    .from(hearingRevisions)
    .where(
      and(eq(hearingRevisions.hearingId, alert.hearingId), eq(hearingRevisions.revision, alert.revision)),
    );
  if (revision === undefined) throw new Error('An alert names a revision that does not exist.');
  return revision;
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
