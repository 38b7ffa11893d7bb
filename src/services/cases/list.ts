import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { cases } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import type { CaseRow } from './find.ts';
import { ofOwnCases } from './scope.ts';

/** One page of a list; `page` counts from 1 and is one that exists (1 of an empty list). */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly pages: number;
}

/** 'closed' sorts before 'open'. */
const inOrder = [desc(cases.status), asc(cases.createdAt), asc(cases.slug)];

/** The campaign's cases, as far as whoever asks works on them, open ones first, then in the order in which they were added. */
export async function listCases(
  ctx: Context,
  input: {
    /** From 1; one beyond the last gives the last. */ readonly page: number;
    readonly perPage: number;
  },
): Promise<Page<CaseRow>> {
  const listed = and(eq(cases.campaignId, ctx.campaignId), ofOwnCases(ctx, cases.id));
  const count = await ctx.db.$count(cases, listed);
  const pages = Math.max(1, Math.ceil(count / input.perPage));
  const page = Math.min(Math.max(1, input.page), pages);
  const items = await ctx.db
    .select()
    .from(cases)
    .where(listed)
    .orderBy(...inOrder)
    .limit(input.perPage)
    .offset((page - 1) * input.perPage);
  return { items, page, pages };
}

/** The same from the one that follows `after`; of one that is not there, nothing follows. */
export async function listCasesAfter(
  ctx: Context,
  wanted: { readonly after: CaseId | null; readonly limit: number },
): Promise<CaseRow[]> {
  const follows = sql`exists (
    select 1 from ${cases} as last
    where last.id = ${wanted.after} and (
      last.status > ${cases.status}
      or (last.status = ${cases.status} and (last.created_at, last.slug) < (${cases.createdAt}, ${cases.slug}))))`;
  return ctx.db
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.campaignId, ctx.campaignId),
        ofOwnCases(ctx, cases.id),
        wanted.after === null ? undefined : follows,
      ),
    )
    .orderBy(...inOrder)
    .limit(wanted.limit);
}
