import { and, eq, lte } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { lookAtTurn } from './begin.ts';

/** Ends what can no longer go out, since its window has closed while it waited. Answers how many there were. */
export async function expireAccountDeliveries(ctx: Context): Promise<number> {
  const late = await ctx.db
    .select({ id: accountDeliveries.id })
    .from(accountDeliveries)
    .where(
      and(
        eq(accountDeliveries.botId, ctx.botId),
        eq(accountDeliveries.state, 'planned'),
        lte(accountDeliveries.notAfter, ctx.clock.now()),
      ),
    );
  for (const { id } of late) await lookAtTurn(ctx, id);
  return late.length;
}
