import { createRoute, z } from '@hono/zod-openapi';
import { type AuditEntryRow, auditors, listAuditEntries } from '../../services/audit-entries/list.ts';
import type { AdminApi } from '../env.ts';
import { guarded, ok } from '../route.ts';
import { page, pageOf, pageQuery } from '../schemas/paging.ts';
import { id, instant } from '../schemas/words.ts';

const entry = z
  .object({
    id,
    at: instant,
    actorKind: z.enum(['staff', 'partner', 'subscriber', 'job', 'operator']),
    actor: z
      .string()
      .nullable()
      .openapi({ description: "The staff member's id or the job's name. A subscriber has none." }),
    verb: z.string().openapi({ example: 'posts/decide' }),
    subjectType: z.string(),
    subjectId: z.string().nullable(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .openapi('AuditEntry');

const list = createRoute({
  method: 'get',
  path: '/audit',
  operationId: 'listAuditEntries',
  summary: 'Who did what, newest first',
  tags: ['audit'],
  ...guarded(auditors, 'audit:read'),
  request: { query: pageQuery() },
  responses: ok('A page of audit entries.', pageOf(entry)),
});

export function registerAudit(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const { before, limit } = c.req.valid('query');
    const rows = await listAuditEntries(c.get('ctx'), { before: before ?? null, limit: limit + 1 });
    return c.json(page(rows, limit, present), 200);
  });
}

function present(row: AuditEntryRow): z.infer<typeof entry> {
  const { id: entryId, at, actorKind, actor, verb, subjectType, subjectId, details } = row;
  return { id: entryId, at: at.toString(), actorKind, actor, verb, subjectType, subjectId, details };
}
