import { z } from '@hono/zod-openapi';

/**
 * A moment that a person chose: wall time with the zone whose clocks count (`2009-11-11T10:30[Asia/Baku]`, by
 * RFC 9557), or an instant (`2009-11-11T06:30:00Z`). A wall time that the zone's clocks skip or show twice is
 * refused, not guessed.
 */
export const moment = z
  .string('is not a text')
  .transform((text, ctx): Temporal.Instant => {
    const read = readMoment(text);
    if (read !== null) return read;
    ctx.addIssue({
      code: 'custom',
      message:
        'is not a moment: write wall time and zone, such as 2009-11-11T10:30[Asia/Baku], or an instant, such as ' +
        '2009-11-11T06:30:00Z; a time that the clocks skip or show twice needs its offset, such as ' +
        '2009-10-25T04:30+05:00[Asia/Baku]',
    });
    return z.NEVER;
  })
  .openapi({ type: 'string', example: '2009-11-11T10:30[Asia/Baku]' });

/** Years outside are slips of the keyboard, and what PostgreSQL cannot keep. */
const years = { first: 1900, last: 2199 } as const;

function readMoment(text: string): Temporal.Instant | null {
  try {
    const instant = text.includes('[')
      ? Temporal.ZonedDateTime.from(text, { disambiguation: 'reject', offset: 'reject' }).toInstant()
      : Temporal.Instant.from(text);
    const { year } = instant.toZonedDateTimeISO('UTC');
    return year >= years.first && year <= years.last ? instant.round('microsecond') : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A day of the calendar: `YYYY-MM-DD`. */
export const day = z.iso
  .date('is not a day that exists: write it as year-month-day, such as 2009-11-11')
  .openapi({ type: 'string', format: 'date', example: '2009-11-11' });
