import { z } from 'zod';
import { type Language, languages } from '../language.ts';
import type { Localised } from '../localised.ts';
import { faultOfPlainText } from '../text/characters.ts';
import { hearingKinds, hearingStatuses, opennesses } from '../words.ts';
import { parseZone } from '../zone.ts';
import { type ReadCell, readDate, readTime } from './cells.ts';
import type { FieldFault, SaidHearing } from './said.ts';

/** Plain text that people will read: NFC, trimmed, with something to be seen in it. */
const text = (max: number) =>
  z
    .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'is not a text') })
    .max(max, `is longer than ${max} characters`)
    .superRefine((given, ctx) => {
      const message = faultOfPlainText(given);
      if (message !== null) ctx.addIssue({ code: 'custom', message });
    })
    .transform((given) => given.normalize('NFC').trim());

const cell = (read: (text: string) => ReadCell) =>
  z.string('is not a text').transform((given, ctx): string => {
    const found = read(given.trim());
    if (found.ok) return found.value;
    ctx.addIssue({ code: 'custom', message: found.detail });
    return z.NEVER;
  });

const zone = z.string('is not a text').transform((given, ctx): string => {
  const parsed = parseZone(given);
  if (parsed.ok) return parsed.zone;
  ctx.addIssue({ code: 'custom', message: parsed.remedy });
  return z.NEVER;
});

const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, `is none of ${words.join(', ')}`);

/** Text in one language, or in several by their codes. */
const localised = (max: number, plain: Language) =>
  z.union(
    [
      text(max).transform((given): Localised => ({ [plain]: given })),
      z
        .partialRecord(z.enum(languages), text(max))
        .refine((given) => Object.keys(given).length > 0, 'has no language')
        .transform((given): Localised => given),
    ],
    `is neither a text of at most ${max} characters nor texts by language, such as {"az": "…"}, without control characters`,
  );

/** One hearing as JSON: of a file, or of a partner's report. */
function entrySchema(plain: Language) {
  return z
    .strictObject(
      {
        id: text(300),
        case: text(48).nullish(),
        status: oneOf(hearingStatuses).optional(),
        date: cell(readDate).nullish(),
        time: cell(readTime).nullish(),
        zone: zone.optional(),
        kind: oneOf(hearingKinds).optional(),
        court: localised(500, plain).optional(),
        room: text(200).nullish(),
        openness: oneOf(opennesses).optional(),
        judge: text(200).nullish(),
        outcome: localised(2000, plain).nullish(),
        sources: z
          .array(text(500), 'is not a list of texts')
          .min(1, 'names no source')
          .max(50, 'are more than 50')
          .optional(),
        checked_on: cell(readDate).optional(),
      },
      'is not an object with the fields of a hearing',
    )
    .transform(said);
}

interface Entry {
  readonly id: string;
  readonly case?: string | null | undefined;
  readonly status?: SaidHearing['status'];
  readonly date?: string | null | undefined;
  readonly time?: string | null | undefined;
  readonly zone?: string | undefined;
  readonly kind?: SaidHearing['kind'];
  readonly court?: Localised | undefined;
  readonly room?: string | null | undefined;
  readonly openness?: SaidHearing['openness'];
  readonly judge?: string | null | undefined;
  readonly outcome?: Localised | null | undefined;
  readonly sources?: string[] | undefined;
  readonly checked_on?: string | undefined;
}

function said(entry: Entry): SaidHearing {
  const { id, case: slug, date, time, checked_on: checkedOn, ...same } = entry;
  return withoutUndefined({
    key: id,
    caseSlug: slug ?? null,
    ...same,
    localDate: date,
    localTime: time,
    checkedOn,
  });
}

/** What is absent says nothing; under `exactOptionalPropertyTypes` an undefined value would be something else. */
function withoutUndefined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** One hearing of a file, or all faults of it; `key` where it could be read. */
export type ReadEntry =
  | { readonly ok: true; readonly said: SaidHearing }
  | { readonly ok: false; readonly key: string | null; readonly faults: readonly FieldFault[] };

/** Reads one hearing from JSON, with every fault of it at once. `plain`: the language of texts that name none. */
export function readEntry(json: unknown, plain: Language): ReadEntry {
  const parsed = entrySchema(plain).safeParse(json);
  if (parsed.success) return { ok: true, said: parsed.data };
  return { ok: false, key: keyOf(json), faults: parsed.error.issues.flatMap(faultsOf) };
}

function faultsOf(issue: z.core.$ZodIssue): FieldFault[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), detail: 'is not known here' }));
  }
  return [{ field: path.join('.') || 'hearing', detail: issue.message }];
}

function keyOf(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || !('id' in json)) return null;
  return typeof json.id === 'string' ? json.id.slice(0, 300) : null;
}
