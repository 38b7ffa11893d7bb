import { type Language, languages } from '../../domain/language.ts';
import type { Localised } from '../../domain/localised.ts';
import type { Form } from '../form.ts';

/** The values of a form that nobody has sent yet: what is on record, as its fields show it. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** A form with these values in it. */
export function formWith(values: Values): Form {
  const all = (field: string): readonly string[] => {
    const value = values[field] ?? [];
    return typeof value === 'string' ? [value] : value;
  };
  const exact = (field: string) => all(field)[0] ?? '';
  return { all, exact, text: (field) => exact(field).trim() };
}

/** A fact by language as the fields `name-<language>` show it. */
export function localisedValues(name: string, text: Localised | null | undefined): Values {
  return Object.fromEntries(
    languages.flatMap((language): [string, string][] => {
      const written = text?.[language];
      return written === undefined ? [] : [[`${name}-${language}`, written]];
    }),
  );
}

/** What was written of a fact, by language; null where nothing was in any. */
export function localisedIn(form: Form, name: string): Record<string, string> | null {
  const written = languages.flatMap((language: Language): [string, string][] => {
    const text = form.text(`${name}-${language}`);
    return text === '' ? [] : [[language, text]];
  });
  return written.length === 0 ? null : Object.fromEntries(written);
}

/** What was written in one field; null where nothing was. */
export function textOrNone(form: Form, name: string): string | null {
  const text = form.text(name);
  return text === '' ? null : text;
}

/** The lines of a field that hold something. */
export function linesIn(form: Form, name: string): readonly string[] {
  return form
    .exact(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** More rows than this no form has. */
export const ROWS_MAX = 50;

/** How many rows a group of fields `name-<row>-…` has, by its hidden `name-rows`. */
export function rowsIn(form: Form, name: string): number {
  const said = Number(form.text(`${name}-rows`));
  return Number.isInteger(said) && said > 0 ? Math.min(said, ROWS_MAX) : 0;
}

/**
 * A form without the empty rows of a group: those that are left move up, so that what is said of one by its number is
 * said of the row that is shown. `isFilled` tells of a row by the beginning of its fields' names.
 */
export function withoutEmptyRows(form: Form, name: string, isFilled: (prefix: string) => boolean): Form {
  const kept = Array.from({ length: rowsIn(form, name) }, (_, row) => row).filter((row) =>
    isFilled(`${name}-${row}`),
  );
  const place = new RegExp(`^${name}-(\\d+)-(.+)$`);
  const from = (field: string): string => {
    const [, row, rest] = place.exec(field) ?? [];
    if (row === undefined) return field;
    const before = kept[Number(row)];
    // Of no row: a name that no field has.
    return before === undefined ? '' : `${name}-${before}-${rest}`;
  };
  return {
    all: (field) => form.all(from(field)),
    exact: (field) => (field === `${name}-rows` ? String(kept.length) : form.exact(from(field))),
    text: (field) => (field === `${name}-rows` ? String(kept.length) : form.text(from(field))),
  };
}

/** The same form with one more row in a group. */
export function addedRow(form: Form, name: string): Form {
  const more = String(Math.min(ROWS_MAX, Math.max(1, rowsIn(form, name)) + 1));
  const field = `${name}-rows`;
  return {
    ...form,
    exact: (of) => (of === field ? more : form.exact(of)),
    text: (of) => (of === field ? more : form.text(of)),
  };
}
