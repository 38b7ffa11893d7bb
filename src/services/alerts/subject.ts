import { eq, type SQL, sql } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import type { AlertSubject } from '../../domain/alert.ts';

/** What an alert is about. The database keeps it to exactly one thing. */
export function subjectOf(alert: Pick<typeof alerts.$inferSelect, 'hearingId' | 'incidentId'>): AlertSubject {
  if (alert.hearingId !== null) return { type: 'hearing', id: alert.hearingId };
  if (alert.incidentId !== null) return { type: 'incident', id: alert.incidentId };
  throw new Error('An alert is about nothing.');
}

/** The alerts that are about it. */
export function isAbout(subject: AlertSubject): SQL {
  return subject.type === 'hearing' ? eq(alerts.hearingId, subject.id) : eq(alerts.incidentId, subject.id);
}

/** The column of `alerts` that names it, for statements in which the table has another name. */
export function subjectColumn({ type }: AlertSubject): SQL {
  return type === 'hearing' ? sql`hearing_id` : sql`incident_id`;
}
