import { expect, inject, test } from 'vitest';
import { runMalformed } from '../../bench/support/malformed.ts';

test('what no Telegram sends, and what it sends again, changes nothing and stops nobody', async () => {
  const figures = await runMalformed({
    bodies: 1_500,
    replays: 400,
    scratch: inject('scratch'),
    durable: false,
    progress: () => undefined,
  });
  expect(figures).toMatchObject({ wrongAnswers: 0, changed: [], answersToReplays: 0, replayed: 200 });
  // Some of all kinds were sent, and what was taken in was handled and not merely refused.
  expect(Object.values(figures.bodies).every((count) => count > 20)).toBe(true);
  expect(Object.keys(figures.failed).filter((fault) => fault !== 'malformed')).toEqual([]);
  expect(figures.failed.malformed).toBeLessThan(figures.bodies['odd within'] ?? 0);
});
