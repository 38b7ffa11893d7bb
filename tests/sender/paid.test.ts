import { afterEach, beforeEach, expect, test } from 'vitest';
import { bots, follows, subscribers } from '../../src/db/schema/index.ts';
import { binding } from '../../src/domain/bindings.ts';
import { newId, type SubscriberId } from '../../src/domain/ids.ts';
import type { CallOutcome } from '../../src/domain/outcome.ts';
import { createTransport, type Transport } from '../../src/telegram/transport.ts';
import { createWorld, until, type World } from './world.ts';

let world: World;
const opened: Transport[] = [];
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.end();
  for (const transport of opened.splice(0)) await transport.close();
});

/** So many followers at once. */
async function manyFollowers(count: number): Promise<void> {
  const { firstId } = world.standIn.createUsers({ count, bot: world.botTelegramId, state: 'started' });
  const rows = Array.from({ length: count }, (_, i) => {
    const id = newId<SubscriberId>();
    return {
      id,
      campaignId: world.ctx.campaignId,
      botId: world.ctx.botId,
      chatIndex: world.indexOf(firstId + i),
      sealedChat: world.ctx.seal(String(firstId + i), binding.subscriberChat(id)),
      kind: 'private' as const,
      language: 'en' as const,
      state: 'active' as const,
      createdAt: world.clock.now(),
    };
  });
  await world.db.insert(subscribers).values(rows);
  const following = rows.map(({ id }) => ({
    subscriberId: id,
    caseId: world.caseId,
    createdAt: world.clock.now(),
  }));
  await world.db.insert(follows).values(following);
}

/** Telegram, as one sees it who counts what is paid for; `refuses`: it does not let the bot pay. */
function watched(refuses = false) {
  const transport = createTransport({ apiRoot: world.telegram.url, token: world.token });
  opened.push(transport);
  const seen = { paid: 0, free: 0, refused: 0 };
  const call: Transport['call'] = async <Value>(
    ...[method, params, options]: Parameters<Transport['call']>
  ): Promise<CallOutcome<Value>> => {
    const paid = JSON.stringify(params).includes('allow_paid_broadcast');
    if (paid && refuses) {
      seen.refused += 1;
      return { kind: 'refused', refusal: { class: 'bad-request-other', code: 'UNRECOGNISED' } };
    }
    seen[paid ? 'paid' : 'free'] += 1;
    return transport.call<Value>(method, params, options);
  };
  return { seen, transport: { call, close: () => transport.close() } };
}

async function allSent(count: number): Promise<void> {
  await until(
    async () => (await world.states()).sent === count,
    () => world.states(),
    25_000,
  );
}

async function setAside(): Promise<number> {
  const [row] = await world.sql<{ tenths: number }[]>`select tenths from star_spending`;
  return row?.tenths ?? 0;
}

const limiter = { freePerSecond: 250, paid: { perSecond: 500 } };

test('a large broadcast is paid for above the free rate, within the budget, and what is left is given back', async () => {
  await world.db.update(bots).set({ starsPerMonth: 100 });
  await manyFollowers(450);
  await world.broadcast({ text: 'The court has set a date.' });
  const { seen, transport } = watched();
  const sender = world.sender({ transport, limiter });
  sender.start();
  await allSent(450);
  expect(seen.paid).toBeGreaterThan(50);
  expect(seen.paid + seen.free).toBe(450);
  expect(sender.stats().starsSpent).toBeCloseTo(seen.paid / 10);
  await sender.stop();
  expect(await setAside()).toBe(seen.paid);
}, 30_000);

test('never more is paid for than the budget: the rest goes at the free rate', async () => {
  await world.db.update(bots).set({ starsPerMonth: 2 });
  await manyFollowers(350);
  await world.broadcast({ text: 'The court has set a date.' });
  const { seen, transport } = watched();
  world.sender({ transport, limiter }).start();
  await allSent(350);
  expect(seen.paid).toBe(20);
  expect(await setAside()).toBe(20);
}, 30_000);

test('a small broadcast is not paid for', async () => {
  await world.db.update(bots).set({ starsPerMonth: 100 });
  await manyFollowers(100);
  await world.broadcast({ text: 'The court has set a date.' });
  const { seen, transport } = watched();
  world.sender({ transport, limiter }).start();
  await allSent(100);
  expect(seen.paid).toBe(0);
  expect(await setAside()).toBe(0);
}, 30_000);

test('a bot that Telegram does not let pay goes on at the free rate, and nobody misses anything', async () => {
  await world.db.update(bots).set({ starsPerMonth: 100 });
  await manyFollowers(350);
  await world.broadcast({ text: 'The court has set a date.' });
  const { seen, transport } = watched(true);
  world.sender({ transport, limiter }).start();
  await allSent(350);
  expect(seen.refused).toBeGreaterThan(0);
  expect(world.logged.map(({ event }) => event)).toContain('paying-refused');
  await until(async () => (await setAside()) === 0);
}, 30_000);
