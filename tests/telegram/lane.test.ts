import { describe, expect, it } from 'vitest';
import { Lane } from '../../src/telegram/lane.ts';
import { RoundTrips } from '../../src/telegram/round-trips.ts';

const lane = () => new Lane(30, new RoundTrips());

describe('slowing down', () => {
  it('by refusals goes down to one a second; by latency alone no further than a third', () => {
    const refused = lane();
    const heldBack = lane();
    for (let i = 0; i < 20; i++) {
      refused.refused(i, i, i);
      heldBack.heldBack(i, i);
    }
    expect(refused.perSecond).toBeCloseTo(1);
    expect(heldBack.perSecond).toBeCloseTo(10, 0);
  });

  it('by latency never makes faster what refusals have slowed', () => {
    const both = lane();
    for (let i = 0; i < 20; i++) both.refused(i, i, i);
    both.heldBack(20, 20);
    expect(both.perSecond).toBeLessThan(1.1);
  });

  it('tells when latency is no reason to go slower still', () => {
    const held = lane();
    const answers = [0, 1, 2, 3, 4].map((now) => held.heldBack(now, now));
    expect(answers).toEqual([true, true, true, false, false]);
  });

  it('is made good again only after the freeze, first quickly, then with care', () => {
    const frozen = lane();
    frozen.refused(0, 0, 60_000);
    frozen.readyAt(60_000);
    expect(frozen.perSecond).toBeCloseTo(21);
    frozen.readyAt(64_000);
    expect(frozen.perSecond).toBeCloseTo(27, 0);
    frozen.readyAt(74_000);
    expect(frozen.perSecond).toBeLessThan(28);
    frozen.readyAt(200_000);
    expect(frozen.perSecond).toBe(30);
  });
});
