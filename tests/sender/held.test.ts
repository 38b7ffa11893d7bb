import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CallId, newId } from '../../src/domain/ids.ts';
import { Backoff } from '../../src/sender/backoff.ts';
import type { CallEntry } from '../../src/sender/entry.ts';
import { Held } from '../../src/sender/held.ts';
import { Lead } from '../../src/sender/lead.ts';
import { Parking } from '../../src/sender/parking.ts';

function entry(rank: number, since: number): CallEntry {
  return {
    row: {
      kind: 'call',
      id: newId<CallId>(),
      purpose: 'reply',
      method: 'sendMessage',
      attempts: 1,
      outcome: null,
      notAfter: 0,
      sealedParams: new Uint8Array(),
      destination: null,
      chatIndex: null,
    },
    params: {},
    rank,
    chat: { key: String(since), kind: 'private' },
    chatId: 1,
    since,
  };
}

describe('what is held', () => {
  test('leaves by rank, and within a rank in the order it came, whatever comes in between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant('take' as const)), { maxLength: 80 }),
        (steps) => {
          const held = new Held();
          const model: CallEntry[] = [];
          for (const [at, step] of steps.entries()) {
            if (step === 'take') {
              const wanted = model.toSorted((a, b) => a.rank - b.rank || a.since - b.since)[0];
              expect(held.take(() => true)).toBe(wanted);
              if (wanted) model.splice(model.indexOf(wanted), 1);
            } else {
              const one = entry(step, at);
              held.add(one);
              model.push(one);
            }
            expect(held.size).toBe(model.length);
            expect([...held.ids()].sort()).toEqual(model.map(({ row }) => row.id).sort());
            expect(held.lastRank).toBe(
              model.length === 0 ? undefined : Math.max(...model.map((e) => e.rank)),
            );
          }
        },
      ),
    );
  });

  test('lets what is ready pass what is not, and gives up what is wanted back', () => {
    const held = new Held();
    const [busy, free, late] = [entry(0, 1), entry(0, 2), entry(9, 3)];
    for (const one of [late, busy, free]) held.add(one);
    expect(held.take(({ chat }) => chat.key !== '1')).toBe(free);
    expect(held.takeAll(({ rank }) => rank === 9)).toEqual([late]);
    expect(held.size).toBe(1);
    expect(held.take(() => false)).toBeUndefined();
    expect(held.take(() => true)).toBe(busy);
  });
});

test('a lead follows how long claiming takes, and is never long', () => {
  const lead = new Lead();
  for (let i = 0; i < 50; i += 1) lead.took(4);
  expect(lead.ms).toBeGreaterThan(4);
  expect(lead.ms).toBeLessThan(10);
  for (let i = 0; i < 50; i += 1) lead.took(30);
  expect(lead.ms).toBeGreaterThan(30);
  for (let i = 0; i < 50; i += 1) lead.took(5000);
  expect(lead.ms).toBe(100);
});

test('a parked row waits until its time and is forgotten then', () => {
  const parking = new Parking();
  parking.park('a', 10);
  parking.park('b', 20);
  expect(parking.nextAt).toBe(10);
  expect(parking.parked(9)).toEqual(['a', 'b']);
  expect(parking.parked(10)).toEqual(['b']);
  expect(parking.parked(20)).toEqual([]);
  expect(parking.nextAt).toBe(Number.POSITIVE_INFINITY);
});

test('pauses grow with failures in a row, up to a limit, and end with a success', () => {
  const backoff = new Backoff(100, 500);
  expect(backoff.wait(0)).toBe(0);
  backoff.failed(0);
  // The many calls that fail at one moment are one failure.
  backoff.failed(50);
  expect(backoff.wait(50)).toBe(50);
  backoff.failed(100);
  expect(backoff.wait(100)).toBe(200);
  backoff.failed(300);
  backoff.failed(700);
  expect(backoff.wait(700)).toBe(500);
  expect(backoff.failing).toBe(true);
  backoff.succeeded();
  expect([backoff.failing, backoff.wait(700)]).toEqual([false, 0]);
});
