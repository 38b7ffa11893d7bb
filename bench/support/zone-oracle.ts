import moment from 'moment-timezone';

/*
 * Wall clocks by another tz database than the service's (moment-timezone carries its own), computed on bare
 * milliseconds. Nothing here imports anything of the service: two that came from one thought would be wrong together.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time on a wall, as the milliseconds that UTC's clocks would show it at. */
type Wall = number;

/** A zone's offsets: `ahead[i]` (ms) holds until `untils[i]` (exclusive). */
interface Rules {
  readonly untils: readonly number[];
  readonly ahead: readonly number[];
}

const known = new Map<string, Rules>();

function rulesOf(zone: string): Rules {
  const found = known.get(zone);
  if (found !== undefined) return found;
  const data = moment.tz.zone(zone);
  if (data === null) throw new Error(`The oracle knows no zone ${zone}.`);
  // To the west is positive there.
  const rules = { untils: data.untils, ahead: data.offsets.map((minutes) => Math.round(-minutes * MINUTE)) };
  known.set(zone, rules);
  return rules;
}

/** How far the zone's clocks are ahead of UTC, in ms. */
function aheadAt(zone: string, at: number): number {
  const { untils, ahead } = rulesOf(zone);
  let [low, high] = [0, untils.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at < (untils[middle] ?? Number.POSITIVE_INFINITY)) high = middle;
    else low = middle + 1;
  }
  return ahead[low] ?? 0;
}

/** The instants at which the zone's clocks were set, after `from` and before `to` (both ms). */
export function changesOf(zone: string, from: number, to: number): number[] {
  const { untils, ahead } = rulesOf(zone);
  return untils.filter((at, i) => from < at && at < to && ahead[i] !== ahead[i + 1]);
}

export const wallAt = (zone: string, at: number): Wall => at + aheadAt(zone, at);

/** All instants at which the clocks showed a wall time, in order; of one they never showed, none. */
export function showing(zone: string, wall: Wall): number[] {
  const offsets = new Set([-2, -1, 0, 1, 2].map((days) => aheadAt(zone, wall + days * DAY)));
  for (const change of changesOf(zone, wall - 2 * DAY, wall + 2 * DAY)) {
    offsets.add(aheadAt(zone, change - 1)).add(aheadAt(zone, change));
  }
  return [...offsets]
    .map((ahead) => wall - ahead)
    .filter((at) => wallAt(zone, at) === wall)
    .sort((a, b) => a - b);
}

/** When somebody who goes by the clocks is there: at the first instant they show, or when they jump over it. */
export function firstShowing(zone: string, wall: Wall): number {
  const [first] = showing(zone, wall);
  if (first !== undefined) return first;
  const jump = changesOf(zone, wall - 2 * DAY, wall + 2 * DAY).find(
    (at) => wallAt(zone, at - 1) < wall && wall < wallAt(zone, at),
  );
  if (jump === undefined) throw new Error('A wall time was neither shown nor jumped over.');
  return jump;
}

/** A hearing: the midnight of its day and its time, both on the wall; a null time is not known. */
export interface OracleHearing {
  readonly zone: string;
  readonly day: Wall;
  readonly time: number | null;
}

/** When it begins; of one without a time, when courts open for nobody any more: 18:00. */
export function uselessFrom({ zone, day, time }: OracleHearing): number {
  return firstShowing(zone, day + (time ?? 18 * HOUR));
}

/**
 * When a follower is to be reminded, by what the bot tells them: so many days before at the hour of the hearing (at noon
 * while it is not known), so many hours before, or at 8 in the morning, an hour before at the latest.
 */
export function reminderDue(hearing: OracleHearing, leadTime: string): number | null {
  const { zone, day, time } = hearing;
  if (leadTime === 'morning') {
    const eight = firstShowing(zone, day + 8 * HOUR);
    return time === null ? eight : Math.min(eight, firstShowing(zone, day + time) - HOUR);
  }
  const count = Number(leadTime.slice(0, -1));
  if (leadTime.endsWith('d')) return firstShowing(zone, day - count * DAY + (time ?? 12 * HOUR));
  return time === null ? null : firstShowing(zone, day + time) - count * HOUR;
}

/** When quiet hours let something through that is ready at `at`: looked for minute by minute. */
export function quietOver(from: number, to: number, zone: string, at: number): number {
  const isQuiet = (ms: number): boolean => {
    const hour = new Date(wallAt(zone, ms)).getUTCHours();
    return from > to ? hour >= from || hour < to : hour >= from && hour < to;
  };
  let ms = at;
  if (isQuiet(ms)) {
    ms += MINUTE - (ms % MINUTE);
    while (isQuiet(ms)) ms += MINUTE;
  }
  return ms;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `YYYY-MM-DD` and `HH:MM` of a wall time. */
export const dateOf = (wall: Wall): string => new Date(wall).toISOString().slice(0, 10);
export const clockOf = (time: number): string =>
  `${two(Math.floor(time / HOUR) % 24)}:${two(Math.floor(time / MINUTE) % 60)}`;

/** "UTC+4", "UTC+3:30", "UTC−3", as English readers see a zone's offset. */
export function offsetShown(zone: string, at: number): string {
  const minutes = Math.round(aheadAt(zone, at) / MINUTE);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `UTC${minutes < 0 ? '\u2212' : '+'}${Math.floor(size / 60)}${rest}`;
}
