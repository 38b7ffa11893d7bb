import { afterEach, expect, test } from 'vitest';
import { createSealer } from '../../src/crypto/seal.ts';
import { bots, follows, subscribers } from '../../src/db/schema/index.ts';
import { binding } from '../../src/domain/bindings.ts';
import { type BotId, newId, type SubscriberId } from '../../src/domain/ids.ts';
import { createTransport } from '../../src/telegram/transport.ts';
import { createWorld, until, type World } from './world.ts';

let world: World;
afterEach(() => world.end());

test('two bots on one database: each token sends what is its own, and neither waits for the other', async () => {
  world = await createWorld();
  const made = world.standIn.createBot({ username: 'bray_second_bot' });
  const second = newId<BotId>();
  await world.db.insert(bots).values({
    id: second,
    campaignId: world.ctx.campaignId,
    telegramId: String(made.id),
    username: made.username,
    createdAt: world.clock.now(),
  });
  const { seal } = createSealer(world.keys.public.sealing, world.clock);
  const ofFirst = await world.followers(12);
  // The same persons, some of them: a chat of the second bot is another follower.
  const ofSecond = ofFirst.slice(0, 5).map(({ chatId }) => chatId);
  for (const chatId of ofSecond) {
    world.standIn.userStarts({ user: chatId, bot: made.id });
    const id = newId<SubscriberId>();
    await world.db.insert(subscribers).values({
      id,
      campaignId: world.ctx.campaignId,
      botId: second,
      chatIndex: world.indexOf(chatId),
      sealedChat: seal(String(chatId), binding.subscriberChat(id)),
      kind: 'private',
      language: 'en',
      state: 'active',
      createdAt: world.clock.now(),
    });
    await world.db
      .insert(follows)
      .values({ subscriberId: id, caseId: world.caseId, createdAt: world.clock.now() });
  }
  await world.broadcast({ text: 'by the first' });
  await world.broadcast({ text: 'by the second', botId: second });

  const transport = createTransport({ apiRoot: world.telegram.url, token: made.token });
  const one = world.sender();
  const two = world.sender({ botId: second, transport });
  one.start();
  two.start();
  await until(() => one.stats().holding === 1 && two.stats().holding === 1);
  await until(async () => (await world.states()).sent === 17, world.states);

  const sentBy = (bot: number) =>
    world.standIn
      .ledger({ bot })
      .map(({ chat, text }) => `${chat} ${text}`)
      .toSorted();
  expect(sentBy(world.botTelegramId)).toEqual(
    ofFirst.map(({ chatId }) => `${chatId} by the first`).toSorted(),
  );
  expect(sentBy(made.id)).toEqual(ofSecond.map((chatId) => `${chatId} by the second`).toSorted());
  await two.stop();
  await transport.close();

  // The first goes on when the second is gone, and takes nothing over from it.
  await world.broadcast({ text: 'later, by the second', botId: second });
  await world.broadcast({ text: 'later, by the first' });
  await until(async () => (await world.states()).sent === 29, world.states);
  expect(await world.states()).toEqual({ sent: 29, planned: 5 });
  expect(one.stats()).toMatchObject({ takeOvers: 1 });
});
