import { resolveStart } from '../domain/hearing-time.ts';
import type { Language } from '../domain/language.ts';
import { cityName } from './cities.ts';
import { translate } from './index.ts';
import { isolate } from './isolate.ts';
import { intlLocale } from './locale.ts';

/** A hearing's wall time where the court is; `time` is null while the court has not named it. */
export interface HearingTime {
  readonly date: Temporal.PlainDate;
  readonly time: Temporal.PlainTime | null;
  /** IANA id. */
  readonly zone: string;
}

/**
 * Weekday, day, month and year in words: "Wednesday, 11 November 2009". Persian gets the Gregorian date, which
 * is what courts outside Iran and Afghanistan set, and then the Solar Hijri date by its Iranian month name in
 * brackets, all in Persian digits.
 */
export function formatDate(language: Language, date: Temporal.PlainDate): string {
  const instant = asUtc(date);
  if (language === 'en') {
    // en-GB alone leaves out the comma after the weekday.
    return `${weekdayFormat.of(language).format(instant)}, ${dayFormat.of(language).format(instant)}`;
  }
  const gregorian = withoutYearSign(dateFormat.of(language).format(instant));
  return language === 'fa' ? `${gregorian} (${solarHijri.format(instant)})` : gregorian;
}

/** Day, month and year without the weekday, where there is little room: "11 November 2009". */
export function formatDay(language: Language, date: Temporal.PlainDate): string {
  return withoutYearSign(dayFormat.of(language).format(asUtc(date)));
}

/** A day as it comes every year: "11 November". */
export function formatDayOfYear(language: Language, day: Temporal.PlainMonthDay): string {
  // Any leap year has them all.
  return dayOfYearFormat.of(language).format(asUtc(day.toPlainDate({ year: 2024 })));
}

/** A date as exactly as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. Throws a RangeError for anything else. */
export function formatPartialDate(language: Language, date: string): string {
  if (/^\d{4}$/.test(date)) {
    return withoutYearSign(yearFormat.of(language).format(asUtc(Temporal.PlainDate.from(`${date}-01-01`))));
  }
  if (/^\d{4}-\d\d$/.test(date)) {
    return withoutYearSign(monthFormat.of(language).format(asUtc(Temporal.PlainDate.from(`${date}-01`))));
  }
  return formatDate(language, Temporal.PlainDate.from(date));
}

/** Intl ends Russian dates in the abbreviation "г.", whose full stop would meet that of the sentence. */
function withoutYearSign(date: string): string {
  return date.replace(/\u00a0?\s?г\.$/, ' года');
}

/** The name of a day of the week, 1 for Monday to 7 for Sunday: "Sunday". */
export function formatWeekday(language: Language, weekday: number): string {
  // 1 January 2024 was a Monday.
  return weekdayFormat.of(language).format(asUtc(new Temporal.PlainDate(2024, 1, weekday)));
}

/** Hours and minutes on the 24-hour clock, in the reader's digits: "10:30". */
export function formatTime(language: Language, time: Temporal.PlainTime): string {
  const times = timesWritten.of(language);
  const minute = 60 * time.hour + time.minute;
  const known = times.get(minute);
  if (known !== undefined) return known;
  const written = timeFormat.of(language).format(time);
  times.set(minute, written);
  return written;
}

/** A date and a time of one place, whose zone is told elsewhere. */
export function formatDateAndTime(language: Language, at: Temporal.PlainDateTime): string {
  return translate(language, 'format-date-and-time', {
    date: formatDate(language, at.toPlainDate()),
    time: formatTime(language, at.toPlainTime()),
  });
}

/** An instant as the clocks of a zone show it: "Tuesday, 10 November 2009, 21:40 (Baku, UTC+4)". */
export function formatInstant(language: Language, at: Temporal.Instant, zone: string): string {
  const local = at.toZonedDateTimeISO(zone);
  return translate(language, 'format-instant', {
    date: formatDate(language, local.toPlainDate()),
    time: formatTime(language, local.toPlainTime()),
    place: formatPlace(language, zone, local),
  });
}

/**
 * The court's time with its zone, and the same moment in UTC: "Wednesday, 11 November 2009, 10:30 (Baku,
 * UTC+4; 06:30 UTC)". The UTC date is named when it is another one; without a time, its absence is said and no
 * offset is given, since the offset may depend on the time.
 *
 * Throws a RangeError for a zone that does not exist: that is refused when a hearing is recorded, as is a time that the
 * zone skips. Where the zone's rules have changed since, the court's hour is told all the same, with the instant that
 * counts for it: that right after the gap. Of a time that occurs twice the first is meant.
 */
export function formatHearingTime(language: Language, hearing: HearingTime): string {
  const times = hearingTimesWritten.of(language);
  const key = `${hearing.date.toString()} ${hearing.time === null ? '' : minute(hearing.time)} ${hearing.zone}`;
  const known = times.get(key);
  if (known !== undefined) return known;
  const written = writeHearingTime(language, hearing);
  if (times.size >= HEARING_TIMES_KEPT) times.clear();
  times.set(key, written);
  return written;
}

function writeHearingTime(language: Language, { date, time, zone }: HearingTime): string {
  const day = formatDate(language, date);
  if (time === null) {
    return translate(language, 'format-hearing-time-unknown', { date: day, city: cityName(language, zone) });
  }

  const instant = resolveStart({ localDate: date.toString(), localTime: minute(time), zone })?.earliest;
  if (instant === undefined) throw new RangeError('A date was taken for none.');
  const local = instant.toZonedDateTimeISO(zone);
  const utc = local.withTimeZone('UTC').toPlainDateTime();
  const sameDay = utc.toPlainDate().equals(date);
  return translate(language, 'format-hearing-time', {
    date: day,
    time: formatTime(language, time),
    place: formatPlace(language, zone, local),
    utc: sameDay ? formatTime(language, utc.toPlainTime()) : formatDateAndTime(language, utc),
  });
}

