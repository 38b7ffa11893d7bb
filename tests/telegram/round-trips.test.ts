import { describe, expect, it } from 'vitest';
import { RoundTrips } from '../../src/telegram/round-trips.ts';

function having(...roundTrips: readonly number[]): RoundTrips {
  const seen = new RoundTrips();
  for (const ms of roundTrips) seen.answered(ms);
  return seen;
}

const repeat = (ms: number, times: number) => Array.from({ length: times }, () => ms);

describe('the credit', () => {
  it('is nothing for the first hundred answers, then nine tenths of the smallest', () => {
    expect(having(...repeat(100, 99)).credit()).toBe(0);
    expect(having(...repeat(100, 100)).credit()).toBeCloseTo(90);
    expect(having(...repeat(200, 100), ...repeat(100, 5)).credit()).toBeCloseTo(90);
  });

  it('does not build on a smallest round trip that came once: the ways may be shorter still', () => {
    expect(having(...repeat(200, 200), 120).credit()).toBeCloseTo(0.9 * 40);
    expect(having(...repeat(200, 200), 50).credit()).toBe(0);
  });

  it('takes a time-out for no measure of the path', () => {
    const seen = having(...repeat(100, 99));
    seen.unanswered(30_000);
    expect(seen.credit()).toBe(0);
  });
});

describe('a knee', () => {
  const kneesIn = (seen: RoundTrips, ms: number, times: number) =>
    repeat(ms, times).filter((each) => seen.answered(each)).length;

  it('shows within 32 answers when they suddenly take a second longer', () => {
    expect(kneesIn(having(...repeat(80, 200)), 1080, 32)).toBeGreaterThan(0);
  });

  it('shows when calls are no longer answered at all', () => {
    const seen = having(...repeat(80, 200));
    expect(repeat(30_000, 32).some((ms) => seen.unanswered(ms))).toBe(true);
  });

  it('is not three slow answers in four, nor a slow path that always was', () => {
    const seen = new RoundTrips();
    expect(repeat(0, 400).filter((_, i) => seen.answered(i % 4 === 0 ? 80 : 4000))).toEqual([]);
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
    seen.answered(80);
    expect(kneesIn(seen, 900, 32)).toBeGreaterThan(0);
  });
});
