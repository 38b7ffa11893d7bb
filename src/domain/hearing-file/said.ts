import type { HearingFacts } from '../hearing.ts';
import type { Localised } from '../localised.ts';

/**
 * What a file, or a partner's report, says of one hearing. What it says nothing about is absent and stays as it is
 * known; null says that it is not known.
 */
export interface SaidHearing extends Partial<HearingFacts> {
  /** Under which whoever says it knows the hearing: the UID of an event, an id of a row. */
  readonly key: string;
  /** Null: of the case that the import as a whole is about. */
  readonly caseSlug: string | null;
  /** Court and perhaps room in one text, as calendars have it, in the language that the import names. */
  readonly place?: Localised;
  /** Rises with each version of an event (RFC 5545 §3.8.7.4): a lower one than was seen is an older file. */
  readonly sequence?: number;
}

/** What is wrong with a part of a file, with the remedy. */
export interface FieldFault {
  /** As the file calls it: a column, a property. */
  readonly field: string;
  readonly detail: string;
}

/** One hearing of a file: what it says, or everything that is wrong with it. `line` counts from 1. */
export type FileRow =
  | { readonly line: number; readonly said: SaidHearing }
  | { readonly line: number; readonly key: string | null; readonly faults: readonly FieldFault[] };

/** What is wrong with a file as a whole: nothing can be said of its hearings. */
export interface FileFault extends FieldFault {
  readonly line: number;
}

/** The rows of a file, or what keeps all of it from being read. */
export type ReadHearings =
  | { readonly ok: true; readonly rows: readonly FileRow[] }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** How many hearings one file may hold: each is a question to a second person. */
export const FILE_HEARINGS_MAX = 1000;

/** In bytes: 1 MiB. */
export const FILE_MAX = 1_048_576;

/** The whole file cannot be read. */
export function unreadable(...faults: readonly FileFault[]): ReadHearings {
  return { ok: false, faults };
}
