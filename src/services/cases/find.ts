import { and, asc, eq, inArray } from 'drizzle-orm';
import { cases, persons } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { ofOwnCases } from './scope.ts';

export type CaseRow = typeof cases.$inferSelect;
export type PersonRow = typeof persons.$inferSelect;

/** A case that something else names; throws when there is none, since then a foreign key was broken. */
export async function findCase(ctx: CoreContext, caseId: CaseId): Promise<CaseRow> {
  return ofCase(await findCases(ctx, [caseId]), caseId);
}

/** Several, by their ids. */
export async function findCases(
  ctx: CoreContext,
  caseIds: Iterable<CaseId>,
): Promise<ReadonlyMap<CaseId, CaseRow>> {
  const found = await ctx.db.select().from(cases).where(these(ctx, caseIds));
  return new Map(found.map((row) => [row.id, row]));
}

function these(ctx: CoreContext, caseIds: Iterable<CaseId>) {
  return and(inArray(cases.id, [...caseIds]), eq(cases.campaignId, ctx.campaignId));
}

/** The same as `findCase`, kept as it is until the transaction ends: whoever closes it waits, and then finds what was begun. */
export async function holdCase(ctx: CoreContext, caseId: CaseId): Promise<CaseRow> {
  return ofCase(await holdCases(ctx, [caseId]), caseId);
}

/** The same of several, by their ids. */
export async function holdCases(
  ctx: CoreContext,
  caseIds: Iterable<CaseId>,
): Promise<ReadonlyMap<CaseId, CaseRow>> {
  const found = await ctx.db
    .select()
    .from(cases)
    .where(these(ctx, caseIds))
    .orderBy(asc(cases.id))
    .for('share');
  return new Map(found.map((row) => [row.id, row]));
}

/** What is known of a case that something else names; throws when there is none, since then a foreign key was broken. */
export function ofCase<Known>(known: ReadonlyMap<CaseId, Known>, caseId: CaseId): Known {
  const found = known.get(caseId);
  if (found === undefined) throw new Error('A case that is referred to does not exist.');
  return found;
}

/** A case of this campaign, and of whoever asks, by its id, if there is one. */
export async function findCaseOrNone(ctx: CoreContext, caseId: CaseId): Promise<CaseRow | undefined> {
  const [found] = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), eq(cases.campaignId, ctx.campaignId), ofOwnCases(ctx, cases.id)));
  return found;
}

/** The same by the slug of its address. */
export async function findCaseBySlug(ctx: CoreContext, slug: string): Promise<CaseRow | undefined> {
  const [found] = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.slug, slug), eq(cases.campaignId, ctx.campaignId), ofOwnCases(ctx, cases.id)));
  return found;
}

/** The persons of a case in the order in which the campaign names them. */
export async function personsOf(ctx: CoreContext, caseId: CaseId): Promise<PersonRow[]> {
  return personsOfAll(ctx, [caseId]);
}

/** The same of several cases, mixed; each case's in their order. */
export async function personsOfAll(ctx: CoreContext, caseIds: Iterable<CaseId>): Promise<PersonRow[]> {
  return ctx.db
    .select()
    .from(persons)
    .where(inArray(persons.caseId, [...caseIds]))
    .orderBy(asc(persons.position));
}
