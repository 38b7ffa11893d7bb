import { createRoute, z } from '@hono/zod-openapi';
import { factDeciders } from '../../domain/actor.ts';
import { waitsForSecond } from '../../domain/case-words.ts';
import type { CaseId } from '../../domain/ids.ts';
import { SLUG_MAX } from '../../domain/slug.ts';
import { findCampaign } from '../../services/campaigns/find.ts';
import { agreeToCase } from '../../services/cases/agree.ts';
import { closeCase } from '../../services/cases/close.ts';
import { createCase } from '../../services/cases/create.ts';
import type { CaseRow } from '../../services/cases/find.ts';
import { listCasesAfter } from '../../services/cases/list.ts';
import { type CaseRecord, type Disagreement, readCase } from '../../services/cases/read.ts';
import { reopenCase } from '../../services/cases/reopen.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, created, creating, guarded, ok } from '../route.ts';
import { afterQuery, page, pageOf } from '../schemas/paging.ts';
import { localised, localisedInput, plainText, toLocalised } from '../schemas/text.ts';
import { caseStatus, id, idOf, instant, language, shownAs } from '../schemas/words.ts';
import { hearing, presentHearing } from './hearing-shapes.ts';
import { incident, presentIncident } from './incident-shapes.ts';

const summary = z
  .object({
    id,
    slug: z.string(),
    name: localised,
    summary: localised,
    country: z.string(),
    zone: z.string(),
    status: caseStatus,
    fictional: z.boolean(),
    awaitsSecondPerson: z.boolean().openapi({
      description:
        'Somebody opened it and no second person has agreed: only the staff know that it is there.',
    }),
    createdAt: instant,
  })
  .openapi('CaseSummary');

const disagreement = z
  .object({ field: z.string(), value: z.string(), source: z.string() })
  .openapi('Disagreement', {
    description: "One source's differing value. Both values stand.",
  });

const record = summary
  .extend({
    persons: z.array(z.object({ id, name: localised, shownAs, note: z.string().nullable() })),
    events: z.array(
      z.object({
        id,
        date: z.string().openapi({ description: 'A day, or a month where no source knows more.' }),
        what: localised,
        sources: z.array(z.string()),
        disagreements: z.array(disagreement),
      }),
    ),
    statements: z.array(
      z.object({
        id,
        date: z.string(),
        who: z.string(),
        sources: z.array(z.string()),
        disagreements: z.array(disagreement),
      }),
    ),
    hearings: z.array(hearing.extend({ disagreements: z.array(disagreement) })),
    incidents: z.array(incident).openapi({
      description: 'What is in effect of them stands on the timeline, beside the events.',
    }),
  })
  .openapi('Case');

const newCase = z
  .strictObject({
    language: language.optional().openapi({
      description: "The language of what is given as plain text; the campaign's first when left out.",
    }),
    slug: z
      .string('is not a text')
      .max(200, 'is too long')
      .openapi({ maxLength: SLUG_MAX, example: 'donkey-bloggers' }),
    name: localisedInput(1_000),
    summary: localisedInput(4_000),
    country: z
      .string('is not a text')
      .regex(/^[A-Z]{2}$/, 'is not a country by ISO 3166-1: write two capital letters, such as AZ'),
    zone: plainText(100).openapi({ example: 'Asia/Baku' }),
    fictional: z.boolean('is neither true nor false').default(false),
    persons: z
      .array(
        z.strictObject({
          name: localisedInput(1_000),
          shownAs: shownAs.default('name'),
          note: plainText(1_000).nullable().default(null),
        }),
      )
      .max(200, 'are too many')
      .default([]),
  })
  .openapi('NewCase');

const caseChange = z.strictObject({ status: caseStatus }).openapi('CaseChange');

const caseParams = z.object({ caseId: idOf<CaseId>() });

const list = createRoute({
  method: 'get',
  path: '/cases',
  operationId: 'listCases',
  summary: 'The cases of the campaign, open ones first',
  tags: ['cases'],
  ...guarded(anyRole, 'cases:read'),
  request: { query: afterQuery<CaseId>() },
  responses: ok('A page of cases.', pageOf(summary)),
});

const create = createRoute({
  method: 'post',
  path: '/cases',
  operationId: 'createCase',
  summary: 'Open a case, as the first of two',
  description:
    'Until a second person has agreed to its words nobody but the staff is told of it, and nothing of it takes effect or goes out.',
  tags: ['cases'],
  ...creating(['author', 'coordinator', 'admin'], 'cases:write'),
  request: { headers: onceHeaders, body: body(newCase) },
  responses: created(
    'The case was opened, and waits for a second person.',
    z.object({
      id,
      asked: z.int().openapi({ description: 'How many were asked in the bot to agree.' }),
    }),
  ),
});

