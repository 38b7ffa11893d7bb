import type { Context } from '../context.ts';
import { subjectOf } from './subject.ts';
import type { AlertRow, Telling } from './telling.ts';
import { tellingOfHearing } from './telling-of-hearing.ts';
import { tellingOfIncident } from './telling-of-incident.ts';

/** What an alert has to tell at an instant, whatever it is about. */
export function tellingOf(ctx: Context, alert: AlertRow, now: Temporal.Instant): Promise<Telling> {
  const subject = subjectOf(alert);
  return subject.type === 'hearing'
    ? tellingOfHearing(ctx, alert, subject.id, now)
    : tellingOfIncident(ctx, alert, subject.id, now);
}
