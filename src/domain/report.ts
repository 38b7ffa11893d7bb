import { z } from 'zod';
import { readEntry } from './hearing-file/entry.ts';
import type { FieldFault, SaidHearing } from './hearing-file/said.ts';
import type { Language } from './language.ts';

/** What a partner's monitor can report. */
const reportTypes = ['hearing.reported'] as const;

/** The form that Standard Webhooks recommends; the time that counts is the signed one in the header. */
const envelope = z.strictObject(
  {
    type: z.enum(reportTypes, `is none of ${reportTypes.join(', ')}`),
    timestamp: z.string('is not a text').max(40, 'is longer than 40 characters').optional(),
    data: z.unknown(),
  },
  'is not an object with "type" and "data"',
);

/** What a monitor says of a hearing, or all faults of its report. */
export type ReadReport =
  | { readonly ok: true; readonly said: SaidHearing }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** Reads the body of a report; every fault at once. `plain`: the language of texts that name none. */
export function readReport(json: unknown, plain: Language): ReadReport {
  const parsed = envelope.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ field: key, detail: 'is not known here' }))
        : [{ field: issue.path.join('.') || 'body', detail: issue.message }],
    );
    return { ok: false, faults };
  }
  const entry = readEntry(parsed.data.data, plain);
  if (!entry.ok) {
    return {
      ok: false,
      faults: entry.faults.map(({ field, detail }) => ({ field: `data.${field}`, detail })),
    };
  }
  if (entry.said.caseSlug === null) {
    return { ok: false, faults: [{ field: 'data.case', detail: 'is missing: the slug of the case.' }] };
  }
  return { ok: true, said: entry.said };
}
