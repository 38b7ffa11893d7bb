import { createRoute, z } from '@hono/zod-openapi';
import type { AlertId } from '../../domain/ids.ts';
import { type ExpiredAlert, listExpiredAlerts } from '../../services/alerts/expired.ts';
import type { AdminApi } from '../env.ts';
import { anyRole, guarded, ok } from '../route.ts';
import { page, pageOf, pageQuery } from '../schemas/paging.ts';
import { alertKind, id, instant } from '../schemas/words.ts';

const expiredAlert = z
  .object({
    id,
    caseId: id,
    hearingId: id.nullable(),
    incidentId: id.nullable().openapi({ description: 'Of a hearing or of an incident: one of the two.' }),
    revision: z.int().openapi({ description: 'Which state of the facts it would have told.' }),
    kind: alertKind,
    leadTime: z
      .string()
      .nullable()
      .openapi({ description: 'Of a reminder: how long before.', example: '1d' }),
    dueAt: instant,
    notAfter: instant.openapi({ description: 'From then on it was of no use.' }),
  })
  .openapi('ExpiredAlert');

const list = createRoute({
  method: 'get',
  path: '/expired-alerts',
  operationId: 'listExpiredAlerts',
  summary: 'Alerts of which nobody was told, because they came too late to be of use; newest first',
  tags: ['hearings'],
  ...guarded(anyRole, 'hearings:read'),
  request: { query: pageQuery<AlertId>() },
  responses: ok('A page of alerts.', pageOf(expiredAlert)),
});

export function registerExpiredAlerts(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const { before, limit } = c.req.valid('query');
    const rows = await listExpiredAlerts(c.get('ctx'), { before: before ?? null, limit: limit + 1 });
    return c.json(page(rows, limit, present), 200);
  });
}

function present(alert: ExpiredAlert): z.infer<typeof expiredAlert> {
  const { caseId, hearingId, incidentId, revision, kind, leadTime } = alert;
  return {
    id: alert.id,
    caseId,
    hearingId,
    incidentId,
    revision,
    kind,
    leadTime,
    dueAt: alert.dueAt.toString(),
    notAfter: alert.notAfter.toString(),
  };
}
