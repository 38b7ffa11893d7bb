import type { CallOutcome, RateLimited, SendOutcome } from '../domain/outcome.ts';
import { ChatLimits, type LimitedChat } from './chat-limits.ts';
import { Lane } from './lane.ts';
import { RoundTrips } from './round-trips.ts';

export type { LimitedChat } from './chat-limits.ts';

export interface LimiterOptions {
  /** Messages a second that Telegram takes for nothing; default 30. 'off' paces nothing: benchmarks and the demo. */
  readonly freePerSecond?: number | 'off';
  /** Buys speed above the free rate with `allow_paid_broadcast`, as long as there are Stars for it; default: none. */
  readonly paid?: PaidSpeed;
  /** How many messages a chat may get without the second between them; default 1. */
  readonly chatBurst?: number;
}

/**
 * A message above the free rate costs a tenth of a Star, up to 1000 a second with the free ones (`sendMessage` in
 * https://core.telegram.org/bots/api, 10.3, November 2026). The free 30 of each second go without the flag, since
 * that page has every flagged message paid for, and others only those above the free rate. Who may pay at all is told
 * differently by two of Telegram's pages: it shows in what Telegram answers.
 */
export interface PaidSpeed {
  /** In whole Stars, to begin with; `grant` adds to it. Default 0. */
  readonly starBudget?: number;
  /** Messages a second on top of the free ones; default 970: Telegram's 1000 less the free 30. */
  readonly perSecond?: number;
}

/** What a send was let out as. `paid`: it must carry `allow_paid_broadcast`. */
export interface Grant {
  readonly paid: boolean;
}

/**
 * When the next message of one token may go. It has no clock, no timer and no queue: the sender asks it at
 * dispatch, so an urgent message never waits behind others. All times are monotonic milliseconds, never going
 * back. Not for calls that send no message (answers to callbacks, getMe): these do not count.
 */
export interface Limiter {
  /**
   * How long to wait before the next send, in milliseconds; 0: it may go now. When an answer has to come first,
   * this is the longest that can take: ask again after the next `answered`.
   */
  nextSlot(now: number): number;
  /**
   * Whether what goes out now has to be paid for: the free slot is taken, and there are Stars. What cannot carry
   * `allow_paid_broadcast` must then wait.
   */
  pays(now: number): boolean;
  /** When this chat may get its next message; `now` when at once. While one is under way, see `nextSlot`. */
  chatReadyAt(chat: LimitedChat, now: number): number;
  /** Takes the slot for `id`. Call it right before the call goes out, and `answered` in any event. */
  sent(id: string, chat: LimitedChat, now: number): Grant;
  /** What became of it. An id not under way is ignored. */
  answered(id: string, now: number, outcome: CallOutcome<unknown> | SendOutcome): void;
  /** More Stars to spend, in tenths. Nothing is bought of a limiter made without `paid`, or that has stopped paying. */
  grant(tenths: number): void;
  /** Takes back what is not spent and answers it, in tenths: nothing is bought until the next `grant`. */
  takeBack(): number;
  /** Nothing is bought any more by this limiter, whatever is granted: Telegram does not let this bot pay. */
  stopPaying(): void;
  /** For metrics. */
  state(now: number): LimiterState;
}

/** How the limiter stands, to be measured and shown. */
export interface LimiterState {
  /** The present speed in messages a second, paid ones included; Infinity when pacing is off. */
  readonly perSecond: number;
  readonly underWay: number;
  /** How long the token still stays frozen, in milliseconds. */
  readonly frozenForMs: number;
  readonly starsSpent: number;
  /** Tenths of Stars that are left to spend. */
  readonly tenthsLeft: number;
  /** false: paying was never wished for, or has turned out not to help. */
  readonly canPay: boolean;
  readonly chatsRemembered: number;
}

const FREE_PER_SECOND = 30;
const PAID_PER_SECOND = 970;
const TAKE_OVER_MS = 1000;
/** Refused down to this part of the paid speed, it is not the speed: Telegram does not take our Stars. */
const PAYING_HELPS_FROM = 0.1;
/** Refusals of different chats within this time are the token's, not the chats'. */
const SEVERAL_WITHIN_MS = 5000;
/** No call lasts this long (the transport gives up before): an answer that was never reported is one that never came. */
const LOST_AFTER_MS = 180_000;

interface UnderWay {
  readonly chat: LimitedChat;
  readonly lane: Lane | undefined;
  readonly paid: boolean;
  readonly sentAt: number;
}

/**
 * A limiter for a token that we have just become the sender of, at `now`: the first slot comes a second later,
 * when what the holder before us sent last has left Telegram's window.
 */
