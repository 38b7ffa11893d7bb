import { binding } from '../domain/bindings.ts';
import { type EventAnswer, eventAnswer } from '../domain/endpoint.ts';
import type { EndpointId } from '../domain/ids.ts';
import { safeError } from '../domain/safe-error.ts';
import { Bell } from '../services/bell.ts';
import type { Context } from '../services/context.ts';
import type { Opener } from '../services/deliveries/open.ts';
import { type ClaimedEvent, claimEvents, nextEventDue } from '../services/endpoints/claim.ts';
import { recordEvent } from '../services/endpoints/record.ts';
import { renderEvent } from '../services/endpoints/render.ts';
import { type SignedEvent, signEvent } from '../services/endpoints/sign.ts';

/** The status of the answer, or a code of ours where there was none. */
export type Posted = { readonly status: number } | { readonly code: string };

export interface CourierDeps {
  readonly ctx: Context;
  /** Opens the secrets by which events are signed. */
  readonly opener: Opener;
  /** Posts once and follows no redirect. */
  readonly post: (url: URL, event: SignedEvent) => Promise<Posted>;
}

/** Systems that are told side by side. */
const AT_ONCE = 8;
/** So often it looks by itself, in milliseconds: for whoever lost a wake. */
const LOOK_MS = 15_000;
const AFTER_FAULT_MS = 2000;

/**
 * Tells other systems what has become public, each event at least once and signed (Standard Webhooks 1.0.0). Needs no lease:
 * an event is in one hand at a time, and comes back when nothing was recorded of it.
 */
export class Courier {
  readonly #deps: CourierDeps;
  readonly #bell = new Bell();
  readonly #stop = new AbortController();
  readonly #busy = new Map<EndpointId, Promise<void>>();
  #running: Promise<void> | undefined;
  #disarm: () => void = () => {};

  constructor(deps: CourierDeps) {
    this.#deps = deps;
  }

  /** Begins once; a second call changes nothing. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Something may be due. */
  wake(): void {
    this.#bell.ring();
  }

  /** Begins nothing new, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#bell.ring();
    await this.#running;
    this.#disarm();
  }

  /** Begins to tell what is due, each system one thing at a time; answers how many attempts that are. */
  async round(): Promise<number> {
    const { ctx } = this.#deps;
    const limit = AT_ONCE - this.#busy.size;
    if (limit <= 0) return 0;
    const events = await claimEvents(ctx, { limit, busy: [...this.#busy.keys()] });
    for (const event of events) {
      const work = this.#try(event).finally(() => {
        this.#busy.delete(event.endpointId);
        this.#bell.ring();
      });
      this.#busy.set(event.endpointId, work);
    }
    return events.length;
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.#busy.size > 0) await Promise.all(this.#busy.values());
  }

  async #run(): Promise<void> {
    const { ctx } = this.#deps;
    while (!this.#stop.signal.aborted) {
      let rest = LOOK_MS;
      try {
        if ((await this.round()) > 0) continue;
        await this.#arm();
      } catch (error) {
        ctx.log.error('courier-fault', { error: safeError(error) });
        rest = AFTER_FAULT_MS;
      }
      if (!this.#stop.signal.aborted) await this.#bell.wait(rest);
    }
    await this.idle();
  }

  async #arm(): Promise<void> {
    const { ctx } = this.#deps;
    const at = await nextEventDue(ctx, [...this.#busy.keys()]);
    this.#disarm();
    this.#disarm = at === null ? () => {} : ctx.clock.wakeAt(at, () => this.#bell.ring());
  }

  /** What fails in our own hands is tried again like any other attempt, and given up in the end. */
  async #try(event: ClaimedEvent): Promise<void> {
    const { ctx } = this.#deps;
    try {
      await recordEvent(ctx, event, await this.#tell(event));
    } catch (error) {
      ctx.log.error('courier-fault', { id: event.id, error: safeError(error) });
      await recordEvent(ctx, event, { answer: 'failed', outcome: 'FAULT' }).catch((again: unknown) =>
        ctx.log.error('courier-fault', { id: event.id, error: safeError(again) }),
      );
    }
  }

  async #tell(event: ClaimedEvent): Promise<{ answer: EventAnswer; outcome: string | null }> {
    const { ctx, opener, post } = this.#deps;
    const opened = opener.open(event.sealedSecret, binding.endpointSecret(event.endpointId));
    if (!opened.ok) return { answer: 'failed', outcome: 'SECRET_UNREADABLE' };
    const data = await renderEvent(ctx, event.subject);
    if (data === null) return { answer: 'void', outcome: 'NOTHING_TO_TELL' };
    const secret = Buffer.from(opened.value).toString('utf8');
    const posted = await post(new URL(event.url), signEvent(ctx, event, { data, secret }));
    const answer = eventAnswer('status' in posted ? posted.status : null);
    const why = 'status' in posted ? String(posted.status) : posted.code;
    return { answer, outcome: answer === 'taken' ? null : why };
  }
}
