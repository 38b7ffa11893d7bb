import { asc, inArray } from 'drizzle-orm';
import { persons } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import { languages } from '../../domain/language.ts';
import type { Localised } from '../../domain/localised.ts';
import { translate } from '../../i18n/index.ts';
import type { CoreContext } from '../context.ts';
import { type PersonRow, personsOf } from './find.ts';

/** As what readers are told of a person: by name, or by role where the name is kept from them. */
export function shownName({ name, shownAs }: Pick<PersonRow, 'name' | 'shownAs'>): Localised {
  if (shownAs === 'name') return name;
  return Object.fromEntries(
    languages.map((language) => [language, translate(language, 'person-role', { role: shownAs })]),
  );
}

/** The persons of a case as readers are told of them, in the order in which the campaign names them. */
export async function shownNames(ctx: CoreContext, caseId: CaseId): Promise<Localised[]> {
  return (await personsOf(ctx, caseId)).map(shownName);
}

/** The same of several cases at once; a case without persons is left out. */
export async function shownNamesByCase(
  ctx: CoreContext,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, readonly Localised[]>> {
  if (caseIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ caseId: persons.caseId, name: persons.name, shownAs: persons.shownAs })
    .from(persons)
    .where(inArray(persons.caseId, [...caseIds]))
    .orderBy(asc(persons.position));
  return new Map(
    [...Map.groupBy(rows, ({ caseId }) => caseId)].map(([caseId, of]) => [caseId, of.map(shownName)]),
  );
}
