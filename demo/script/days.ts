const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** "11 November 2009", for the titles of moments. */
export function dayInWords(date: string): string {
  return dayFormat.format(Temporal.PlainDate.from(date));
}

/** The instant at which the clocks of a zone show this day and time. */
export function instantAt(date: string, time: string, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant();
}

export function daysBefore(date: string, days: number): string {
  return Temporal.PlainDate.from(date).subtract({ days }).toString();
}

/** A day for a source that knows only the month or the year: its last one. Null when the day is known. */
export function lastDayOf(partial: string): string | null {
  const [year = '', month, day] = partial.split('-');
  if (day !== undefined) return null;
  if (month === undefined) return `${year}-12-31`;
  const { daysInMonth } = Temporal.PlainYearMonth.from(partial);
  return `${partial}-${daysInMonth}`;
}
