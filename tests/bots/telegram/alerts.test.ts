import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  alerts,
  auditEntries,
  campaigns,
  hearingRevisions,
  hearings,
  subscribers,
} from '../../../src/db/schema/index.ts';
import { type AlertId, newId } from '../../../src/domain/ids.ts';
import { languages } from '../../../src/domain/language.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { addCase, addHearing, createWorld, person, say, seen, settle, until, type World } from '../world.ts';

let world: World;

beforeEach(async () => {
  world = await createWorld({ clockAt: '2009-11-10T12:00:00Z' });
  await world.db.update(campaigns).set({ leadTimes: ['1d', 'morning'] });
  await world.bot.start();
});
afterEach(() => world.end());

const choice = async () => {
  const [row] = await world.db.select().from(subscribers);
  return { leadTimes: row?.leadTimes, tellFirst: row?.tellFirst, standing: row?.standing };
};

describe.each(['en', 'fa'] as const)('reminders in %s', (language) => {
  const days = (count: number) => say(language, 'unit-days', { count });
  const morning = say(language, 'lead-time-morning');

  it('are shown as they are, and each lead time is put in or taken out by its button', async () => {
    const reader = person(world, language);
    await reader.says('/alerts');
    expect(reader.last()).toContain(say(language, 'alerts-explain'));
    expect(reader.last()).toContain(say(language, 'alerts-state-not-first'));
    const marked = () => reader.buttons().filter((label) => label.startsWith('✓'));
    const asCampaign = `✓ ${say(language, 'button-quiet-campaign')}`;
    expect(marked()).toEqual([asCampaign, `✓ ${days(1)}`, `✓ ${morning}`]);
    expect(await world.db.$count(subscribers)).toBe(0);

    await reader.taps(days(7));
    expect(marked()).toEqual([`✓ ${days(7)}`, `✓ ${days(1)}`, `✓ ${morning}`]);
    await reader.taps(`✓ ${morning}`);
    expect(await choice()).toMatchObject({ leadTimes: ['7d', '1d'] });
    expect(reader.last()).toContain(say(language, 'alerts-set'));

    await reader.taps(say(language, 'button-alerts-changes'));
    expect(await choice()).toMatchObject({ leadTimes: [] });
    expect(reader.last()).toContain(say(language, 'alerts-state-changes'));
    await reader.taps(say(language, 'button-quiet-campaign'));
    expect(await choice()).toMatchObject({ leadTimes: null });
    expect(marked()).toEqual([asCampaign, `✓ ${days(1)}`, `✓ ${morning}`]);
  });
});

it('whoever must act, or wants to, is told first; erased with the rest, and the audit does not say what they are', async () => {
  const reader = person(world, 'en');
  await reader.says('/alerts');
  await reader.taps(say('en', 'button-tell-first'));
  expect(reader.last()).toContain(say('en', 'alerts-state-first'));
  await reader.taps(say('en', 'button-standing', { standing: 'lawyer' }));
  expect(await choice()).toEqual({ leadTimes: null, tellFirst: true, standing: 'lawyer' });
  expect(reader.last()).toContain(say('en', 'alerts-state-standing', { standing: 'lawyer' }));
  const [entry] = await world.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.verb, 'subscribers/set-standing'));
  expect(JSON.stringify(entry)).not.toContain('lawyer');
  await reader.taps(`✓ ${say('en', 'button-standing', { standing: 'lawyer' })}`);
  expect(await choice()).toMatchObject({ standing: 'follower' });
  await reader.says('/forget');
  await reader.taps(say('en', 'button-forget'));
  expect(reader.last()).toContain(say('en', 'forget-done-alerts'));
});

it('is chosen in a private chat only, and named in every language’s help', async () => {
  const owner = world.standIn.createUser({ languageCode: 'en' }).id;
  const group = world.standIn.createGroup({ owner, members: [world.identity.id] }).id;
  world.standIn.userSends({ user: owner, chat: group, text: '/alerts@bray_test_bot' });
  await settle(world);
  expect(seen(world, group)).toEqual([say('en', 'private-only')]);
  for (const language of languages) expect(say(language, 'help-text')).toContain('/alerts');
});

