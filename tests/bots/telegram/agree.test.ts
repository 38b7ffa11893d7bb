import { afterEach, beforeEach, expect, it } from 'vitest';
import { broadcasts, posts } from '../../../src/db/schema/index.ts';
import type { StaffActor } from '../../../src/domain/actor.ts';
import { encodeCallbackData } from '../../../src/domain/callback-data.ts';
import { type BroadcastId, newId, type PostId } from '../../../src/domain/ids.ts';
import { actOnBroadcast } from '../../../src/services/broadcasts/act.ts';
import { actingAs } from '../../../src/services/context.ts';
import { createStaffLink } from '../../../src/services/staff/add.ts';
import { addCase, addStaffMember, courier, createWorld, person, say, type World } from '../world.ts';

let world: World;
let broadcastId: BroadcastId;
beforeEach(async () => {
  world = await createWorld();
  await world.bot.start();
});
afterEach(() => world.end());

async function approver(name: string) {
  const id = await addStaffMember(world, name, { roles: ['approver'], languages: ['en'] });
  const chat = person(world, 'en');
  await chat.starts(`staff_${await createStaffLink(world.web, id)}`);
  const actor: StaffActor = {
    kind: 'staff',
    id,
    name,
    roles: ['approver'],
    languages: ['en'],
    cases: null,
    via: 'api',
  };
  return { id, chat, ctx: actingAs(world.ctx, actor) };
}

async function pausedPost(author: Awaited<ReturnType<typeof approver>>): Promise<void> {
  const caseId = await addCase(world, 'one', { en: 'One' });
  const { campaignId, botId } = world.ctx;
  const createdAt = world.ctx.clock.now();
  const postId = newId<PostId>();
  await world.db
    .insert(posts)
    .values({ id: postId, campaignId, caseId, sourceLanguage: 'en', authorId: author.id, createdAt });
  broadcastId = newId<BroadcastId>();
  await world.db.insert(broadcasts).values({
    id: broadcastId,
    campaignId,
    botId,
    caseId,
    kind: 'post',
    postId,
    priority: 60,
    state: 'paused',
    createdAt,
  });
}

const state = async () => (await world.db.select().from(broadcasts))[0]?.state;

it('lets a second person agree by button to let a post go on, once, and nobody else', async () => {
  const first = await approver('Leyla');
  const second = await approver('Murad');
  await pausedPost(first);
  await actOnBroadcast(first.ctx, { broadcastId, action: 'resume' });
  await courier(world);
  expect(second.chat.last()).toContain('let the post on');

  const agree = encodeCallbackData({ action: 'agree', broadcastId, to: 'resume' });
  const stranger = person(world, 'en');
  await stranger.starts();
  await stranger.tapsData(1, agree);
  expect(stranger.last()).toBe(say('en', 'staff-refused', { reason: 'not-an-approver' }));
  await first.chat.tapsData(1, agree);
  expect(first.chat.last()).toBe(say('en', 'staff-broadcast-refused', { reason: 'own-request' }));
  expect(await state()).toBe('paused');

  await second.chat.taps('Agree');
  expect(second.chat.last()).toBe(say('en', 'staff-approved'));
  expect(await state()).toBe('running');
  await courier(world);
  expect(first.chat.last()).toContain('Murad');
  await expect(second.chat.taps('Agree')).rejects.toThrow('no button');
});

it('asks for nothing new when the request was dropped meanwhile', async () => {
  const first = await approver('Leyla');
  const second = await approver('Murad');
  await pausedPost(first);
  await actOnBroadcast(first.ctx, { broadcastId, action: 'resume' });
  await courier(world);
  await actOnBroadcast(first.ctx, { broadcastId, action: 'pause' });
  await second.chat.taps('Agree');
  expect(second.chat.last()).toBe(say('en', 'staff-broadcast-refused', { reason: 'request-lapsed' }));
  expect(await state()).toBe('paused');
});
