import { resolveStart, resolveWallTime } from '../../src/domain/hearing-time.ts';
import { dueInstant, notAfter, parseLeadTime } from '../../src/domain/lead-time.ts';
import { quietHours, quietUntil } from '../../src/domain/quiet-hours.ts';
import { formatHearingTime } from '../../src/i18n/format.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';
import {
  changesOf,
  clockOf,
  dateOf,
  firstShowing,
  type OracleHearing,
  offsetShown,
  quietOver,
  reminderDue,
  showing,
  uselessFrom,
  wallAt,
} from './zone-oracle.ts';

/*
 * Hearings around every change of the clocks in twenty zones: what the service says of each, beside an oracle with
 * another tz database.
 */

/** Summer time of an hour, of half an hour, of two; at midnight; in Ramadan; given up; a day left out. */
export const provenZones = [
  'Asia/Baku',
  'Europe/London',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Pacific/Apia',
  'Europe/Dublin',
  'Africa/Cairo',
  'America/Havana',
  'Asia/Gaza',
  'Europe/Istanbul',
  'Antarctica/Troll',
  'Asia/Pyongyang',
  'Europe/Moscow',
  'America/Asuncion',
  'Asia/Amman',
  'America/New_York',
] as const;

const provenSpan = { from: Date.UTC(2009, 0, 1), to: Date.UTC(2031, 0, 1) } as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Every kind of lead time, near and far. */
export const provenLeadTimes = [
  '1d',
  '2d',
  '3d',
  '7d',
  '14d',
  '30d',
  '60d',
  '1h',
  '3h',
  '12h',
  '24h',
  '48h',
  '72h',
  'morning',
] as const;

export interface TimeProof {
  readonly zones: number;
  readonly changes: number;
  readonly hearings: number;
  readonly starts: number;
  readonly dues: number;
  readonly windows: number;
  readonly quiet: number;
  readonly shown: number;
  readonly wrong: readonly string[];
}

/** `days`: which days around a change have hearings; `times`: their minutes after midnight, null for not known. */
export interface TimeProofSize {
  readonly days: readonly number[];
  readonly times: readonly (number | null)[];
  readonly leadTimes: readonly (typeof provenLeadTimes)[number][];
  /** Every so manyth hearing is shown in words too, and asked about quiet hours. */
  readonly every: number;
}

export function proveTime({ days, times, leadTimes, every }: TimeProofSize): TimeProof {
  const counts = { changes: 0, hearings: 0, starts: 0, dues: 0, windows: 0, quiet: 0, shown: 0 };
  const wrong: string[] = [];
  const compare = (what: () => string, is: number | string | null, should: number | string | null) => {
    if (is !== should) wrong.push(`${what()}: ${said(is)} instead of ${said(should)}`);
  };
  for (const zone of provenZones) {
    for (const change of changesOf(zone, provenSpan.from, provenSpan.to)) {
      counts.changes += 1;
      const midnight = Math.floor(wallAt(zone, change) / DAY) * DAY;
      for (const day of days) for (const time of times) prove(zone, midnight + day * DAY, time);
    }
  }
  return { zones: provenZones.length, ...counts, wrong };

  function prove(zone: string, day: number, minutes: number | null): void {
    const oracle: OracleHearing = { zone, day, time: minutes === null ? null : minutes * MINUTE };
    const hearing = {
      zone,
      localDate: dateOf(day),
      localTime: oracle.time === null ? null : clockOf(oracle.time),
    };
    const name = `${hearing.localDate} ${hearing.localTime} ${zone}`;
    counts.hearings += 1;
    proveStart(name, oracle, hearing);
    const useless = notAfter(hearing)?.epochMilliseconds ?? null;
    compare(() => `${name} has no use from`, useless, uselessFrom(oracle));
    for (const code of leadTimes) proveDue(name, oracle, hearing, code);
    if (counts.hearings % every !== 0) return;
    proveShown(name, oracle, hearing);
    proveQuiet(name, oracle);
  }

  type Hearing = { readonly zone: string; readonly localDate: string; readonly localTime: string | null };

  function proveStart(name: string, oracle: OracleHearing, hearing: Hearing): void {
    const { zone, day, time } = oracle;
    counts.starts += 1;
    if (time === null) return;
    const instants = showing(zone, day + time);
    const kind = (['gap', 'instant', 'ambiguous'] as const)[instants.length] ?? 'more';
    compare(() => `${name} is recorded as`, resolveWallTime(hearing).kind, kind);
    const start = resolveStart(hearing)?.earliest.epochMilliseconds ?? null;
    compare(() => `${name} begins`, start, firstShowing(zone, day + time));
  }

  function proveDue(name: string, oracle: OracleHearing, hearing: Hearing, code: string): void {
    const leadTime = parseLeadTime(code);
    if (leadTime === null) throw new Error(`${code} is no lead time.`);
    const due = dueInstant(hearing, leadTime)?.epochMilliseconds ?? null;
    const should = reminderDue(oracle, code);
    counts.dues += 1;
    compare(() => `${name} ${code} is due`, due, should);
    if (due === null || should === null) return;
    const end = uselessFrom(oracle);
    // The service's clock is set back and forward by an hour and by a day around the instant.
    for (const shift of [-DAY, -HOUR, -1, 0, 1, HOUR, DAY]) {
      const now = should + shift;
      counts.windows += 1;
      compare(
        () => `${name} ${code} goes out at ${said(now)}`,
        String(due <= now && now < end),
        String(should <= now && now < end),
      );
    }
  }

  function proveShown(name: string, { zone, day, time }: OracleHearing, hearing: Hearing): void {
    if (time === null || showing(zone, day + time).length === 0) return;
    const at = firstShowing(zone, day + time);
    const text = withoutIsolation(
      formatHearingTime('en', {
        date: Temporal.PlainDate.from(hearing.localDate),
        time: Temporal.PlainTime.from(clockOf(time)),
        zone,
      }),
    );
    const utc = clockOf(at % DAY);
    const sameDay = dateOf(at) === hearing.localDate;
    const weekday = new Date(day).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
    counts.shown += 1;
    for (const part of [`${weekday}, `, clockOf(time), offsetShown(zone, at), `${utc} UTC`]) {
      if (!text.includes(part)) compare(() => `${name} is shown`, text, part);
    }
    compare(() => `${name} names the day in UTC`, String(dayCount(text)), sameDay ? '1' : '2');
  }

  function proveQuiet(name: string, { zone, day, time }: OracleHearing): void {
    const at = firstShowing(zone, day + (time ?? 0));
    for (const hours of quietHours) {
      counts.quiet += 1;
      const [from, to] = hours.split('-').map(Number);
      const until = quietUntil(hours, zone, Temporal.Instant.fromEpochMilliseconds(at)).epochMilliseconds;
      compare(() => `${name} quiet ${hours} until`, until, quietOver(from ?? 0, to ?? 0, zone, at));
    }
  }
}

/** How many dates an English text names. */
const dayCount = (text: string): number => text.match(/ \d{4}\b/g)?.length ?? 0;

const said = (value: number | string | null): string =>
  typeof value === 'number' ? new Date(value).toISOString() : String(value);
