import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishProfile } from '../../../src/bots/telegram/profile.ts';
import { auditEntries, campaigns, follows, subscribers } from '../../../src/db/schema/index.ts';
import { languages } from '../../../src/domain/language.ts';
import { translate } from '../../../src/i18n/index.ts';
import { addCase, addHearing, createWorld, person, say, type World } from '../world.ts';

let world: World;

beforeEach(async () => {
  world = await createWorld();
  await world.bot.start();
});
afterEach(() => world.end());

describe('/start', () => {
  it('welcomes in the language of the app and offers every language', async () => {
    const reader = person(world, 'fa-IR');
    await reader.starts();
    expect(reader.last()).toContain(say('fa', 'start-welcome', { campaign: 'Free the Donkeys' }));
    expect(reader.last()).toContain(say('fa', 'start-choose-language'));
    expect(reader.buttons()).toHaveLength(languages.length);
  });

  it('names where one finds us when this bot falls silent, also in the language chosen then, and not this bot itself', async () => {
    await world.db.update(campaigns).set({ reserveBot: 'second_bot', reserveChannel: 'bray_news' });
    const reader = person(world, 'en');
    await reader.starts();
    expect(reader.last()).toContain(say('en', 'start-reserve', { places: '@second_bot and @bray_news' }));
    await reader.taps('فارسی');
    expect(reader.last()).toContain(say('fa', 'start-reserve', { places: '@second_bot و @bray_news' }));
    await world.db.update(campaigns).set({ reserveBot: 'Bray_Test_Bot' });
    await reader.starts();
    expect(reader.last()).toContain(say('fa', 'start-reserve', { places: '@bray_news' }));
    await world.db.update(campaigns).set({ reserveBot: null, reserveChannel: null });
    await reader.starts();
    expect(reader.last()).not.toContain('@');
  });

  it('guesses English for a language it does not have', async () => {
    const reader = person(world, 'ja');
    await reader.starts();
    expect(reader.last()).toContain('It tells you about people who are on trial');
  });

  it('opens the case of a deep link beside the choice of language, and again in the chosen one', async () => {
    await addCase(world, 'donkey-bloggers', { en: 'The donkey bloggers', fa: 'وبلاگ‌نویسان خر' });
    const reader = person(world, 'en');
    await reader.starts('donkey-bloggers');
    expect(reader.sees()).toHaveLength(2);
    expect(reader.last()).toContain('The donkey bloggers (Azerbaijan)');
    await reader.taps('فارسی');
    expect(reader.sees()[0]).toContain(say('fa', 'language-set'));
    expect(reader.last()).toContain('وبلاگ‌نویسان خر');
    await reader.taps(say('fa', 'button-follow'));
    expect(await world.db.$count(follows)).toBe(1);
  });

  it('says so when a deep link leads to no case, and shows those there are', async () => {
    await addCase(world, 'donkey-bloggers', { en: 'The donkey bloggers' });
    const reader = person(world, 'en');
    await reader.starts('no-such-case');
    expect(reader.sees()[1]).toBe(say('en', 'start-unknown-case'));
    expect(reader.last()).toContain('1. The donkey bloggers');
  });

  it('stores the chat sealed, and neither name nor chat id in the clear', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    const rows = await world.sql.unsafe('select row_to_json(s)::text as row from subscribers s');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(String(reader.id));
    const everything = await world.sql.unsafe(
      `select query_to_xml('select * from updates', true, true, '')::text
        || query_to_xml('select * from audit_entries', true, true, '')::text as text`,
    );
    expect(everything[0]?.text).not.toContain(String(reader.id));
    expect(world.logged.join('')).not.toContain(String(reader.id));
  });
});

