import { type SQL, sql } from 'drizzle-orm';
import { sameSubject } from '../alerts/subject.ts';

/**
 * Why what belongs to a broadcast that was cancelled is not sent, as an outcome: newer facts, or a later reminder of
 * the same, took its place, or staff took it back. For statements in which the broadcast is `b`.
 */
export const cancelledFor: SQL = sql`
  case when exists (
    select 1 from alerts told join alerts newer
      on ${sameSubject} and (newer.revision > told.revision
        or (newer.kind = 'reminder' and newer.state = 'dispatched' and newer.due_at > told.due_at))
    where told.id = b.alert_id)
  then 'superseded' else 'withdrawn' end`;
