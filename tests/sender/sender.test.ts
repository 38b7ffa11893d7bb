import { afterEach, beforeEach, expect, test } from 'vitest';
import { calls } from '../../src/db/schema/index.ts';
import { sendFileCall } from '../../src/domain/message.ts';
import { createWorld, until, type World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

test('sends a post to every follower, once', async () => {
  const followers = await world.followers(30);
  await world.broadcast({ text: 'The verdict' });
  const sender = world.sender();
  sender.start();
  await until(async () => (await world.states()).sent === 30, world.states);
  for (const { chatId } of followers) expect(world.textsOf(chatId)).toEqual(['The verdict']);
  expect(sender.stats()).toMatchObject({ sent: 30, unknown: 0, failed: 0, holding: 1, held: 0, underWay: 0 });
  expect(world.standIn.unknownParameters()).toEqual([]);
});

test('carries out calls and leaves no row of them', async () => {
  const chatId = world.person();
  const member = await world.staffMember();
  world.sender().start();
  await world.call({ to: { chatId }, text: 'one' });
  await world.call({ to: { chatId }, text: 'two' });
  await world.call({ to: { staffId: member.id }, text: 'please decide', purpose: 'notice' });
  await until(async () => (await world.db.$count(calls)) === 0);
  expect(world.textsOf(chatId)).toEqual(['one', 'two']);
  expect(world.textsOf(member.chatId)).toEqual(['please decide']);
});

test('uploads a file of text, with the words below it, to the chat and to no other', async () => {
  const follower = await world.follower();
  const file = { name: 'hearing.ics', contentType: 'text/calendar', text: 'BEGIN:VCALENDAR\r\nإجلسة' };
  const call = sendFileCall(file, 'Add it');
  await world.call({ to: { chatId: follower.chatId }, ...call });
  world.sender().start();
  await until(async () => (await world.db.$count(calls)) === 0);
  const [stored] = world.standIn.core.files.list();
  expect(stored).toMatchObject({ name: 'hearing.ics', contentType: 'text/calendar' });
  expect(stored?.bytes.toString('utf8')).toBe(file.text);
  expect(world.standIn.ledger()).toMatchObject([
    { method: 'sendDocument', chat: follower.chatId, text: 'Add it', fileSha256: stored?.sha256 },
  ]);
  expect(world.standIn.unknownParameters()).toEqual([]);
});
