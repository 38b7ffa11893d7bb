import type { Language } from '../language.ts';
import { decodeUtf8 } from '../text/utf8.ts';
import { readCsv } from './csv.ts';
import { readIcs } from './ics.ts';
import { readJson } from './json.ts';
import { type FileRow, type ReadHearings, type SaidHearing, unreadable } from './said.ts';

const hearingFileFormats = ['csv', 'ics', 'json'] as const;
export type HearingFileFormat = (typeof hearingFileFormats)[number];

/** Which format a file is in by the end of its name; null for another. */
export function formatOf(fileName: string): HearingFileFormat | null {
  const end = fileName.toLowerCase().split('.').at(-1);
  return hearingFileFormats.find((format) => format === end) ?? null;
}

/**
 * Reads the hearings of a file. Every fault is named at once with its line: those of the file as a whole, or those of
 * single rows beside the rows that can be read. `plain`: the language of texts that name none; `zone`: the court's.
 */
export function readHearings(
  bytes: Uint8Array,
  format: HearingFileFormat,
  options: { readonly plain: Language; readonly zone: string },
): ReadHearings {
  const text = decodeUtf8(bytes);
  if (text === null) return notUtf8(bytes);
  const read = readAs(text, format, options);
  return read.ok ? { ok: true, rows: refuseTwins(read.rows) } : read;
}

function readAs(
  text: string,
  format: HearingFileFormat,
  options: { readonly plain: Language; readonly zone: string },
): ReadHearings {
  switch (format) {
    case 'csv':
      return readCsv(text, options.plain);
    case 'ics':
      return readIcs(text, options);
    case 'json':
      return readJson(text, options.plain);
  }
}

/** By the bytes that are read leniently, the line of the first that cannot stand there. */
function notUtf8(bytes: Uint8Array): ReadHearings {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const line = isUtf16 ? 1 : lenient.slice(0, lenient.indexOf('\ufffd')).split('\n').length;
  return unreadable({
    line,
    field: 'file',
    detail: `is not in UTF-8${isUtf16 ? ' but in UTF-16' : ''}. Save it anew; in Excel as "CSV UTF-8".`,
  });
}

/** Two rows under one key: which of them counts, nobody can say. */
function refuseTwins(rows: readonly FileRow[]): FileRow[] {
  const linesOf = Map.groupBy(rows, (row) => ('said' in row ? twinKey(row.said) : null));
  return rows.map((row) => {
    if (!('said' in row)) return row;
    const twins = linesOf.get(twinKey(row.said)) ?? [];
    if (twins.length === 1) return row;
    const others = twins.filter((twin) => twin !== row).map(({ line }) => line);
    return {
      line: row.line,
      key: row.said.key,
      faults: [
        {
          field: 'id',
          detail: `is also that of line ${others.join(', ')}. Each hearing has one of its own.`,
        },
      ],
    };
  });
}

function twinKey({ caseSlug, key }: SaidHearing): string {
  return JSON.stringify([caseSlug, key]);
}
