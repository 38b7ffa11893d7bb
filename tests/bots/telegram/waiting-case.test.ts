import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { campaigns, cases, events } from '../../../src/db/schema/index.ts';
import type { StaffActor } from '../../../src/domain/actor.ts';
import { encodeCallbackData } from '../../../src/domain/callback-data.ts';
import type { CaseId } from '../../../src/domain/ids.ts';
import { newUuid } from '../../../src/domain/uuid.ts';
import type { Role } from '../../../src/domain/words.ts';
import { createCase } from '../../../src/services/cases/create.ts';
import { actingAs } from '../../../src/services/context.ts';
import { createStaffLink } from '../../../src/services/staff/add.ts';
import {
  addHearing,
  addStaffMember,
  courier,
  createWorld,
  person,
  say,
  until,
  type World,
} from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ clockAt: '2009-11-10T12:00:00Z', groupsAllowed: true });
  await world.db.update(campaigns).set({ inlineAllowed: true });
  await world.bot.start();
});
afterEach(() => world.end());

async function member(name: string, role: Role) {
  const id = await addStaffMember(world, name, { roles: [role], languages: ['en'] });
  const actor: StaffActor = {
    kind: 'staff',
    id,
    name,
    roles: [role],
    languages: ['en'],
    cases: null,
    via: 'api',
  };
  const chat = person(world, 'en');
  const link = async () => chat.starts(`staff_${await createStaffLink(world.web, id)}`);
  return { id, chat, link, ctx: actingAs(world.web, actor) };
}

async function opened(by: Awaited<ReturnType<typeof member>>): Promise<CaseId> {
  const made = await createCase(by.ctx, {
    slug: 'the-poison',
    name: { en: 'The poison' },
    summary: { en: 'Lies about somebody.' },
    country: 'AZ',
    zone: 'Asia/Baku',
    fictional: false,
    persons: [{ name: { en: 'Arif Hidden' }, note: null }],
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.caseId;
}

/** Tries every way into a case that the bot has; answers all that it said, inline answers too. */
async function tries(caseId: CaseId): Promise<string> {
  const hearingId = await addHearing(world, caseId, { date: '2009-11-11', time: '10:30' });
  const reader = person(world, 'en');
  const said: string[] = [];
  // What a tap shows takes the place of what stood there: looked at after each.
  const look = () => said.push(...reader.sees());
  await reader.starts('the-poison');
  await reader.starts(`hearing_${hearingId}`);
  look();
  for (const text of ['/cases', '/hearings', '/follow the-poison', '/unfollow the-poison', '/follow']) {
    await reader.says(text);
  }
  for (const data of [
    encodeCallbackData({ action: 'case', caseId }),
    encodeCallbackData({ action: 'timeline', caseId, page: 1 }),
    encodeCallbackData({ action: 'openCase', caseId }),
    encodeCallbackData({ action: 'follow', caseId }),
    encodeCallbackData({ action: 'resumeCase', caseId }),
    encodeCallbackData({ action: 'stopCase', caseId }),
    encodeCallbackData({ action: 'language', language: 'en', after: { kind: 'case', caseId } }),
    encodeCallbackData({ action: 'hearing', hearingId, page: 1 }),
    encodeCallbackData({ action: 'calendar', hearingId }),
  ]) {
    await reader.tapsData(1, data);
    look();
  }
  const { queryId } = world.standIn.userAsksInline({ user: reader.id, query: 'poison' });
  await until(() => world.standIn.inlineAnswer({ queryId }) !== null);
  return [...said, JSON.stringify(world.standIn.inlineAnswer({ queryId }))].join('\n');
}

const secrets = /poison|Lies about|Arif|Sabail|10:30|What happened there/i;

it('nobody outside comes upon a case that one person has opened, by any way into the bot', async () => {
  const caseId = await opened(await member('Leyla', 'coordinator'));
  await world.db.insert(events).values({
    id: newUuid(),
    caseId,
    date: '2009-07',
    what: { en: 'What happened there.' },
    sources: ['IRFS'],
  });
  const said = await tries(caseId);
  expect(said).not.toMatch(secrets);
  expect(said).toContain(say('en', 'case-unknown'));
  await world.db.update(cases).set({ openedBy: null }).where(eq(cases.id, caseId));
  // The same ways lead there once nobody is waited for: it is this that kept it from them.
  const then = await tries(caseId);
  for (const secret of ['The poison', 'Lies about', 'Arif', 'Sabail', 'What happened there']) {
    expect(then).toContain(secret);
  }
});

it('a second person agrees by the button, also one who joins only later, and nobody else may', async () => {
  const leyla = await member('Leyla', 'coordinator');
  await leyla.link();
  const caseId = await opened(leyla);
  await courier(world);
  const data = encodeCallbackData({ action: 'agreeToCase', caseId });
  const author = await member('Rauf', 'author');
  await author.link();
  expect(author.chat.sees().join('\n')).not.toMatch(/poison/i);
  await author.chat.tapsData(1, data);
  expect(author.chat.last()).toBe(say('en', 'staff-refused', { reason: 'not-an-approver' }));
  await leyla.chat.tapsData(1, data);
  expect(leyla.chat.last()).toBe(say('en', 'staff-broadcast-refused', { reason: 'own-request' }));

  const murad = await member('Murad', 'lawyer');
  await murad.link();
  expect(murad.chat.last()).toContain('Leyla opened the case “The poison”.');
  for (const word of ['the-poison', 'Lies about somebody.', 'Arif Hidden']) {
    expect(murad.chat.last()).toContain(word);
  }
  const reader = person(world, 'en');
  await reader.starts('the-poison');
  expect(reader.sees().join('\n')).not.toMatch(/poison/i);
  await murad.chat.taps('Agree');
  expect(murad.chat.last()).toBe(say('en', 'staff-approved'));
  await courier(world);
  expect(leyla.chat.last()).toContain('By Leyla and Murad.');
  await reader.starts('the-poison');
  expect(reader.last()).toContain('Lies about somebody.');
});
