import { afterEach, expect, test } from 'vitest';
import type { CaseId } from '../../src/domain/ids.ts';
import { followCase } from '../../src/services/follows/follow.ts';
import { adminApi, openCase, person } from './people.ts';
import { eventually, type ServiceProcess } from './process.ts';
import { type ReadyService, readyService } from './ready.ts';

let ready: ReadyService;
afterEach(() => ready.close());

const followers = 200;
const text = 'Məhkəmə bu gün oldu.';

/** How many times each follower got the text. */
function told({ telegram }: ReadyService, firstId: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const entry of telegram.standIn.ledger()) {
    const isFollower = entry.chat >= firstId && entry.chat < firstId + followers;
    if (isFollower && entry.method === 'sendMessage' && entry.text?.includes(text)) {
      counts.set(entry.chat, (counts.get(entry.chat) ?? 0) + 1);
    }
  }
  return counts;
}

/** A post to 200 followers, approved and on its way; answers the first one's chat. */
async function broadcast(service: ServiceProcess): Promise<number> {
  const { telegram, ctx, token, links } = ready;
  const api = adminApi(`http://127.0.0.1:${await service.port()}`, token);
  const approver = person(telegram.standIn, 'az');
  approver.starts(links.second);
  await approver.gets('');
  const { id: caseId } = await openCase(api, 'donkey-bloggers', approver);
  const { firstId } = telegram.standIn.createUsers({ count: followers, bot: ready.bot.id, state: 'started' });
  for (let n = 0; n < followers; n++) {
    const chatId = String(firstId + n);
    await followCase(ctx, { chatId, kind: 'private', language: 'az', caseId: caseId as CaseId });
  }
  const { id } = await api<{ id: string }>('POST', '/posts', { caseId, sourceLanguage: 'az', text });
  await api('POST', `/posts/${id}/translations/az/submissions`);
  await approver.taps('button-approve');
  return firstId;
}

test('ended in the middle of a broadcast and started again, it tells everybody once', async () => {
  ready = await readyService({ TELEGRAM_RATE: '60' }, { rates: { model: 'off' } });
  const { telegram, trial, database } = ready;
  const first = trial.start();
  const firstId = await broadcast(first);
  await eventually(() => told(ready, firstId).size >= 50);
  // Some are under way at the moment of the signal, and answered only afterwards.
  telegram.standIn.addFault({
    fault: { kind: 'stall', ms: 700, accepted: true },
    method: 'sendMessage',
    times: 10,
  });
  await eventually(() => told(ready, firstId).size >= 65);
  const began = performance.now();
  expect(await first.end('SIGTERM')).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
  const before = told(ready, firstId).size;
  expect(before).toBeLessThan(followers);

  const states = async () =>
    Object.fromEntries(
      (
        await database.sql<{ state: string; count: number }[]>`
          select state, count(*)::int as count from deliveries group by state`
      ).map(({ state, count }) => [state, count]),
    );
  // Nothing is left in doubt: what left was answered, the rest was never begun.
  expect(await states()).toEqual({ sent: before, planned: followers - before });

  trial.start();
  await eventually(() => told(ready, firstId).size === followers, 30_000);
  await eventually(async () => (await states()).sent === followers);
  expect([...told(ready, firstId).values()].every((times) => times === 1)).toBe(true);
});

test('an end that Telegram holds up is cut short within 10 s, and at once by a second signal', async () => {
  ready = await readyService({}, { rates: { model: 'off' } });
  const { telegram, trial } = ready;
  async function heldUp(): Promise<ServiceProcess> {
    const service = trial.start();
    await service.port();
    telegram.standIn.addFault({
      fault: { kind: 'stall', ms: 30_000, accepted: true },
      method: 'sendMessage',
    });
    const reader = person(telegram.standIn, 'az');
    reader.starts();
    await reader.gets('');
    service.child.kill('SIGTERM');
    await service.says(/"event":"stopping"/);
    return service;
  }
  const hasty = await heldUp();
  const again = performance.now();
  expect(await hasty.end('SIGINT')).toBe(130);
  expect(performance.now() - again).toBeLessThan(2_000);

  const patient = await heldUp();
  const began = performance.now();
  expect(await patient.exited).toBe(1);
  expect(performance.now() - began).toBeLessThan(10_500);
  expect(patient.log()).toContain('"event":"stop-cut-short"');
});
