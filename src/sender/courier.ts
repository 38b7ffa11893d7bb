import { binding } from '../domain/bindings.ts';
import { eventAnswer } from '../domain/endpoint.ts';
import { safeError } from '../domain/safe-error.ts';
import { Bell } from '../services/bell.ts';
import type { Context } from '../services/context.ts';
import type { Opener } from '../services/deliveries/open.ts';
import { type ClaimedEvent, claimEvents, nextEventDue } from '../services/endpoints/claim.ts';
import { recordEvent } from '../services/endpoints/record.ts';
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
  #running: Promise<void> | undefined;
  #disarm: () => void = () => {};

  constructor(deps: CourierDeps) {
    this.#deps = deps;
  }

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

  /** Tells what is due now; answers how many attempts that were. */
  async round(): Promise<number> {
    const events = await claimEvents(this.#deps.ctx, AT_ONCE);
    await Promise.all(events.map((event) => this.#tell(event)));
    return events.length;
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
  }

  async #arm(): Promise<void> {
    const { ctx } = this.#deps;
    const at = await nextEventDue(ctx);
    this.#disarm();
    this.#disarm = at === null ? () => {} : ctx.clock.wakeAt(at, () => this.#bell.ring());
  }

  async #tell(event: ClaimedEvent): Promise<void> {
    const { ctx, opener, post } = this.#deps;
    const opened = opener.open(event.sealedSecret, binding.endpointSecret(event.endpointId));
    if (!opened.ok) {
      ctx.log.error('endpoint-secret-unreadable', { id: event.endpointId });
      return recordEvent(ctx, event, { answer: 'failed', outcome: 'SECRET_UNREADABLE' });
    }
    const secret = Buffer.from(opened.value).toString('utf8');
    const posted = await post(new URL(event.url), signEvent(ctx, event, secret));
    const answer = eventAnswer('status' in posted ? posted.status : null);
    const why = 'status' in posted ? String(posted.status) : posted.code;
    await recordEvent(ctx, event, { answer, outcome: answer === 'taken' ? null : why });
  }
}
