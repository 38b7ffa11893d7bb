import type { BroadcastId } from '../../domain/ids.ts';
import { type Observation, type Progress, progressOf, windowOf } from '../../domain/progress.ts';
import type { CoreContext } from '../context.ts';
import { observeBroadcast } from './observe.ts';

/** Whoever watches a broadcast. */
export interface Watcher {
  told(progress: Progress): void;
  /** It cannot be counted (any more): nothing more will be told. */
  failed(error: unknown): void;
}

interface Watched {
  readonly watchers: Set<Watcher>;
  latest: Progress | null;
}

/** Between two counts lie at least so many milliseconds … */
const REST_MS = 1000;
/** … and so many times as long as the last one took: to watch a million rows takes a twentieth of one core at most. */
const REST_FACTOR = 20;

/**
 * Where those who watch broadcasts learn how far they have come. However many watch one, it is counted once for all
 * of them, and not too often; nothing is counted that nobody watches.
 */
export class ProgressBoard {
  readonly #observe: typeof observeBroadcast;
  readonly #rest: (ms: number) => Promise<void>;
  readonly #watched = new Map<BroadcastId, Watched>();

  constructor({ observe = observeBroadcast, rest = sleep } = {}) {
    this.#observe = observe;
    this.#rest = rest;
  }

  /**
   * Tells `watcher` how far a broadcast has come, at once when somebody watches it already, then whenever it was
   * counted, until it is over or the function that this returns is called. `ctx` has to work for as long.
   */
  watch(ctx: CoreContext, broadcastId: BroadcastId, watcher: Watcher): () => void {
    const watched = this.#watched.get(broadcastId) ?? this.#begin(ctx, broadcastId);
    watched.watchers.add(watcher);
    if (watched.latest !== null) watcher.told(watched.latest);
    return () => watched.watchers.delete(watcher);
  }

  #begin(ctx: CoreContext, broadcastId: BroadcastId): Watched {
    const watched: Watched = { watchers: new Set(), latest: null };
    this.#watched.set(broadcastId, watched);
    // In the next turn, when its first watcher is there.
    queueMicrotask(() => void this.#run(ctx, broadcastId, watched));
    return watched;
  }

  async #run(ctx: CoreContext, broadcastId: BroadcastId, watched: Watched): Promise<void> {
    const { watchers } = watched;
    let observations: readonly Observation[] = [];
    try {
      while (watchers.size > 0) {
        const began = ctx.clock.monotonic();
        const observation = await this.#observe(ctx, broadcastId);
        if (observation === undefined) throw new Error('There is no such broadcast.');
        const took = ctx.clock.monotonic() - began;
        observations = windowOf([...observations, observation]);
        const progress = progressOf(observations, ctx.clock.now());
        watched.latest = progress;
        for (const watcher of watchers) watcher.told(progress);
        // Whoever comes meanwhile is told the latest: leaving and coming again counts nothing anew.
        await this.#rest(Math.max(REST_MS, REST_FACTOR * took));
        if (progress.over) return;
      }
    } catch (error) {
      for (const watcher of watchers) watcher.failed(error);
    } finally {
      this.#watched.delete(broadcastId);
    }
  }
}

/** Keeps no process alive. */
function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