describe('/cases', () => {
  it('shows five a page, opens a card, and follows and unfollows on it', async () => {
    for (let i = 1; i <= 7; i++) await addCase(world, `case-${i}`, { en: `Case ${i}` });
    const reader = person(world, 'en');
    await reader.starts();
    await reader.says('/cases');
    expect(reader.last()).toContain('5. Case 5');
    expect(reader.last()).not.toContain('Case 6');
    expect(reader.last()).toContain('Page 1 of 2');
    await reader.taps('Next');
    expect(reader.last()).toContain('6. Case 6');
    expect(reader.last()).toContain('Page 2 of 2');
    expect(reader.sees()).toHaveLength(2);
    await reader.taps('Case 7');
    expect(reader.last()).toContain('Case 7 (Azerbaijan)');
    await reader.taps('Follow');
    expect(reader.last()).toContain(say('en', 'case-already-followed'));
    expect(reader.buttons()).toContain('Stop following');
    expect(await world.db.$count(follows)).toBe(1);
    await reader.taps('Back');
    await reader.taps('Next');
    expect(reader.last()).toContain('7. Case 7 ✓');
    await reader.taps('Case 7');
    await reader.taps('Stop following');
    expect(reader.buttons()).toContain('Follow');
    expect(await world.db.$count(follows)).toBe(0);
    const verbs = await world.db.select({ verb: auditEntries.verb }).from(auditEntries);
    expect(verbs.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['follows/follow', 'follows/unfollow']),
    );
  });

  it('speaks Persian to a Persian reader, and marks an invented case', async () => {
    await addCase(
      world,
      'invented',
      { en: 'An invented case', fa: 'پرونده‌ای ساختگی' },
      { fictional: true, persons: [{ en: 'A. B.', fa: 'الف. ب.' }] },
    );
    const reader = person(world, 'fa');
    await reader.starts();
    await reader.says('/cases');
    expect(reader.last()).toContain(say('fa', 'cases-title'));
    await reader.taps('پرونده‌ای ساختگی');
    expect(reader.last()).toContain(say('fa', 'case-fictional'));
    expect(reader.last()).toContain(say('fa', 'case-persons', { count: 1, names: 'الف. ب.' }));
    expect(reader.last()).toContain('جمهوری آذربایجان');
  });

  it('says so when there is none', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    await reader.says('/cases');
    expect(reader.last()).toBe(say('en', 'cases-empty'));
  });
});

describe('/hearings', () => {
  it('shows what is next in the cases that are followed, in the court’s time and UTC, three a page', async () => {
    const caseId = await addCase(world, 'donkey-bloggers', { en: 'The donkey bloggers' });
    const other = await addCase(world, 'other', { en: 'Another case' });
    await addHearing(world, caseId, { date: '2009-11-11', time: '10:30' });
    await addHearing(world, caseId, { date: '2009-11-09', time: '15:00' });
    await addHearing(world, other, { date: '2009-11-10', time: '10:00' });
    const reader = person(world, 'en');
    await reader.starts('donkey-bloggers');
    await reader.says('/hearings');
    expect(reader.last()).toContain(say('en', 'hearings-follow-nothing'));
    await reader.taps('Follow');
    await reader.says('/hearings');
    expect(reader.last()).toContain('Wednesday, 11 November 2009, 10:30 (Baku, UTC+4; 06:30 UTC)');
    expect(reader.last()).not.toContain('9 November');
    expect(reader.last()).not.toContain('Another case');
    for (const day of ['2009-12-01', '2009-12-02', '2009-12-03']) {
      await addHearing(world, caseId, { date: day, time: null });
    }
    await addHearing(world, caseId, { date: null, time: null });
    await reader.says('/hearings');
    expect(reader.last()).toContain('Page 1 of 2');
    expect(reader.last()).toContain('time not yet known');
    await reader.taps('Next');
    expect(reader.last()).toContain('3 December 2009');
    expect(reader.last()).toContain(say('en', 'alert-postponed-no-date'));
  });

  it('counts a hearing as ahead until its day is over where the court is', async () => {
    const caseId = await addCase(world, 'donkey-bloggers', { en: 'The donkey bloggers' });
    await addHearing(world, caseId, { date: '2009-11-10', time: '10:00' });
    const reader = person(world, 'fa');
    await reader.starts('donkey-bloggers');
    await reader.taps(say('fa', 'button-follow'));
    world.clock.set('2009-11-10T19:59:59Z');
    await reader.says('/hearings');
    expect(reader.last()).toContain('دادگاه ناحیهٔ صابایل');
    world.clock.set('2009-11-10T20:00:00Z');
    await reader.says('/hearings');
    expect(reader.last()).toBe(say('fa', 'hearings-none-known'));
  });
});

