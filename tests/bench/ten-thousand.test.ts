import { expect, test } from 'vitest';
import { tenThousand } from '../../bench/support/ten-thousand.ts';
import { testDatabase } from '../helpers/database.ts';

test('followers in seven languages get a post at the free limit, though the sender is killed in the middle', async () => {
  const database = await testDatabase();
  try {
    const figures = await tenThousand({
      followers: 210,
      kills: 1,
      progress: () => undefined,
      databaseUrl: database.url,
    });
    expect(figures).toMatchObject({ tooManyRequests: 0, lost: 0, twice: 0, wrongLanguage: 0 });
    expect(figures.busiestSecond).toBeLessThanOrEqual(30);
    expect(figures.accepted + figures.unknown - figures.unknownArrived).toBe(210);
  } finally {
    await database.close();
  }
}, 120_000);
