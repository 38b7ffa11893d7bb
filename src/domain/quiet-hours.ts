/** Hours of a day in which nothing that can wait is sent: from the first to the second, over midnight if need be. */
export const quietHours = ['21-07', '22-08', '23-07', '23-09', '00-08'] as const;
export type QuietHours = (typeof quietHours)[number];

/** What a follower may choose: as the campaign has it, none, or hours of their own. */
export const quietChoices = ['campaign', 'off', ...quietHours] as const;
export type QuietChoice = (typeof quietChoices)[number];

/** Whether the text is something that a follower may choose. */
export function isQuietChoice(text: string): text is QuietChoice {
  return (quietChoices as readonly string[]).includes(text);
}

/** When quiet hours begin and end, on the clock. */
export function quietSpan(hours: QuietHours): {
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
} {
  const [from, to] = clockHours(hours);
  return { from: new Temporal.PlainTime(from), to: new Temporal.PlainTime(to) };
}

/**
 * When what is ready at `now` may go out: the first moment from `now` on at which the clocks of the zone show no
 * quiet hour. `now` itself outside quiet hours; also right after the clocks jumped over their end, and only the
 * second time where the clocks went back over it. Pure.
 */
export function quietUntil(hours: QuietHours, zone: string, now: Temporal.Instant): Temporal.Instant {
  const [from, to] = clockHours(hours);
  for (let at = now.toZonedDateTimeISO(zone); ; ) {
    const quiet = from > to ? at.hour >= from || at.hour < to : at.hour >= from && at.hour < to;
    if (!quiet) return at.toInstant();
    const jump = at.getTimeZoneTransition('next');
    // Between two jumps of the clocks they run as a stopwatch does.
    const left = at.toPlainTime().until({ hour: to }).total('nanoseconds');
    const end = at.add({ nanoseconds: left > 0 ? left : left + DAY_NS });
    at = jump !== null && Temporal.ZonedDateTime.compare(jump, end) <= 0 ? jump : end;
  }
}

const DAY_NS = 86_400_000_000_000;

function clockHours(hours: QuietHours): readonly [from: number, to: number] {
  return [Number(hours.slice(0, 2)), Number(hours.slice(3))];
}
