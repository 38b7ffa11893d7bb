import { expect, test } from 'vitest';
import { isEndToTell } from '../../src/domain/credentials-end.ts';

test('staff are told 14, 3 and 1 days before credentials end, each once, and what came due meanwhile once', () => {
  const endsAt = Temporal.Instant.from('2026-12-31T12:00:00Z');
  const told: string[] = [];
  let toldAt: Temporal.Instant | null = null;
  for (
    let now = Temporal.Instant.from('2026-12-01T00:00:00Z');
    told.length < 9;
    now = now.add({ hours: 1 })
  ) {
    if (Temporal.Instant.compare(now, endsAt.add({ hours: 48 })) > 0) break;
    if (!isEndToTell(endsAt, toldAt, now)) continue;
    told.push(now.toString());
    toldAt = now;
  }
  expect(told).toEqual(['2026-12-17T12:00:00Z', '2026-12-28T12:00:00Z', '2026-12-30T12:00:00Z']);
  const late = endsAt.subtract({ hours: 2 });
  expect([isEndToTell(endsAt, null, late), isEndToTell(endsAt, late, late.add({ hours: 1 }))]).toEqual([
    true,
    false,
  ]);
});
