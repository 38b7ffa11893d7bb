import { safeError } from '../domain/safe-error.ts';
import type { Context } from '../services/context.ts';
import { classOf } from '../services/deliveries/judge.ts';
import { reach } from '../services/fail-point.ts';
import { giveBackStars } from '../services/stars/give-back.ts';
import { monthOf } from '../services/stars/month.ts';
import { BLOCK_TENTHS, reserveStars } from '../services/stars/reserve.ts';
import { isWorthPaying } from '../services/stars/worth-paying.ts';
import type { Limiter } from '../telegram/limiter.ts';
import type { Answer } from './answers.ts';
import { Backoff } from './backoff.ts';

/** More is asked for when no more than this is left, in tenths: half a second of the paid rate. */
const LOW_TENTHS = BLOCK_TENTHS / 2;
/** How often it is looked whether speed is worth paying for, and whether there is a budget for it. */
const LOOK_EVERY_MS = 2000;
/** So many paid messages in a row refused for no reason that we know: it is the paying. */
const REFUSED_IN_A_ROW = 5;

/**
 * The Stars of one lease: sets them aside ahead of the limiter's spending them while there is enough waiting, and
 * gives back what is left when there is not. What Telegram says when a bot may not pay is nowhere written down
 * (November 2026); it is taken for that when a refusal names money, when the first paid message of all is refused for a
 * reason that we do not know, and when several in a row are. Then nothing more is paid for under this lease.
 */
export class Purse {
  readonly #ctx: Context;
  readonly #limiter: Limiter;
  readonly #backoff = new Backoff(500, 30_000);
  readonly #paid = new Set<string>();
  #month: string | undefined;
  #lookAt = 0;
  #busy = false;
  #everTaken = false;
  #refusedInARow = 0;

  constructor(ctx: Context, limiter: Limiter) {
    this.#ctx = ctx;
    this.#limiter = limiter;
  }

  /** Whether Stars are being set aside or given back. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Whether Stars are set aside that are not spent. */
  get isOpen(): boolean {
    const { tenthsLeft } = this.#limiter.state(this.#ctx.clock.monotonic());
    return this.#month !== undefined && tenthsLeft > 0;
  }

  /** How long until there is something to do; Infinity when nothing is, or while it is being done. */
  nextIn(now: number): number {
    const { canPay, tenthsLeft } = this.#limiter.state(now);
    const { isOpen } = this;
    if (this.#busy || (!canPay && !isOpen)) return Number.POSITIVE_INFINITY;
    const atOnce = isOpen && (!canPay || tenthsLeft <= LOW_TENTHS);
    return Math.max(0, this.#backoff.wait(now), atOnce ? 0 : this.#lookAt - now);
  }

  /** Does what is due; call it when `nextIn` is 0. Never rejects. */
  async run(): Promise<void> {
    await this.#alone(async () => {
      this.#lookAt = this.#ctx.clock.monotonic() + LOOK_EVERY_MS;
      this.#turnMonth();
      const { canPay } = this.#limiter.state(this.#ctx.clock.monotonic());
      if (canPay && (await isWorthPaying(this.#ctx))) await this.#fill();
      else await this.#empty();
    });
  }

  /** Gives back what is left. Nothing may be sent any more. Never rejects. */
  async close(): Promise<void> {
    await this.#alone(() => this.#empty());
  }

  /** A message goes out that is paid for. */
  sent(id: string): void {
    this.#paid.add(id);
  }

  /**
   * Looks whether an answer means that this bot may not pay. If so, the row was refused for our paying, and not for
   * anything about itself: it is as good as unsent.
   */
  answered(id: string, answer: Answer): Answer {
    if (!this.#paid.delete(id)) return answer;
    if (answer.kind === 'done') {
      this.#everTaken = true;
      this.#refusedInARow = 0;
    }
    if (answer.kind !== 'refused') return answer;
    const { refusal } = answer;
    if (refusal.class !== 'bad-request-other' && refusal.class !== 'forbidden-other') return answer;
    this.#refusedInARow += 1;
    const namesMoney = /PAID|STARS|BALANCE/.test(refusal.code);
    if (!namesMoney && this.#everTaken && this.#refusedInARow < REFUSED_IN_A_ROW) return answer;
    this.#limiter.stopPaying();
    this.#ctx.log.warn('paying-refused', { outcome: classOf(answer) });
    return { kind: 'unsent', code: 'PAYING_REFUSED' };
  }

  async #fill(): Promise<void> {
    const month = monthOf(this.#ctx.clock.now());
    if (this.#limiter.state(this.#ctx.clock.monotonic()).tenthsLeft > LOW_TENTHS) return;
    const tenths = await reserveStars(this.#ctx, { month });
    reach('stars.reserved');
    if (tenths === 0) return;
    this.#month = month;
    this.#limiter.grant(tenths);
  }

  async #empty(): Promise<void> {
    if (this.#month === undefined) return;
    const tenths = this.#limiter.takeBack();
    if (tenths > 0) await giveBackStars(this.#ctx, { month: this.#month, tenths });
  }

  /** What was set aside for a month that is over is not spent in the next. */
  #turnMonth(): void {
    if (this.#month === undefined || this.#month === monthOf(this.#ctx.clock.now())) return;
    this.#month = undefined;
    this.#limiter.takeBack();
  }

  async #alone(work: () => Promise<void>): Promise<void> {
    this.#busy = true;
    try {
      await work();
      this.#backoff.succeeded();
    } catch (error) {
      this.#backoff.failed(this.#ctx.clock.monotonic());
      this.#ctx.log.warn('stars-not-reserved', { error: safeError(error) });
    } finally {
      this.#busy = false;
    }
  }
}