it('whoever begins to follow, or comes back, is shown all that is ahead, once', async () => {
  const caseId = await addCase(world, 'a-case', { en: 'A case' });
  for (const day of [12, 13, 14, 15]) {
    await addHearing(world, caseId, { date: `2009-11-${day}`, time: '10:30' });
  }
  const reader = person(world, 'en');
  await reader.starts('a-case');
  await reader.taps(say('en', 'button-follow'));
  const list = reader.last();
  for (const day of [12, 13, 14, 15]) expect(list).toContain(`${day} November 2009, 10:30`);
  expect(list).toContain(say('en', 'hearings-title'));
  expect(list.match(/Sabail District Court/g)).toHaveLength(3);
  const before = seen(world, reader.id).length;
  world.standIn.userBlocks({ user: reader.id });
  await settle(world);
  world.standIn.userUnblocks({ user: reader.id });
  await reader.starts();
  const since = seen(world, reader.id).slice(before);
  expect(since.filter((text) => text.includes(say('en', 'hearings-title')))).toHaveLength(1);
});

describe('while a move is told that nobody has confirmed', () => {
  const confirmed = 'Wednesday, 11 November 2009, 15:00';
  const moved = 'Reported, not yet confirmed by a second person: moved to Wednesday, 11 November 2009, 10:30';

  /** A hearing at 15:00 of which followers were told, on one person's word, that it is at 10:30. */
  async function toldUnconfirmed(): Promise<void> {
    const caseId = await addCase(world, 'a-case', { en: 'A case' });
    const hearingId = await addHearing(world, caseId, { date: '2009-11-11', time: '15:00' });
    const [first] = await world.db.select().from(hearingRevisions);
    const word = {
      ...first!,
      revision: 2,
      state: 'in_review' as const,
      localTime: '10:30',
      effectiveAt: null,
    };
    await world.db.insert(hearingRevisions).values(word);
    await world.db.update(hearings).set({ unconfirmedRevision: 2 });
    const told = { campaignId: world.ctx.campaignId, caseId, hearingId, state: 'dispatched' as const };
    const due = { dueAt: world.clock.now(), notAfter: world.clock.now().add({ hours: 24 }) };
    await world.db.insert(alerts).values([
      { ...told, ...due, id: newId<AlertId>(), revision: 1, kind: 'announced' },
      { ...told, ...due, id: newId<AlertId>(), revision: 2, kind: 'changed', unconfirmed: true },
    ]);
  }

  /** Everything the bot shows of the case's hearing to somebody who begins to follow it, and comes back later. */
  async function shown(): Promise<Record<string, string>> {
    const reader = person(world, 'en');
    await reader.starts('a-case');
    const card = reader.last();
    await reader.taps(say('en', 'button-follow'));
    const followed = reader.last();
    await reader.says('/hearings');
    const list = reader.last();
    await reader.taps('1. A case');
    const hearing = reader.last();
    const before = reader.sees().length;
    world.standIn.userBlocks({ user: reader.id });
    await settle(world);
    world.standIn.userUnblocks({ user: reader.id });
    await reader.starts();
    const sinceBack = reader.sees().slice(before);
    const back = sinceBack.find((text) => text.includes(say('en', 'hearings-title'))) ?? '';
    await world.db.update(campaigns).set({ inlineAllowed: true });
    const { queryId } = world.standIn.userAsksInline({ user: reader.id, query: 'a-case', offset: '' });
    await until(() => world.standIn.inlineAnswer({ queryId }) !== null);
    const [article] = (world.standIn.inlineAnswer({ queryId })?.results ?? []) as unknown as {
      description: string;
      input_message_content: { message_text: string };
    }[];
    const elsewhere = withoutIsolation(article?.input_message_content.message_text ?? '');
    return { card, followed, list, hearing, back, elsewhere, offered: article?.description ?? '' };
  }

  it('its hour stands above the confirmed one wherever the bot shows the hearing, and nowhere once it was rejected', async () => {
    await toldUnconfirmed();
    for (const [where, text] of Object.entries(await shown())) {
      expect(text, where).toContain(confirmed);
      expect(text.indexOf(moved), where).toBeGreaterThanOrEqual(0);
      expect(text.indexOf(moved), where).toBeLessThan(text.indexOf(confirmed));
    }
    await world.db
      .update(hearingRevisions)
      .set({ state: 'rejected' })
      .where(eq(hearingRevisions.revision, 2));
    for (const [where, text] of Object.entries(await shown())) {
      expect(text, where).toContain(confirmed);
      expect(text, where).not.toContain('10:30');
    }
  });
});

it('whoever begins to follow a case in which nothing is ahead gets its card and no empty list', async () => {
  await addCase(world, 'a-case', { en: 'A case' });
  const reader = person(world, 'en');
  await reader.starts('a-case');
  await reader.taps(say('en', 'button-follow'));
  expect(reader.last()).toContain(say('en', 'case-already-followed'));
});
