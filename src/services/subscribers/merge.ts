import { eq, sql } from 'drizzle-orm';
import { subscribers } from '../../db/schema/index.ts';
import type { SubscriberId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { uuidArray } from '../deliveries/statement.ts';

/** Two rows are of one chat: `to` gets the follows of `from` and what is on its way, and `from` goes. In a transaction. */
export async function mergeSubscribers(tx: CoreContext, from: SubscriberId, to: SubscriberId): Promise<void> {
  // Before their deliveries, as whoever records what became of one does: the two must not wait for each other.
  await tx.db.execute(sql`
    select 1 from subscribers where id = any(${uuidArray([from, to])}) order by id for update`);
  await tx.db.execute(sql`
    insert into follows (subscriber_id, case_id, created_at)
    select ${to}, case_id, created_at from follows where subscriber_id = ${from}
    on conflict do nothing`);
  // What the group was sent in one of its two forms, or is being sent, it is not sent again. What is being sent to the old id
  // comes along: Telegram refuses it there, and it is sent to the new one then.
  await tx.db.execute(sql`
    update deliveries d set subscriber_id = ${to}
    where d.subscriber_id = ${from} and d.state in ('planned', 'attempting') and not exists (
      select 1 from deliveries e
      where e.broadcast_id = d.broadcast_id and e.subscriber_id = ${to} and e.part = d.part)`);
  // With the follows and deliveries that are left, by the foreign keys.
  await tx.db.delete(subscribers).where(eq(subscribers.id, from));
}
