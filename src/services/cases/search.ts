import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { cases } from '../../db/schema/index.ts';
import type { Localised } from '../../domain/localised.ts';
import { foldLetters } from '../../domain/text/characters.ts';
import type { Context } from '../context.ts';
import type { CaseRow } from './find.ts';
import { ofOwnCases } from './scope.ts';

/** Of whoever readers are told by role, no name is ever compared: nobody tries out who it is. */
const names = sql<
  Localised[]
>`coalesce((select json_agg(p.name) from persons p where p.case_id = "cases"."id" and p.shown_as = 'name'), '[]')`;

/**
 * The campaign's cases whose name in any language, or short name, or the name of a person in it, holds what somebody typed;
 * all of them for nothing. Open ones first. Letters with and without marks are the same, since not every keyboard has them.
 */
export async function searchCases(ctx: Context, input: { readonly text: string }): Promise<CaseRow[]> {
  const wanted = foldLetters(input.text).trim();
  // There are tens of cases, not thousands: the letters are compared here, as readers would compare them.
  const all = await ctx.db
    .select({ found: getTableColumns(cases), names })
    .from(cases)
    .where(and(eq(cases.campaignId, ctx.campaignId), ofOwnCases(ctx, cases.id)))
    .orderBy(desc(cases.status), asc(cases.createdAt), asc(cases.slug));
  const holds = (text: string) => foldLetters(text).includes(wanted);
  return all
    .filter(({ found: { slug, name }, names: of }) =>
      [slug, ...[name, ...of].flatMap((localised) => Object.values(localised))].some(holds),
    )
    .map(({ found }) => found);
}
