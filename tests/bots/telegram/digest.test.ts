import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { subscribers } from '../../../src/db/schema/index.ts';
import { sendDigests } from '../../../src/scheduler/jobs/send-digests.ts';
import { addCase, addHearing, createWorld, deliver, person, say, type World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ clockAt: '2009-11-10T12:00:00Z' });
  await world.bot.start();
});
afterEach(() => world.end());

it('a digest is chosen by a button, comes in the reader’s language, opens a case, and is ended below itself', async () => {
  const caseId = await addCase(world, 'one', { en: 'One', ru: 'Первое' });
  await addHearing(world, caseId, { date: '2009-11-20', time: '10:00' });
  await world.db.execute(sql`update hearing_revisions set historic = true`);
  const reader = person(world, 'ru');
  await reader.starts('one');
  await reader.taps(say('ru', 'button-follow'));
  await reader.says('/digest');
  expect(reader.last()).toContain(say('ru', 'digest-state-off'));
  const sunday = say('ru', 'digest-slot', { weekday: 'воскресенье', time: '18:00' });
  await reader.taps(sunday);
  expect(reader.last()).toBe(say('ru', 'digest-state-on', { when: sunday }));
  expect(reader.buttons()).toContain(`✓ ${sunday}`);

  await sendDigests(world.ctx);
  world.advance({ hours: 5 * 24 + 2 });
  await sendDigests(world.ctx);
  await deliver(world);
  expect(reader.last()).toMatch(/^Прошедшая неделя в делах.*Первое.*Впереди: .*10:00/s);
  await reader.taps('Первое');
  expect(reader.last()).toContain('Первое');
  expect(reader.sees().some((text) => text.startsWith('Прошедшая неделя'))).toBe(true);
  await reader.taps(say('ru', 'button-digest-stop'));
  expect(reader.last()).toBe(say('ru', 'digest-state-off'));
  expect((await world.db.select().from(subscribers))[0]?.digest).toBe('off');
});
