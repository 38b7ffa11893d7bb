import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { ringToText } from '../../../../src/crypto/key-text.ts';
import { calls, subscribers, updates } from '../../../../src/db/schema/index.ts';
import { createWorld, person, say, settle, until, type World } from '../../world.ts';

let world: World;
afterEach(() => world.end());

it('handles at the next start, once, what was acknowledged before a SIGKILL', async () => {
  world = await createWorld();
  const { ctx, url, keys, token, identity, telegram } = world;
  const doomed = fork(join(import.meta.dirname, 'doomed-bot.ts'), {
    env: {
      ...process.env,
      DOOMED_BOT: JSON.stringify({
        url,
        keys: ringToText(keys),
        campaignId: ctx.campaignId,
        botId: ctx.botId,
        apiRoot: telegram.url,
        token,
        identity,
      }),
    },
  });
  const exited = once(doomed, 'exit');
  const reader = world.standIn.createUser({ languageCode: 'fa' });
  const inHand = once(doomed, 'message');
  world.standIn.userStarts({ user: reader.id });
  await inHand;
  // The next poll has told Telegram that we have it: from now on nobody but us remembers it.
  await until(() => world.standIn.updates().every(({ state }) => state === 'handled'));
  doomed.kill('SIGKILL');
  await exited;
  expect(await world.db.$count(subscribers)).toBe(0);
  expect(await world.db.$count(calls)).toBe(0);
  expect((await world.db.select().from(updates))[0]).toMatchObject({ handledAt: null, attempts: 0 });

  await world.bot.start();
  await settle(world);
  expect(await world.db.$count(subscribers)).toBe(1);
  const messages = world.standIn.messages({ chat: reader.id });
  expect(messages.filter(({ text }) => String(text).includes('/cases'))).toHaveLength(1);
  const again = person(world, 'fa');
  await again.says('/help');
  expect(again.last()).toBe(say('fa', 'help-text'));
});
