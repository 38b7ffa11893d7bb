import { safeError } from '../domain/safe-error.ts';
import { clearStop } from '../services/bots/clear-stop.ts';
import { readStop } from '../services/bots/read-stop.ts';
import { recordStop } from '../services/bots/record-stop.ts';
import type { Context } from '../services/context.ts';
import { classOf } from '../services/deliveries/judge.ts';
import { reach } from '../services/fail-point.ts';
import type { Transport } from '../telegram/transport.ts';
import { Backoff } from './backoff.ts';
import type { Lease } from './lease.ts';

/** Somebody has to renew a token or appeal to Telegram, so nobody waits for the minute. */
const FIRST_PROBE_MS = 60_000;
const LONGEST_PROBE_MS = 30 * 60_000;

/**
 * Whether Telegram takes anything from the bot at all. Once it refuses the token or freezes the bot, nothing is sent;
 * the token is asked about now and then, by this sender or the next one, and sending goes on when it is good again.
 */
export class BotGate {
  readonly #ctx: Context;
  readonly #lease: Lease;
  readonly #transport: Transport;
  readonly #probes = new Backoff(FIRST_PROBE_MS, LONGEST_PROBE_MS);
  readonly #database = new Backoff(100, 2000);
  #state: 'not-read' | 'open' | 'on-trial' | 'stopped' = 'not-read';
  /** Why it was stopped, while that is not on record. */
  #unrecorded: string | undefined;
  #busy = false;

  constructor(ctx: Context, lease: Lease, transport: Transport) {
    this.#ctx = ctx;
    this.#lease = lease;
    this.#transport = transport;
  }

  /** Whether something may be sent: Telegram takes the bot, or it is being tried whether it does. */
  get isOpen(): boolean {
    return this.#state === 'open' || this.#state === 'on-trial';
  }

  /** Whether it has come to its end and asks no more. */
  get isStopped(): boolean {
    return this.#state === 'stopped';
  }

  /** A frozen bot still answers for itself: until a message was taken, one at a time is tried. */
  get isOnTrial(): boolean {
    return this.#state === 'on-trial';
  }

  /** Telegram took a message. */
  accepted(): void {
    if (this.#state !== 'on-trial') return;
    this.#state = 'open';
    this.#probes.succeeded();
  }

  /** Telegram refused the bot itself. */
  refused(outcome: string): void {
    if (this.#state === 'stopped') return;
    this.#state = 'stopped';
    this.#unrecorded = outcome;
    this.#probes.failed(this.#ctx.clock.monotonic());
    this.#ctx.log.error('bot-stopped', { outcome, epoch: this.#lease.epoch });
  }

  /** How long until there is something to do; Infinity when nothing is, or while it is being done. */
  nextIn(now: number): number {
    if (this.#busy || this.isOpen) return Number.POSITIVE_INFINITY;
    const probe = this.#state === 'stopped' && this.#unrecorded === undefined ? this.#probes.wait(now) : 0;
    return Math.max(probe, this.#database.wait(now));
  }

  /** Does what is due; call it when `nextIn` is 0. Never rejects. */
  async run(): Promise<void> {
    this.#busy = true;
    try {
      if (this.#state === 'not-read') this.#state = (await readStop(this.#ctx)) === null ? 'open' : 'stopped';
      else if (this.#unrecorded !== undefined) await this.#record(this.#unrecorded);
      else await this.#probe();
      reach('gate.done');
      this.#database.succeeded();
    } catch (error) {
      this.#database.failed(this.#ctx.clock.monotonic());
      this.#ctx.log.warn('bot-state-not-kept', { error: safeError(error) });
    } finally {
      this.#busy = false;
    }
  }

  async #record(outcome: string): Promise<void> {
    await recordStop(this.#ctx, { epoch: this.#lease.epoch, outcome });
    this.#unrecorded = undefined;
  }

  async #probe(): Promise<void> {
    const answer = await this.#transport.call(
      'getMe',
      {},
      {
        signal: this.#lease.lost,
        mayStart: () => this.#lease.valid(),
      },
    );
    if (answer.kind !== 'done') {
      this.#probes.failed(this.#ctx.clock.monotonic());
      this.#ctx.log.warn('bot-still-stopped', { outcome: classOf(answer) });
      return;
    }
    await clearStop(this.#ctx, { epoch: this.#lease.epoch });
    this.#state = 'on-trial';
    this.#ctx.log.info('bot-answers', { epoch: this.#lease.epoch });
  }
}
