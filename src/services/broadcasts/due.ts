import { type SQL, sql } from 'drizzle-orm';
import { type QuietChoice, quietHours, quietUntil } from '../../domain/quiet-hours.ts';
import { type CampaignRow, findCampaign } from '../campaigns/find.ts';
import type { Context } from '../context.ts';

/** What decides when something is due to a subscriber `s`. */
export interface Due {
  /** Whose clock tells when it is quiet: that of the place where the case is. */
  readonly zone: string;
  readonly notAfter: Temporal.Instant | null;
  readonly passesQuietHours?: boolean;
}

/**
 * When a follower's delivery is due: now, or when the quiet hours end that they chose. Only a private chat has quiet
 * hours: the night of a group is nobody's.
 */
export async function dueBy(ctx: Context, plan: Due): Promise<SQL> {
  const now = sql`${ctx.clock.now().toString()}::timestamptz`;
  const waits = plan.passesQuietHours ? [] : quietWaits(ctx, plan, await findCampaign(ctx));
  if (waits.length === 0) return now;
  const choices = waits.map(
    ({ choice, until }) => sql` when ${choice} then ${until.toString()}::timestamptz`,
  );
  return sql`case when s.kind <> 'private' then ${now} else case s.quiet_hours ${sql.join(choices)} else ${now} end end`;
}

/** A follower's choice under which it is quiet now, and until when. */
export interface QuietWait {
  readonly choice: QuietChoice;
  readonly until: Temporal.Instant;
}

/**
 * Under which choices a follower waits, and until when. The hours count by the clock of the zone that is given. What
 * would be of no use any more when they end goes out before, rather than never.
 */
export function quietWaits(
  { clock }: Pick<Context, 'clock'>,
  { zone, notAfter, passesQuietHours }: Due,
  { quietHours: ofCampaign }: Pick<CampaignRow, 'quietHours'>,
): readonly QuietWait[] {
  if (passesQuietHours) return [];
  const now = clock.now();
  return quietHours.flatMap((hours) => {
    const until = quietUntil(hours, zone, now);
    if (Temporal.Instant.compare(until, now) <= 0) return [];
    if (notAfter !== null && Temporal.Instant.compare(notAfter, until) <= 0) return [];
    const choices: readonly QuietChoice[] = hours === ofCampaign ? [hours, 'campaign'] : [hours];
    return choices.map((choice) => ({ choice, until }));
  });
}
