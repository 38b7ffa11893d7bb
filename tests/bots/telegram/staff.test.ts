import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approvals, hearingRevisions, staff, translations } from '../../../src/db/schema/index.ts';
import type { StaffActor } from '../../../src/domain/actor.ts';
import { encodeCallbackData } from '../../../src/domain/callback-data.ts';
import type { CaseId, PostId, StaffId } from '../../../src/domain/ids.ts';
import type { Language } from '../../../src/domain/language.ts';
import type { PostKind, Role } from '../../../src/domain/words.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { actingAs } from '../../../src/services/context.ts';
import { recordHearing } from '../../../src/services/hearings/record.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { createStaffLink } from '../../../src/services/staff/add.ts';
import { addCase, addStaffMember, courier, createWorld, person, say, type World } from '../world.ts';

let world: World;
let caseId: CaseId;
beforeEach(async () => {
  world = await createWorld();
  caseId = await addCase(world, 'one', { en: 'One' });
  await world.bot.start();
});
afterEach(() => world.end());

/** A staff member with a linked chat, and what they may do. */
async function linked(name: string, roles: readonly Role[], languages: readonly Language[] = ['en']) {
  const id = await addStaffMember(world, name, { roles, languages });
  const chat = person(world, 'en');
  await chat.starts(`staff_${await createStaffLink(world.web, id)}`);
  const actor: StaffActor = { kind: 'staff', id, name, roles, languages, cases: null, via: 'api' };
  return { id, chat, ctx: actingAs(world.web, actor) };
}

async function submitted(
  author: Awaited<ReturnType<typeof linked>>,
  kind: PostKind = 'update',
): Promise<PostId> {
  const created = await createPost(author.ctx, {
    caseId,
    kind,
    sourceLanguage: 'en',
    text: 'They are still in prison.',
    notBefore: null,
    notAfter: null,
  });
  if (!created.ok) throw new Error(created.refusal.code);
  const result = await submitPost(author.ctx, { postId: created.value.postId, language: 'en' });
  if (!result.ok) throw new Error(result.refusal.code);
  await courier(world);
  return created.value.postId;
}

const textState = async () => (await world.db.select().from(translations))[0]?.state;

describe('the link of a chat to a staff account', () => {
  it('works once, and says so of a wrong and of a used code', async () => {
    const id: StaffId = await addStaffMember(world, 'Leyla');
    const code = await createStaffLink(world.web, id);
    const member = person(world, 'en');
    await member.starts(`staff_${code}`);
    const [welcome, stopSwitch] = member.sees();
    expect(welcome).toContain(say('en', 'staff-linked'));
    // As long as no native reader has checked a catalogue, staff are told which.
    expect(welcome).toContain('Azerbaijani');
    expect(stopSwitch).toContain(say('en', 'pause-running'));
    await member.starts(`staff_${code}`);
    expect(member.last()).toBe(say('en', 'staff-code-used'));
    await member.starts('staff_link_nothing');
    expect(member.last()).toBe(say('en', 'staff-code-wrong'));
  });

  it('lets the bot speak the language that the member chooses', async () => {
    const member = await linked('Leyla', ['approver']);
    await member.chat.says('/language');
    await member.chat.taps('فارسی');
    expect((await world.db.select().from(staff))[0]?.language).toBe('fa');
    await member.chat.says('/help');
    expect(member.chat.last()).toBe(say('fa', 'help-text'));
  });
});

