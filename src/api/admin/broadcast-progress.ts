import { createRoute, z } from '@hono/zod-openapi';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { BroadcastId } from '../../domain/ids.ts';
import { Bell } from '../../services/bell.ts';
import { ProgressBoard } from '../../services/broadcasts/board.ts';
import { findBroadcast } from '../../services/broadcasts/find.ts';
import type { StaffContext } from '../../services/context.ts';
import { findStaff } from '../../services/staff/find.ts';
import type { ApiDeps } from '../deps.ts';
import type { AdminApi } from '../env.ts';
import { rateHeaders } from '../middleware/rate-limit.ts';
import { refuse } from '../problem.ts';
import { anyRole, guarded, otherwise } from '../route.ts';
import { idOf } from '../schemas/words.ts';
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

/** How long a line may be silent: proxies end those that are for a minute. */
const HEARTBEAT_MS = 15_000;

type Deps = Pick<ApiDeps, 'log' | 'safeError' | 'ending' | 'heartbeatMs' | 'board'>;

export function registerBroadcastProgress(api: AdminApi, deps: Deps): void {
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
        await tellProgress(stream, { ctx, broadcastId, board, deps });
      } catch (error) {
        deps.log.error('progress-failed', { id: broadcastId, error: deps.safeError(error) });
      }
    });
  });
}

interface Line {
  readonly ctx: StaffContext;
  readonly broadcastId: BroadcastId;
  readonly board: ProgressBoard;
  readonly deps: Deps;
}

/** Tells the newest there is; what a slow reader has missed is not made up for. */
async function tellProgress(stream: SSEStreamingApi, { ctx, broadcastId, board, deps }: Line): Promise<void> {
  const { ending, heartbeatMs = HEARTBEAT_MS } = deps;
  const bell = new Bell();
  const heard = { newest: '', over: false, ended: ending?.aborted === true };
  const end = () => {
    heard.ended = true;
    bell.ring();
  };
  const stop = board.watch(ctx, broadcastId, {
    told(progress) {
      const text = JSON.stringify(presentProgress(progress));
      if (text === heard.newest) return;
      heard.newest = text;
      heard.over = progress.over;
      bell.ring();
    },
    failed(error) {
      deps.log.error('progress-failed', { id: broadcastId, error: deps.safeError(error) });
      end();
    },
  });
  stream.onAbort(end);
  ending?.addEventListener('abort', end);
  try {
    let told = '';
    let lookAt = ctx.clock.monotonic() + heartbeatMs;
    while (!heard.ended) {
      await bell.wait(heartbeatMs);
      if (ctx.clock.monotonic() >= lookAt) {
        // Whoever is taken off the staff meanwhile sees no more of it.
        if ((await findStaff(ctx, ctx.actor.id)) === undefined) return;
        lookAt = ctx.clock.monotonic() + heartbeatMs;
      }
      const { newest, over } = heard;
      if (newest === told) await stream.write(': still here\n\n');
      else await stream.writeSSE({ event: 'progress', data: newest });
      told = newest;
      if (over) return;
    }
  } finally {
    stop();
    ending?.removeEventListener('abort', end);
  }
}
