import type { SSEStreamingApi } from 'hono/streaming';
import type { BroadcastId } from '../domain/ids.ts';
import type { Progress } from '../domain/progress.ts';
import { Bell } from '../services/bell.ts';
import type { ProgressBoard } from '../services/broadcasts/board.ts';
import type { CoreContext } from '../services/context.ts';
import type { ApiDeps } from './deps.ts';

/** How long a line may be silent: proxies end those that are for a minute. */
const HEARTBEAT_MS = 15_000;

/** What a live answer takes from the API's own. */
export type TellingDeps = Pick<ApiDeps, 'log' | 'safeError' | 'ending' | 'heartbeatMs'>;

/** Whom to tell of which broadcasts, and in which words. */
export interface Line {
  readonly ctx: CoreContext;
  readonly broadcastIds: readonly BroadcastId[];
  readonly board: ProgressBoard;
  readonly deps: TellingDeps;
  /** The data of an event. */
  readonly write: (broadcastId: BroadcastId, progress: Progress) => string;
  /** Asked as often as the line may be silent: whether whoever listens still may. */
  readonly mayHear: () => Promise<boolean>;
}

interface Heard {
  newest: string;
  told: string;
  over: boolean;
}

/**
 * Tells the newest there is of some broadcasts, as events named `progress`, until the last of them is over; what a slow
 * reader has missed is not made up for.
 */
export async function tellProgress(stream: SSEStreamingApi, line: Line): Promise<void> {
  const { ctx, broadcastIds, board, deps, write, mayHear } = line;
  const { ending, heartbeatMs = HEARTBEAT_MS } = deps;
  const bell = new Bell();
  const state = { ended: ending?.aborted === true };
  const end = () => {
    state.ended = true;
    bell.ring();
  };
  const all = new Map<BroadcastId, Heard>(
    broadcastIds.map((id) => [id, { newest: '', told: '', over: false }]),
  );
  const stops = [...all].map(([id, heard]) =>
    board.watch(ctx, id, {
      told(progress) {
        const text = write(id, progress);
        if (text === heard.newest) return;
        heard.newest = text;
        heard.over = progress.over;
        bell.ring();
      },
      failed(error) {
        deps.log.error('progress-failed', { id, error: deps.safeError(error) });
        end();
      },
    }),
  );
  stream.onAbort(end);
  ending?.addEventListener('abort', end);
  try {
    let lookAt = ctx.clock.monotonic() + heartbeatMs;
    while (!state.ended) {
      await bell.wait(heartbeatMs);
      if (ctx.clock.monotonic() >= lookAt) {
        if (!(await mayHear())) return;
        lookAt = ctx.clock.monotonic() + heartbeatMs;
      }
      await tellNewest(stream, [...all.values()]);
      if ([...all.values()].every(({ over, newest, told }) => over && newest === told)) return;
    }
  } finally {
    for (const stop of stops) stop();
    ending?.removeEventListener('abort', end);
  }
}

/** Where nothing is new, that the line stands. */
async function tellNewest(stream: SSEStreamingApi, all: readonly Heard[]): Promise<void> {
  const changed = all.filter(({ newest, told }) => newest !== told);
  if (changed.length === 0) await stream.write(': still here\n\n');
  for (const heard of changed) {
    const { newest } = heard;
    await stream.writeSSE({ event: 'progress', data: newest });
    heard.told = newest;
  }
}
