import ICAL from 'ical.js';
import { instantsOf, localAt } from '../wall-clock.ts';
import { SYSTEM_ZONE_RULES } from '../zone.ts';
import type { FieldFault } from './said.ts';

/** The VTIMEZONEs of a file by their TZID; null for one whose rules cannot be followed. */
export type ZoneDefinitions = ReadonlyMap<string, ICAL.Timezone | null>;

/** An observance may repeat by the year, as clocks do; anything faster would only keep us busy. */
const OBSERVANCES_MAX = 400;

/** The zones that a calendar brings along, by the names under which its times mean them. */
export function zoneDefinitions(calendar: ICAL.Component): ZoneDefinitions {
  return new Map(
    calendar.getAllSubcomponents('vtimezone').map((component) => {
      const id = String(component.getFirstPropertyValue('tzid') ?? '');
      return [id, isFollowable(component) ? new ICAL.Timezone(component) : null];
    }),
  );
}

function isFollowable(component: ICAL.Component): boolean {
  const observances = component.getAllSubcomponents();
  return (
    observances.length > 0 &&
    observances.length <= OBSERVANCES_MAX &&
    observances.every((observance) => {
      const begins = observance.getFirstPropertyValue('dtstart');
      return (
        begins instanceof ICAL.Time &&
        begins.year >= 1 &&
        observance.hasProperty('tzoffsetfrom') &&
        observance.hasProperty('tzoffsetto') &&
        observance.getAllProperties('rdate').length <= OBSERVANCES_MAX &&
        observance.getAllProperties('rrule').every((rule) => {
          const recur = rule.getFirstValue();
          return recur instanceof ICAL.Recur && recur.freq === 'YEARLY';
        })
      );
    })
  );
}

interface Zoned {
  readonly localDate: string;
  readonly localTime: string | null;
  readonly zone: string;
}

type ReadZoned =
  | { readonly ok: true; readonly time: Zoned }
  | { readonly ok: false; readonly fault: FieldFault };

/** When an event begins, by a wall clock and its zone; see `readIcs` for which. */
export function readZoned(
  event: ICAL.Component,
  { zone, zones }: { readonly zone: string; readonly zones: ZoneDefinitions },
): ReadZoned {
  const property = event.getFirstProperty('dtstart');
  if (property === null) return refuse('is missing: it says when the hearing is.');
  if (event.getAllProperties('dtstart').length > 1) return refuse('is given twice.');
  const [, , , written] = property.toJSON();
  const text = String(written);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { ok: true, time: { localDate: text, localTime: null, zone } };
  const parts = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):(\d{2})(Z?)$/.exec(text);
  const local = parts?.[1] === undefined ? null : plainDateTime(parts[1]);
  if (parts === null || local === null) {
    return refuse('is neither a day (20091111) nor a day and a time (20091111T103000) that exist.');
  }
  if (parts[2] !== '00') return refuse('carries seconds, which no court names.');
  if (parts[3] === 'Z') return shownIn(zone, local.toZonedDateTime('UTC').toInstant());
  const named = property.getFirstParameter('tzid');
  return named === '' || named === undefined ? wall(local, zone) : inNamedZone(local, named, { zone, zones });
}

function inNamedZone(
  local: Temporal.PlainDateTime,
  named: string,
  { zone, zones }: { readonly zone: string; readonly zones: ZoneDefinitions },
): ReadZoned {
  const known = SYSTEM_ZONE_RULES.find(named);
  const defined = zones.get(named);
  if (defined === undefined) {
    if (known !== null) return wall(local, known);
    return refuse(
      `names the zone "${named.slice(0, 60)}", which neither the tz database nor a VTIMEZONE of this file knows. Name the place, such as Asia/Baku.`,
    );
  }
  if (defined === null) {
    if (known !== null) return wall(local, known);
    return refuse(`names the zone "${named.slice(0, 60)}", whose VTIMEZONE cannot be followed.`);
  }
  const instant = instantIn(defined, local);
  if (known === null) return shownIn(zone, instant);
  const ours = instantsOf(local, known, SYSTEM_ZONE_RULES);
  // In the gap of summer time there is nothing to compare: that the time does not exist is said where facts are checked.
  if (ours.kind === 'never') return wall(local, known);
  const fits =
    ours.kind === 'once'
      ? ours.instant.equals(instant)
      : ours.earlier.equals(instant) || ours.later.equals(instant);
  if (fits) return wall(local, known);
  const told = ours.kind === 'once' ? ours.instant : ours.earlier;
  return refuse(
    `is ${utc(instant)} by the file's own rules for ${known}, but ${utc(told)} by the tz database. Ask the court for the hour, and correct the file or its VTIMEZONE.`,
  );
}

function instantIn(zone: ICAL.Timezone, local: Temporal.PlainDateTime): Temporal.Instant {
  const { year, month, day, hour, minute } = local;
  const time = new ICAL.Time(
    { year, month, day, hour, minute, second: 0, isDate: false },
    ICAL.Timezone.localTimezone,
  );
  return local
    .toZonedDateTime('UTC')
    .toInstant()
    .subtract({ seconds: zone.utcOffset(time) });
}

function shownIn(zone: string, instant: Temporal.Instant): ReadZoned {
  const local = localAt(instant, zone, SYSTEM_ZONE_RULES);
  return local.second === 0
    ? wall(local, zone)
    : refuse('falls between two minutes by the clocks of the court.');
}

function wall(local: Temporal.PlainDateTime, zone: string): ReadZoned {
  const [localDate = '', localTime = ''] = local.toString({ smallestUnit: 'minute' }).split('T');
  return { ok: true, time: { localDate, localTime, zone } };
}

function plainDateTime(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function utc(instant: Temporal.Instant): string {
  return `${instant.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace('Z', '')} UTC`;
}

function refuse(detail: string): ReadZoned {
  return { ok: false, fault: { field: 'DTSTART', detail } };
}
