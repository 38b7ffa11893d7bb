import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constant, jitter } from '../../bench/support/virtual/networks.ts';
import { apart, slidingLog } from '../../bench/support/virtual/servers.ts';
import { rate, simulate } from '../../bench/support/virtual/simulate.ts';
import type { CallOutcome, Refusal } from '../../src/domain/outcome.ts';
import { type LimitedChat, type Limiter, startLimiter } from '../../src/telegram/limiter.ts';

const done: CallOutcome<unknown> = { kind: 'done', result: true };

function tooMany(
  retryAfterSeconds: number,
  origin: 'bot-api' | 'front-end' = 'bot-api',
): CallOutcome<unknown> {
  const refusal: Refusal = { class: 'rate-limited', retryAfterSeconds, stated: true, origin };
  return { kind: 'refused', refusal };
}

const person = (key: string): LimitedChat => ({ key, kind: 'private' });

/** Chats that take no part in what is tested: a new one each time. */
const anyone = () => person(crypto.randomUUID());

describe('taking a token over', () => {
  it('waits a second, until what the holder before sent has left the window', () => {
    const limiter = startLimiter({}, 5000);
    expect(limiter.nextSlot(5000)).toBe(1000);
    expect(limiter.nextSlot(5999.5)).toBe(0.5);
    expect(limiter.nextSlot(6000)).toBe(0);
  });
});

describe('a refusal for being too many', () => {
  it('of one chat parks that chat and nobody else', () => {
    const limiter = startLimiter({}, -1000);
    const one = person('one');
    limiter.sent('a', one, 0);
    limiter.answered('a', 50, tooMany(17));
    expect(limiter.chatReadyAt(one, 2000)).toBe(17_050);
    expect(limiter.chatReadyAt(person('two'), 2000)).toBe(2000);
    expect(limiter.nextSlot(2000)).toBe(0);
  });

  it('of one chat again and again is still that chat alone', () => {
    const limiter = startLimiter({}, -1000);
    for (let i = 0; i < 3; i++) {
      limiter.sent(`a${i}`, person('one'), i * 1100);
      limiter.answered(`a${i}`, i * 1100 + 50, tooMany(1));
    }
    expect(limiter.state(2300).frozenForMs).toBe(0);
  });

  it('of several chats freezes the token, and slows it down', () => {
    const limiter = startLimiter({}, -1000);
    const before = limiter.state(0).perSecond;
    for (const [i, id] of ['a', 'b', 'c'].entries()) limiter.sent(id, anyone(), i * 10);
    for (const [i, id] of ['a', 'b', 'c'].entries()) limiter.answered(id, 50 + i, tooMany(9 - i));
    // Until when two of them are refused.
    expect(limiter.nextSlot(100)).toBeCloseTo(8051 - 100);
    expect(limiter.nextSlot(8051)).toBe(0);
    expect(limiter.state(8051).perSecond).toBeCloseTo(0.7 * before);
  });

  it('of several chats, one of them for an hour, freezes the token for no hour', () => {
    const limiter = startLimiter({}, -1000);
    const [banned, other] = [person('banned'), person('other')];
    limiter.sent('a', banned, 0);
    limiter.answered('a', 50, tooMany(3600));
    limiter.sent('b', other, 100);
    limiter.answered('b', 150, tooMany(3));
    expect(limiter.nextSlot(3150)).toBe(0);
    expect(limiter.chatReadyAt(banned, 3150)).toBe(3_600_050);
  });

  it('of several chats far apart in time is not the token', () => {
    const limiter = startLimiter({}, -1000);
    limiter.sent('a', anyone(), 0);
    limiter.answered('a', 50, tooMany(30));
    limiter.sent('b', anyone(), 6000);
    limiter.answered('b', 6050, tooMany(30));
    expect(limiter.nextSlot(7000)).toBe(0);
  });

  it('by the front end freezes the token at once: too many requests are under way', () => {
    const limiter = startLimiter({}, -1000);
    limiter.sent('a', anyone(), 0);
    limiter.answered('a', 3000, tooMany(60, 'front-end'));
    expect(limiter.nextSlot(3000)).toBe(60_000);
  });

  it('is old news when it was sent before the last slowing down', () => {
    const limiter = startLimiter({}, -1000);
    for (let i = 0; i < 10; i++) limiter.sent(`${i}`, anyone(), i * 34);
    for (let i = 0; i < 10; i++) limiter.answered(`${i}`, 400 + i, tooMany(1));
    expect(limiter.state(410).perSecond).toBeCloseTo(0.7 * 30);
  });
});

