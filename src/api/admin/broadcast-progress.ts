import { createRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { BroadcastId } from '../../domain/ids.ts';
import { ProgressBoard } from '../../services/broadcasts/board.ts';
import { findBroadcast } from '../../services/broadcasts/find.ts';
import { findStaff } from '../../services/staff/find.ts';
import type { ApiDeps } from '../deps.ts';
import type { AdminApi } from '../env.ts';
import { rateHeaders } from '../middleware/rate-limit.ts';
import { refuse } from '../problem.ts';
import { anyRole, guarded, otherwise } from '../route.ts';
import { idOf } from '../schemas/words.ts';
import { type TellingDeps, tellProgress } from '../tell-progress.ts';
import { presentProgress, progress } from './broadcast-shapes.ts';

const watch = createRoute({
  method: 'get',
  path: '/broadcasts/{broadcastId}/progress',
  operationId: 'watchBroadcast',
  summary: 'How far a broadcast has come, live, with its rate and the time left',
  description:
    'Server-sent events (WHATWG HTML, 9.2): one named `progress` at once, one for each change, the last when the ' +
    'broadcast is over; then the answer ends. Comments in between say that the line stands. Counted at most once a ' +
    'second, and less often the longer counting takes.',
  tags: ['broadcasts'],
  ...guarded(anyRole, 'broadcasts:read'),
  request: { params: z.object({ broadcastId: idOf<BroadcastId>() }) },
  responses: {
    200: {
      description: 'Events whose data is JSON of this form.',
      headers: rateHeaders,
      content: { 'text/event-stream': { schema: progress } },
    },
    default: otherwise,
  },
});

export function registerBroadcastProgress(api: AdminApi, deps: TellingDeps & Pick<ApiDeps, 'board'>): void {
  const board = deps.board ?? new ProgressBoard();

  api.openapi(watch, async (c) => {
    const ctx = c.get('ctx');
    const { broadcastId } = c.req.valid('param');
    if ((await findBroadcast(ctx, broadcastId)) === undefined) {
      return refuse(c, { code: 'broadcast-unknown' });
    }
    return streamSSE(c, async (stream) => {
      // Hono would print what is thrown here as it stands.
      try {
        await tellProgress(stream, {
          ctx,
          broadcastIds: [broadcastId],
          board,
          deps,
          write: (_, found) => JSON.stringify(presentProgress(found)),
          // Whoever is taken off the staff meanwhile sees no more of it.
          mayHear: async () => (await findStaff(ctx, ctx.actor.id)) !== undefined,
        });
      } catch (error) {
        deps.log.error('progress-failed', { id: broadcastId, error: deps.safeError(error) });
      }
    });
  });
}