const minute = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

/** "A, B and C", every item isolated, so that names in other scripts keep their place. */
export function formatList(language: Language, items: readonly string[]): string {
  return listFormat.of(language).format(items.map(isolate));
}

/** How long something lasts, in words: "2 years, 6 months", "1 hour, 30 minutes". Parts of 0 are left out. */
export function formatDuration(
  language: Language,
  lasts: { readonly [Unit in 'years' | 'months' | 'days' | 'hours' | 'minutes']?: number },
): string {
  return durationFormat.of(language).format(lasts);
}

/** An amount given in millionths of a US dollar, to a tenth of a cent. */
export function formatUsd(language: Language, micros: number): string {
  return dollarFormat.of(language).format(micros / 1_000_000);
}

/** "2.5 s": seconds to a tenth, where there is little room. */
export function formatSeconds(language: Language, seconds: number): string {
  return secondsFormat.of(language).format(seconds);
}

/** "10 MB": bytes in units of 1,048,576. */
export function formatMegabytes(language: Language, bytes: number): string {
  return megabytesFormat.of(language).format(bytes / 1_048_576);
}

/** A whole or decimal number with the reader's digits and separators. */
export function formatNumber(language: Language, value: number): string {
  return numberFormat.of(language).format(value);
}

/** "Baku, UTC+4"; a zone of no place is told by its offset alone. */
function formatPlace(language: Language, zone: string, at: Temporal.ZonedDateTime): string {
  const city = cityName(language, zone);
  const offset = formatOffset(language, at);
  return city === offset ? offset : translate(language, 'format-place', { city, offset });
}

/** "UTC+4", "UTC+5:30", "UTC−3"; "UTC" alone where there is no difference. */
function formatOffset(language: Language, at: Temporal.ZonedDateTime): string {
  const minutes = Math.round(at.offsetNanoseconds / 60e9);
  if (minutes === 0) return 'UTC';
  const hours = formatNumber(language, Math.floor(Math.abs(minutes) / 60));
  const rest = Math.abs(minutes) % 60;
  const restText = rest === 0 ? '' : `:${twoDigits.of(language).format(rest)}`;
  return `UTC${minutes < 0 ? '\u2212' : '+'}${hours}${restText}`;
}

/** Makes one formatter per language, at its first use: making one costs a thousand times more than using it. */
function perLanguage<F>(make: (locale: string) => F): { of(language: Language): F } {
  const made = new Map<Language, F>();
  return {
    of(language) {
      const known = made.get(language);
      if (known !== undefined) return known;
      const formatter = make(intlLocale(language));
      made.set(language, formatter);
      return formatter;
    },
  };
}

/**
 * The midnight of a date in UTC, in which the formats of dates tell it. They would take the date as it is, but then V8
 * makes its pattern anew each time, which costs eight times as much (Node 26.10).
 */
function asUtc(date: Temporal.PlainDate): number {
  return date.toZonedDateTime('UTC').epochMilliseconds;
}

const dayMonthYear = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const dateFormat = perLanguage((l) => new Intl.DateTimeFormat(l, { weekday: 'long', ...dayMonthYear }));
const dayFormat = perLanguage((l) => new Intl.DateTimeFormat(l, dayMonthYear));
const dayOfYearFormat = perLanguage(
  (l) => new Intl.DateTimeFormat(l, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
);
const monthFormat = perLanguage(
  (l) => new Intl.DateTimeFormat(l, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const yearFormat = perLanguage((l) => new Intl.DateTimeFormat(l, { year: 'numeric', timeZone: 'UTC' }));
const weekdayFormat = perLanguage((l) => new Intl.DateTimeFormat(l, { weekday: 'long', timeZone: 'UTC' }));
const solarHijri = new Intl.DateTimeFormat('fa-IR-u-ca-persian', dayMonthYear);
const timeFormat = perLanguage(
  (l) => new Intl.DateTimeFormat(l, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
);
/** What was written before: an alert, its question and its checks write the same few again and again. */
const hearingTimesWritten = perLanguage(() => new Map<string, string>());
/** Of each language; then it begins anew. */
const HEARING_TIMES_KEPT = 1000;
/** By minutes since midnight, as written before: an alert writes the same few times again and again. */
const timesWritten = perLanguage(() => new Map<number, string>());
const listFormat = perLanguage((l) => new Intl.ListFormat(l));
const durationFormat = perLanguage((l) => new Intl.DurationFormat(l, { style: 'long' }));
const numberFormat = perLanguage((l) => new Intl.NumberFormat(l));
const secondsFormat = perLanguage(
  (l) => new Intl.NumberFormat(l, { style: 'unit', unit: 'second', maximumFractionDigits: 1 }),
);
const megabytesFormat = perLanguage((l) => new Intl.NumberFormat(l, { style: 'unit', unit: 'megabyte' }));
const dollarFormat = perLanguage(
  (l) => new Intl.NumberFormat(l, { style: 'currency', currency: 'USD', maximumFractionDigits: 3 }),
);
const twoDigits = perLanguage((l) => new Intl.NumberFormat(l, { minimumIntegerDigits: 2 }));
