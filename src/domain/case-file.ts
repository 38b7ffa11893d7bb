import { z } from 'zod';
import { resolveWallTime } from './hearing-time.ts';
import { languages } from './language.ts';
import { hearingKinds, hearingStatuses, opennesses, shownAs } from './words.ts';
import { parseZone } from './zone.ts';

/** A case with all that is on record about it, as a file that people can write and pass on. */
export type CaseFile = z.infer<typeof caseFile>;

const text = z.string().trim().min(1, 'is empty').max(2000, 'is longer than 2,000 characters');
const localised = z
  .partialRecord(z.enum(languages, `has a language that is not one of ${languages.join(', ')}`), text)
  .refine((value) => Object.keys(value).length > 0, 'has no language');
const sources = z.array(text).min(1, 'names no source: every fact carries one');
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'is not a date like 2009-11-11');
const partialDay = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'is not a date like 2009-11-11, 2009-11 or 2009');
/** What one source says differently. Both values stand. */
const disagree = z.array(z.strictObject({ field: text, value: text, source: text })).default([]);

const hearing = z.strictObject({
  date: day,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time like 10:30')
    .nullable()
    .default(null),
  kind: z.enum(hearingKinds),
  status: z.enum(hearingStatuses).default('held'),
  court: localised,
  room: text.nullable().default(null),
  openness: z.enum(opennesses).default('unknown'),
  judge: text.nullable().default(null),
  outcome: localised.nullable().default(null),
  sources,
  disagree,
});

const caseFile = z
  .strictObject({
    slug: z.string().regex(/^[a-z0-9-]{1,48}$/, 'is not 1 to 48 of the characters a–z, 0–9 and -'),
    name: localised,
    summary: localised,
    country: z.string().regex(/^[A-Z]{2}$/, 'is not a country code of two letters like AZ'),
    zone: z.string(),
    fictional: z.boolean().default(false),
    persons: z
      .array(
        z.strictObject({
          name: localised,
          shownAs: z.enum(shownAs).default('name'),
          note: text.nullable().default(null),
        }),
      )
      .default([]),
    events: z.array(z.strictObject({ date: partialDay, what: localised, sources, disagree })).default([]),
    hearings: z.array(hearing).default([]),
    statements: z.array(z.strictObject({ date: partialDay, who: text, sources, disagree })).default([]),
  })
  .superRefine((file, ctx) => {
    const zone = parseZone(file.zone);
    if (!zone.ok) {
      ctx.addIssue({ code: 'custom', path: ['zone'], message: zone.remedy });
      return;
    }
    file.hearings.forEach((entry, i) => {
      const resolved = resolveWallTime({ localDate: entry.date, localTime: entry.time, zone: file.zone });
      if (resolved.kind === 'fault') {
        ctx.addIssue({ code: 'custom', path: ['hearings', i], message: resolved.remedy });
      }
      if (resolved.kind === 'gap') {
        ctx.addIssue({
          code: 'custom',
          path: ['hearings', i, 'time'],
          message: `does not exist on that day: the clock goes from ${resolved.before} to ${resolved.after}`,
        });
      }
    });
  });

/** A case's facts, or all faults of its file with their places. */
export type ParsedCaseFile =
  | { readonly ok: true; readonly file: CaseFile }
  | { readonly ok: false; readonly faults: readonly { readonly path: string; readonly fault: string }[] };

/** Reads a case file. Names every fault at once, each with the place where it stands. */
export function parseCaseFile(json: unknown): ParsedCaseFile {
  const parsed = caseFile.safeParse(json);
  if (parsed.success) return { ok: true, file: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.') || '(the file)',
      fault: issue.message,
    })),
  };
}
