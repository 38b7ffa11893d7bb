import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionStands } from '../../src/domain/session.ts';
import { closedUntil, limitPerPerson } from '../../src/domain/sign-in-limit.ts';

const start = Temporal.Instant.from('2026-11-30T08:00:00Z');

test('a session stands for 15 minutes after its last use, and for 8 hours at most', () => {
  fc.assert(
    fc.property(fc.nat(10 * 3600), fc.nat(10 * 3600), (seen, since) => {
      const lastSeenAt = start.add({ seconds: seen });
      const now = lastSeenAt.add({ seconds: since });
      expect(sessionStands({ startedAt: start, lastSeenAt }, now)).toBe(
        since < 15 * 60 && seen + since < 8 * 3600,
      );
    }),
  );
});

test('whoever waits as long as is said gets in, however often they had failed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 40 }), (gaps) => {
      const tries: Temporal.Instant[] = [];
      let now = start;
      for (const gap of gaps) {
        now = now.add({ seconds: gap });
        tries.push(now);
      }
      const counted = (at: Temporal.Instant) =>
        tries.filter((one) => Temporal.Instant.compare(one, at.subtract(limitPerPerson.within)) > 0);
      let until = closedUntil(limitPerPerson, counted(now).length, counted(now)[0] ?? null);
      for (let waits = 0; until !== null; waits++) {
        expect(waits).toBeLessThan(40);
        expect(Temporal.Instant.compare(until, now)).toBeGreaterThan(0);
        now = until;
        until = closedUntil(limitPerPerson, counted(now).length, counted(now)[0] ?? null);
      }
      expect(Temporal.Instant.compare(now, start.add({ seconds: 40_000 + 300 }))).toBeLessThan(1);
    }),
  );
});
