import { createRoute, z } from '@hono/zod-openapi';
import { factRecorders } from '../../domain/actor.ts';
import { readHearings } from '../../domain/hearing-file/read.ts';
import { FILE_HEARINGS_MAX, FILE_MAX } from '../../domain/hearing-file/said.ts';
import { comparedFields } from '../../domain/hearing-said.ts';
import { parseZone } from '../../domain/zone.ts';
import { findCampaign } from '../../services/campaigns/find.ts';
import { importHearings } from '../../services/hearings/import.ts';
import { type ImportItem, importDefaults, planImport } from '../../services/hearings/plan-import.ts';
import type { AdminApi } from '../env.ts';
import { fileFormat, fileTypes } from '../middleware/file.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { guardedFile, ok } from '../route.ts';
import { hearingKind, id, language } from '../schemas/words.ts';
import { presentedFacts, presentFacts } from './hearing-shapes.ts';

const outcome = z
  .enum(['new', 'changed', 'unchanged', 'rejected', 'older', 'over', 'refused'])
  .openapi('ImportOutcome', {
    description:
      '`rejected`: a second person has rejected just this before; `older`: a higher SEQUENCE was seen; `over`: it has taken place, and what came of it is not said. Of these, of `unchanged` and of `refused` nothing is recorded.',
  });

const item = z
  .object({
    line: z.int().openapi({ description: 'Where it begins in the file, from 1.' }),
    key: z.string().nullable().openapi({ description: 'By which the file knows it: its id, or UID.' }),
    caseId: id.nullable(),
    outcome,
    hearingId: id.nullable().openapi({ description: 'The hearing that is meant; null for a new one.' }),
    joinedBy: z.enum(['key', 'id', 'date']).nullable().openapi({
      description: '`date`: it was recorded by hand, and is the only one of the case on that day.',
    }),
    move: z.enum(['earlier', 'later', 'same', 'unclear']).nullable(),
    changes: z.array(z.enum(comparedFields)),
    replacesReview: z.boolean().openapi({
      description: 'Whether another revision that waits for a second person would be replaced.',
    }),
    before: presentedFacts.nullable(),
    after: presentedFacts.nullable(),
    faults: z.array(z.object({ field: z.string(), detail: z.string() })),
  })
  .openapi('ImportItem');

const imported = z
  .object({ applied: z.boolean(), items: z.array(item) })
  .openapi('HearingImport', { description: 'What was recorded, or would be.' });

const flag = z
  .enum(['true', 'false'], 'is neither true nor false')
  .default('false')
  .transform((given) => given === 'true');

const query = z.object({
  apply: flag.openapi({ type: 'boolean', description: 'Without it, it is only said what would change.' }),
  withoutRefused: flag.openapi({
    type: 'boolean',
    description: 'Record all but what is refused. Otherwise one fault keeps everything out.',
  }),
  case: z.string().max(48).optional().openapi({ description: 'The slug of the case, for what names none.' }),
  zone: z
    .string()
    .max(100)
    .optional()
    .transform((given, ctx) => {
      if (given === undefined) return null;
      const parsed = parseZone(given);
      if (parsed.ok) return parsed.zone;
      ctx.addIssue({ code: 'custom', message: parsed.remedy });
      return z.NEVER;
    })
    .openapi({ type: 'string', description: "The court's; the case's when left out." }),
  language: language
    .optional()
    .openapi({ description: "Of plain texts; the campaign's first when left out." }),
  kind: hearingKind.default('other').openapi({ description: 'Of new hearings that do not say it.' }),
  source: z.string().trim().min(1, 'is empty').max(500).optional().openapi({
    description: 'Who says so, for what names no source.',
  }),
});

const binary = { schema: { type: 'string', format: 'binary' } } as const;

const add = createRoute({
  method: 'post',
  path: '/hearing-imports',
  operationId: 'importHearings',
  summary: 'Hearings from a CSV, iCalendar or JSON file: what would change, or, applied, is now in review',
  description: `The file itself, at most ${FILE_MAX} bytes and ${FILE_HEARINGS_MAX} hearings; docs/import.md tells its form. Each change is recorded under your name and decided on by a second person. The same file again changes nothing.`,
  tags: ['hearings'],
  ...guardedFile(factRecorders, 'hearings:write'),
  request: {
    headers: onceHeaders,
    query,
    body: {
      required: true,
      content: Object.fromEntries(Object.keys(fileTypes).map((type) => [type, binary])),
    },
  },
  responses: ok('What was recorded, or would be.', imported),
});

export function registerHearingImports(api: AdminApi): void {
  api.openapi(add, async (c) => {
    const ctx = c.get('ctx');
    const { apply, withoutRefused, ...given } = c.req.valid('query');
    const format = fileFormat(c.req.header('Content-Type'));
    if (format === null) return refuse(c, { code: 'file-type-unknown' });
    const caseSlug = given.case ?? null;
    const defaults = await importDefaults(
      ctx,
      { caseSlug, zone: given.zone, plain: given.language ?? null },
      await findCampaign(ctx),
    );
    if (!defaults.ok) return refuse(c, defaults.refusal);
    const read = readHearings(new Uint8Array(await c.req.arrayBuffer()), format, defaults.value);
    if (!read.ok) return refuse(c, { code: 'file-unreadable' }, { errors: read.faults });
    const input = {
      rows: read.rows,
      caseSlug,
      zone: given.zone,
      kind: given.kind,
      source: given.source ?? null,
    };
    if (!apply) {
      const items = await planImport(ctx, input, ctx.actor.name);
      return c.json({ applied: false, items: items.map(present) }, 200);
    }
    const result = await importHearings(ctx, { ...input, withoutRefused });
    if (result.ok) return c.json({ applied: true, items: result.value.items.map(present) }, 200);
    if (result.refusal.code !== 'rows-refused') return refuse(c, result.refusal);
    return refuse(c, { code: 'rows-refused' }, { errors: errorsOf(result.refusal.items) });
  });
}

function errorsOf(items: readonly ImportItem[]) {
  return items.flatMap(({ line, weighed }) =>
    weighed.outcome === 'refused' ? weighed.faults.map((fault) => ({ line, ...fault })) : [],
  );
}

function present({ line, key, of, weighed }: ImportItem): z.infer<typeof item> {
  const hearing = 'hearing' in weighed ? weighed.hearing : null;
  const changed = weighed.outcome === 'changed' ? weighed : null;
  return {
    line,
    key,
    caseId: of?.id ?? null,
    outcome: weighed.outcome,
    hearingId: hearing?.hearingId ?? null,
    joinedBy: hearing?.by ?? null,
    move: changed?.move ?? null,
    changes: [...(changed?.changes ?? [])],
    replacesReview: changed !== null && changed.inReview !== null,
    before: changed === null ? null : presentFacts(changed.before),
    after: 'facts' in weighed ? presentFacts(weighed.facts) : null,
    faults: weighed.outcome === 'refused' ? [...weighed.faults] : [],
  };
}
