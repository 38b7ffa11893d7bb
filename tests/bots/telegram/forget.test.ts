import { eq, isNotNull } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  auditEntries,
  calls,
  deliveries,
  follows,
  staff,
  subscribers,
  updates,
} from '../../../src/db/schema/index.ts';
import type { CaseId } from '../../../src/domain/ids.ts';
import { createStaffLink } from '../../../src/services/staff/add.ts';
import { linkChat } from '../../../src/services/staff/link-chat.ts';
import {
  addCase,
  addStaffMember,
  broadcast,
  courier,
  createWorld,
  deliver,
  findButton,
  person,
  say,
  until,
  type World,
} from '../world.ts';

let world: World;
let caseId: CaseId;

beforeEach(async () => {
  world = await createWorld();
  caseId = await addCase(world, 'one', { en: 'One', fa: 'یک' });
  await world.bot.start();
});
afterEach(() => world.end());

describe.each(['en', 'fa'] as const)('/forget in %s', (language) => {
  it('asks, then erases at once and says what, and what remains', async () => {
    const reader = person(world, language);
    await reader.starts('one');
    await reader.taps(say(language, 'button-follow'));
    await broadcast(world, caseId, 'On its way');
    await reader.says('/forget');
    expect(reader.last()).toBe(say(language, 'forget-confirm'));
    expect(await world.db.$count(subscribers)).toBe(1);
    await reader.taps(say(language, 'button-forget'));
    for (const table of [subscribers, follows, deliveries, calls]) {
      expect(await world.db.$count(table)).toBe(0);
    }
    expect(await world.db.$count(updates, isNotNull(updates.chatIndex))).toBe(0);
    expect(await world.db.$count(updates, isNotNull(updates.sealed))).toBe(0);
    expect(reader.last()).toContain(say(language, 'forget-done-follows', { count: 1 }));
    expect(reader.last()).toContain(say(language, 'forget-done-pending', { count: 1 }));
    expect(reader.last()).toContain(say(language, 'forget-remains'));
    expect(reader.last()).not.toContain(say(language, 'forget-done-staff'));
  });
});

it('makes the deletions that were to come later due now, and keeps them', async () => {
  const reader = person(world, 'en');
  await reader.starts('one');
  await reader.taps('Follow');
  await reader.says('/discreet');
  await reader.taps('Turn on');
  await broadcast(world, caseId, 'Secret');
  await deliver(world);
  await reader.taps('Show');
  expect(await world.db.$count(calls)).toBe(1);
  await reader.says('/forget');
  await reader.taps('Erase everything');
  expect(reader.sees().join()).not.toContain('Secret');
  expect(reader.last()).toContain('1 message in this chat');
  expect(reader.last()).toContain('the setting for discreet mode');
  expect(await world.db.$count(calls)).toBe(0);
});

it('erases replies that wait, but not what is asked afterwards', async () => {
  const reader = person(world, 'en');
  await reader.starts();
  await reader.says('/forget');
  const { messageId, data } = findButton(world, reader.id, 'Erase everything');
  await world.bot.stop();
  // All of this waits when the bot comes back.
  world.standIn.userSends({ user: reader.id, text: '/help' });
  world.standIn.userTaps({ user: reader.id, messageId, button: { data } });
  world.standIn.userSends({ user: reader.id, text: '/start' });
  world.bot = world.newBot();
  await world.bot.start();
  await until(() => world.standIn.updates().every(({ state }) => state === 'handled'));
  await world.bot.idle();
  expect(await world.db.$count(subscribers)).toBe(1);
  await courier(world);
  expect(reader.sees()).not.toContain(say('en', 'help-text'));
  expect(reader.last()).toContain('It tells you about people');
});

it('changes nothing when it is cancelled', async () => {
  const reader = person(world, 'en');
  await reader.starts();
  await reader.says('/forget');
  await reader.taps('Cancel');
  expect(reader.last()).toBe(say('en', 'stop-cancelled'));
  expect(await world.db.$count(subscribers)).toBe(1);
});

it('says so when nothing was stored, and stores nothing by it', async () => {
  const reader = person(world, 'en');
  await reader.says('/forget');
  await reader.taps('Erase everything');
  expect(reader.last()).toContain(say('en', 'forget-nothing'));
  expect(await world.db.$count(subscribers)).toBe(0);
});

it('ends the link of a staff member’s chat', async () => {
  const staffId = await addStaffMember(world, 'Leyla');
  const code = await createStaffLink(world.web, staffId);
  const member = person(world, 'en');
  await member.starts(`staff_${code}`);
  expect(member.sees()[0]).toContain(say('en', 'staff-linked'));
  expect((await linkChat(world.ctx, { code, chatId: '1' })).ok).toBe(false);
  await member.says('/forget');
  await member.taps('Erase everything');
  expect(member.last()).toContain(say('en', 'forget-done-staff'));
  const [row] = await world.db.select().from(staff);
  expect(row).toMatchObject({ chatIndex: null, sealedChat: null });
});

it('leaves an audit entry that names nobody', async () => {
  const reader = person(world, 'en');
  await reader.starts();
  await reader.says('/forget');
  await reader.taps('Erase everything');
  const [entry] = await world.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.verb, 'subscribers/forget'));
  expect(entry).toMatchObject({ actorKind: 'subscriber', actor: null, subjectId: null });
});