describe('the limits of a chat', () => {
  it('keep one message at a time, and a second between them as Telegram sees it', () => {
    const limiter = startLimiter({}, -1000);
    const one = person('one');
    limiter.sent('a', one, 0);
    expect(limiter.chatReadyAt(one, 1500)).toBeGreaterThan(100_000);
    limiter.answered('a', 2000, done);
    expect(limiter.chatReadyAt(one, 2000)).toBe(3000);
    expect(limiter.chatReadyAt(one, 3100)).toBe(3100);
  });

  it('allow the burst that was configured', () => {
    const limiter = startLimiter({ chatBurst: 3 }, -1000);
    const one = person('one');
    for (let i = 0; i < 3; i++) {
      expect(limiter.chatReadyAt(one, i * 10)).toBe(i * 10);
      limiter.sent(`${i}`, one, i * 10);
      limiter.answered(`${i}`, i * 10 + 5, done);
    }
    expect(limiter.chatReadyAt(one, 30)).toBeGreaterThan(900);
  });

  it('allow 20 a minute to a group and to a channel, counted as Telegram counts', () => {
    for (const kind of ['group', 'channel'] as const) {
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 60, maxLength: 60 }),
          (waits) => {
            const limiter = startLimiter({}, -1000);
            const chat = { key: 'many', kind };
            const arrivals: number[] = [];
            let now = 0;
            for (const [i, wait] of waits.entries()) {
              now = limiter.chatReadyAt(chat, now + (i % 3 === 0 ? wait : 0));
              limiter.sent(`${i}`, chat, now);
              // Arrives at some moment of its round trip.
              arrivals.push(now + (wait % 300));
              now += 300;
              limiter.answered(`${i}`, now, done);
            }
            for (const [i, at] of arrivals.entries()) {
              const earlier = arrivals[i - 20];
              if (earlier !== undefined) expect(at - earlier).toBeGreaterThanOrEqual(60_000);
            }
          },
        ),
        { numRuns: 30 },
      );
    }
  });

  it('do not count what never got there', () => {
    const limiter = startLimiter({}, -1000);
    const group = { key: 'many', kind: 'group' as const };
    let now = 0;
    for (let i = 0; i < 40; i++) {
      now = limiter.chatReadyAt(group, now);
      limiter.sent(`${i}`, group, now);
      limiter.answered(`${i}`, now + 10, { kind: 'unsent', code: 'ECONNREFUSED' });
    }
    expect(now).toBeLessThan(60_000);
  });
});

