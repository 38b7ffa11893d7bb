/** Hours of a day in which nothing that can wait is sent: from the first to the second, over midnight if need be. */
export const quietHours = ['21-07', '22-08', '23-07', '23-09', '00-08'] as const;
export type QuietHours = (typeof quietHours)[number];

/**
 * When what is ready at `now` may go out under these quiet hours: `now` itself outside them, else their end. Where a
 * summer-time change skips or repeats the hour at which they end, the first moment that the clock shows it or later
 * counts. Pure.
 */
export function quietUntil(hours: QuietHours, zone: string, now: Temporal.Instant): Temporal.Instant {
  const [from, to] = hours.split('-').map(Number) as [number, number];
  const here = now.toZonedDateTimeISO(zone);
  const quiet = from > to ? here.hour >= from || here.hour < to : here.hour >= from && here.hour < to;
  if (!quiet) return now;
  const day = from > to && here.hour >= from ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate();
  const end = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: to }) });
  return end.toInstant();
}
