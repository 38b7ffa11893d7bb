import type { QueuedUpdate, UpdateInbox } from './inbox.ts';
import { conflict, type Refusal } from './refusal.ts';

/** getUpdates waits at most so long (tdlib/telegram-bot-api 10.0). */
const MAX_TIMEOUT_S = 50;
/** A second conflict within this time is answered only after it, so that two pollers do not spin. */
const CONFLICT_PAUSE_MS = 3000;

const BY_POLLER = conflict(
  'terminated by other getUpdates request; make sure that only one bot instance is running',
);
const BY_WEBHOOK = conflict('terminated by setWebhook request');

export interface PollRequest {
  readonly offset: number;
  readonly limit: number;
  readonly timeoutS: number;
  /** Calls back when the client has gone. */
  readonly onGone: (gone: () => void) => void;
}

type Finish = (answer: readonly QueuedUpdate[] | Refusal) => void;

/** The long poll of one bot: there is one at a time, a newer one ends the older. */
export class Polling {
  readonly #inbox: UpdateInbox;
  #waiting: Finish | null = null;
  #lastConflict = Number.NEGATIVE_INFINITY;

  constructor(inbox: UpdateInbox) {
    this.#inbox = inbox;
  }

  /** The updates from `offset` on, as soon as there are any or the time is over. */
  poll(request: PollRequest): Promise<readonly QueuedUpdate[] | Refusal> {
    const { offset } = request;
    if (offset > 0) this.#inbox.confirmBelow(offset);
    else if (offset < 0) this.#inbox.confirmAllBut(-offset);
    const limit = request.limit >= 1 && request.limit <= 100 ? request.limit : 100;
    const timeoutMs = Math.min(Math.max(request.timeoutS, 0), MAX_TIMEOUT_S) * 1000;
    const updates = this.#inbox.fetch(limit);
    if (updates.length > 0 || timeoutMs === 0) return Promise.resolve(updates);
    this.#end(BY_POLLER);
    return this.#wait(limit, timeoutMs, request.onGone);
  }

  /** setWebhook ends a long poll. */
  endForWebhook(): void {
    this.#end(BY_WEBHOOK);
  }

  #wait(
    limit: number,
    timeoutMs: number,
    onGone: PollRequest['onGone'],
  ): Promise<readonly QueuedUpdate[] | Refusal> {
    const { promise, resolve } = Promise.withResolvers<readonly QueuedUpdate[] | Refusal>();
    const finish: Finish = (answer) => {
      clearTimeout(timer);
      stopListening();
      if (this.#waiting === finish) this.#waiting = null;
      resolve(answer);
    };
    const timer = setTimeout(finish, timeoutMs, []);
    const stopListening = this.#inbox.onArrival(() => {
      const updates = this.#inbox.fetch(limit);
      if (updates.length > 0) finish(updates);
    });
    this.#waiting = finish;
    // Whoever is not there any more must not be handed a replay, which goes out only once.
    onGone(() => finish([]));
    return promise;
  }

  #end(reason: Refusal): void {
    const finish = this.#waiting;
    if (finish === null) return;
    this.#waiting = null;
    const now = performance.now();
    if (now - this.#lastConflict >= CONFLICT_PAUSE_MS) {
      this.#lastConflict = now;
      finish(reason);
    } else {
      setTimeout(finish, CONFLICT_PAUSE_MS, reason).unref();
    }
  }
}
