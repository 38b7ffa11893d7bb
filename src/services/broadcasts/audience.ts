import { type SQL, sql } from 'drizzle-orm';
import type { BroadcastId } from '../../domain/ids.ts';
import { uuidArray } from '../deliveries/statement.ts';

/** Who, of all that follow a case, a broadcast is for. */
export interface Audience {
  /** Whoever followed by then: who came since was shown what it says when they did. */
  readonly followedBy: Temporal.Instant;
  /** Only those who want this reminder; null: everybody. */
  readonly reminder: ReminderWish | null;
  /** Whoever was still to get one of these gets this in its place. */
  readonly inPlaceOf: readonly BroadcastId[];
}

/** Who wants a reminder with a certain lead time. */
export interface ReminderWish {
  readonly leadTime: string;
  /** The campaign's lead times: of whoever has not chosen their own. */
  readonly byDefault: readonly string[];
  /** Not those who want one of these too: they get that, which says the same and is nearer to the day. */
  readonly unless: readonly string[];
}

/** The condition on followers `f` and subscribers `s`, to be put behind others. */
export function isFor({ followedBy, reminder, inPlaceOf }: Audience): SQL {
  const own = sql`f.created_at <= ${followedBy.toString()}::timestamptz ${reminder === null ? sql`` : wants(reminder)}`;
  if (inPlaceOf.length === 0) return sql`and ${own}`;
  return sql`and ((${own}) or s.id in (
    select d.subscriber_id from deliveries d
    where d.broadcast_id = any(${uuidArray(inPlaceOf)}) and d.waiting))`;
}

function wants({ leadTime, byDefault, unless }: ReminderWish): SQL {
  const wanted = anyOf([leadTime], byDefault);
  return unless.length === 0 ? sql`and ${wanted}` : sql`and ${wanted} and not ${anyOf(unless, byDefault)}`;
}

/** Whether a subscriber wants one of these. In the words of the index, as far as it can serve. */
function anyOf(codes: readonly string[], byDefault: readonly string[]): SQL {
  const chosen = sql`s.lead_times && ${`{${codes.join(',')}}`}::text[]`;
  return codes.some((code) => byDefault.includes(code))
    ? sql`(s.lead_times is null or ${chosen})`
    : sql`(s.lead_times is not null and ${chosen})`;
}
