import type { AlertKind } from './words.ts';

/** Lower goes first. Chosen when a broadcast is planned, obeyed at dispatch. */
export const priority = {
  movedEarlier: 10,
  urgentAlert: 20,
  reminder: 30,
  alert: 40,
  post: 60,
} as const;

/** The priority of an alert's broadcast. `urgent`: less than 24 h are left until the hearing. */
export function alertPriority(alert: { kind: AlertKind; movedEarlier: boolean; urgent: boolean }): number {
  if (alert.movedEarlier) return priority.movedEarlier;
  if (alert.urgent && (alert.kind === 'changed' || alert.kind === 'cancelled')) return priority.urgentAlert;
  return alert.kind === 'reminder' ? priority.reminder : priority.alert;
}
