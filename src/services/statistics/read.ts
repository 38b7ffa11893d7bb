import { and, asc, eq, gte, inArray, ne, or, type SQL } from 'drizzle-orm';
import { statistics } from '../../db/schema/index.ts';
import { casesOf } from '../../domain/actor.ts';
import type { Statistic } from '../../domain/statistics.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { CoreContext } from '../context.ts';

/** How far back anybody looks. */
export const DAYS_MAX = 366;

/** The numbers of so many days, today's included, the oldest first. */
export async function readStatistics(
  ctx: CoreContext,
  input: { readonly days: number },
): Promise<Statistic[]> {
  const { zone } = await findCampaign(ctx);
  const today = ctx.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const first = today.subtract({ days: Math.min(input.days, DAYS_MAX) - 1 }).toString();
  return ctx.db
    .select({
      day: statistics.day,
      kind: statistics.kind,
      about: statistics.about,
      value: statistics.value,
    })
    .from(statistics)
    .where(and(eq(statistics.campaignId, ctx.campaignId), gte(statistics.day, first), ofTheirs(ctx)))
    .orderBy(asc(statistics.day), asc(statistics.kind), asc(statistics.about));
}

/** The followers of another's case are counted for those who work on it. */
function ofTheirs({ actor }: CoreContext): SQL | undefined {
  const cases = casesOf(actor);
  return cases === null
    ? undefined
    : or(ne(statistics.kind, 'case-followers'), inArray(statistics.about, [...cases]));
}