describe('/language', () => {
  it('changes the language of everything that follows', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    await reader.says('/language');
    await reader.taps('Azərbaycanca');
    expect(reader.last()).toContain(say('az', 'language-set'));
    await reader.says('/help');
    expect(reader.last()).toBe(say('az', 'help-text'));
    const [row] = await world.db.select().from(subscribers);
    expect(row?.language).toBe('az');
  });
});

describe('/stop', () => {
  it('ends every follow and keeps the language', async () => {
    await addCase(world, 'one', { en: 'One' });
    const reader = person(world, 'fa');
    await reader.starts('one');
    await reader.taps(say('fa', 'button-follow'));
    await reader.says('/stop');
    expect(reader.last()).toBe(say('fa', 'stop-done'));
    expect(await world.db.$count(follows)).toBe(0);
    const [row] = await world.db.select().from(subscribers);
    expect(row?.language).toBe('fa');
    await reader.says('/stop');
    expect(reader.last()).toBe(say('fa', 'stop-nothing'));
  });
});

describe.each(['en', 'fa'] as const)('what is said in %s', (language) => {
  it('answers /privacy, /help, /discreet, and whatever it does not understand', async () => {
    const reader = person(world, language);
    await reader.starts();
    await reader.says('/privacy');
    expect(reader.last()).toContain(say(language, 'privacy-telegram'));
    await reader.says('/help');
    expect(reader.last()).toBe(say(language, 'help-text'));
    await reader.says('/discreet');
    expect(reader.last()).toContain(say(language, 'discreet-state', { state: 'off' }));
    await reader.says('What happens tomorrow?');
    expect(reader.last()).toBe(say(language, 'help-unknown-input'));
    await reader.says('/frobnicate');
    expect(reader.last()).toBe(say(language, 'help-unknown-command'));
    await reader.says('/HELP');
    expect(reader.last()).toBe(say(language, 'help-text'));
    await reader.says('x'.repeat(4000));
    expect(reader.last()).toBe(say(language, 'help-text-too-long', { limit: 1000 }));
  });
});

it('describes itself in every language before anybody starts it', async () => {
  const profile = () => world.standIn.bots()[0]?.profile as { descriptions: Record<string, string> };
  // English is what all other languages get, so it stands once.
  await expect.poll(() => Object.keys(profile().descriptions).length, { timeout: 5000 }).toBe(7);
  expect(Object.values(profile().descriptions)).toContain(
    translate('fa', 'bot-description', { campaign: 'Free the Donkeys' }),
  );
});

it('changes nothing about itself that already stands, since Telegram allows few changes', async () => {
  const published = () => publishProfile(world.transport, 'Free the Donkeys', new AbortController().signal);
  const changes = () => world.standIn.counts().setMyDescription?.accepted;
  await published();
  const before = changes();
  expect(await published()).toBe(true);
  expect(changes()).toBe(before);
  expect(await publishProfile(world.transport, 'Another name', new AbortController().signal)).toBe(true);
  expect(changes()).toBe((before ?? 0) + 7);
});

describe('the menu', () => {
  it('lists the commands of the place in the language of the app', async () => {
    const reader = person(world, 'fa');
    const foreign = person(world, 'ja');
    await reader.starts();
    await foreign.starts();
    const menu = () => world.standIn.commandsFor({ user: reader.id });
    await expect.poll(() => menu().length).toBe(12);
    expect(menu()[0]).toEqual({ command: 'start', description: translate('fa', 'command-start') });
    expect(menu().map(({ command }) => command)).not.toContain('follow');
    expect(world.standIn.commandsFor({ user: foreign.id })[0]?.description).toBe(
      translate('en', 'command-start'),
    );
  });
});

it('calls nothing that the Bot API refuses or does not know', async () => {
  const caseId = await addCase(world, 'one', { en: 'One' });
  await addHearing(world, caseId, { date: '2009-11-11', time: '10:30' });
  const reader = person(world, 'en');
  await reader.starts('one');
  await reader.taps('Follow');
  await reader.taps('Hearings');
  expect(world.standIn.refusals()).toEqual([]);
  expect(world.standIn.unknownParameters()).toEqual([]);
  expect(await world.db.select().from(subscribers).where(eq(subscribers.state, 'active'))).toHaveLength(1);
});
