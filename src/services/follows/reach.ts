import { sql } from 'drizzle-orm';
import { follows } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import { COUNTED_AT_MOST, type Reach, reachOf } from '../../domain/reach.ts';
import type { CoreContext } from '../context.ts';

/**
 * How long it would take to tell everybody who follows a case now. Whoever cannot be reached any more counts too: to look
 * at each of a million subscribers would take longer than whoever is asked at night should wait.
 */
export async function reachOfCase(ctx: CoreContext, caseId: CaseId): Promise<Reach> {
  const [row] = await ctx.db.execute<{ followers: number }>(sql`
    select count(*)::int as followers from (
      select 1 from ${follows} where ${follows.caseId} = ${caseId} limit ${COUNTED_AT_MOST}) counted`);
  return reachOf(row?.followers ?? 0);
}