const read = createRoute({
  method: 'get',
  path: '/cases/{caseId}',
  operationId: 'readCase',
  summary: 'The whole record of a case, with where its sources disagree',
  tags: ['cases'],
  ...guarded(anyRole, 'cases:read'),
  request: { params: caseParams },
  responses: ok('The case.', record),
});

const change = createRoute({
  method: 'patch',
  path: '/cases/{caseId}',
  operationId: 'changeCase',
  summary: 'Close a case, or open it again',
  description:
    'Closing a case withdraws its texts that wait to go out and cancels its posts that are on their way, for good. It is refused while a hearing or an incident of the case waits for a decision or its followers are still to be told of one. A case is never deleted.',
  tags: ['cases'],
  ...guarded(['coordinator', 'admin'], 'cases:write'),
  request: { params: caseParams, body: body(caseChange) },
  responses: ok('The case as it is now.', summary),
});

const agree = createRoute({
  method: 'post',
  path: '/cases/{caseId}/agreements',
  operationId: 'agreeToCase',
  summary: 'Agree, as the second of two, to the words of a case that somebody opened',
  description:
    'Whoever asks the bot is shown its name, its summary and its persons from then on. It takes an approver, coordinator or lawyer who did not open it.',
  tags: ['cases'],
  ...creating(factDeciders, 'cases:decide'),
  request: { headers: onceHeaders, params: caseParams },
  responses: created('It is shown from now on.', summary),
});

export function registerCases(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const { after, limit } = c.req.valid('query');
    const rows = await listCasesAfter(c.get('ctx'), { after: after ?? null, limit: limit + 1 });
    return c.json(page(rows, limit, presentSummary), 200);
  });

  api.openapi(create, async (c) => {
    const { language: given, name, summary: about, persons, ...input } = c.req.valid('json');
    const plain = given ?? (await findCampaign(c.get('ctx'))).languages[0] ?? 'en';
    const result = await createCase(c.get('ctx'), {
      ...input,
      name: toLocalised(name, plain),
      summary: toLocalised(about, plain),
      persons: persons.map((person) => ({
        name: toLocalised(person.name, plain),
        shownAs: person.shownAs,
        note: person.note,
      })),
    });
    if (!result.ok) return refuse(c, result.refusal);
    c.header('Location', `/api/admin/cases/${result.value.caseId}`);
    const { caseId, asked } = result.value;
    return c.json({ id: caseId, asked }, 201);
  });

  api.openapi(agree, async (c) => {
    const result = await agreeToCase(c.get('ctx'), c.req.valid('param'));
    return result.ok ? c.json(presentSummary(result.value), 201) : refuse(c, result.refusal);
  });

  api.openapi(read, async (c) => {
    const found = await readCase(c.get('ctx'), c.req.valid('param').caseId);
    if (found === undefined) return refuse(c, { code: 'case-unknown' });
    return c.json(presentRecord(found), 200);
  });

  api.openapi(change, async (c) => {
    const { caseId } = c.req.valid('param');
    const asked = c.req.valid('json').status === 'closed' ? closeCase : reopenCase;
    const result = await asked(c.get('ctx'), { caseId });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(presentSummary(result.value), 200);
  });
}

function presentSummary(row: CaseRow): z.infer<typeof summary> {
  const { id: caseId, slug, name, summary: about, country, zone, status, fictional, createdAt } = row;
  return {
    id: caseId,
    slug,
    name,
    summary: about,
    country,
    zone,
    status,
    fictional,
    awaitsSecondPerson: waitsForSecond(row),
    createdAt: createdAt.toString(),
  };
}

function presentRecord(found: CaseRecord): z.infer<typeof record> {
  return {
    ...presentSummary(found),
    persons: found.persons.map((person) => ({
      id: person.id,
      name: person.name,
      shownAs: person.shownAs,
      note: person.note,
    })),
    events: found.events.map((event) => ({
      id: event.id,
      date: event.date,
      what: event.what,
      sources: event.sources,
      disagreements: copies(event.disagreements),
    })),
    statements: found.statements.map((statement) => ({
      id: statement.id,
      date: statement.date,
      who: statement.who,
      sources: statement.sources,
      disagreements: copies(statement.disagreements),
    })),
    hearings: found.hearings.map((one) => ({
      ...presentHearing(one),
      disagreements: copies(one.disagreements),
    })),
    incidents: found.incidents.map(presentIncident),
  };
}

function copies(disagreements: readonly Disagreement[]): Disagreement[] {
  return disagreements.map(({ field, value, source }) => ({ field, value, source }));
}
