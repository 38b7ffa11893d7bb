import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { TelegramStandIn } from '../../sandbox/telegram/stand-in.ts';
import type { Service } from '../../src/service.ts';
import { dueForAccounts, nextAccountDue } from '../../src/services/account-deliveries/due.ts';
import { nextAlertDue } from '../../src/services/alerts/dispatch.ts';
import type { Context } from '../../src/services/context.ts';
import { nextDue } from '../../src/services/deliveries/next-due.ts';
import { nextDigest } from '../../src/services/digests/dispatch.ts';
import { nextRingDue } from '../../src/services/hearings/ring.ts';
import { duePosts, nextPostDue } from '../../src/services/posts/due.ts';
import type { ReplayClock } from '../time/replay-clock.ts';

export interface Settling {
  readonly standIn: TelegramStandIn;
  readonly service: Service;
  readonly clock: ReplayClock;
}

/** How often it is looked whether all has come to rest: rarely enough not to slow down what is looked at. */
const lookEveryMs = 25;
/** Far beyond everything that a flood wait may take. */
const giveUpAfterMs = 120_000;
/** What was put off by so little (a chat's second, a flood wait) belongs to the present. */
const soon = Temporal.Duration.from({ seconds: 90 });

/**
 * Resolves once nothing is left to be done at the clock's present reading: what persons did is handled, what is
 * due has been sent, and somebody waits for whatever falls due next. Throws when that never comes.
 */
export async function settled(world: Settling): Promise<void> {
  const ctx = world.service.context({ kind: 'operator' });
  const end = performance.now() + giveUpAfterMs;
  for (;;) {
    const left = await leftToDo(world, ctx);
    if (left === null) return;
    if (performance.now() > end) throw new Error(`Nothing comes to rest: ${left}.`);
    await delay(lookEveryMs);
  }
}

/** What is still to be done, in words; null when it is nothing. What is cheap to see is looked at first. */
async function leftToDo({ standIn, service, clock }: Settling, ctx: Context): Promise<string | null> {
  for (const { inbox } of standIn.core.bots.values()) {
    const waiting = [...inbox.waiting()].length;
    if (waiting > 0) return `${waiting} updates wait to be fetched`;
  }
  const before = await waitingRows(ctx);
  if (before !== null) return before;
  await service.handled();
  // Handling leaves rows behind.
  const after = await waitingRows(ctx);
  if (after !== null) return after;
  const posts = await duePosts(ctx);
  if (posts.length > 0) return `${posts.length} posts wait to be published`;
  const toAccounts = await dueForAccounts(ctx, []);
  if (toAccounts.length > 0) return `${toAccounts.length} accounts wait for a post`;
  return (await isArmed(ctx, clock)) ? null : 'nobody waits for what falls due next';
}

async function waitingRows(ctx: Context): Promise<string | null> {
  const now = ctx.clock.now();
  const [row] = await ctx.db.execute<{
    alerts: number;
    deliveries: number;
    calls: number;
    rings: number;
    digests: number;
    publishing: number;
  }>(sql`
    select
      (select count(*) from alerts where state = 'pending' and due_at <= ${now.toString()})::int as alerts,
      (select count(*) from rings where due_at <= ${now.toString()})::int as rings,
      (select count(*) from digests where state = 'pending' and due_at <= ${now.toString()})::int as digests,
      (select count(*) from account_deliveries where state = 'attempting')::int as publishing,
      (select count(*) from deliveries
        where state = 'attempting' or (state = 'planned' and due_at <= ${now.add(soon).toString()}))::int as deliveries,
      (select count(*) from calls
        where purpose <> 'deletion'
          and (state = 'attempting' or (state = 'planned' and due_at <= ${now.add(soon).toString()})))::int as calls`);
  const { alerts = 0, deliveries = 0, calls = 0, rings = 0, digests = 0, publishing = 0 } = row ?? {};
  if (alerts + deliveries + calls + rings + digests + publishing === 0) return null;
  return `${rings} rings, ${alerts} alerts, ${digests} digests, ${deliveries} deliveries, ${publishing} posts and ${calls} calls wait`;
}

/** Without an alarm for it the clock would pass over what is due next. */
async function isArmed(ctx: Context, clock: ReplayClock): Promise<boolean> {
  const dues = [
    await nextAlertDue(ctx),
    await nextPostDue(ctx),
    await nextDue(ctx),
    await nextRingDue(ctx),
    await nextDigest(ctx),
    await nextAccountDue(ctx),
  ].filter((due) => due !== null);
  const alarm = clock.nextAlarm();
  return dues.every((due) => alarm !== null && Temporal.Instant.compare(alarm, due) <= 0);
}
