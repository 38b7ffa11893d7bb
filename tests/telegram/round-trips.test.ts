import { describe, expect, it } from 'vitest';
import { RoundTrips } from '../../src/telegram/round-trips.ts';

/** Thirty answers a second. */
function having(...roundTrips: readonly number[]): RoundTrips {
  const seen = new RoundTrips();
  for (const [i, ms] of roundTrips.entries()) seen.answered(ms, i * 33);
  return seen;
}

const repeat = (ms: number, times: number) => Array.from({ length: times }, () => ms);

describe('the credit', () => {
  it('is nothing for the first hundred answers, then nearly the smallest', () => {
    expect(having(...repeat(100, 99)).credit).toBe(0);
    expect(having(...repeat(100, 100)).credit).toBeCloseTo(98);
    expect(having(...repeat(10, 100)).credit).toBeCloseTo(9);
    expect(having(...repeat(200, 100), ...repeat(100, 16)).credit).toBeCloseTo(98);
  });

  it('does not build on small round trips that came seldom: the ways may be shorter still', () => {
    expect(having(...repeat(200, 200), ...repeat(180, 15)).credit).toBeCloseTo(180 - 2 * 20);
    expect(having(...repeat(200, 200), 50).credit).toBe(0);
  });

  it('takes a time-out for no measure of the path', () => {
    const seen = having(...repeat(100, 99));
    seen.unanswered(30_000);
    expect(seen.credit).toBe(0);
  });

  it('becomes less at once when a round trip is shorter, and more only after twice ten minutes', () => {
    const seen = having(...repeat(100, 5000));
    let now = 5000 * 33;
    const answer = (ms: number, minutes: number) => {
      for (const end = now + minutes * 60_000; now < end; now += 33) seen.answered(ms, now);
    };
    answer(60, 0.01);
    expect(seen.credit).toBeLessThan(60);
    answer(200, 16);
    expect(seen.credit).toBeLessThan(60);
    answer(200, 10);
    expect(seen.credit).toBeCloseTo(196);
  });

  it('does not become more by time alone', () => {
    const seen = having(...repeat(100, 200));
    for (let day = 1; day < 30; day++) seen.answered(500, day * 86_400_000);
    expect(seen.credit).toBeCloseTo(98);
  });
});

describe('the unevenness', () => {
  it('is what round trips have above the smallest, on average and of late', () => {
    expect(having(...repeat(80, 99)).unevenness).toBe(Number.POSITIVE_INFINITY);
    expect(having(...repeat(80, 100)).unevenness).toBe(0);
    expect(having(...repeat(80, 100), ...repeat(100, 1000)).unevenness).toBeCloseTo(20, 1);
    expect(having(...repeat(100, 1000), ...repeat(80, 1000)).unevenness).toBeCloseTo(0, 1);
  });
});

describe('a knee', () => {
  const kneesIn = (seen: RoundTrips, ms: number, times: number) =>
    repeat(ms, times).filter((each) => seen.answered(each, 0)).length;

  it('shows within 32 answers when they suddenly take a second longer', () => {
    expect(kneesIn(having(...repeat(80, 200)), 1080, 32)).toBeGreaterThan(0);
  });

  it('shows when calls are no longer answered at all', () => {
    const seen = having(...repeat(80, 200));
    expect(repeat(30_000, 32).some((ms) => seen.unanswered(ms))).toBe(true);
  });

  it('is not three slow answers in four, nor a slow path that always was', () => {
    const seen = new RoundTrips();
    expect(repeat(0, 400).filter((_, i) => seen.answered(i % 4 === 0 ? 80 : 4000, 0))).toEqual([]);
    expect(kneesIn(new RoundTrips(), 3000, 400)).toBe(0);
  });

  it('stays one until slowing down is known not to help, then slowly stops being one', () => {
    const seen = having(...repeat(80, 200));
    expect(kneesIn(seen, 900, 160)).toBeGreaterThanOrEqual(9);
    let accepted = 0;
    for (; kneesIn(seen, 900, 16) > 0; accepted += 1) seen.acceptSlowness();
    expect(accepted).toBeGreaterThan(3);
    expect(accepted).toBeLessThan(60);
    expect(kneesIn(seen, 900, 3000)).toBe(0);
  });

  it('is one again when the path has become short again', () => {
    const seen = having(...repeat(80, 200));
    while (kneesIn(seen, 900, 16) > 0) seen.acceptSlowness();
    seen.answered(80, 0);
    expect(kneesIn(seen, 900, 32)).toBeGreaterThan(0);
  });
});
