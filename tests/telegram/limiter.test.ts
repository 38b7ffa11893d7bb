import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallOutcome, Refusal } from '../../src/domain/outcome.ts';
import { type LimitedChat, startLimiter } from '../../src/telegram/limiter.ts';
import {
  bucket,
  fixedWindow,
  networks,
  rate,
  type ServerModel,
  silentDelay,
  simulate,
  slidingLog,
} from './virtual-telegram.ts';

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

describe('the limit of a token', () => {
  const anyNetwork = fc.oneof(
    fc.integer({ min: 1, max: 400 }).map((ms) => networks.constant(ms)),
    fc
      .tuple(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 600 }))
      .map(([from, more]) => networks.jitter(from, from + more)),
    fc.integer({ min: 5, max: 200 }).map((ms) => networks.heavyTail(ms)),
  );
  const seeds = fc.integer({ min: 0, max: 2 ** 31 });

  it('is never passed at a sliding log or a fixed window, whatever the network does', () => {
    const servers: fc.Arbitrary<() => ServerModel> = fc.oneof(
      fc.constant(() => slidingLog(30)),
      fc.integer({ min: 0, max: 999 }).map((offset) => () => fixedWindow(30, offset)),
    );
    fc.assert(
      fc.property(servers, anyNetwork, seeds, (server, network, seed) => {
        const run = simulate({ limiter: startLimiter({}, 0), server: server(), network, seconds: 40, seed });
        expect(run.refused).toEqual([]);
        expect(run.taken.length).toBeGreaterThan(100);
      }),
      { numRuns: 120 },
    );
  });

  it('is never passed when some calls end without an answer', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 10, max: 100 }), (seed, ms) => {
        // Every so often an answer takes 30 s: the transport's time-out, reported as `unknown`.
        let n = 0;
        const network = (random: () => number) => (++n % 51 === 0 ? 30_000 : ms * (1 + random() / 10));
        const server = slidingLog(30);
        const run = simulate({ limiter: startLimiter({}, 0), server, network, seconds: 120, seed });
        expect(run.refused).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('is used to 97 % and more where the network lets it be known', () => {
    for (const [from, to] of [
      [5, 5],
      [25, 25],
      [75, 75],
      [150, 150],
      [10, 20],
      [30, 45],
    ] as const) {
      const network = networks.jitter(from, to);
      const server = slidingLog(30);
      const run = simulate({ limiter: startLimiter({}, 0), server, network, seconds: 120, seed: 7 });
      expect(rate(run.taken, 20, 110), `${from}–${to} ms each way`).toBeGreaterThanOrEqual(0.97 * 30);
      expect(run.refused).toEqual([]);
    }
  });

  it('is used as far as certainty reaches in a wild network: 30 per second, mean round trip and credit', () => {
    fc.assert(
      fc.property(anyNetwork, seeds, (network, seed) => {
        const server = slidingLog(30);
        const run = simulate({ limiter: startLimiter({}, 0), server, network, seconds: 200, seed });
        const mean = run.roundTrips.reduce((a, b) => a + b, 0) / run.roundTrips.length;
        const open = Math.max(0, 1000 - 0.9 * Math.min(...run.roundTrips)) + mean;
        const possible = Math.min(30, 30_000 / open);
        expect(rate(run.taken, 40, 190)).toBeGreaterThan(0.9 * possible);
      }),
      { numRuns: 25 },
    );
  });

  it('is kept by pace too, so that a bucket far smaller than 30 hardly ever overflows', () => {
    for (const network of [networks.constant(40), networks.jitter(20, 60), networks.heavyTail(30)]) {
      const server = bucket(30, 5);
      const run = simulate({ limiter: startLimiter({}, 0), server, network, seconds: 300, seed: 3 });
      expect(run.refused.length / run.sends.length).toBeLessThan(0.003);
    }
  });

  it('backs off from silent delay long before it becomes a refusal, and loses nothing by it', () => {
    for (const perSecond of [5, 8, 20, 30]) {
      for (const network of [networks.constant(40), networks.jitter(20, 60)]) {
        const server = silentDelay(perSecond);
        const run = simulate({ limiter: startLimiter({}, 0), server, network, seconds: 300, seed: 5 });
        expect(run.refused).toEqual([]);
        expect(run.longestHold).toBeLessThan(6000);
        // By the window alone it would stay at 30 / perSecond - 1 seconds for good.
        const settled = run.holds.filter(({ at }) => at > 60_000).map(({ ms }) => ms);
        expect(Math.max(...settled), `${perSecond} a second`).toBeLessThan(2500);
        expect(rate(run.taken, 60, 290)).toBeGreaterThan(0.93 * perSecond);
      }
    }
  });

  it('gives way when the true limit is lower, and comes back when it rises', () => {
    const strict = slidingLog(20);
    const generous = slidingLog(30);
    const server: ServerModel = {
      arrive: (at, chat) => (at < 200_000 ? strict : generous).arrive(at, chat),
    };
    const network = networks.jitter(20, 40);
    const run = simulate({ limiter: startLimiter({}, 0), server, network, seconds: 500, seed: 11 });
    expect(rate(run.taken, 30, 200)).toBeGreaterThan(0.85 * 20);
    expect(run.refused.length).toBeLessThan(0.01 * run.sends.length);
    expect(rate(run.taken, 440, 490)).toBeGreaterThan(0.95 * 30);
  });

  it('recovers from a path that became longer for good, which is no flood wait', () => {
    let now = 0;
    const network = () => (now++ < 4000 ? 25 : 350);
    const run = simulate({
      limiter: startLimiter({}, 0),
      server: slidingLog(30),
      network,
      seconds: 400,
      seed: 1,
    });
    expect(rate(run.taken, 330, 390)).toBeGreaterThan(0.97 * (30_000 / (1000 - 45 + 700)));
  });
});

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

  it('of several chats freezes the token until the last named time, and slows it down', () => {
    const limiter = startLimiter({}, -1000);
    const before = limiter.state(0).perSecond;
    limiter.sent('a', anyone(), 0);
    limiter.sent('b', anyone(), 10);
    limiter.answered('a', 50, tooMany(9));
    limiter.answered('b', 60, tooMany(4));
    expect(limiter.nextSlot(100)).toBe(8950);
    expect(limiter.nextSlot(9050)).toBe(0);
    expect(limiter.state(9050).perSecond).toBeCloseTo(0.7 * before);
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
  const paid = { starBudget: 20, perSecond: 200 };

  it('is bought only above the free rate, and only until the budget is spent', () => {
    const limiter = startLimiter({ paid }, -1000);
    let now = 0;
    let free = 0;
    let bought = 0;
    const at: number[] = [];
    for (let i = 0; i < 600; i++) {
      for (let wait = limiter.nextSlot(now); wait > 0; wait = limiter.nextSlot(now)) now += wait;
      if (limiter.sent(`${i}`, anyone(), now).paid) bought += 1;
      else free += 1;
      at.push(now);
      limiter.answered(`${i}`, now, done);
    }
    expect(bought).toBe(200);
    expect(limiter.state(now).starsSpent).toBe(20);
    expect(rate(at, 0, 0.8)).toBeGreaterThan(150);
    // What is left goes at the free rate.
    expect(free).toBe(400);
    expect(rate(at, 3, 10)).toBeLessThanOrEqual(31);
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
    expect(limiter.nextSlot(5)).toBe(3000);
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
