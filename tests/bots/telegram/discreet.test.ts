import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calls, deliveries, media, messages, staff } from '../../../src/db/schema/index.ts';
import { encodeCallbackData } from '../../../src/domain/callback-data.ts';
import { type CaseId, type MediaId, newId } from '../../../src/domain/ids.ts';
import type { Photo } from '../../../src/domain/media.ts';
import { makeImage } from '../../../src/services/media/image.ts';
import {
  addCase,
  addStaffMember,
  broadcast,
  courier,
  createWorld,
  deliver,
  person,
  say,
  seen,
  settle,
  type World,
} from '../world.ts';

let world: World;
let caseId: CaseId;

beforeEach(async () => {
  world = await createWorld();
  caseId = await addCase(world, 'secret-name', { en: 'Secret Name' });
  await world.bot.start();
});
afterEach(() => world.end());

async function discreetReader(languageCode: 'en' | 'fa') {
  const reader = person(world, languageCode);
  await reader.starts('secret-name');
  await reader.taps(say(languageCode, 'button-follow'));
  await reader.says('/discreet');
  await reader.taps(say(languageCode, 'button-discreet-on'));
  return reader;
}

describe.each(['en', 'fa'] as const)('discreet mode in %s', (language) => {
  it('shows nothing before a tap, and deletes a quarter of an hour after reading', async () => {
    const reader = await discreetReader(language);
    expect(reader.last()).toBe(say(language, 'discreet-turned-on'));
    await broadcast(world, caseId, 'Secret Name was moved.');
    await deliver(world);
    expect(reader.last()).toBe(say(language, 'discreet-notice'));

    await reader.taps(say(language, 'button-show'));
    expect(reader.last()).toContain('Secret Name was moved.');
    expect(reader.buttons()).toEqual([
      say(language, 'button-delete-now'),
      say(language, 'button-stop-case'),
      say(language, 'button-stop-all'),
    ]);
    const [deletion] = await world.db.select().from(calls);
    expect(deletion).toMatchObject({ purpose: 'deletion', method: 'deleteMessage' });
    expect(deletion?.dueAt.since(world.clock.now()).total('minutes')).toBe(15);
    const before = reader.sees().length;
    world.advance({ minutes: 15 });
    await courier(world);
    expect(reader.sees()).toHaveLength(before - 1);
    expect(reader.sees().join()).not.toContain('moved');
  });

  it('deletes at once on “Delete now”', async () => {
    const reader = await discreetReader(language);
    await broadcast(world, caseId, 'Secret Name was moved.');
    await deliver(world);
    await reader.taps(say(language, 'button-show'));
    await reader.taps(say(language, 'button-delete-now'));
    expect(reader.sees().join()).not.toContain('moved');
  });
});

it('changes what is still on its way with the mode, and loses none of it', async () => {
  const reader = person(world, 'en');
  await reader.starts('secret-name');
  await reader.taps('Follow');
  await broadcast(world, caseId, 'Secret Name was moved.');
  const planned = async () =>
    world.db
      .select({ discreet: messages.discreet, state: deliveries.state })
      .from(deliveries)
      .innerJoin(messages, eq(messages.id, deliveries.messageId));
  expect(await planned()).toEqual([{ discreet: false, state: 'planned' }]);
  await reader.says('/discreet');
  await reader.taps('Turn on');
  expect(await planned()).toEqual([{ discreet: true, state: 'planned' }]);
  await reader.taps('Turn off');
  expect(await planned()).toEqual([{ discreet: false, state: 'planned' }]);
});

it('does not show what it could not delete again', async () => {
  const reader = await discreetReader('en');
  await broadcast(world, caseId, 'Secret Name was moved.');
  await deliver(world);
  world.advance({ hours: 48 });
  await reader.taps('Show');
  expect(reader.last()).toBe(say('en', 'discreet-gone'));
  expect(await world.db.$count(calls)).toBe(0);
});

