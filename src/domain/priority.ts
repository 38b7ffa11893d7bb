import type { AlertKind } from './words.ts';

/**
 * What leaves first: lower goes first. Chosen when a broadcast is planned, obeyed whenever the next to leave is looked
 * for; within one of these, cases take turns.
 */
export const priority = {
  /** Whoever comes by the old hour comes too late. */
  movedEarlier: 10,
  /** News of a hearing that is within a day, or of what is happening to somebody now. */
  urgentAlert: 20,
  /** The reminder of one that is within a day. */
  reminder: 30,
  /** A hearing further off that was moved, postponed or cancelled; what was told wrongly. */
  change: 35,
  /** What nobody has to act on today: a hearing to come, what a court decided, what happened days ago. */
  alert: 40,
  post: 60,
  /** What happened in a week can wait for all the rest. */
  digest: 80,
} as const;

/** The place of a delivery among all that is due: by its broadcast's priority, and within one by its tier. */
export function rankOf(delivery: { readonly priority: number; readonly tier: number }): number {
  return delivery.priority + delivery.tier / 10;
}

/**
 * The priority of an alert's broadcast. `urgent`: no more than a day is left until the hearing, or it is an incident that
 * is happening.
 */
export function alertPriority(alert: {
  readonly kind: AlertKind;
  readonly movedEarlier: boolean;
  readonly urgent: boolean;
}): number {
  if (alert.movedEarlier) return priority.movedEarlier;
  switch (alert.kind) {
    case 'changed':
    case 'cancelled':
    case 'confirmed':
    case 'corrected':
      return alert.urgent ? priority.urgentAlert : priority.change;
    case 'announced':
    case 'outcome':
      return alert.urgent ? priority.urgentAlert : priority.alert;
    case 'reminder':
      return alert.urgent ? priority.reminder : priority.alert;
    case 'no_outcome':
      return priority.alert;
  }
}
