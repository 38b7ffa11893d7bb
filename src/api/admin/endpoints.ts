import { createRoute, z } from '@hono/zod-openapi';
import { endpointEventKinds } from '../../domain/endpoint.ts';
import type { CaseId, EndpointId } from '../../domain/ids.ts';
import { addEndpoint } from '../../services/endpoints/add.ts';
import { type ListedEndpoint, listEndpoints } from '../../services/endpoints/list.ts';
import { removeEndpoint } from '../../services/endpoints/remove.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { body, created, creating, guarded, ok } from '../route.ts';
import { afterQuery, pageAfter, pageOf } from '../schemas/paging.ts';
import { id, idOf, instant } from '../schemas/words.ts';

const managers = ['admin', 'coordinator'] as const;

const kinds = z.array(z.enum(endpointEventKinds)).min(1, 'names none').openapi({
  description:
    'Of what it is told: a post that everybody may read by now, with its texts; a hearing whose facts have taken effect.',
});

const endpoint = z
  .object({
    id,
    url: z.string(),
    kinds,
    caseIds: z
      .array(id)
      .nullable()
      .openapi({ description: 'The only cases of which it is told; null: all.' }),
    createdAt: instant,
    endedAt: instant.nullable().openapi({
      description: 'When staff removed it, or it answered 410; listed for a month from then on.',
    }),
    waiting: z.int().openapi({ description: 'Events on their way.' }),
    failed: z.int().openapi({ description: 'Events given up, of the last 30 days.' }),
    outcome: z
      .string()
      .nullable()
      .openapi({ description: 'Why the last attempt that failed did: a status, or a code.' }),
  })
  .openapi('Endpoint');

const newEndpoint = z
  .strictObject({
    url: z.string('is not a text'),
    kinds,
    caseIds: z
      .array(idOf<CaseId>())
      .min(1, 'names none')
      .max(1000, 'are too many')
      .nullable()
      .default(null)
      .openapi({ description: 'The only cases of which it is to be told; null: all on which you work.' }),
  })
  .openapi('NewEndpoint');

const list = createRoute({
  method: 'get',
  path: '/endpoints',
  operationId: 'listEndpoints',
  summary: 'Other systems that are told of what becomes public, and how it goes',
  tags: ['endpoints'],
  ...guarded(managers, 'endpoints:read'),
  request: { query: afterQuery<EndpointId>() },
  responses: ok('The endpoints.', pageOf(endpoint)),
});

const add = createRoute({
  method: 'post',
  path: '/endpoints',
  operationId: 'addEndpoint',
  summary: 'Tell another system of what becomes public, by signed webhooks',
  tags: ['endpoints'],
  ...creating(managers, 'endpoints:write'),
  request: {
    headers: onceHeaders,
    body: body(newEndpoint),
  },
  responses: created(
    'Its id, and the secret by which it knows us, which is shown only once.',
    z.object({ endpointId: id, secret: z.string().openapi({ example: 'whsec_…' }) }),
  ),
});

const remove = createRoute({
  method: 'delete',
  path: '/endpoints/{endpointId}',
  operationId: 'removeEndpoint',
  summary: 'Tell another system nothing more, at once and for good',
  tags: ['endpoints'],
  ...guarded(managers, 'endpoints:write'),
  request: { params: z.object({ endpointId: idOf<EndpointId>() }) },
  responses: ok('Which was removed.', z.object({ endpointId: id })),
});

export function registerEndpoints(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const shown = pageAfter(await listEndpoints(c.get('ctx')), c.req.valid('query'), present);
    return shown === null ? refuse(c, { code: 'cursor-unknown' }) : c.json(shown, 200);
  });

  api.openapi(add, async (c) => {
    const result = await addEndpoint(c.get('ctx'), c.req.valid('json'));
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });

  api.openapi(remove, async (c) => {
    const result = await removeEndpoint(c.get('ctx'), c.req.valid('param').endpointId);
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });
}

function present(row: ListedEndpoint): z.infer<typeof endpoint> {
  const caseIds = row.caseIds === null ? null : [...row.caseIds];
  const endedAt = row.endedAt?.toString() ?? null;
  return { ...row, kinds: [...row.kinds], caseIds, createdAt: row.createdAt.toString(), endedAt };
}
