import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { adminApi, firstMessage, person } from './people.ts';
import { eventually } from './process.ts';
import { type ReadyService, readyService } from './ready.ts';

let ready: ReadyService;
afterEach(() => ready.close());

async function mainJob(origin: string): Promise<void> {
  const { telegram, token, links } = ready;
  const approver = person(telegram.standIn, 'az');
  approver.starts(links.second);
  await approver.gets('');
  await firstMessage(adminApi(origin, token), { follower: person(telegram.standIn, 'az'), approver });
}

test('four processes, one role each, on one database deliver what a second person approved', async () => {
  ready = await readyService();
  const { trial } = ready;
  const web = trial.start({ ROLES: 'web' });
  const others = ['bot', 'scheduler', 'sender'].map((role) => trial.start({ ROLES: role }));
  const origin = `http://127.0.0.1:${await web.port()}`;
  await eventually(() => fetch(`${origin}/readyz`).then(({ ok }) => ok));
  await mainJob(origin);
  // Only the web role listens.
  for (const other of others) expect(other.log()).not.toContain('"event":"listening"');
  const codes = await Promise.all([web, ...others].map((one) => one.end('SIGTERM')));
  expect(codes).toEqual([0, 0, 0, 0]);
});

test('by webhook, updates come in over HTTP and the main job is done all the same', async () => {
  const port = await freePort();
  ready = await readyService({
    PORT: String(port),
    TELEGRAM_MODE: 'webhook',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TELEGRAM_WEBHOOK_SECRET: 's'.repeat(40),
  });
  const { telegram, trial } = ready;
  const service = trial.start();
  await service.port();
  await eventually(() => telegram.standIn.counts().setWebhook?.accepted === 1);
  await mainJob(`http://127.0.0.1:${port}`);
  expect(telegram.standIn.counts().getUpdates).toBeUndefined();
  expect(telegram.standIn.updates().every(({ by }) => by === 'webhook')).toBe(true);
  expect(await service.end('SIGTERM')).toBe(0);
});

/** Telegram must be told an address before anybody listens there. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
