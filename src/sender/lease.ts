import type { Clock } from '../domain/clock.ts';
import { safeError } from '../domain/safe-error.ts';
import type { Bell } from '../services/bell.ts';
import type { Context } from '../services/context.ts';
import { lookAtLease } from '../services/leases/look.ts';
import { releaseLease } from '../services/leases/release.ts';
import { renewLease } from '../services/leases/renew.ts';
import { takeOverLease } from '../services/leases/take-over.ts';
import { LEASE_RENEWAL_MS, LEASE_TERM_MS } from '../services/leases/term.ts';

/** What our clock and PostgreSQL's may drift apart within one term, many times over. */
const MARGIN_MS = 100;
/** After a renewal that failed, the next try comes so soon: three fit into what is left of the term. */
const RETRY_MS = 300;
/** Who stands by looks at least so often. */
const LOOK_MS = 1000;

/**
 * A lease that this process holds and renews. `valid()` is asked before every send and every write: it is
 * answered from the monotonic clock alone, so that a process which was stopped for minutes says no in its first
 * moment, before it could have asked anybody.
 */
export class Lease {
  readonly holder: string;
  readonly epoch: number;
  readonly #ctx: Context;
  readonly #lost = new AbortController();
  #validUntil: number;
  #timer: NodeJS.Timeout | undefined;
  #renewing: Promise<void> | undefined;
  #released = false;

  /** `askedAt`: monotonic milliseconds from before the statement that took the lease over was sent. */
  constructor(
    ctx: Context,
    taken: { readonly holder: string; readonly epoch: number; readonly askedAt: number },
  ) {
    this.#ctx = ctx;
    this.holder = taken.holder;
    this.epoch = taken.epoch;
    this.#validUntil = taken.askedAt + LEASE_TERM_MS - MARGIN_MS;
    this.#renewIn(LEASE_RENEWAL_MS);
  }

  /** Aborted once somebody else is known to hold the lease: for good. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Whether this process may send and write now. */
  valid(): boolean {
    return !this.#lost.signal.aborted && !this.#released && this.#ctx.clock.monotonic() < this.#validUntil;
  }

  /** Gives the lease back, so that others need not wait for its end. Rejects when the database cannot be told. */
  async release(): Promise<void> {
    this.#released = true;
    clearTimeout(this.#timer);
    await this.#renewing;
    if (!this.#lost.signal.aborted) await releaseLease(this.#ctx, this);
  }

  #renewIn(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#renewing = this.#renew();
    }, ms);
  }

  async #renew(): Promise<void> {
    const askedAt = this.#ctx.clock.monotonic();
    try {
      if (await renewLease(this.#ctx, this)) {
        this.#validUntil = askedAt + LEASE_TERM_MS - MARGIN_MS;
      } else {
        this.#lost.abort();
      }
    } catch (error) {
      this.#ctx.log.warn('lease-not-renewed', { epoch: this.epoch, error: safeError(error) });
      if (!this.#released) this.#renewIn(RETRY_MS);
      return;
    }
    if (this.#released || this.#lost.signal.aborted) return;
    this.#renewIn(Math.max(0, LEASE_RENEWAL_MS - (this.#ctx.clock.monotonic() - askedAt)));
  }
}

/**
 * Stands by until the lease can be had, and takes it. Null when `stop` came first. `bell` is rung when the lease
 * may have been released, and when `stop` is aborted.
 */
export async function takeLease(
  ctx: Context,
  { holder, stop, bell }: { readonly holder: string; readonly stop: AbortSignal; readonly bell: Bell },
): Promise<Lease | null> {
  const watch = new RenewalWatch(ctx.clock);
  while (!stop.aborted) {
    let waitMs = LOOK_MS;
    try {
      const seen = await lookAtLease(ctx);
      const stale = seen !== null && watch.notRenewed(seen.stamp) ? seen.stamp : undefined;
      if (seen === null || seen.endsInMs <= 0 || stale !== undefined) {
        const askedAt = ctx.clock.monotonic();
        const epoch = await takeOverLease(ctx, {
          holder,
          ...(stale !== undefined && { notRenewedSince: stale }),
        });
        if (epoch !== null) return new Lease(ctx, { holder, epoch, askedAt });
      } else {
        waitMs = Math.min(LOOK_MS, seen.endsInMs + 5);
      }
    } catch (error) {
      ctx.log.warn('lease-not-seen', { error: safeError(error) });
    }
    await bell.wait(waitMs);
  }
  return null;
}

/** Tells a lease that nobody renews from one that is alive, whatever PostgreSQL's clock does meanwhile. */
class RenewalWatch {
  readonly #clock: Clock;
  #stamp: string | undefined;
  #since = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  notRenewed(stamp: string): boolean {
    const now = this.#clock.monotonic();
    if (stamp !== this.#stamp) {
      this.#stamp = stamp;
      this.#since = now;
    }
    return now - this.#since > LEASE_TERM_MS + LEASE_RENEWAL_MS;
  }
}
