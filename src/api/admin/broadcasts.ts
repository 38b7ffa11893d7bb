import { createRoute, z } from '@hono/zod-openapi';
import { mayAct } from '../../domain/broadcast-action.ts';
import type { BroadcastId, CaseId } from '../../domain/ids.ts';
import { actOnBroadcast } from '../../services/broadcasts/act.ts';
import { listBroadcasts, readBroadcast } from '../../services/broadcasts/progress.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, created, creating, guarded, ok } from '../route.ts';
import { page, pageOf, pageQuery } from '../schemas/paging.ts';
import { broadcastAction, broadcastState, idOf, instant } from '../schemas/words.ts';
import { broadcast, presentBroadcast } from './broadcast-shapes.ts';

const list = createRoute({
  method: 'get',
  path: '/broadcasts',
  operationId: 'listBroadcasts',
  summary: 'What went, or goes, out to followers, newest first, and how far it has come',
  tags: ['broadcasts'],
  ...guarded(anyRole, 'broadcasts:read'),
  request: { query: pageQuery<BroadcastId>().extend({ case: idOf<CaseId>().optional() }) },
  responses: ok('A page of broadcasts.', pageOf(broadcast)),
});

const read = createRoute({
  method: 'get',
  path: '/broadcasts/{broadcastId}',
  operationId: 'readBroadcast',
  summary: 'One broadcast and how far it has come',
  tags: ['broadcasts'],
  ...guarded(anyRole, 'broadcasts:read'),
  request: { params: z.object({ broadcastId: idOf<BroadcastId>() }) },
  responses: ok('The broadcast.', broadcast),
});

const act = createRoute({
  method: 'post',
  path: '/broadcasts/{broadcastId}/actions',
  operationId: 'actOnBroadcast',
  summary: 'Pause, resume or cancel a broadcast, alone or as the second of two',
  description:
    'One person stops a post; to let it go on takes two approvers. An alert of a hearing is stopped by two and goes ' +
    'on by one. Where it takes two, the second asks for the same within half an hour. To ask for what is so already ' +
    'changes nothing, and takes back a request for something else.',
  tags: ['broadcasts'],
  ...creating(mayAct, 'broadcasts:write'),
  request: {
    headers: onceHeaders,
    params: z.object({ broadcastId: idOf<BroadcastId>() }),
    body: body(z.strictObject({ action: broadcastAction }).openapi('NewBroadcastAction')),
  },
  responses: created(
    'It was done, or is done once a second person agrees.',
    z.object({
      state: broadcastState,
      effect: z.enum(['done', 'awaits-second-person']),
      lapsesAt: instant.nullable().openapi({ description: 'Until when a second person may agree.' }),
      asked: z.int().openapi({ description: 'How many people were asked in the bot to agree.' }),
    }),
  ),
});

export function registerBroadcasts(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const { before, limit, case: caseId } = c.req.valid('query');
    const ctx = c.get('ctx');
    const rows = await listBroadcasts(ctx, {
      caseId: caseId ?? null,
      before: before ?? null,
      limit: limit + 1,
    });
    return c.json(page(rows, limit, presentBroadcast), 200);
  });

  api.openapi(read, async (c) => {
    const ctx = c.get('ctx');
    const found = await readBroadcast(ctx, c.req.valid('param').broadcastId);
    if (found === undefined) return refuse(c, { code: 'broadcast-unknown' });
    return c.json(presentBroadcast(found), 200);
  });

  api.openapi(act, async (c) => {
    const result = await actOnBroadcast(c.get('ctx'), { ...c.req.valid('param'), ...c.req.valid('json') });
    if (!result.ok) return refuse(c, result.refusal);
    const { lapsesAt, ...acted } = result.value;
    return c.json({ ...acted, lapsesAt: lapsesAt?.toString() ?? null }, 201);
  });
}
