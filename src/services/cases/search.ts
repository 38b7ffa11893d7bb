import { and, asc, desc, eq } from 'drizzle-orm';
import { cases } from '../../db/schema/index.ts';
import { foldLetters } from '../../domain/text/characters.ts';
import type { Context } from '../context.ts';
import type { CaseRow } from './find.ts';
import { ofOwnCases } from './scope.ts';

/**
 * The campaign's cases whose name in any language, or short name, holds what somebody typed; all of them for nothing.
 * Open ones first. Letters with and without marks are the same, since not every keyboard has them.
 */
export async function searchCases(ctx: Context, input: { readonly text: string }): Promise<CaseRow[]> {
  const wanted = foldLetters(input.text).trim();
  // There are tens of cases, not thousands: the letters are compared here, as readers would compare them.
  const all = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.campaignId, ctx.campaignId), ofOwnCases(ctx, cases.id)))
    .orderBy(desc(cases.status), asc(cases.createdAt), asc(cases.slug));
  return all.filter(({ slug, name }) =>
    [slug, ...Object.values(name)].some((text) => foldLetters(text).includes(wanted)),
  );
}