export function startLimiter(options: LimiterOptions, now: number): Limiter {
  const roundTrips = new RoundTrips();
  const freePerSecond = options.freePerSecond ?? FREE_PER_SECOND;
  const free = freePerSecond === 'off' ? undefined : new Lane(freePerSecond, roundTrips);
  const paid =
    free && options.paid ? new Lane(options.paid.perSecond ?? PAID_PER_SECOND, roundTrips) : undefined;
  const chats = new ChatLimits({
    paced: free !== undefined,
    ...(options.chatBurst === undefined ? {} : { burst: options.chatBurst }),
  });
  const underWay = new Map<string, UnderWay>();
  const refusals: { readonly key: string; readonly at: number; readonly until: number }[] = [];
  let frozenUntil = free ? now + TAKE_OVER_MS : now;
  let tenthsLeft = Math.floor((options.paid?.starBudget ?? 0) * 10);
  let tenthsSpent = 0;
  let canPay = paid !== undefined;

  function nextSlot(at: number): number {
    giveUpLost(at);
    const ready = Math.max(frozenUntil, Math.min(freeReadyAt(at), paidReadyAt(at)));
    return Math.max(0, orWhenGivenUp(ready, at) - at);
  }

  function chatReadyAt(chat: LimitedChat, at: number): number {
    giveUpLost(at);
    return orWhenGivenUp(chats.readyAt(chat, at), at);
  }

  function pays(at: number): boolean {
    return freeReadyAt(at) > at && paidReadyAt(at) <= at;
  }

  function sent(id: string, chat: LimitedChat, at: number): Grant {
    const buys = pays(at);
    const lane = buys ? paid : free;
    lane?.sent(at);
    chats.sent(chat, at);
    underWay.set(id, { chat, lane, paid: buys, sentAt: at });
    if (buys) spend(1);
    return { paid: buys };
  }

  function spend(tenths: number): void {
    tenthsLeft -= tenths;
    tenthsSpent += tenths;
  }

  function answered(id: string, at: number, outcome: CallOutcome<unknown> | SendOutcome): void {
    const send = underWay.get(id);
    if (!send) return;
    underWay.delete(id);
    // What was not delivered costs nothing.
    if (send.paid && (outcome.kind === 'unsent' || outcome.kind === 'refused')) spend(-1);
    const tooMany = rateLimit(outcome);
    send.lane?.answered(at, outcome.kind !== 'unsent');
    chats.answered(send.chat, at, outcome.kind !== 'unsent' && !tooMany);
    const knee = outcome.kind !== 'unsent' && showsKnee(at, send.sentAt, outcome.kind === 'unknown');
    if (tooMany) refused(send, at, tooMany);
    else if (knee && send.lane?.heldBack(at, send.sentAt) === false) roundTrips.acceptSlowness();
  }

  function showsKnee(at: number, sentAt: number, unanswered: boolean): boolean {
    return unanswered ? roundTrips.unanswered(at - sentAt) : roundTrips.answered(at - sentAt, at);
  }

  function refused(send: UnderWay, at: number, { retryAfterSeconds, origin }: RateLimited): void {
    const until = at + retryAfterSeconds * 1000;
    chats.park(send.chat, until);
    while (refusals[0] && refusals[0].at < at - SEVERAL_WITHIN_MS) refusals.shift();
    refusals.push({ key: send.chat.key, at, until });
    const token = origin === 'front-end' ? until : untilForSeveral();
    if (token === undefined) return;
    frozenUntil = Math.max(frozenUntil, token);
    send.lane?.refused(at, send.sentAt, frozenUntil);
    if (send.paid && paid && paid.slowedTo < PAYING_HELPS_FROM) stopPaying();
  }

  /**
   * Until when at least two chats are refused, which is then the token's: undefined when it is only one. What one of
   * them alone was told beyond that is about this chat.
   */
  function untilForSeveral(): number | undefined {
    const byChat = new Map<string, number>();
    for (const { key, until } of refusals) byChat.set(key, Math.max(until, byChat.get(key) ?? until));
    return [...byChat.values()].toSorted((a, b) => b - a)[1];
  }

  /** Frees the places of calls whose answers were never reported, which would otherwise be lost for good. */
  function giveUpLost(at: number): void {
    for (const [id, { sentAt }] of underWay) {
      if (sentAt + LOST_AFTER_MS > at) return;
      answered(id, at, { kind: 'unknown', code: 'NEVER_REPORTED' });
    }
  }

  function orWhenGivenUp(ready: number, at: number): number {
    if (Number.isFinite(ready)) return ready;
    const [oldest] = underWay.values();
    return (oldest?.sentAt ?? at) + LOST_AFTER_MS;
  }

  function freeReadyAt(at: number): number {
    return free ? free.readyAt(at) : at;
  }

  function paidReadyAt(at: number): number {
    return paid && canPay && tenthsLeft > 0 ? paid.readyAt(at) : Number.POSITIVE_INFINITY;
  }

  function grant(tenths: number): void {
    tenthsLeft += tenths;
  }

  function takeBack(): number {
    const left = Math.max(0, tenthsLeft);
    tenthsLeft -= left;
    return left;
  }

  function stopPaying(): void {
    if (!canPay) return;
    canPay = false;
    // If our Stars were not taken, what was to be paid for took the places of the free ones.
    free?.forgive();
  }

  function state(at: number): LimiterState {
    const bought = paid && canPay && tenthsLeft > 0 ? paid.perSecond : 0;
    return {
      perSecond: free ? free.perSecond + bought : Number.POSITIVE_INFINITY,
      underWay: underWay.size,
      frozenForMs: Math.max(0, frozenUntil - at),
      starsSpent: tenthsSpent / 10,
      tenthsLeft,
      canPay,
      chatsRemembered: chats.size,
    };
  }

  return { nextSlot, pays, chatReadyAt, sent, answered, grant, takeBack, stopPaying, state };
}

function rateLimit(outcome: CallOutcome<unknown> | SendOutcome): RateLimited | undefined {
  if (outcome.kind !== 'refused' || outcome.refusal.class !== 'rate-limited') return undefined;
  return outcome.refusal;
}