describe('a decision by button', () => {
  it('approves a post, in the name of who tapped', async () => {
    const author = await linked('Author', ['author']);
    const approver = await linked('Approver', ['approver']);
    await submitted(author);
    expect(approver.chat.last()).toContain('They are still in prison.');
    await approver.chat.taps('Approve');
    expect(approver.chat.last()).toBe(say('en', 'staff-approved'));
    expect(await textState()).toBe('approved');
    const [approval] = await world.db.select().from(approvals);
    expect(approval).toMatchObject({ staffId: approver.id, decision: 'approved', via: 'bot' });
    await expect(approver.chat.taps('Approve')).rejects.toThrow('no button');
  });

  it('of two that it takes says how many there are, and that another person has to approve', async () => {
    const author = await linked('Author', ['author']);
    const [first, second] = [await linked('First', ['approver']), await linked('Second', ['approver'])];
    await submitted(author, 'press_release');
    expect(withoutIsolation(first.chat.last())).toContain('Press release: 2 approvals');
    await first.chat.taps('Approve');
    expect(first.chat.last()).toBe(say('en', 'staff-approved-partly', { given: 1, needed: 2 }));
    expect(await textState()).toBe('in_review');
    const [text] = await world.db.select().from(translations);
    const again = {
      action: 'decidePost',
      translationId: text!.id,
      version: 1,
      decision: 'approved',
    } as const;
    await first.chat.tapsData(1, encodeCallbackData(again));
    expect(first.chat.last()).toBe(say('en', 'staff-refused', { reason: 'approved-already' }));
    await second.chat.taps('Approve');
    expect(second.chat.last()).toBe(say('en', 'staff-approved'));
    expect(await textState()).toBe('approved');
  });

  it('rejects a post', async () => {
    const author = await linked('Author', ['author']);
    const approver = await linked('Approver', ['approver']);
    await submitted(author);
    await approver.chat.taps('Reject');
    expect(approver.chat.last()).toBe(say('en', 'staff-rejected'));
    expect(await textState()).toBe('rejected');
  });

  it('is refused to the author, to a stranger, and on a version that is no longer the one', async () => {
    const author = await linked('Author', ['author', 'approver']);
    await linked('Approver', ['approver']);
    await submitted(author);
    const [text] = await world.db.select().from(translations);
    const decide = (version: number) =>
      encodeCallbackData({
        action: 'decidePost',
        translationId: text!.id,
        version,
        decision: 'approved',
      });
    await author.chat.tapsData(1, decide(1));
    expect(author.chat.last()).toBe(say('en', 'staff-refused', { reason: 'own-text' }));
    const stranger = person(world, 'en');
    await stranger.starts();
    await stranger.tapsData(1, decide(1));
    expect(stranger.last()).toBe(say('en', 'staff-refused', { reason: 'not-an-approver' }));
    await author.chat.tapsData(1, decide(2));
    expect(author.chat.last()).toBe(say('en', 'staff-refused', { reason: 'changed-since' }));
    expect(await textState()).toBe('in_review');
  });

  it('puts a hearing’s facts into effect', async () => {
    const lawyer = await linked('Lawyer', ['lawyer', 'coordinator']);
    const approver = await linked('Approver', ['approver']);
    const recorded = await recordHearing(lawyer.ctx, {
      caseId,
      facts: {
        status: 'scheduled',
        localDate: '2009-11-11',
        localTime: '15:00',
        zone: 'Asia/Baku',
        kind: 'verdict',
        court: { en: 'Sabail District Court' },
        room: null,
        openness: 'unknown',
        judge: null,
        outcome: null,
        sources: ['the lawyer'],
        checkedOn: '2009-11-10',
      },
    });
    expect(recorded.ok).toBe(true);
    await courier(world);
    await approver.chat.taps('Approve');
    expect(approver.chat.last()).toBe(say('en', 'staff-hearing-approved'));
    expect((await world.db.select().from(hearingRevisions))[0]?.state).toBe('in_effect');
  });

  it('puts the hearing to which one is adjourned into effect with it', async () => {
    const lawyer = await linked('Lawyer', ['lawyer', 'coordinator']);
    const approver = await linked('Approver', ['approver']);
    const next = {
      localDate: '2009-12-11',
      localTime: '10:00',
      zone: 'Asia/Baku',
      kind: 'appeal',
      court: { en: 'Baku Court of Appeal' },
      room: null,
      openness: 'unknown',
    } as const;
    const recorded = await recordHearing(lawyer.ctx, {
      caseId,
      facts: {
        ...next,
        status: 'held',
        localDate: '2009-11-09',
        kind: 'trial',
        judge: null,
        outcome: null,
        adjourned: { next },
        sources: ['the lawyer'],
        checkedOn: '2009-11-10',
      },
    });
    expect(recorded).toMatchObject({ ok: true });
    await courier(world);
    await approver.chat.taps('Approve');
    expect(approver.chat.last()).toBe(say('en', 'staff-hearing-approved'));
    const states = (await world.db.select().from(hearingRevisions)).map(({ state }) => state);
    expect(states).toEqual(['in_effect', 'in_effect']);
  });
});
