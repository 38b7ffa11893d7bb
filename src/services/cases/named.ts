import type { CaseId, PersonId } from '../../domain/ids.ts';
import type { Localised } from '../../domain/localised.ts';
import type { CoreContext } from '../context.ts';
import { together } from '../together.ts';
import { type CaseRow, findCase, findCases, ofCase, type PersonRow, personsOfAll } from './find.ts';

/** A case as readers see it named: part of what is approved, so that no other name can be put below approved words. */
export interface NamedCase {
  readonly id: CaseId;
  readonly name: Localised;
  readonly fictional: boolean;
}

/** With the persons, in the order in which they are named. */
export interface NamedCaseAndPersons extends NamedCase {
  readonly persons: readonly {
    readonly id: PersonId;
    readonly name: Localised;
    readonly shownAs: PersonRow['shownAs'];
  }[];
}

/** How a case is named. Throws when there is none. */
export async function namedCase(ctx: CoreContext, caseId: CaseId): Promise<NamedCase> {
  const { id, name, fictional } = await findCase(ctx, caseId);
  return { id, name, fictional };
}

/** How a case and its persons are named. Throws when there is no such case. */
export async function namedCaseAndPersons(ctx: CoreContext, caseId: CaseId): Promise<NamedCaseAndPersons> {
  return ofCase(await namedCases(ctx, [caseId]), caseId);
}

/** The same of several, by their ids. */
export async function namedCases(
  ctx: CoreContext,
  caseIds: Iterable<CaseId>,
): Promise<ReadonlyMap<CaseId, NamedCaseAndPersons>> {
  const asked = new Set(caseIds);
  const [rows, persons] = await together([findCases(ctx, asked), personsOfAll(ctx, asked)]);
  const of = Map.groupBy(persons, ({ caseId }) => caseId);
  return new Map([...rows].map(([caseId, row]) => [caseId, namedAs(row, of.get(caseId) ?? [])]));
}

/** The same of rows that were read already. */
export function namedAs(
  { id, name, fictional }: Pick<CaseRow, 'id' | 'name' | 'fictional'>,
  persons: readonly PersonRow[],
): NamedCaseAndPersons {
  return {
    id,
    name,
    fictional,
    persons: persons.map((person) => ({ id: person.id, name: person.name, shownAs: person.shownAs })),
  };
}
