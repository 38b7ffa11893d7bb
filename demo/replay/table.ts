import { kindOf, tellsFollowers } from '../script/moment.ts';
import type { Expected } from './expected.ts';
import { lateAfterMs, type PartReport, type ReplayReport } from './run.ts';

const titleWidth = 52;
const cellWidth = 8;

/**
 * Per event what each chat got: the language of the text and the milliseconds after the event; `~` before it is
 * the neutral notice of a discreet chat, `·` a chat that was not to be told, `MISSING` one that should have been.
 */
export function replayTable(report: ReplayReport, zone: string): string {
  const columns = report.parts.map(({ part }) => part.name.padStart(cellWidth)).join('');
  const head = `${'local time'.padEnd(17)}${'told of'.padEnd(14)}${'event'.padEnd(titleWidth)}${columns}`;
  const rows = report.moments.flatMap((moment, position) => {
    if (!tellsFollowers(moment)) return [];
    const local = moment.at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
    const cells = report.parts.map((part) => cell(part, position).padStart(cellWidth)).join('');
    return [`${local} ${kindOf(moment).padEnd(14)}${shortened(moment.title).padEnd(titleWidth)}${cells}`];
  });
  return [head, ...rows, '', verdictLine(report)].join('\n');
}

function cell({ part, verdict, afterMs }: PartReport, position: number): string {
  const expected: Expected | undefined = verdict.matched.find(
    (one) => one.expected.position === position,
  )?.expected;
  if (expected === undefined) return '·';
  const ms = afterMs.get(position) ?? null;
  if (ms === null) return 'MISSING';
  return `${part.discreet ? '~' : ''}${expected.language} ${Math.round(ms)}`;
}

function shortened(title: string): string {
  const event = title.replace(/^The (author|approver) \w+: /, '').replace(/ \([^()]*\)$/, '');
  return event.length < titleWidth ? event : `${event.slice(0, titleWidth - 2)}…`;
}

function verdictLine({ parts, moments, tooManyRequests, ok }: ReplayReport): string {
  const sum = (of: (report: PartReport) => number) => parts.reduce((total, part) => total + of(part), 0);
  const times = parts.flatMap(({ afterMs }) => [...afterMs.values()].filter((ms) => ms !== null));
  const slowest = Math.round(Math.max(0, ...times));
  const median = Math.round(times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0);
  return [
    `${moments.filter(tellsFollowers).length} events, ${parts.length} chats, ${times.length} messages; median ${median} ms, slowest ${slowest} ms after the event; ${tooManyRequests} answers 429.`,
    `missing ${sum(({ verdict }) => verdict.missing)}, twice ${sum(({ verdict }) => verdict.twice)}, out of order ${sum(({ verdict }) => verdict.outOfOrder)}, unexpected ${sum(({ verdict }) => verdict.unexpected)}, later than ${lateAfterMs} ms ${sum(({ late }) => late)}: ${ok ? 'all as it should be' : 'NOT as it should be'}`,
  ].join('\n');
}
