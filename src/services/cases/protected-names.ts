import type { CaseId } from '../../domain/ids.ts';
import { namesOneOf } from '../../domain/protected-name.ts';
import type { CoreContext } from '../context.ts';
import { type PersonRow, personsOf } from './find.ts';

/** Every form of the names of those who are told by role only. */
function protectedNames(persons: readonly Pick<PersonRow, 'name' | 'shownAs'>[]): string[] {
  return persons.flatMap(({ name, shownAs }) => (shownAs === 'name' ? [] : Object.values(name)));
}

/** The first of the fields in whose texts one of the persons is named who is told by role only; null: in none. */
export function fieldThatNamesOne<Field extends string>(
  persons: readonly Pick<PersonRow, 'name' | 'shownAs'>[],
  fields: Readonly<Record<Field, unknown>>,
): Field | null {
  const names = protectedNames(persons);
  if (names.length === 0) return null;
  for (const field in fields) {
    if (textsIn(fields[field]).some((text) => namesOneOf(text, names))) return field;
  }
  return null;
}

/** The same of the persons of a case. */
export async function fieldThatNames<Field extends string>(
  ctx: CoreContext,
  caseId: CaseId,
  fields: Readonly<Record<Field, unknown>>,
): Promise<Field | null> {
  return fieldThatNamesOne(await personsOf(ctx, caseId), fields);
}

/** Every text within a value, whatever its form. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
