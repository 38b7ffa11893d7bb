import { createRoute, z } from '@hono/zod-openapi';
import { stands } from '../../domain/broadcast-action.ts';
import type { CaseId, PauseId } from '../../domain/ids.ts';
import { mayLift } from '../../domain/pause.ts';
import { liftPause } from '../../services/pauses/lift.ts';
import { pausePosts } from '../../services/pauses/pause.ts';
import { type PauseRow, standingPauses } from '../../services/pauses/standing.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, created, creating, guarded, ok } from '../route.ts';
import { afterQuery, pageAfter, pageOf } from '../schemas/paging.ts';
import { id, idOf, instant } from '../schemas/words.ts';

const pause = z
  .object({
    id,
    caseId: id.nullable().openapi({ description: 'Whose posts stand still; null: all of them.' }),
    pausedBy: id,
    pausedAt: instant,
    awaitsSecondPerson: z.boolean().openapi({ description: 'Somebody asked to let them go out again.' }),
  })
  .openapi('Pause');

const list = createRoute({
  method: 'get',
  path: '/pauses',
  operationId: 'listPauses',
  summary: 'What keeps posts from going out at present',
  tags: ['posts'],
  ...guarded(anyRole, 'pauses:read'),
  request: { query: afterQuery<PauseId>() },
  responses: ok('The pauses that stand.', pageOf(pause)),
});

const stop = createRoute({
  method: 'post',
  path: '/pauses',
  operationId: 'pausePosts',
  summary: 'Stop the posts of a case, or all of them; notices of hearings go on',
  tags: ['posts'],
  ...creating(anyRole, 'pauses:write'),
  request: {
    headers: onceHeaders,
    body: body(z.strictObject({ caseId: idOf<CaseId>().nullable().default(null) }).openapi('NewPause')),
  },
  responses: created('They stand still.', z.object({ id })),
});

const resume = createRoute({
  method: 'post',
  path: '/pauses/{pauseId}/liftings',
  operationId: 'liftPause',
  summary: 'Let posts go out again; it takes two approvers, within half an hour',
  tags: ['posts'],
  ...creating(mayLift, 'pauses:decide'),
  request: { headers: onceHeaders, params: z.object({ pauseId: idOf<PauseId>() }) },
  responses: created(
    'They go out again, or a second person is waited for.',
    z.object({ effect: z.enum(['done', 'awaits-second-person']) }),
  ),
});

export function registerPauses(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const ctx = c.get('ctx');
    const now = ctx.clock.now();
    const shown = pageAfter(await standingPauses(ctx), c.req.valid('query'), (row) => present(row, now));
    return shown === null ? refuse(c, { code: 'cursor-unknown' }) : c.json(shown, 200);
  });

  api.openapi(stop, async (c) => {
    const result = await pausePosts(c.get('ctx'), c.req.valid('json'));
    return result.ok ? c.json({ id: result.value.pauseId }, 201) : refuse(c, result.refusal);
  });

  api.openapi(resume, async (c) => {
    const result = await liftPause(c.get('ctx'), c.req.valid('param'));
    return result.ok ? c.json({ effect: result.value.effect }, 201) : refuse(c, result.refusal);
  });
}

function present(row: PauseRow, now: Temporal.Instant): z.infer<typeof pause> {
  return {
    id: row.id,
    caseId: row.caseId,
    pausedBy: row.pausedBy,
    pausedAt: row.pausedAt.toString(),
    awaitsSecondPerson: stands({ at: row.askedAt }, now),
  };
}
