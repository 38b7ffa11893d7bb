import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { duration, progressText } from '../../src/cli/progress-text.ts';
import { broadcasts } from '../../src/db/schema/index.ts';
import type { Progress } from '../../src/domain/progress.ts';
import { broadcastRow, deliveryRows } from '../helpers/broadcasts.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../helpers/campaign.ts';
import { runHere } from './run-here.ts';

let campaign: TestCampaign;
let author: TestStaff;
beforeAll(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author']);
});
afterAll(() => campaign.close());

const bray = (...args: string[]) =>
  runHere(['broadcasts', ...args], { DATABASE_URL: campaign.url, DATA_FOLDER: '/nowhere' });

describe('broadcasts list', () => {
  test('shows the newest first, with counts that tell of nobody', async () => {
    const old = await broadcastRow(campaign, author, { kind: 'alert', state: 'finished' });
    const id = await broadcastRow(campaign, author, { state: 'halted' });
    await campaign.db.update(broadcasts).set({ haltedFor: 'no-rights' }).where(eq(broadcasts.id, id));
    await deliveryRows(campaign, id, { count: 25, state: 'sent', outcome: 'sent' });
    await deliveryRows(campaign, id, { count: 3, state: 'failed', outcome: 'no-rights' });
    const { code, stdout } = await bray('list');
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      `${id}  2009-11-10 12:00 UTC  post  halted (no-rights)  planned <20, sent 25, failed <20, unknown <20`,
      `${old}  2009-11-10 12:00 UTC  alert  finished  planned <20, sent <20, failed <20, unknown <20`,
      '',
    ]);
  });
});

describe('broadcasts watch', () => {
  test('prints a line for each change where nobody looks, and what was not delivered at the end', async () => {
    const id = await broadcastRow(campaign, author);
    await deliveryRows(campaign, id, { count: 150, state: 'planned' });
    const watching = bray('watch', id);
    // The line for what is running is there before the broadcast ends.
    await expect.poll(async () => vi.mocked(console.log).mock?.calls.length ?? 0).toBeGreaterThan(0);
    await campaign.sql`update deliveries set state = 'sent', outcome = 'sent' where broadcast_id = ${id}`;
    await deliveryRows(campaign, id, { count: 21, state: 'failed', outcome: 'no-rights' });
    await deliveryRows(campaign, id, { count: 2, state: 'unknown', outcome: 'unknown' });
    await campaign.db.update(broadcasts).set({ state: 'finished' }).where(eq(broadcasts.id, id));
    const { code, stdout } = await watching;
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('0 %  rate not known yet, sent <20, failed <20, unknown <20');
    expect(lines.slice(-5)).toEqual([
      '100 %  finished, sent 150, failed 21, unknown <20',
      'Not delivered:',
      '       21  failed no-rights en  may be sent once more',
      '      <20  unknown en  may-have-arrived',
      '',
    ]);
  });

  test('draws a bar where somebody does', async () => {
    const id = await broadcastRow(campaign, author, { state: 'finished' });
    await deliveryRows(campaign, id, { count: 100, state: 'sent', outcome: 'sent' });
    const was = process.stdout.isTTY;
    process.stdout.isTTY = true;
    try {
      const { stdout } = await bray('watch', id);
      expect(stdout).toContain(`${'█'.repeat(30)} 100 % finished, sent 100`);
    } finally {
      process.stdout.isTTY = was;
    }
  });

  test('ends when it is told to, and refuses what is not there', async () => {
    const id = await broadcastRow(campaign, author, { state: 'paused' });
    // Others listen in this process too, a browser that goes for instance.
    const before = new Set(process.listeners('SIGINT'));
    const ours = () => process.listeners('SIGINT').filter((one) => !before.has(one));
    const watching = bray('watch', id);
    await expect.poll(ours).toHaveLength(1);
    // To ours alone: the browser of other tests would end the process.
    for (const told of ours()) told('SIGINT');
    expect((await watching).code).toBe(0);
    expect(ours()).toEqual([]);
    expect(await bray('watch', crypto.randomUUID())).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('broadcasts list'),
    });
    expect((await bray('watch', 'x')).code).toBe(1);
  });
});

describe('what is said of a progress', () => {
  const running: Progress = {
    state: 'running',
    haltedFor: null,
    deliveries: {
      planned: 1000,
      attempting: '<20',
      sent: 300,
      failed: '<20',
      unknown: '<20',
      cancelled: '<20',
    },
    percent: 23,
    perSecond: 28.9,
    secondsLeft: 35,
    waitsUntil: null,
    over: false,
  };
  const counts = 'sent 300, failed <20, unknown <20';

  test.each<[Partial<Progress>, string]>([
    [{}, '28.9/s, 35 s left'],
    [{ secondsLeft: null }, '28.9/s'],
    [{ perSecond: null, secondsLeft: 61 }, 'rate not known yet, 2 min left'],
    [
      { secondsLeft: null, waitsUntil: Temporal.Instant.from('2009-11-11T03:00:30Z') },
      'waits until 2009-11-11 03:00 UTC',
    ],
    [{ state: 'paused' }, 'paused'],
    [{ state: 'halted', haltedFor: 'no-rights' }, 'halted: no-rights'],
  ])('%j', (more, said) => {
    expect(progressText({ ...running, ...more })).toBe(`${said}, ${counts}`);
  });

  test('never says less time than there is', () => {
    expect([0, 59, 60, 3599, 3600, 23_401].map(duration)).toEqual([
      '0 s',
      '59 s',
      '1 min',
      '1 h 0 min',
      '1 h 0 min',
      '6 h 31 min',
    ]);
  });
});
