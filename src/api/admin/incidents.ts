import { createRoute, z } from '@hono/zod-openapi';
import { factDeciders, factRecorders } from '../../domain/actor.ts';
import type { CaseId, IncidentId } from '../../domain/ids.ts';
import { findCaseOrNone } from '../../services/cases/find.ts';
import { decideIncident } from '../../services/incidents/decide.ts';
import { readIncident } from '../../services/incidents/find.ts';
import { listIncidents } from '../../services/incidents/list.ts';
import { recordIncident } from '../../services/incidents/record.ts';
import { reviseIncident } from '../../services/incidents/revise.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, created, creating, guarded, ok } from '../route.ts';
import { afterQuery, pageAfter, pageOf } from '../schemas/paging.ts';
import { basedOn, recordedRevision, revisionNumber } from '../schemas/revisions.ts';
import { amendment, decision, id, idOf, revisionState } from '../schemas/words.ts';
import {
  incident,
  incidentFactsFrom,
  incidentInput,
  incidentRevision,
  presentIncident,
  presentIncidentRevision,
} from './incident-shapes.ts';
import { plainLanguage } from './plain-language.ts';

const history = z
  .object({ id, caseId: id, revisions: z.array(incidentRevision) })
  .openapi('IncidentHistory', {
    description: 'Everything that was ever recorded of an incident, oldest first.',
  });

const recorded = z
  .object({
    incidentId: id,
    ...recordedRevision,
  })
  .openapi('RecordedIncidentRevision');

const newIncident = z.strictObject(incidentInput).openapi('NewIncident');

const newRevision = z
  .strictObject({
    basedOn,
    amendment: amendment.default('corrects'),
    ...incidentInput,
  })
  .openapi('NewIncidentRevision');

const newDecision = z.strictObject({ decision }).openapi('NewIncidentDecision');

const caseParams = z.object({ caseId: idOf<CaseId>() });
const incidentParams = z.object({ incidentId: idOf<IncidentId>() });
const revisionParams = incidentParams.extend({ revision: revisionNumber });

const list = createRoute({
  method: 'get',
  path: '/cases/{caseId}/incidents',
  operationId: 'listIncidents',
  summary: 'The incidents of a case by date: what is in effect, and what waits for a second person',
  tags: ['incidents'],
  ...guarded(anyRole, 'incidents:read'),
  request: { params: caseParams, query: afterQuery<IncidentId>() },
  responses: ok('The incidents.', pageOf(incident)),
});

const record = createRoute({
  method: 'post',
  path: '/cases/{caseId}/incidents',
  operationId: 'recordIncident',
  summary: 'Record an incident; followers are told once a second person has approved it',
  tags: ['incidents'],
  ...creating(factRecorders, 'incidents:write'),
  request: { headers: onceHeaders, params: caseParams, body: body(newIncident) },
  responses: created('The incident was recorded and is in review.', recorded),
});

const read = createRoute({
  method: 'get',
  path: '/incidents/{incidentId}',
  operationId: 'readIncident',
  summary: 'An incident with all its revisions',
  tags: ['incidents'],
  ...guarded(anyRole, 'incidents:read'),
  request: { params: incidentParams },
  responses: ok('The incident.', history),
});

const revise = createRoute({
  method: 'post',
  path: '/incidents/{incidentId}/revisions',
  operationId: 'reviseIncident',
  summary: 'Record a change of an incident: all of its facts, as they are now',
  tags: ['incidents'],
  ...creating(factRecorders, 'incidents:write'),
  request: { headers: onceHeaders, params: incidentParams, body: body(newRevision) },
  responses: created('The change was recorded and is in review.', recorded),
});

const decide = createRoute({
  method: 'post',
  path: '/incidents/{incidentId}/revisions/{revision}/approvals',
  operationId: 'decideIncident',
  summary: "Approve or reject an incident's facts as the second person",
  tags: ['incidents'],
  ...creating(factDeciders, 'incidents:decide'),
  request: { headers: onceHeaders, params: revisionParams, body: body(newDecision) },
  responses: created('The decision was recorded.', z.object({ state: revisionState })),
});

export function registerIncidents(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const { caseId } = c.req.valid('param');
    if ((await findCaseOrNone(c.get('ctx'), caseId)) === undefined)
      return refuse(c, { code: 'case-unknown' });
    const shown = pageAfter(await listIncidents(c.get('ctx'), caseId), c.req.valid('query'), presentIncident);
    return shown === null ? refuse(c, { code: 'cursor-unknown' }) : c.json(shown, 200);
  });

  api.openapi(record, async (c) => {
    const input = c.req.valid('json');
    const facts = incidentFactsFrom(input, await plainLanguage(c.get('ctx'), input.language), 'adds');
    const result = await recordIncident(c.get('ctx'), { caseId: c.req.valid('param').caseId, facts });
    if (!result.ok) return refuse(c, result.refusal);
    c.header('Location', `/api/admin/incidents/${result.value.incidentId}`);
    return c.json(result.value, 201);
  });

  api.openapi(read, async (c) => {
    const found = await readIncident(c.get('ctx'), c.req.valid('param').incidentId);
    if (found === undefined) return refuse(c, { code: 'incident-unknown' });
    const { incident: row, revisions } = found;
    return c.json({ id: row.id, caseId: row.caseId, revisions: revisions.map(presentIncidentRevision) }, 200);
  });

  api.openapi(revise, async (c) => {
    const { incidentId } = c.req.valid('param');
    const { basedOn, amendment: as, ...input } = c.req.valid('json');
    const facts = incidentFactsFrom(input, await plainLanguage(c.get('ctx'), input.language), as);
    const result = await reviseIncident(c.get('ctx'), { incidentId, basedOn, facts });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(result.value, 201);
  });

  api.openapi(decide, async (c) => {
    const result = await decideIncident(c.get('ctx'), {
      ...c.req.valid('param'),
      decision: c.req.valid('json').decision,
    });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json({ state: result.value.state }, 201);
  });
}
