import { createRoute, z } from '@hono/zod-openapi';
import type { BroadcastId, CaseId } from '../../domain/ids.ts';
import { SHOWN_FROM } from '../../domain/shown-count.ts';
import { deliveryStates } from '../../domain/words.ts';
import { type BroadcastProgress, listBroadcasts, readBroadcast } from '../../services/broadcasts/progress.ts';
import type { AdminApi } from '../env.ts';
import { refuse } from '../problem.ts';
import { anyRole, guarded, ok } from '../route.ts';
import { page, pageOf, pageQuery } from '../schemas/paging.ts';
import { broadcastKind, broadcastState, id, idOf, instant } from '../schemas/words.ts';

const count = z
  .union([z.int().min(SHOWN_FROM), z.literal('<20')])
  .openapi('ShownCount', { description: 'A count of people; one under 20 is not shown.' });

const broadcast = z
  .object({
    id,
    caseId: id,
    kind: broadcastKind,
    alertId: id.nullable(),
    postId: id.nullable(),
    state: broadcastState,
    notAfter: instant.nullable(),
    createdAt: instant,
    finished: z.boolean().openapi({ description: 'Nothing of it is planned or being attempted any more.' }),
    deliveries: z.record(z.enum(deliveryStates), count),
  })
  .openapi('Broadcast');

const list = createRoute({
  method: 'get',
  path: '/broadcasts',
  operationId: 'listBroadcasts',
  summary: 'What went, or goes, out to followers, newest first, and how far it has come',
  tags: ['broadcasts'],
  ...guarded(anyRole),
  request: { query: pageQuery<BroadcastId>().extend({ case: idOf<CaseId>().optional() }) },
  responses: ok('A page of broadcasts.', pageOf(broadcast)),
});

const read = createRoute({
  method: 'get',
  path: '/broadcasts/{broadcastId}',
  operationId: 'readBroadcast',
  summary: 'One broadcast and how far it has come',
  tags: ['broadcasts'],
  ...guarded(anyRole),
  request: { params: z.object({ broadcastId: idOf<BroadcastId>() }) },
  responses: ok('The broadcast.', broadcast),
});

export function registerBroadcasts(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const { before, limit, case: caseId } = c.req.valid('query');
    const rows = await listBroadcasts(c.get('ctx'), {
      caseId: caseId ?? null,
      before: before ?? null,
      limit: limit + 1,
    });
    return c.json(page(rows, limit, present), 200);
  });

  api.openapi(read, async (c) => {
    const found = await readBroadcast(c.get('ctx'), c.req.valid('param').broadcastId);
    if (found === undefined) return refuse(c, { code: 'broadcast-unknown' });
    return c.json(present(found), 200);
  });
}

function present(found: BroadcastProgress): z.infer<typeof broadcast> {
  return {
    id: found.id,
    caseId: found.caseId,
    kind: found.kind,
    alertId: found.alertId,
    postId: found.postId,
    state: found.state,
    notAfter: found.notAfter?.toString() ?? null,
    createdAt: found.createdAt.toString(),
    finished: found.finished,
    deliveries: found.deliveries,
  };
}
