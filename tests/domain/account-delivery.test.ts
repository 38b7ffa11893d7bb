import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfTurns, judgeCommit, judgeLook, type Turns } from '../../src/domain/account-delivery.ts';
import { type AccountId, newId } from '../../src/domain/ids.ts';
import type { Repeat } from '../../src/domain/network.ts';

const looked: Repeat = { kind: 'looked-for', settlesAfter: 90, lookFor: 3600 };
const once: Repeat = { kind: 'created-once' };
const never: Repeat = { kind: 'never' };
const unknown = { kind: 'unknown', code: 'TIMEOUT' } as const;

describe('after an attempt of which nobody knows whether it arrived', () => {
  test('only a network that makes things once is asked again without looking', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (attempts) => {
        const tries = { failures: attempts, attempts };
        expect(judgeCommit(unknown, once, tries).do).toBe('again');
        expect(judgeCommit(unknown, looked, tries)).toMatchObject({ do: 'look', seconds: 0 });
        expect(judgeCommit(unknown, never, tries)).toEqual({ do: 'park', outcome: 'TIMEOUT' });
      }),
    );
  });

  test('what is not seen is tried again once the network has had its time, and not before', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10_000, noNaN: true }), (elapsed) => {
        const end = judgeLook({ kind: 'absent' }, looked, elapsed);
        expect(end.do).toBe(elapsed >= 90 ? 'again' : 'look');
        // The last look falls on the end of that time, not after it by much.
        if (end.do === 'look') expect(elapsed + end.seconds).toBeLessThanOrEqual(90.001);
      }),
    );
  });

  test('what cannot be seen is never tried again; in the end a person looks', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10_000, noNaN: true }), (elapsed) => {
        const end = judgeLook({ kind: 'indeterminate', code: 'HTTP_503' }, looked, elapsed);
        expect(end.do).toBe(elapsed >= 3600 ? 'park' : 'look');
      }),
    );
  });
});

test.each([
  [
    { kind: 'rejected', reason: 'content' },
    { do: 'fail', outcome: 'content' },
  ],
  [
    { kind: 'reconnect', reason: 'unauthorised' },
    { do: 'disconnect', outcome: 'unauthorised' },
  ],
  [
    { kind: 'rate-limited', seconds: 7 },
    { do: 'again', seconds: 7, rest: true, counts: false },
  ],
  [
    { kind: 'not-done', code: 'ENOTFOUND' },
    { do: 'again', seconds: 4, rest: false, counts: true },
  ],
  [
    { kind: 'contact-refused', lasting: false, reason: 'smtp-4.7.1' },
    { do: 'again', seconds: 120, rest: false, counts: false, leaves: 'nothing' },
  ],
  [
    { kind: 'contact-refused', lasting: true, reason: 'smtp-5.1.1' },
    { do: 'switch-off', outcome: 'smtp-5.1.1' },
  ],
] as const)('after %o', (outcome, end) => {
  for (const repeat of [looked, once, never])
    expect(judgeCommit(outcome, repeat, { failures: 3, attempts: 2 })).toMatchObject(end);
});

test('what names no end goes out for three days from its last turn, which what is approved alone decides', () => {
  const at = (text: string) => Temporal.Instant.from(text);
  const approved = at('2009-11-01T00:00Z');
  const turns = { approvedAt: approved, notBefore: null, notAfter: null, embargoUntil: null, spread: null };
  const end = (more: Partial<Turns>) => endOfTurns({ ...turns, ...more }).toString();
  const accounts = [newId<AccountId>(), newId<AccountId>()];
  expect([
    end({}),
    end({ notBefore: at('2009-11-03T00:00Z') }),
    end({ notBefore: at('2009-10-03T00:00Z') }),
    end({ notBefore: at('2009-11-03T00:00Z'), embargoUntil: at('2009-11-05T00:00Z') }),
    end({ spread: { gapSeconds: 3600, accounts } }),
    end({ notAfter: at('2009-11-30T00:00Z'), spread: { gapSeconds: 3600, accounts } }),
  ]).toEqual([
    '2009-11-04T00:00:00Z',
    '2009-11-06T00:00:00Z',
    '2009-11-04T00:00:00Z',
    '2009-11-08T00:00:00Z',
    '2009-11-04T02:00:00Z',
    '2009-11-30T00:00:00Z',
  ]);
});
