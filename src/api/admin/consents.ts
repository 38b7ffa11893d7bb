import { createRoute, z } from '@hono/zod-openapi';
import { factRecorders } from '../../domain/actor.ts';
import type { CaseId, ConsentId, PersonId } from '../../domain/ids.ts';
import { findCaseOrNone } from '../../services/cases/find.ts';
import { type ConsentRow, listConsents } from '../../services/consents/list.ts';
import { recordConsent } from '../../services/consents/record.ts';
import { withdrawConsent } from '../../services/consents/withdraw.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, created, creating, guarded, ok } from '../route.ts';
import { afterQuery, pageAfter, pageOf } from '../schemas/paging.ts';
import { consentGiver, disclosure, id, idOf, instant } from '../schemas/words.ts';

const consent = z
  .object({
    id,
    caseId: id,
    personId: id,
    covers: disclosure,
    givenBy: consentGiver,
    recordedBy: id,
    recordedAt: instant,
    withdrawnBy: id.nullable(),
    withdrawnAt: instant.nullable(),
  })
  .openapi('Consent');

const newConsent = z
  .strictObject({ personId: idOf<PersonId>(), covers: disclosure, givenBy: consentGiver })
  .openapi('NewConsent');

const withdrawal = z
  .object({
    revisions: z.int().openapi({ description: 'Revisions of incidents that are told no more.' }),
  })
  .openapi('ConsentWithdrawal');

const caseParams = z.object({ caseId: idOf<CaseId>() });
const consentParams = z.object({ consentId: idOf<ConsentId>() });

const list = createRoute({
  method: 'get',
  path: '/cases/{caseId}/consents',
  operationId: 'listConsents',
  summary: 'Every consent of a case to what is told of health and torture, withdrawn ones too',
  tags: ['incidents'],
  ...guarded(anyRole, 'consents:read'),
  request: { params: caseParams, query: afterQuery<ConsentId>() },
  responses: ok('The consents.', pageOf(consent)),
});

const record = createRoute({
  method: 'post',
  path: '/cases/{caseId}/consents',
  operationId: 'recordConsent',
  summary: 'Record that a prisoner, the family or the lawyer consents to what is told of a person',
  tags: ['incidents'],
  ...creating(factRecorders, 'consents:write'),
  request: { headers: onceHeaders, params: caseParams, body: body(newConsent) },
  responses: created('The consent is on record.', z.object({ id })),
});

const withdraw = createRoute({
  method: 'post',
  path: '/consents/{consentId}/withdrawals',
  operationId: 'withdrawConsent',
  summary: 'Record that a consent was withdrawn: what it allowed is stopped at once, also on its way',
  tags: ['incidents'],
  ...creating(factRecorders, 'consents:write'),
  request: { headers: onceHeaders, params: consentParams },
  responses: created('The consent is withdrawn.', withdrawal),
});

export function registerConsents(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const { caseId } = c.req.valid('param');
    if ((await findCaseOrNone(c.get('ctx'), caseId)) === undefined)
      return refuse(c, { code: 'case-unknown' });
    const shown = pageAfter(await listConsents(c.get('ctx'), caseId), c.req.valid('query'), present);
    return shown === null ? refuse(c, { code: 'cursor-unknown' }) : c.json(shown, 200);
  });

  api.openapi(record, async (c) => {
    const { caseId } = c.req.valid('param');
    const result = await recordConsent(c.get('ctx'), { caseId, ...c.req.valid('json') });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json({ id: result.value.consentId }, 201);
  });

  api.openapi(withdraw, async (c) => {
    const result = await withdrawConsent(c.get('ctx'), c.req.valid('param'));
    if (!result.ok) return refuse(c, result.refusal);
    // How many followers it was taken back from is not told: it could be a number under 20.
    return c.json({ revisions: result.value.revisions }, 201);
  });
}

function present(row: ConsentRow): z.infer<typeof consent> {
  return {
    id: row.id,
    caseId: row.caseId,
    personId: row.personId,
    covers: row.covers,
    givenBy: row.givenBy,
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt.toString(),
    withdrawnBy: row.withdrawnBy,
    withdrawnAt: row.withdrawnAt?.toString() ?? null,
  };
}
