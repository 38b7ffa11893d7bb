import type { Language } from '../language.ts';
import { readEntry } from './entry.ts';
import { FILE_HEARINGS_MAX, type ReadHearings, unreadable } from './said.ts';

/** Hearings from JSON: a list of them, or an object that holds one as `hearings`, and nothing else. */
export function readJson(text: string, plain: Language): ReadHearings {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return unreadable({
      line: lineOfError(error, text),
      field: 'file',
      detail: 'goes astray here: it is no JSON.',
    });
  }
  const list = listOf(json);
  if (list === null) {
    return unreadable({
      line: 1,
      field: 'file',
      detail: 'is neither a list of hearings nor an object that holds one as "hearings" and nothing else.',
    });
  }
  if (list.length > FILE_HEARINGS_MAX) {
    return unreadable({
      line: 1,
      field: 'hearings',
      detail: `are ${list.length}; at most ${FILE_HEARINGS_MAX} are read at once. Split the file.`,
    });
  }
  const lines = linesOfItems(text, Array.isArray(json) ? 1 : 2);
  return {
    ok: true,
    rows: list.map((item, at) => {
      const line = lines[at] ?? 1;
      const read = readEntry(item, plain);
      return read.ok ? { line, said: read.said } : { line, key: read.key, faults: read.faults };
    }),
  };
}

function listOf(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json;
  if (typeof json !== 'object' || json === null || !('hearings' in json)) return null;
  return Array.isArray(json.hearings) && Object.keys(json).length === 1 ? json.hearings : null;
}

/** V8 names the place and quotes the text; only the place is taken. */
function lineOfError(error: SyntaxError, text: string): number {
  const position = /at position (\d+)/.exec(error.message)?.[1];
  return position === undefined
    ? text.split('\n').length
    : text.slice(0, Number(position)).split('\n').length;
}

/** On which line each item begins of the list that lies `depth` brackets deep. */
function linesOfItems(text: string, depth: number): number[] {
  const lines: number[] = [];
  let line = 1;
  let open = 0;
  let inText = false;
  let awaited = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') line++;
    if (inText) {
      if (character === '\\') at++;
      else if (character === '"') inText = false;
      continue;
    }
    const isBlank = character === ' ' || character === '\n' || character === '\r' || character === '\t';
    if (awaited && !isBlank && character !== ']') {
      lines.push(line);
      awaited = false;
    }
    if (character === '"') inText = true;
    else if (character === '[' || character === '{') {
      open++;
      if (open === depth && character === '[') awaited = true;
    } else if (character === ']' || character === '}') open--;
    else if (character === ',' && open === depth && lines.length > 0) awaited = true;
  }
  return lines;
}
