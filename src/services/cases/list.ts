import { asc, desc, eq } from 'drizzle-orm';
import { cases } from '../../db/schema/index.ts';
import type { Context } from '../context.ts';
import type { CaseRow } from './find.ts';

/** One page of a list; `page` counts from 1 and is one that exists (1 of an empty list). */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly pages: number;
}

/** The campaign's cases, open ones first, then in the order in which they were added. */
export async function listCases(
  ctx: Context,
  input: {
    /** From 1; one beyond the last gives the last. */ readonly page: number;
    readonly perPage: number;
  },
): Promise<Page<CaseRow>> {
  const ofCampaign = eq(cases.campaignId, ctx.campaignId);
  const count = await ctx.db.$count(cases, ofCampaign);
  const pages = Math.max(1, Math.ceil(count / input.perPage));
  const page = Math.min(Math.max(1, input.page), pages);
  const items = await ctx.db
    .select()
    .from(cases)
    .where(ofCampaign)
    // 'closed' sorts before 'open'.
    .orderBy(desc(cases.status), asc(cases.createdAt), asc(cases.slug))
    .limit(input.perPage)
    .offset((page - 1) * input.perPage);
  return { items, page, pages };
}
