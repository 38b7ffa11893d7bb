import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StaffActor } from '../../../src/domain/actor.ts';
import { encodeCallbackData } from '../../../src/domain/callback-data.ts';
import type { Role } from '../../../src/domain/words.ts';
import { setReserve } from '../../../src/services/campaigns/set-reserve.ts';
import { actingAs } from '../../../src/services/context.ts';
import { createStaffLink } from '../../../src/services/staff/add.ts';
import { addStaffMember, courier, createWorld, person, say, type World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await world.bot.start();
});
afterEach(() => world.end());

async function member(name: string, role: Role) {
  const id = await addStaffMember(world, name, { roles: [role], languages: ['en'] });
  const chat = person(world, 'en');
  await chat.starts(`staff_${await createStaffLink(world.web, id)}`);
  const actor: StaffActor = {
    kind: 'staff',
    id,
    name,
    roles: [role],
    languages: ['en'],
    cases: null,
    via: 'api',
  };
  return { chat, ctx: actingAs(world.web, actor) };
}

it('followers are told of a reserve once a second person has agreed by the button, and nobody else may', async () => {
  const leyla = await member('Leyla', 'coordinator');
  const murad = await member('Murad', 'approver');
  const rauf = await member('Rauf', 'author');
  const set = await setReserve(leyla.ctx, { bot: 'police_bot', channel: null });
  if (!set.ok || set.value.awaits === null) throw new Error('It waits for nobody.');
  await courier(world);
  expect(rauf.chat.last()).toContain('Leyla wants followers to turn to this');
  expect(rauf.chat.buttons()).toEqual([]);
  const reader = person(world, 'en');
  await reader.starts();
  expect(reader.last()).not.toContain('@');

  const data = encodeCallbackData({ action: 'agreeToReserve', requestId: set.value.awaits.id });
  await reader.tapsData(1, data);
  expect(reader.last()).toBe(say('en', 'staff-refused', { reason: 'not-an-approver' }));
  await rauf.chat.tapsData(1, data);
  expect(rauf.chat.last()).toBe(say('en', 'staff-refused', { reason: 'not-an-approver' }));
  await leyla.chat.tapsData(1, data);
  expect(leyla.chat.last()).toBe(say('en', 'staff-broadcast-refused', { reason: 'own-request' }));
  await reader.starts();
  expect(reader.last()).not.toContain('@');

  await murad.chat.taps('Agree');
  expect(murad.chat.last()).toBe(say('en', 'staff-approved'));
  await courier(world);
  expect(leyla.chat.last()).toContain('By Leyla and Murad.');
  await reader.starts();
  expect(reader.last()).toContain(say('en', 'start-reserve', { places: '@police_bot' }));
  await murad.chat.tapsData(1, data);
  expect(murad.chat.last()).toBe(say('en', 'staff-broadcast-refused', { reason: 'request-lapsed' }));
});
