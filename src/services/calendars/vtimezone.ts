import { localAt } from '../../domain/wall-clock.ts';
import type { ZoneRules } from '../../domain/zone.ts';
import { type ZoneChange, zoneChanges } from '../../domain/zone-changes.ts';

/**
 * A VTIMEZONE (RFC 5545 §3.6.5, read November 2026) that holds from `since` to `until`: one observance for each
 * change of the clocks in between, and one for what was in force before. No rule is written that repeats for ever: a
 * government that changes its summer time would make it wrong in calendars that nobody refreshes.
 */
export function vtimezone(
  zone: string,
  since: Temporal.Instant,
  until: Temporal.Instant,
  rules: ZoneRules,
): string {
  const before = rules.offsetAt(zone, since);
  const first = observance({
    from: before,
    to: before,
    shown: localAt(since, zone, rules),
  });
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...first,
    ...zoneChanges(zone, since, until, rules).flatMap(observance),
    'END:VTIMEZONE',
  ].join('\r\n');
}

function observance({ from, to, shown }: Pick<ZoneChange, 'from' | 'to' | 'shown'>): string[] {
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${basic(shown)}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    `END:${kind}`,
  ];
}

/** `20091111T103000`. */
function basic(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

/** `+0400`, with seconds only where a zone has some. */
function offset(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const ahead = Math.abs(seconds);
  const rest = ahead % 60;
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(ahead / 3600))}${two(Math.floor(ahead / 60) % 60)}${rest === 0 ? '' : two(rest)}`;
}
