import ICAL from 'ical.js';
import type { Language } from '../language.ts';
import { forbiddenCharacter } from '../text/characters.ts';
import { readZoned, type ZoneDefinitions, zoneDefinitions } from './ics-time.ts';
import {
  FILE_HEARINGS_MAX,
  type FieldFault,
  type FileFault,
  type FileRow,
  type ReadHearings,
  type SaidHearing,
  unreadable,
} from './said.ts';

/** What an event must not carry, since one hearing is one event with one date. */
const repeating = ['rrule', 'rdate', 'exdate', 'exrule', 'recurrence-id'] as const;

/**
 * Hearings from an iCalendar file (RFC 5545): each VEVENT is one, known by its UID. Wall times keep the zone that they
 * name; those in UTC or in a zone of the file's own are told by the clocks of `zone`, the court's, and so are those
 * without any zone. An event that repeats is refused: courts do not sit by rules.
 */
export function readIcs(
  text: string,
  options: { readonly plain: Language; readonly zone: string },
): ReadHearings {
  const scanned = scan(text);
  if (scanned.faults.length > 0) return unreadable(...scanned.faults);
  const calendar = parse(text);
  if (calendar === null) {
    return unreadable({ line: 1, field: 'file', detail: 'is no calendar: it begins with BEGIN:VCALENDAR.' });
  }
  const method = String(calendar.getFirstPropertyValue('method') ?? 'PUBLISH').toUpperCase();
  if (!['PUBLISH', 'REQUEST', 'CANCEL', 'ADD'].includes(method)) {
    const detail = `is ${method}: an answer to somebody, not a calendar of hearings.`;
    return unreadable({ line: 1, field: 'METHOD', detail });
  }
  const events = calendar.getAllSubcomponents('vevent');
  if (events.length > FILE_HEARINGS_MAX) {
    const detail = `holds ${events.length} events; at most ${FILE_HEARINGS_MAX} are read at once. Split it.`;
    return unreadable({ line: 1, field: 'file', detail });
  }
  const zones = zoneDefinitions(calendar);
  return {
    ok: true,
    rows: events.map((event, at) =>
      readEvent(event, scanned.events[at] ?? 1, { ...options, zones, cancelled: method === 'CANCEL' }),
    ),
  };
}

interface Scanned {
  readonly faults: readonly FileFault[];
  /** On which line each VEVENT begins. */
  readonly events: readonly number[];
}

/** What the parser would stumble over, each with its line: it names none, and stops at the first. */
function scan(text: string): Scanned {
  const faults: FileFault[] = [];
  const events: number[] = [];
  const open: { readonly name: string; readonly line: number }[] = [];
  for (const [at, physical] of text.split(/\r\n|\n|\r/).entries()) {
    const line = at + 1;
    // A line that begins with a blank goes on where the one before ended (folding).
    if (physical === '' || /^[ \t]/.test(physical)) continue;
    if (!/^[A-Za-z0-9-]+[;:]/.test(physical)) {
      faults.push({ line, field: 'line', detail: 'is no line of iCalendar: a name, then ":" and a value.' });
      continue;
    }
    const [, edge, name = ''] = /^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$/i.exec(physical) ?? [];
    if (edge === undefined) continue;
    if (edge.toUpperCase() === 'BEGIN') {
      open.push({ name: name.toUpperCase(), line });
      if (name.toUpperCase() === 'VEVENT') events.push(line);
    } else if (open.pop()?.name !== name.toUpperCase()) {
      faults.push({ line, field: `END:${name.toUpperCase()}`, detail: 'ends what did not begin last.' });
      return { faults, events };
    }
  }
  for (const { name, line } of open) {
    faults.push({ line, field: `BEGIN:${name}`, detail: 'is not ended: the file may be cut short.' });
  }
  return { faults, events };
}

function parse(text: string): ICAL.Component | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.name === 'vcalendar' ? calendar : null;
  } catch (error) {
    // What it throws quotes the file. Several calendars in one file come as a list, which is no component either.
    if (error instanceof Error) return null;
    throw error;
  }
}

interface EventContext {
  readonly plain: Language;
  readonly zone: string;
  readonly zones: ZoneDefinitions;
  /** The file as a whole cancels what it holds. */
  readonly cancelled: boolean;
}

function readEvent(event: ICAL.Component, line: number, context: EventContext): FileRow {
  const faults: FieldFault[] = [];
  const value = (name: string): string | null => {
    const found = event.getFirstPropertyValue(name);
    return found === null ? null : String(found).trim();
  };
  const key = value('uid');
  if (key === null || key === '')
    faults.push({ field: 'UID', detail: 'is missing: it is what a hearing is known by.' });
  for (const name of repeating.filter((one) => event.hasProperty(one))) {
    faults.push({
      field: name.toUpperCase(),
      detail: 'makes the event repeat. Write each hearing as an event of its own, with a UID of its own.',
    });
  }
  const at = readZoned(event, context);
  if (!at.ok) faults.push(at.fault);
  const place = value('location');
  const status = value('status')?.toUpperCase() ?? 'CONFIRMED';
  if (!['CONFIRMED', 'TENTATIVE', 'CANCELLED'].includes(status)) {
    faults.push({ field: 'STATUS', detail: 'is none of CONFIRMED, TENTATIVE, CANCELLED.' });
  }
  const source = value('url');
  for (const [field, text, max] of [
    ['LOCATION', place, 500],
    ['URL', source, 500],
    ['UID', key, 300],
  ] as const) {
    if (text !== null && text.length > max)
      faults.push({ field, detail: `is longer than ${max} characters` });
    if (text !== null && forbiddenCharacter(text) !== null) {
      faults.push({
        field,
        detail: 'holds a character that must not stand in a text: a control character, or half of one.',
      });
    }
  }
  const sequence = Number(value('sequence') ?? 0);
  if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence > 2_147_483_647) {
    faults.push({ field: 'SEQUENCE', detail: 'is not a whole number from 0 on.' });
  }
  if (faults.length > 0 || key === null || !at.ok) return { line, key, faults };
  const isOff = status === 'CANCELLED' || context.cancelled;
  const said: SaidHearing = {
    key,
    caseSlug: null,
    sequence,
    // What is tentative may be on, or postponed: it says nothing of which.
    ...(status !== 'TENTATIVE' && { status: isOff ? 'cancelled' : 'scheduled' }),
    ...at.time,
    ...(place !== null && place !== '' && { place: { [context.plain]: place.normalize('NFC') } }),
    ...(source !== null && source !== '' && { sources: [source] }),
  };
  return { line, said };
}
