import type { CallOutcome, RateLimited, SendOutcome } from '../domain/outcome.ts';
import { ChatLimits, type LimitedChat } from './chat-limits.ts';
import { Lane } from './lane.ts';
import { RoundTrips } from './round-trips.ts';

export type { LimitedChat } from './chat-limits.ts';

export interface LimiterOptions {
  /** Messages a second that Telegram takes for nothing; default 30. 'off' paces nothing: benchmarks and the demo. */
  readonly freePerSecond?: number | 'off';
  /** Buys speed above the free rate with `allow_paid_broadcast`, until the budget is spent; default: none. */
  readonly paid?: PaidSpeed;
  /** How many messages a chat may get without the second between them; default 1. */
  readonly chatBurst?: number;
}

export interface PaidSpeed {
  /** In whole Stars, for the life of this limiter. A message costs a tenth. */
  readonly starBudget: number;
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
  /** When this chat may get its next message; `now` when at once. While one is under way, see `nextSlot`. */
  chatReadyAt(chat: LimitedChat, now: number): number;
  /** Takes the slot for `id`. Call it right before the call goes out, and `answered` in any event. */
  sent(id: string, chat: LimitedChat, now: number): Grant;
  /** What became of it. An id not under way is ignored. */
  answered(id: string, now: number, outcome: CallOutcome<unknown> | SendOutcome): void;
  /** For metrics. */
  state(now: number): LimiterState;
}

export interface LimiterState {
  /** The present speed in messages a second, paid ones included; Infinity when pacing is off. */
  readonly perSecond: number;
  readonly underWay: number;
  /** How long the token still stays frozen, in milliseconds. */
  readonly frozenForMs: number;
  readonly starsSpent: number;
  readonly chatsRemembered: number;
}

const FREE_PER_SECOND = 30;
const PAID_PER_SECOND = 970;
const TAKE_OVER_MS = 1000;
/** Refusals of different chats within this time are the token's, not the chats'. */
const SEVERAL_WITHIN_MS = 5000;
/** No call lasts this long (the transport gives up before): an answer that was never reported is one that never came. */
const LOST_AFTER_MS = 180_000;

interface UnderWay {
  readonly chat: LimitedChat;
  readonly lane: Lane | undefined;
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
  const budgetInTenths = Math.floor((options.paid?.starBudget ?? 0) * 10);
  const chats = new ChatLimits({
    paced: free !== undefined,
    ...(options.chatBurst === undefined ? {} : { burst: options.chatBurst }),
  });
  const underWay = new Map<string, UnderWay>();
  const refusals: { readonly key: string; readonly at: number; readonly until: number }[] = [];
  let frozenUntil = free ? now + TAKE_OVER_MS : now;
  let spentTenths = 0;

  function nextSlot(at: number): number {
    giveUpLost(at);
    const ready = Math.max(frozenUntil, Math.min(freeReadyAt(at), paidReadyAt(at)));
    return Math.max(0, orWhenGivenUp(ready, at) - at);
  }

  function chatReadyAt(chat: LimitedChat, at: number): number {
    giveUpLost(at);
    return orWhenGivenUp(chats.readyAt(chat, at), at);
  }

  function sent(id: string, chat: LimitedChat, at: number): Grant {
    const lane = paid && freeReadyAt(at) > at && paidReadyAt(at) <= at ? paid : free;
    lane?.sent(at);
    chats.sent(chat, at);
    underWay.set(id, { chat, lane, sentAt: at });
    if (lane === undefined || lane !== paid) return { paid: false };
    spentTenths += 1;
    return { paid: true };
  }

  function answered(id: string, at: number, outcome: CallOutcome<unknown> | SendOutcome): void {
    const send = underWay.get(id);
    if (!send) return;
    underWay.delete(id);
    const tooMany = rateLimit(outcome);
    send.lane?.answered(at, outcome.kind !== 'unsent');
    chats.answered(send.chat, at, outcome.kind !== 'unsent' && !tooMany);
    const knee = outcome.kind !== 'unsent' && showsKnee(at - send.sentAt, outcome.kind === 'unknown');
    if (tooMany) refused(send, at, tooMany);
    else if (knee && send.lane?.heldBack(at, send.sentAt) === false) roundTrips.acceptSlowness();
  }

  function showsKnee(roundTrip: number, unanswered: boolean): boolean {
    return unanswered ? roundTrips.unanswered(roundTrip) : roundTrips.answered(roundTrip);
  }

  function refused(send: UnderWay, at: number, { retryAfterSeconds, origin }: RateLimited): void {
    const until = at + retryAfterSeconds * 1000;
    chats.park(send.chat, until);
    while (refusals[0] && refusals[0].at < at - SEVERAL_WITHIN_MS) refusals.shift();
    refusals.push({ key: send.chat.key, at, until });
    const several = refusals.some(({ key }) => key !== send.chat.key);
    if (!several && origin === 'bot-api') return;
    frozenUntil = Math.max(frozenUntil, ...refusals.map((refusal) => refusal.until));
    send.lane?.refused(at, send.sentAt, frozenUntil);
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
    return paid && spentTenths < budgetInTenths ? paid.readyAt(at) : Number.POSITIVE_INFINITY;
  }

  function state(at: number): LimiterState {
    const bought = paid && spentTenths < budgetInTenths ? paid.perSecond : 0;
    return {
      perSecond: free ? free.perSecond + bought : Number.POSITIVE_INFINITY,
      underWay: underWay.size,
      frozenForMs: Math.max(0, frozenUntil - at),
      starsSpent: spentTenths / 10,
      chatsRemembered: chats.size,
    };
  }

  return { nextSlot, chatReadyAt, sent, answered, state };
}

function rateLimit(outcome: CallOutcome<unknown> | SendOutcome): RateLimited | undefined {
  if (outcome.kind !== 'refused' || outcome.refusal.class !== 'rate-limited') return undefined;
  return outcome.refusal;
}
