import { sql } from 'drizzle-orm';
import type { BroadcastId } from '../../domain/ids.ts';
import { type Context, inTransaction } from '../context.ts';
import { uuidArray } from '../deliveries/statement.ts';

/**
 * Marks the running broadcasts of the bot as `finished` of which nothing is planned or being attempted any more;
 * answers how many. Whoever adds deliveries to a broadcast changes its row in the same transaction, so either this
 * one waits no longer than to pass it over, or that one sees it finished and sets it running again.
 */
export async function finishBroadcasts(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx.db.execute<{ ids: BroadcastId[] | null }>(sql`
      with locked as (
        select b.id from broadcasts b
        where b.bot_id = ${tx.botId} and b.state = 'running' and ${nothingLeft}
        for update skip locked)
      select json_agg(id) as ids from locked`);
    const ids = found?.ids ?? [];
    if (ids.length === 0) return 0;
    // Once more, and with the rows locked: a language that came late may have been planned in between.
    const finished = await tx.db.execute(sql`
      update broadcasts b set state = 'finished', finished_at = ${tx.clock.now().toString()}::timestamptz
      where b.id = any(${uuidArray(ids)}) and b.state = 'running' and ${nothingLeft}`);
    return finished.count;
  });
}

/** The index by what waits names the first of a broadcast at once. */
const nothingLeft = sql`not exists (select 1 from deliveries d where d.broadcast_id = b.id and d.waiting)`;
