import { setTimeout as delay } from 'node:timers/promises';
import type { CrashPoint } from './crash-points.ts';
import type { Verdict } from './delivery-judge.ts';
import { runLine } from './line.ts';
import { startChild } from './line-child.ts';
import { HANGS_AFTER_MS, inPlace, type LineGround, type LineKind, noteDoubts, within } from './line-place.ts';
import type { KillAt } from './line-process.ts';

/** How a process dies: at a point, or so long after its sender stood by. */
export type Kill = KillAt | { readonly afterMs: number };

export interface LineRun extends LineKind {
  /** One process after the other dies so; the last one lives. */
  readonly kills: readonly Kill[];
  /** The next process waits until the lease has ended by itself, instead of finding it ended. */
  readonly waitsForLease?: boolean;
}

export interface LineEnd extends Verdict {
  /** Processes that were killed. */
  readonly killed: number;
  /** The first death that did not come: its process reached its own end before. */
  readonly escaped: Kill | null;
}

/** One line, from its first process to the verdict. */
export async function runOne(ground: LineGround, run: LineRun): Promise<LineEnd> {
  return inPlace(ground, run, async (place) => {
    let killed = 0;
    for (const kill of run.kills) {
      const order = { ...place.order, name: `bray victim ${killed}` };
      const at = 'point' in kill ? kill : null;
      const child = startChild(ground.program, { order, kill: at }, HANGS_AFTER_MS);
      if ('afterMs' in kill) {
        void child.said('ready').then(async () => {
          await delay(kill.afterMs);
          child.kill('SIGKILL');
        });
      }
      if ((await child.ended) === 'in order') return { ...(await place.judge()), killed, escaped: kill };
      killed += 1;
      await noteDoubts(place, order.name);
      // The end of a lease is nothing but waiting, and nearly every line would wait three seconds.
      if (run.waitsForLease !== true) await place.sql`update leases set expires_at = clock_timestamp()`;
    }
    await within(HANGS_AFTER_MS, runLine({ ...place.order, name: 'bray survivor' }));
    return { ...(await place.judge()), killed, escaped: null };
  });
}

/** A line that nobody disturbed: how often each point was reached, and how long it took once it stood by. */
export interface Counted {
  readonly hits: Readonly<Partial<Record<CrashPoint, number>>>;
  readonly ms: number;
}

export async function countHits(ground: LineGround, kind: LineKind): Promise<Counted> {
  return inPlace(ground, kind, async ({ order }) => {
    const child = startChild(ground.program, { order, kill: null }, HANGS_AFTER_MS);
    await child.said('ready');
    const readyAt = performance.now();
    await child.ended;
    return { hits: JSON.parse(child.last()), ms: performance.now() - readyAt };
  });
}
