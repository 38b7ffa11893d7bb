import { Bell } from '../../../services/bell.ts';
import { type Lane, nextRetry, openLanes, openUpdate } from '../../../services/updates/open.ts';
import { type HandleDeps, handleOne } from './handle.ts';

/** What handles the persisted updates, each chat's in order. */
export interface Worker {
  /** Looks for updates that wait; to be called when one has been persisted, here or in another process. */
  poke(): void;
  /** Resolves when nothing is in hand and nothing waits that could be handled now. */
  idle(): Promise<void>;
  /** Takes no new update and waits for those in hand. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** How many chats are served at once; default 4. */
  readonly concurrency?: number;
  /** How often it looks by itself, in milliseconds, in case a `poke` was lost; default 2,000. */
  readonly lookEveryMs?: number;
}

/** After the database failed it is left alone for so long. */
const pauseAfterFaultMs = 1000;

/** Handles persisted updates for as long as it runs: in their order within a chat, several chats at once. */
export function startWorker(
  deps: Omit<HandleDeps, 'inBackground' | 'signal'>,
  options: WorkerOptions = {},
): Worker {
  const { ctx } = deps;
  const { concurrency = 4, lookEveryMs = 2000 } = options;
  const bell = new Bell();
  const end = new AbortController();
  const inHand = new Set<number>();
  const busy = new Set<Promise<void>>();
  const background = new Set<Promise<void>>();
  let whenIdle: (() => void)[] = [];
  let disarmRetry = () => {};
  const loop = run();

  async function run(): Promise<void> {
    while (!end.signal.aborted) {
      try {
        const taken = await takeWaiting();
        if (taken === 0) await bell.wait(lookEveryMs);
      } catch (error) {
        ctx.log.error('intake-failed', { error: deps.safeError(error) });
        await bell.wait(pauseAfterFaultMs);
      }
    }
  }

  /** Takes what waits into free hands; answers how many chats. */
  async function takeWaiting(): Promise<number> {
    const free = concurrency - busy.size;
    if (free === 0) return 0;
    // The answer is of now: what somebody asks, or finishes, while it is awaited belongs to the next one.
    const asked = busy.size === 0 ? whenIdle : [];
    const lanes = await openLanes(ctx, { inHand, limit: free });
    for (const lane of lanes) hold(lane);
    if (lanes.length === 0) {
      await armRetry();
      whenIdle = whenIdle.filter((resolve) => !asked.includes(resolve));
      for (const resolve of asked) resolve();
    }
    return lanes.length;
  }

  function hold(lane: Lane): void {
    for (const updateId of lane) inHand.add(updateId);
    const work: Promise<void> = goThrough(lane).finally(() => {
      for (const updateId of lane) inHand.delete(updateId);
      busy.delete(work);
      bell.ring();
    });
    busy.add(work);
  }

  /** Handles a chat's updates one after the other, as far as they succeed. */
  async function goThrough(lane: Lane): Promise<void> {
    for (const updateId of lane) {
      if (end.signal.aborted) return;
      try {
        const open = await openUpdate(ctx, { updateId });
        if (open === null) continue;
        if ((await handleOne({ ...deps, inBackground, signal: end.signal }, open)) === 'failed') return;
      } catch (error) {
        // The database failed; nothing has changed and the update is taken again, but not at once.
        ctx.log.error('intake-failed', { error: deps.safeError(error) });
        await new Promise((resolve) => setTimeout(resolve, pauseAfterFaultMs));
        return;
      }
    }
  }

  async function armRetry(): Promise<void> {
    disarmRetry();
    const at = await nextRetry(ctx);
    const ahead = at !== null && Temporal.Instant.compare(at, ctx.clock.now()) > 0;
    disarmRetry = ahead && !end.signal.aborted ? ctx.clock.wakeAt(at, () => bell.ring()) : () => {};
  }

  function inBackground(call: Promise<unknown>): void {
    const tracked: Promise<void> = call.then(
      () => void background.delete(tracked),
      (error: unknown) => {
        background.delete(tracked);
        ctx.log.error('answer-failed', { error: deps.safeError(error) });
      },
    );
    background.add(tracked);
  }

  return {
    poke: () => bell.ring(),
    idle() {
      return new Promise((resolve) => {
        whenIdle = [...whenIdle, resolve];
        bell.ring();
      });
    },
    async stop() {
      // Gives up calls that nobody waits for, and questions to Telegram; the updates behind these stay open.
      end.abort();
      bell.ring();
      await loop;
      disarmRetry();
      await Promise.all([...busy, ...background]);
    },
  };
}
