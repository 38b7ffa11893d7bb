import { createRoute, z } from '@hono/zod-openapi';
import { factDeciders, factRecorders } from '../../domain/actor.ts';
import type { CaseId, HearingId } from '../../domain/ids.ts';
import { findCaseOrNone } from '../../services/cases/find.ts';
import { decideHearing } from '../../services/hearings/decide.ts';
import { readHearing } from '../../services/hearings/find.ts';
import { listHearings } from '../../services/hearings/list.ts';
import { recordHearing, reviseHearing } from '../../services/hearings/record.ts';
import { listNoted } from '../../services/partners/noted.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, created, creating, guarded, ok } from '../route.ts';
import { afterQuery, pageAfter, pageOf } from '../schemas/paging.ts';
import { basedOn, recordedRevision, revisionNumber } from '../schemas/revisions.ts';
import { decision, id, idOf, instant, revisionState } from '../schemas/words.ts';
import {
  factsFrom,
  factsInput,
  hearing,
  hearingCalls,
  presentCalls,
  presentHearing,
  presentRevision,
  revision,
} from './hearing-shapes.ts';
import { plainLanguage } from './plain-language.ts';

const noted = z
  .object({
    partnerId: id,
    partner: z.string(),
    receivedAt: instant,
    says: z.array(z.object({ field: z.string(), value: z.string() })).openapi({
      description: 'What it says otherwise than the revision that waited then; texts by language as JSON.',
    }),
  })
  .openapi('NotedReport');

const history = z
  .object({
    id,
    caseId: id,
    revisions: z.array(revision),
    calls: z.array(hearingCalls),
    noted: z.array(noted),
  })
  .openapi('HearingHistory', {
    description: 'Everything that was ever recorded of a hearing, oldest first.',
  });

const recorded = z
  .object({
    hearingId: id,
    ...recordedRevision,
  })
  .openapi('RecordedRevision');

const newHearing = z.strictObject(factsInput).openapi('NewHearing');

const newRevision = z
  .strictObject({
    basedOn,
    ...factsInput,
  })
  .openapi('NewHearingRevision');

const newDecision = z.strictObject({ decision }).openapi('NewHearingDecision');

const caseParams = z.object({ caseId: idOf<CaseId>() });
const hearingParams = z.object({ hearingId: idOf<HearingId>() });
const revisionParams = hearingParams.extend({ revision: revisionNumber });

const list = createRoute({
  method: 'get',
  path: '/cases/{caseId}/hearings',
  operationId: 'listHearings',
  summary: 'The hearings of a case by date: what is in effect, and what waits for a second person',
  tags: ['hearings'],
  ...guarded(anyRole, 'hearings:read'),
  request: { params: caseParams, query: afterQuery<HearingId>() },
  responses: ok('The hearings.', pageOf(hearing)),
});

const record = createRoute({
  method: 'post',
  path: '/cases/{caseId}/hearings',
  operationId: 'recordHearing',
  summary: 'Record a hearing; it takes effect once a second person has approved it',
  tags: ['hearings'],
  ...creating(factRecorders, 'hearings:write'),
  request: { headers: onceHeaders, params: caseParams, body: body(newHearing) },
  responses: created('The hearing was recorded and is in review.', recorded),
});

const read = createRoute({
  method: 'get',
  path: '/hearings/{hearingId}',
  operationId: 'readHearing',
  summary: 'A hearing with all its revisions',
  tags: ['hearings'],
  ...guarded(anyRole, 'hearings:read'),
  request: { params: hearingParams },
  responses: ok('The hearing.', history),
});

const revise = createRoute({
  method: 'post',
  path: '/hearings/{hearingId}/revisions',
  operationId: 'reviseHearing',
  summary: 'Record a change of a hearing: all of its facts, as they are now',
  tags: ['hearings'],
  ...creating(factRecorders, 'hearings:write'),
  request: { headers: onceHeaders, params: hearingParams, body: body(newRevision) },
  responses: created('The change was recorded and is in review.', recorded),
});

const decide = createRoute({
  method: 'post',
  path: '/hearings/{hearingId}/revisions/{revision}/approvals',
  operationId: 'decideHearing',
  summary: "Approve or reject a hearing's facts as the second person",
  tags: ['hearings'],
  ...creating(factDeciders, 'hearings:decide'),
  request: { headers: onceHeaders, params: revisionParams, body: body(newDecision) },
  responses: created('The decision was recorded.', z.object({ state: revisionState })),
});

export function registerHearings(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const { caseId } = c.req.valid('param');
    if ((await findCaseOrNone(c.get('ctx'), caseId)) === undefined)
      return refuse(c, { code: 'case-unknown' });
    const shown = pageAfter(await listHearings(c.get('ctx'), caseId), c.req.valid('query'), presentHearing);
    return shown === null ? refuse(c, { code: 'cursor-unknown' }) : c.json(shown, 200);
  });

  api.openapi(record, async (c) => {
    const input = c.req.valid('json');
    const facts = factsFrom(input, await plainLanguage(c.get('ctx'), input.language));
    const result = await recordHearing(c.get('ctx'), { caseId: c.req.valid('param').caseId, facts });
    if (!result.ok) return refuse(c, result.refusal);
    c.header('Location', `/api/admin/hearings/${result.value.hearingId}`);
    return c.json(result.value, 201);
  });

  api.openapi(read, async (c) => {
    const found = await readHearing(c.get('ctx'), c.req.valid('param').hearingId);
    if (found === undefined) return refuse(c, { code: 'hearing-unknown' });
    const { hearing: row, revisions, calls } = found;
    const reports = await listNoted(c.get('ctx'), row.id);
    return c.json(
      {
        id: row.id,
        caseId: row.caseId,
        revisions: revisions.map(presentRevision),
        calls: calls.map(presentCalls),
        noted: reports.map((one) => ({
          partnerId: one.partnerId,
          partner: one.name,
          receivedAt: one.receivedAt.toString(),
          says: Object.entries(one.noted ?? {}).map(([field, value]) => ({
            field,
            value: typeof value === 'string' ? value : JSON.stringify(value),
          })),
        })),
      },
      200,
    );
  });

  api.openapi(revise, async (c) => {
    const { hearingId } = c.req.valid('param');
    const { basedOn, ...input } = c.req.valid('json');
    const facts = factsFrom(input, await plainLanguage(c.get('ctx'), input.language));
    const result = await reviseHearing(c.get('ctx'), { hearingId, basedOn, facts });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(result.value, 201);
  });

  api.openapi(decide, async (c) => {
    const result = await decideHearing(c.get('ctx'), {
      ...c.req.valid('param'),
      decision: c.req.valid('json').decision,
    });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json({ state: result.value.state }, 201);
  });
}
