import { lateAfter } from '../../domain/alert.ts';

/** Whether an alert that was due at one instant and is sent at another says that it comes late. */
export function isLate({
  dueAt,
  sentAt,
}: {
  readonly dueAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant;
}): boolean {
  return Temporal.Instant.compare(dueAt.add(lateAfter), sentAt) <= 0;
}
