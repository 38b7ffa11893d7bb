import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { menus } from '../../../src/bots/telegram/profile.ts';
import { auditEntries } from '../../../src/db/schema/index.ts';
import { encodeCallbackData } from '../../../src/domain/callback-data.ts';
import { newId, type PauseId } from '../../../src/domain/ids.ts';
import type { Language } from '../../../src/domain/language.ts';
import type { Role } from '../../../src/domain/words.ts';
import { standingPauses } from '../../../src/services/pauses/standing.ts';
import { createStaffLink } from '../../../src/services/staff/add.ts';
import {
  addCase,
  addStaffMember,
  courier,
  createWorld,
  findButton,
  person,
  say,
  type World,
} from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ clockAt: '2009-11-10T12:00:00Z' });
  await world.bot.start();
});
afterEach(() => world.end());

async function linked(name: string, role: Role, language: Language = 'en') {
  const id = await addStaffMember(world, name, { roles: [role] });
  const chat = person(world, language);
  await chat.starts(`staff_${await createStaffLink(world.web, id)}`);
  return chat;
}

const standing = async () => (await standingPauses(world.ctx)).map(({ caseId }) => caseId);

describe('the stop switch in a staff member’s chat', () => {
  it('stops all posts by one tap of anybody, from the moment the chat is linked, and tells the others', async () => {
    const translator = await linked('Leyla', 'translator');
    const other = await linked('Murad', 'approver');
    expect(translator.last()).toContain(say('en', 'pause-running'));
    await translator.taps('Pause all posts');
    expect(await standing()).toEqual([null]);
    expect(translator.last()).toContain('All posts are paused, by Leyla, since Tuesday, 10 November 2009');
    // A translator may not start again, and what is stopped is not stopped twice.
    expect(translator.buttons()).toEqual([]);
    await courier(world);
    expect(other.last()).toContain(say('en', 'staff-pause-all', { what: 'paused' }));
    const [entry] = (await world.db.select().from(auditEntries)).filter(
      ({ verb }) => verb === 'pauses/pause',
    );
    expect(entry?.details).toEqual({ case: null, via: 'bot' });
  });

  it('starts posts again by two approvers, the second by the button below the request', async () => {
    const first = await linked('Leyla', 'approver');
    const second = await linked('Murad', 'approver');
    const author = await linked('Rauf', 'author');
    await first.taps('Pause all posts');
    await first.taps('Start again');
    expect(first.last()).toContain('Leyla wants to start again. It takes a second approver');
    expect(first.buttons()).toEqual([]);
    expect(await standing()).toEqual([null]);
    await courier(world);
    expect(author.buttons()).toEqual([]);
    expect(author.last()).toContain(say('en', 'staff-pause-all', { what: 'asked' }));
    await second.taps('Agree: start again');
    expect(await standing()).toEqual([]);
    expect(second.last()).toContain(say('en', 'pause-running'));
  });

  it('asks for nothing new when somebody agrees too late, or to their own wish', async () => {
    const first = await linked('Leyla', 'approver');
    const second = await linked('Murad', 'approver');
    await first.taps('Pause all posts');
    await first.taps('Start again');
    await courier(world);
    const [agree] = (await standingPauses(world.ctx)).map(({ id: pauseId }) =>
      encodeCallbackData({ action: 'agreeToLift', pauseId }),
    );
    const { messageId } = findButton(world, second.id, 'Agree: start again');
    await first.tapsData(messageId, agree!);
    expect(first.sees().join()).toContain(say('en', 'staff-broadcast-refused', { reason: 'own-request' }));
    world.advance({ minutes: 30 });
    await second.tapsData(messageId, agree!);
    expect(second.sees().join()).toContain(
      say('en', 'staff-broadcast-refused', { reason: 'request-lapsed' }),
    );
    expect(await standing()).toEqual([null]);
    // Otherwise the switch would now show what Murad wants, and wait for a second person.
    expect(second.buttons()).toContain('Start again');
  });

  it('stops one case, and names it where several pauses stand', async () => {
    const caseId = await addCase(world, 'one', { en: 'The donkey bloggers' });
    await addCase(world, 'two', { en: 'The other case' });
    const approver = await linked('Leyla', 'approver');
    await approver.says('/pause');
    await approver.taps('Pause one case');
    expect(approver.buttons()).toEqual(['The donkey bloggers', 'The other case', 'Back']);
    await approver.taps('Back');
    await approver.taps('Pause one case');
    await approver.taps('The donkey bloggers');
    expect(await standing()).toEqual([caseId]);
    expect(approver.last()).toContain('Posts on The donkey bloggers are paused, by Leyla');
    expect(approver.buttons()).toEqual(['Pause all posts', 'Pause one case', 'Start again']);
    await approver.taps('Pause all posts');
    expect(approver.buttons()).toEqual(['Start again – The donkey bloggers', 'Start again']);
  });

  it('says so when others have started again meanwhile', async () => {
    const approver = await linked('Leyla', 'approver');
    const gone = encodeCallbackData({ action: 'liftPause', pauseId: newId<PauseId>() });
    const { messageId } = findButton(world, approver.id, 'Pause all posts');
    await approver.tapsData(messageId, gone);
    expect(approver.sees()[1]).toContain(`${say('en', 'pause-gone')}\n\n${say('en', 'pause-running')}`);
  });
});

it('is nobody else’s: a follower has no such command, in no menu, and a forwarded button does nothing', async () => {
  const follower = person(world, 'en');
  await follower.says('/pause');
  expect(follower.last()).toBe(say('en', 'help-unknown-command'));
  for (const data of [
    { action: 'pausePosts', caseId: null },
    { action: 'liftPause', pauseId: newId<PauseId>() },
    { action: 'agreeToLift', pauseId: newId<PauseId>() },
    { action: 'pauseCases', page: 1 },
    { action: 'pauses' },
  ] as const) {
    await follower.tapsData(1, encodeCallbackData(data));
    expect(follower.last()).toBe(say('en', 'staff-refused', { reason: 'not-an-approver' }));
  }
  expect(await standing()).toEqual([]);
  const listed = menus().flatMap(({ commands }) => commands.map(({ command }) => command));
  expect(listed).toContain('help');
  expect(listed).not.toContain('pause');
});
