import { type SQL, sql } from 'drizzle-orm';
import { first } from './statement.ts';

/**
 * Why what belongs to a broadcast that was cancelled is not sent, as an outcome: newer facts, or a later reminder of
 * the same, took its place, or staff took it back. For statements in which the broadcast is `b`.
 */
export const cancelledFor: SQL = sql`
  case when ${isReplaced(sql`hearing_id`)} or ${isReplaced(sql`incident_id`)} then 'superseded' else 'withdrawn' end`;

/**
 * Asked of each column by itself, and one after the other: otherwise PostgreSQL goes through all alerts that there are, and
 * that for each delivery.
 */
function isReplaced(subject: SQL): SQL {
  return sql`exists (
    select 1 from (select * from alerts where id = b.alert_id ${first(1)}) told
    cross join lateral (
      select 1 from alerts newer where newer.${subject} = told.${subject} and (
        newer.revision > told.revision
          or (newer.kind = 'reminder' and newer.state = 'dispatched' and newer.due_at > told.due_at))
      ${first(1)}) newer)`;
}
