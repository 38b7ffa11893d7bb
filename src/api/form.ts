import type { Context } from 'hono';

/** A fault of one field, in the reader's language. */
export interface FieldFault {
  readonly field: string;
  readonly text: string;
}

/** What a browser sent with a form. */
export interface Form {
  /** One value, trimmed; empty when it was not sent. */
  text(field: string): string;
  /** One value as it was typed. */
  exact(field: string): string;
  /** Every value of a group of boxes. */
  all(field: string): readonly string[];
}

/** What nobody has filled in yet. */
export const emptyForm: Form = { text: () => '', exact: () => '', all: () => [] };

/** Reads a form; null for what is none: another type, or bytes that are not UTF-8 behind their `%`. */
export async function readForm(c: Context): Promise<Form | null> {
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(c.req.header('Content-Type') ?? '')) return null;
  const values = new URLSearchParams(await c.req.text());
  // A lenient decoder puts U+FFFD in the place of broken bytes, and a name or passphrase would be kept with it.
  if ([...values].some(([field, value]) => `${field}${value}`.includes('\uFFFD'))) return null;
  return {
    text: (field) => values.get(field)?.trim() ?? '',
    exact: (field) => values.get(field) ?? '',
    all: (field) => values.getAll(field),
  };
}
