import { CsvError, parse } from 'csv-parse/sync';
import { type ContactFacts, contactFields } from './contact.ts';
import { delimiterOf } from './delimiter.ts';

/** The contacts of a file, or what is wrong with it. */
export type ReadContacts =
  | { readonly ok: true; readonly contacts: readonly ContactFacts[] }
  /** Says what is wrong without repeating what stands there. */
  | { readonly ok: false; readonly remedy: string };

/** Contacts from a CSV file (RFC 4180; comma, semicolon or tab): the first line names the columns, as `contactFields` does. */
export function readContacts(text: string): ReadContacts {
  let records: string[][];
  try {
    records = parse(text, { bom: true, delimiter: delimiterOf(text), skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, remedy: `The file is no CSV (${error.code}). Save it as CSV, UTF-8.` };
  }
  const [head = [], ...rows] = records;
  const columns = head.map((name) => name.trim());
  const missing = contactFields.filter((field) => !columns.includes(field));
  const unknown = columns.some((name) => !contactFields.some((field) => field === name));
  if (missing.length > 0 || unknown || columns.length !== contactFields.length)
    return {
      ok: false,
      remedy: `The first line must name these columns, and no others: ${contactFields.join(', ')}.`,
    };
  const cell = (row: readonly string[], name: keyof ContactFacts) => row[columns.indexOf(name)] ?? '';
  return {
    ok: true,
    contacts: rows.map((row) => ({
      address: cell(row, 'address'),
      name: cell(row, 'name'),
      outlet: cell(row, 'outlet'),
      topic: cell(row, 'topic'),
      consentedOn: cell(row, 'consentedOn'),
      consent: cell(row, 'consent'),
      source: cell(row, 'source'),
    })),
  };
}
