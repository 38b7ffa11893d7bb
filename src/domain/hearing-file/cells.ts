import { parseDate } from '../hearing-time.ts';

/** What a date or a time in a file says, or why it cannot be read. */
export type ReadCell =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly detail: string };

/** Excel counts days from 1899-12-30, since it takes 1900 for a leap year (its documentation, read November 2026). */
const EXCEL_EPOCH = '1899-12-30';
const excelText = 'In Excel, format the column as text or as yyyy-mm-dd before you save it.';

/** A day as `YYYY-MM-DD` and nothing else: 03/04/2010 is April in Baku and March in Boston. */
export function readDate(text: string): ReadCell {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) {
    return parseDate(text) !== null
      ? { ok: true, value: text }
      : no('is a day that does not exist. Check it.');
  }
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) {
    const day = Temporal.PlainDate.from(EXCEL_EPOCH).add({ days: Number.parseInt(text, 10) });
    return no(
      `is a number, as Excel keeps dates: ${day} if Excel wrote it. Write year-month-day. ${excelText}`,
    );
  }
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(text)) {
    return no(
      `may be read in two ways by those who write the month first. Write year-month-day, such as 2009-11-11. ${excelText}`,
    );
  }
  if (/^\d{4}-\d{2}-\d{2}[T ]/.test(text)) {
    return no('carries a time. Write the day here and the time, as the court says it, into "time".');
  }
  return no('is not a day. Write year-month-day, such as 2009-11-11.');
}

/** A time as the court's clock shows it. `9:30` and `09:30:00`, as Excel writes it, have one meaning only. */
export function readTime(text: string): ReadCell {
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (clock !== null) {
    const [hours, minutes, seconds] = [Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0)];
    if (hours > 23 || minutes > 59) return no('is no time of a clock: from 00:00 to 23:59.');
    if (seconds !== 0) return no('carries seconds, which no court names. Write hours and minutes.');
    return { ok: true, value: `${clock[1]?.padStart(2, '0')}:${clock[2]}` };
  }
  if (/^0?[.,]\d+$/.test(text)) {
    return no('is a number, as Excel keeps times. In Excel, format the column as text or as hh:mm.');
  }
  if (/^\d{1,2}(?::\d{2})?(?::\d{2})?\s*[ap]\.?m\.?$/i.test(text)) {
    return no('is by the 12-hour clock. Write it by the 24-hour clock, such as 14:30.');
  }
  return no(
    'is not a time. Write hours and minutes, such as 10:30, or leave it empty while it is not known.',
  );
}

function no(detail: string): ReadCell {
  return { ok: false, detail };
}
