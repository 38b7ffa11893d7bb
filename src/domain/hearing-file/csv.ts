import { CsvError, parse } from 'csv-parse/sync';
import { delimiterOf } from '../delimiter.ts';
import { isLanguage, type Language } from '../language.ts';
import { readEntry } from './entry.ts';
import { FILE_HEARINGS_MAX, type FileFault, type FileRow, type ReadHearings, unreadable } from './said.ts';

/** The columns of a CSV file, in any order; `court` and `outcome` also by language, such as `court.az`. */
const csvColumns = [
  'id',
  'case',
  'date',
  'time',
  'zone',
  'kind',
  'status',
  'court',
  'room',
  'openness',
  'judge',
  'outcome',
  'sources',
  'checked_on',
] as const;

/** Where an empty cell says that something is not known. In every other column it says nothing. */
const mayBeUnknown = new Set(['date', 'time', 'room', 'judge']);
const byLanguage = new Set(['court', 'outcome']);

/**
 * Hearings from a CSV file (RFC 4180, with the delimiters that spreadsheets use): the first line names the columns,
 * `id` and `date` among them; several sources are put apart by `|`. A row that cannot be read does not keep the
 * others from being looked at.
 */
export function readCsv(text: string, plain: Language): ReadHearings {
  const delimiter = delimiterOf(text);
  const parsed = records(text, delimiter);
  if (!parsed.ok) return unreadable(parsed.fault);
  const [head, ...rows] = parsed.records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (head === undefined) return unreadable({ line: 1, field: 'file', detail: 'is empty.' });
  const columns = head.cells.map((name) => name.trim().toLowerCase());
  const faults = faultsOfHead(columns).map((fault) => ({ line: head.line, ...fault }));
  if (faults.length > 0) return unreadable(...faults);
  if (rows.length > FILE_HEARINGS_MAX) {
    return unreadable({
      line: 1,
      field: 'file',
      detail: `holds ${rows.length} hearings; at most ${FILE_HEARINGS_MAX} are read at once. Split it.`,
    });
  }
  return { ok: true, rows: rows.map((record) => readRow(columns, record, plain)) };
}

interface CsvRecord {
  /** Where it begins; with line breaks in its cells it goes over several lines. */
  readonly line: number;
  readonly cells: readonly string[];
}

function records(
  text: string,
  delimiter: string,
): { readonly ok: true; readonly records: CsvRecord[] } | { readonly ok: false; readonly fault: FileFault } {
  const found: CsvRecord[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter,
      // All of them: a file that went through several programs has more than one kind.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      on_record(cells: string[], { lines }: { lines: number }) {
        found.push({ line, cells });
        // The parser counts the line on which a record ends.
        line = lines + 1;
        return null;
      },
    });
    return { ok: true, records: found };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const detail = quoteFaults.has(error.code)
      ? 'Has a quotation mark that is not closed, or one inside a cell that is not doubled.'
      : 'Cannot be read as CSV.';
    return { ok: false, fault: { line, field: 'row', detail } };
  }
}

const quoteFaults = new Set<string>([
  'CSV_QUOTE_NOT_CLOSED',
  'CSV_INVALID_CLOSING_QUOTE',
  'INVALID_OPENING_QUOTE',
]);

function faultsOfHead(columns: readonly string[]) {
  const faults: { field: string; detail: string }[] = [];
  for (const needed of ['id', 'date']) {
    if (!columns.includes(needed)) {
      faults.push({ field: needed, detail: 'is a column that every file needs. Name it in the first line.' });
    }
  }
  for (const [at, name] of columns.entries()) {
    if (name !== '' && !isColumn(name)) {
      faults.push({ field: name, detail: `is no column that is known: ${csvColumns.join(', ')}.` });
    } else if (name !== '' && columns.indexOf(name) !== at) {
      faults.push({ field: name, detail: 'is named twice.' });
    }
  }
  return faults;
}

function isColumn(name: string): boolean {
  const [base = '', language, ...more] = name.split('.');
  if (language === undefined) return csvColumns.some((known) => known === base);
  return byLanguage.has(base) && isLanguage(language) && more.length === 0;
}

function readRow(columns: readonly string[], { line, cells }: CsvRecord, plain: Language): FileRow {
  const faults = cells.slice(columns.length).some((cell) => cell.trim() !== '')
    ? [
        {
          field: 'row',
          detail: `has ${cells.length} cells where the first line names ${columns.length}. Put cells that hold the delimiter in quotation marks.`,
        },
      ]
    : [];
  const entry: Record<string, unknown> = {};
  for (const [at, column] of columns.entries()) {
    if (column === '') continue;
    const value = (cells[at] ?? '').trim();
    if (value.startsWith('=')) {
      faults.push({ field: column, detail: 'is a formula. Write what it comes to.' });
      continue;
    }
    put(entry, column, value, plain);
  }
  const read = readEntry(entry, plain);
  if (read.ok && faults.length === 0) return { line, said: read.said };
  const { key, more } = read.ok ? { key: read.said.key, more: [] } : { key: read.key, more: read.faults };
  return { line, key, faults: [...faults, ...more] };
}

function put(entry: Record<string, unknown>, column: string, value: string, plain: Language): void {
  if (value === '') {
    if (mayBeUnknown.has(column)) entry[column] = null;
    return;
  }
  const [base = '', language] = column.split('.');
  if (byLanguage.has(base)) {
    const texts = entry[base];
    entry[base] = { ...(typeof texts === 'object' ? texts : {}), [language ?? plain]: value };
  } else if (base === 'sources') {
    entry[base] = value.split('|').map((source) => source.trim());
  } else {
    entry[base] = value;
  }
}
