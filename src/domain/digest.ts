/** When in the week a digest goes out; followers choose one of these, or none. By the campaign's clock. */
export const digestSlots = ['sunday', 'monday', 'friday'] as const;
export type DigestSlot = (typeof digestSlots)[number];

/** What a follower may choose; `off` for whoever has not. */
const digestChoices = ['off', ...digestSlots] as const;
export type DigestChoice = (typeof digestChoices)[number];

/** Weekday (1: Monday) and hour of each slot: outside of all quiet hours that the bot offers. */
const times = {
  sunday: { weekday: 7, hour: 18 },
  monday: { weekday: 1, hour: 9 },
  friday: { weekday: 5, hour: 18 },
} as const satisfies Record<DigestSlot, { readonly weekday: number; readonly hour: number }>;

/** On which day of the week, and when. */
export function digestTime(slot: DigestSlot): {
  readonly weekday: number;
  readonly time: Temporal.PlainTime;
} {
  const { weekday, hour } = times[slot];
  return { weekday, time: new Temporal.PlainTime(hour) };
}

/** How long after it was due a digest is still of use. */
export const digestLasts = Temporal.Duration.from({ hours: 24 });

/** How far ahead of it a digest looks. */
export const digestLooksAhead = Temporal.Duration.from({ days: 30 });

/** The first instant after `now` at which a slot's digest is due on the clocks of the zone. Pure. */
export function nextDigestDue(slot: DigestSlot, zone: string, now: Temporal.Instant): Temporal.Instant {
  const { weekday, time } = digestTime(slot);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  for (const weeks of [0, 1]) {
    const days = ((weekday - today.dayOfWeek + 7) % 7) + 7 * weeks;
    const due = today.add({ days }).toZonedDateTime({ plainTime: time, timeZone: zone }).toInstant();
    if (Temporal.Instant.compare(due, now) > 0) return due;
  }
  throw new Error('A week has no day on which a digest is due.');
}

/** When the week that a digest tells of began: where it is due again, a week before, on the same clock. */
export function digestSince(due: Temporal.Instant, zone: string): Temporal.Instant {
  return due.toZonedDateTimeISO(zone).subtract({ weeks: 1 }).toInstant();
}

/** Whether the text is something that a follower may choose. */
export function isDigestChoice(text: string): text is DigestChoice {
  return (digestChoices as readonly string[]).includes(text);
}