it('deletes what is read in the last minutes before the 48 hours are over', async () => {
  const reader = await discreetReader('en');
  await broadcast(world, caseId, 'Secret Name was moved.');
  await deliver(world);
  world.advance({ hours: 47, minutes: 50 });
  await reader.taps('Show');
  const [deletion] = await world.db.select().from(calls);
  expect(deletion?.dueAt.since(world.clock.now()).total('minutes')).toBe(5);
});

it('shows a broadcast only to a subscriber whom it went to', async () => {
  await discreetReader('en');
  await broadcast(world, caseId, 'Secret Name was moved.');
  const stranger = person(world, 'en');
  await stranger.starts();
  const [content] = await world.db.select().from(messages).where(eq(messages.discreet, false));
  const [shown] = world.standIn.messages({ chat: stranger.id }).toReversed();
  await stranger.tapsData(
    Number(shown?.message_id),
    encodeCallbackData({ action: 'show', messageId: content!.id }),
  );
  expect(stranger.sees().join()).not.toContain('moved');
  expect(stranger.last()).toBe(say('en', 'discreet-gone'));
});

it('works only in a private chat', async () => {
  const owner = world.standIn.createUser({ languageCode: 'en' }).id;
  const group = world.standIn.createGroup({ owner, members: [world.identity.id] }).id;
  world.standIn.userSends({ user: owner, chat: group, text: '/discreet@bray_test_bot' });
  await settle(world);
  expect(seen(world, group)).toEqual([say('en', 'private-only')]);
});

describe('a post with a photo', () => {
  async function photo(): Promise<Photo> {
    const [author] = await world.db.select({ id: staff.id }).from(staff);
    const made = sharp({ create: { width: 20, height: 10, channels: 3, background: '#336699' } });
    const image = await makeImage(await made.png().toBuffer());
    if (!image.ok) throw new Error(image.refusal.code);
    const id = newId<MediaId>();
    await world.db.insert(media).values({
      ...image.value,
      id,
      campaignId: world.ctx.campaignId,
      addedBy: author!.id,
      createdAt: world.clock.now(),
    });
    return { mediaId: id, sha256: image.value.sha256 };
  }

  const methods = () =>
    world.standIn.ledger().flatMap(({ method, fileSha256 }) => (fileSha256 === null ? [] : [method]));

  it('shows the photo with its words on a tap, and both are deleted together', async () => {
    const reader = await discreetReader('en');
    await addStaffMember(world, 'Photographer');
    await broadcast(world, caseId, 'Secret Name was moved.', await photo());
    await deliver(world);
    expect(reader.last()).toBe(say('en', 'discreet-notice'));
    expect(methods()).toEqual([]);
    await reader.taps(say('en', 'button-show'));
    expect(reader.last()).toContain('Secret Name was moved.');
    expect(methods()).toEqual(['editMessageMedia']);
    const before = reader.sees().length;
    world.advance({ minutes: 15 });
    await courier(world);
    expect(reader.sees()).toHaveLength(before - 1);
  });

  it('of many words shows the words first, and the photo in their place on another tap', async () => {
    const reader = await discreetReader('en');
    await addStaffMember(world, 'Photographer');
    const text = 'Secret Name was moved. '.repeat(60).trim();
    await broadcast(world, caseId, text, await photo());
    await deliver(world);
    await reader.taps(say('en', 'button-show'));
    expect(reader.last()).toContain(text);
    expect(reader.buttons()[0]).toBe(say('en', 'button-show-picture'));
    await reader.taps(say('en', 'button-show-picture'));
    expect(methods()).toEqual(['editMessageMedia']);
    expect(reader.last()).toBe('');
    expect(reader.buttons()).not.toContain(say('en', 'button-show-picture'));
    const before = reader.sees().length;
    world.advance({ minutes: 15 });
    await courier(world);
    expect(reader.sees()).toHaveLength(before - 1);
  });
});