describe('paid speed', () => {
  const bought = (limiter: Limiter, count: number, from: number) => {
    const sends: { at: number; paid: boolean }[] = [];
    let now = from;
    for (let i = 0; i < count; i++) {
      for (let wait = limiter.nextSlot(now); wait > 0; wait = limiter.nextSlot(now)) now += wait;
      const pays = limiter.pays(now);
      const { paid } = limiter.sent(`${from}-${i}`, anyone(), now);
      expect(paid).toBe(pays);
      sends.push({ at: now, paid });
      limiter.answered(`${from}-${i}`, now, done);
    }
    return sends;
  };
  const paidOf = (sends: readonly { paid: boolean }[]) => sends.filter(({ paid }) => paid).length;

  it('is bought only above the free rate, and only until the budget is spent', () => {
    const limiter = startLimiter({ paid: { starBudget: 20, perSecond: 200 } }, -1000);
    const sends = bought(limiter, 600, 0);
    expect(paidOf(sends)).toBe(200);
    expect(limiter.state(0)).toMatchObject({ starsSpent: 20, tenthsLeft: 0 });
    const at = sends.map((send) => send.at);
    expect(rate(at, 0, 0.8)).toBeGreaterThan(150);
    // The free ones of each second are not paid for, and what is left goes at the free rate.
    const free = sends.flatMap((send) => (send.paid ? [] : [send.at]));
    expect(rate(free, 0, 0.8)).toBeGreaterThanOrEqual(29);
    expect(rate(at, 3, 10)).toBeLessThanOrEqual(31);
  });

  it('keeps to both limits, and uses them', () => {
    for (const network of [constant(20), jitter(10, 30)]) {
      const limiter = startLimiter({ paid: { starBudget: 10_000 } }, 0);
      const server = apart(slidingLog(30), slidingLog(970));
      const run = simulate({ limiter, server, network, seconds: 20, seed: 1 });
      expect(run.refused).toEqual([]);
      expect(rate(run.taken, 5, 20)).toBeGreaterThan(0.97 * 1000);
    }
  });

  it('goes on when more is granted, and ends when what is left is taken back', () => {
    const limiter = startLimiter({ paid: { perSecond: 200 } }, -1000);
    expect(paidOf(bought(limiter, 60, 0))).toBe(0);
    limiter.grant(25);
    expect(paidOf(bought(limiter, 20, 10_000))).toBeGreaterThan(10);
    expect(limiter.takeBack()).toBe(25 - limiter.state(10_000).starsSpent * 10);
    expect(limiter.takeBack()).toBe(0);
    expect(paidOf(bought(limiter, 60, 20_000))).toBe(0);
  });

  it('costs nothing for what was not delivered, and is spent on what may have been', () => {
    const tenthsFor = (outcome: CallOutcome<unknown>) => {
      const limiter = startLimiter({ paid: { starBudget: 20 } }, -1000);
      while (!limiter.pays(0)) limiter.sent(crypto.randomUUID(), anyone(), 0);
      limiter.sent('paid', anyone(), 0);
      limiter.answered('paid', 5, outcome);
      return 200 - limiter.state(5).tenthsLeft;
    };
    expect(tenthsFor(done)).toBe(1);
    expect(tenthsFor({ kind: 'unknown', code: 'ECONNRESET' })).toBe(1);
    expect(tenthsFor({ kind: 'unsent', code: 'ECONNREFUSED' })).toBe(0);
    const blocked: Refusal = { class: 'unreachable', reason: 'blocked' };
    expect(tenthsFor({ kind: 'refused', refusal: blocked })).toBe(0);
    expect(tenthsFor(tooMany(3))).toBe(0);
  });

  it('is no longer bought once Telegram does not let the bot pay', () => {
    const limiter = startLimiter({ paid: { starBudget: 20, perSecond: 200 } }, -1000);
    limiter.stopPaying();
    limiter.grant(100);
    expect(paidOf(bought(limiter, 60, 0))).toBe(0);
    expect(limiter.state(0)).toMatchObject({ canPay: false, perSecond: 30 });
  });

  it('is no longer bought when the server takes no notice of the Stars', () => {
    const limiter = startLimiter({ paid: { starBudget: 10_000 } }, 0);
    const server = slidingLog(30);
    const run = simulate({ limiter, server, network: constant(20), seconds: 120, seed: 1 });
    expect(limiter.state(120_000).canPay).toBe(false);
    expect(rate(run.taken, 60, 120)).toBeGreaterThan(0.9 * 30);
    expect(run.refused.filter((at) => at > 60_000)).toEqual([]);
  });

  it('is not bought where nothing paces', () => {
    const limiter = startLimiter({ freePerSecond: 'off', paid: { starBudget: 10 } }, 0);
    for (let i = 0; i < 100; i++) expect(limiter.sent(`${i}`, anyone(), 0).paid).toBe(false);
  });
});

describe('without pacing', () => {
  it('everything may go at once, in order within a chat, and a refusal still counts', () => {
    const limiter = startLimiter({ freePerSecond: 'off' }, 0);
    for (let i = 0; i < 5000; i++) {
      expect(limiter.nextSlot(0)).toBe(0);
      limiter.sent(`${i}`, person(`${i % 2500}-${i}`), 0);
    }
    expect(limiter.chatReadyAt(person('0-0'), 0)).toBeGreaterThan(0);
    limiter.answered('0', 5, done);
    expect(limiter.chatReadyAt(person('0-0'), 5)).toBe(5);
    limiter.answered('1', 5, tooMany(2));
    limiter.answered('2', 5, tooMany(3));
    expect(limiter.nextSlot(5)).toBe(2000);
  });
});

describe('what it remembers', () => {
  it('is bounded by the last minute, not by the number of chats', () => {
    const limiter = startLimiter({ freePerSecond: 'off' }, 0);
    for (let i = 0; i < 200_000; i++) {
      const now = i * 5;
      limiter.sent('x', { key: `${i}`, kind: i % 2 ? 'group' : 'private' }, now);
      limiter.answered('x', now + 4, done);
    }
    expect(limiter.state(1_000_000).chatsRemembered).toBeLessThan(7500);
  });

  it('gives the place of a call that was never reported free again, in the end', () => {
    const limiter = startLimiter({ freePerSecond: 1 }, -1000);
    limiter.sent('lost', person('one'), 0);
    const wait = limiter.nextSlot(10_000);
    expect(wait).toBeGreaterThan(0);
    expect(Number.isFinite(wait)).toBe(true);
    limiter.nextSlot(10_000 + wait);
    expect(limiter.state(10_000 + wait).underWay).toBe(0);
    expect(limiter.nextSlot(10_000 + wait + 1000)).toBe(0);
  });

  it('ignores an answer it does not know', () => {
    const limiter = startLimiter({}, -1000);
    limiter.answered('nobody', 5, tooMany(5));
    expect(limiter.nextSlot(5)).toBe(0);
  });
});
