import { incidentAlertKinds } from '../../src/domain/incident.ts';
import { alertKinds } from '../../src/domain/words.ts';
import { type AlertName, alertOf } from '../script/moment.ts';
import type { ReplayReport } from './run.ts';

/** Every alert that the service has. */
export const allAlerts: readonly AlertName[] = [
  ...alertKinds.map((kind) => `hearing ${kind}` as const),
  ...incidentAlertKinds.map((kind) => `incident ${kind}` as const),
];

/** A replay that was played, by what it is called in the table. */
export interface NamedReport {
  readonly name: string;
  readonly report: ReplayReport;
}

/** The alerts that no chat got in any of these replays. */
export function untold(reports: readonly NamedReport[]): AlertName[] {
  return allAlerts.filter((alert) => reports.every(({ report }) => messagesOf(report, alert) === 0));
}

/** For every alert that there is, how many messages of it came in each replay. */
export function kindsTable(reports: readonly NamedReport[]): string {
  const [first, ...others] = [Math.max(...allAlerts.map(({ length }) => length)), ...widthsOf(reports)];
  const row = (name: string, cells: readonly string[]) =>
    name.padEnd(first ?? 0) + cells.map((cell, i) => cell.padStart(others[i] ?? 0)).join('');
  const missing = untold(reports);
  return [
    row(
      'messages of each alert',
      reports.map(({ name }) => name),
    ),
    ...allAlerts.map((alert) =>
      row(
        alert,
        reports.map(({ report }) => String(messagesOf(report, alert))),
      ),
    ),
    missing.length === 0 ? 'every alert was told' : `NOT told: ${missing.join(', ')}`,
  ].join('\n');
}

function widthsOf(reports: readonly NamedReport[]): number[] {
  return reports.map(({ name }) => name.length + 3);
}

function messagesOf({ moments, parts }: ReplayReport, alert: AlertName): number {
  const of = new Set(moments.flatMap(({ act }, position) => (alertOf(act) === alert ? [position] : [])));
  return parts
    .flatMap(({ verdict }) => verdict.matched)
    .filter(({ expected, accepted }) => accepted !== null && of.has(expected.position)).length;
}
