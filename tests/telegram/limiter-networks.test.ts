import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyNetwork, anySeed, anyWindowServer } from '../../bench/support/virtual/arbitrary.ts';
import { constant, heavyTail, jitter, rerouted } from '../../bench/support/virtual/networks.ts';
import { leaky, type Server, silent, slidingLog } from '../../bench/support/virtual/servers.ts';
import { type Run, rate, type Simulation, simulate } from '../../bench/support/virtual/simulate.ts';
import {
  certainShare,
  PER_SECOND,
  statedNetworks,
  statedServers,
  wideNetworks,
} from '../../bench/support/virtual/stated.ts';
import { startLimiter } from '../../src/telegram/limiter.ts';

/** A fresh limiter in virtual time. `npm run bench -- --only paced` runs the same over many more networks. */
function run(options: Omit<Simulation, 'limiter'>): Run {
  return simulate({ limiter: startLimiter({}, 0), ...options });
}

describe('the limit of a token', () => {
  it('is never passed at a sliding log or a fixed window, whatever the network does', () => {
    fc.assert(
      fc.property(anyWindowServer, anyNetwork, anySeed, (server, network, seed) => {
        const { refused, taken } = run({ server: server(), network, seconds: 15, seed });
        expect(refused).toEqual([]);
        expect(taken.length).toBeGreaterThan(20);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never passed when some calls end without an answer', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 10, max: 100 }), (seed, ms) => {
        // Every so often an answer takes 30 s: the transport's time-out, reported as `unknown`.
        let n = 0;
        const network = () => ({
          up: () => ms,
          down: () => (++n % 51 === 0 ? 30_000 : ms),
        });
        expect(run({ server: slidingLog(30), network, seconds: 100, seed }).refused).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  const combinations = Object.keys(statedServers).flatMap((server) =>
    Object.keys(statedNetworks).map((network) => [server, network] as const),
  );

  it.each(combinations)(
    'is never passed at a %s over the %s network, and used to 97 percent',
    (server, network) => {
      for (let seed = 1; seed <= 3; seed++) {
        const { taken, refused } = run({
          server: statedServers[server]!(seed * 317),
          network: statedNetworks[network]!,
          seconds: 130,
          seed,
        });
        expect(refused).toEqual([]);
        expect(rate(taken, 10, 130) / PER_SECOND).toBeGreaterThanOrEqual(0.97);
      }
    },
  );

  it('is used as far as certainty reaches where that is less', () => {
    for (const network of Object.values(wideNetworks)) {
      const { taken, refused, roundTrips } = run({ server: slidingLog(30), network, seconds: 130, seed: 1 });
      expect(refused).toEqual([]);
      expect(certainShare(roundTrips)).toBeLessThan(0.97);
      expect(rate(taken, 10, 130) / PER_SECOND).toBeGreaterThan(0.95 * certainShare(roundTrips));
    }
  });

  it('is used as far as certainty reaches over long ways too', () => {
    for (const ms of [5, 75, 150, 300]) {
      const { taken } = run({ server: slidingLog(30), network: constant(ms), seconds: 60, seed: 1 });
      expect(rate(taken, 10, 60), `${ms} ms each way`).toBeGreaterThan(0.98 * PER_SECOND);
    }
  });

  it('is used by a process that wakes late too', () => {
    for (const server of Object.values(statedServers)) {
      const late = run({ server: server(0), network: constant(40), seconds: 60, seed: 1, lateMs: 60 });
      expect(late.refused).toEqual([]);
      expect(rate(late.taken, 10, 60)).toBeGreaterThan(0.97 * PER_SECOND);
    }
  });

  it('is kept by pace too, so that a bucket far smaller than 30 hardly ever overflows', () => {
    for (const network of [jitter(50, 200), heavyTail(30)]) {
      const { refused, sends } = run({ server: leaky(30, 5), network, seconds: 300, seed: 3 });
      expect(refused.length / sends.length).toBeLessThan(0.003);
    }
  });

  it('is approached again after the way became longer for good', () => {
    const network = rerouted(constant(25), constant(60), 60_000);
    const { taken, refused } = run({ server: slidingLog(30), network, seconds: 1500, seed: 1 });
    expect(refused).toEqual([]);
    expect(rate(taken, 100, 200)).toBeLessThan(0.95 * PER_SECOND);
    expect(rate(taken, 1400, 1500)).toBeGreaterThan(0.98 * PER_SECOND);
  });

  it('costs a few refusals at most when the way became shorter', () => {
    const network = rerouted(constant(60), constant(45), 60_000);
    const { taken, refused } = run({ server: slidingLog(30), network, seconds: 200, seed: 1 });
    expect(refused.length).toBeLessThanOrEqual(3);
    expect(rate(taken, 100, 200)).toBeGreaterThan(0.97 * PER_SECOND);
  });
});

describe('a server that makes us wait instead of refusing', () => {
  it('is backed off from long before it refuses, and nothing is lost by it', () => {
    for (const perSecond of [5, 8, 20, 30]) {
      for (const network of [constant(40), jitter(20, 60)]) {
        const { taken, refused, holds } = run({ server: silent(perSecond), network, seconds: 300, seed: 5 });
        expect(refused).toEqual([]);
        expect(Math.max(...holds.map(({ ms }) => ms))).toBeLessThan(6000);
        // By the window alone it would stay at 30 / perSecond - 1 seconds for good.
        const settled = holds.filter(({ at }) => at > 60_000).map(({ ms }) => ms);
        expect(Math.max(...settled), `${perSecond} a second`).toBeLessThan(2500);
        expect(rate(taken, 60, 290)).toBeGreaterThan(0.93 * perSecond);
      }
    }
  });

  it('is never taken for a longer way, however long it goes on', () => {
    const { refused, holds } = run({ server: silent(20), network: constant(40), seconds: 3600, seed: 4 });
    expect(refused).toEqual([]);
    expect(holds.reduce((longest, { ms }) => Math.max(longest, ms), 0)).toBeLessThan(1500);
  });
});

describe('a limit that is not 30', () => {
  it('is given way to when it is lower, and used again when it rises', () => {
    const [strict, generous] = [slidingLog(20), slidingLog(30)];
    const server: Server = { arrive: (at, paid) => (at < 200_000 ? strict : generous).arrive(at, paid) };
    const { taken, refused, sends } = run({ server, network: jitter(20, 40), seconds: 500, seed: 11 });
    expect(rate(taken, 30, 200)).toBeGreaterThan(0.85 * 20);
    expect(refused.length).toBeLessThan(0.01 * sends.length);
    expect(rate(taken, 440, 490)).toBeGreaterThan(0.95 * 30);
  });
});

describe('a path that became far longer', () => {
  it('is recovered from: it is no flood wait', () => {
    const network = rerouted(constant(25), constant(350), 130_000);
    const { taken } = run({ server: slidingLog(30), network, seconds: 400, seed: 1 });
    expect(rate(taken, 330, 390)).toBeGreaterThan(0.97 * (30_000 / (1000 - 45 + 700)));
  });
});
