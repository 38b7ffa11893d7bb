import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries, campaigns, deliveries, subscribers } from '../../../src/db/schema/index.ts';
import { languages } from '../../../src/domain/language.ts';
import { quietChoices } from '../../../src/domain/quiet-hours.ts';
import { addCase, broadcast, createWorld, person, say, seen, settle, type World } from '../world.ts';

let world: World;

beforeEach(async () => {
  // One o'clock at night in Baku.
  world = await createWorld({ clockAt: '2009-11-10T21:00:00Z' });
  await world.bot.start();
});
afterEach(() => world.end());

const spans = {
  en: '22:00–08:00',
  fa: 'از ۲۲:۰۰ تا ۸:۰۰',
} as const;

describe.each(['en', 'fa'] as const)('quiet hours in %s', (language) => {
  it('are shown as they are, chosen by a button, and count from then on', async () => {
    const caseId = await addCase(world, 'a-case', { en: 'A case' });
    const reader = person(world, language);
    await reader.starts('a-case');
    await reader.taps(say(language, 'button-follow'));
    await reader.says('/quiet');
    expect(reader.last()).toBe(
      `${say(language, 'quiet-explain')}\n\n${say(language, 'quiet-state-campaign-none')}`,
    );
    expect(reader.buttons()).toHaveLength(quietChoices.length);
    expect(reader.buttons()[0]).toBe(`✓ ${say(language, 'button-quiet-campaign')}`);

    await broadcast(world, caseId, 'Before.');
    await reader.taps(spans[language]);
    expect(reader.last()).toBe(
      `${say(language, 'quiet-state-own', { hours: spans[language] })}\n\n${say(language, 'quiet-set')}`,
    );
    expect(reader.buttons().filter((label) => label.startsWith('✓'))).toEqual([`✓ ${spans[language]}`]);
    await broadcast(world, caseId, 'After.');
    const due = (await world.db.select().from(deliveries)).map(({ dueAt }) => dueAt.toString()).toSorted();
    expect(due).toEqual(['2009-11-10T21:00:00Z', '2009-11-11T04:00:00Z']);

    const [entry] = (await world.db.select().from(auditEntries)).filter(
      ({ verb }) => verb === 'subscribers/set-quiet-hours',
    );
    expect(entry).toMatchObject({ actor: null, subjectId: null, details: { choice: '22-08' } });
    await reader.says('/forget');
    await reader.taps(say(language, 'button-forget'));
    expect(reader.last()).toContain(say(language, 'forget-done-quiet'));
  });
});

it('whoever has not chosen is told of the hours of the campaign, and of none when they choose none', async () => {
  await world.db.update(campaigns).set({ quietHours: '23-09' });
  const reader = person(world, 'en');
  await reader.says('/quiet');
  expect(reader.last()).toContain(say('en', 'quiet-state-campaign', { hours: '23:00–09:00' }));
  expect(await world.db.$count(subscribers)).toBe(0);
  await reader.taps(say('en', 'button-quiet-off'));
  expect(reader.last()).toContain(say('en', 'quiet-state-off'));
  await reader.says('/quiet');
  expect(reader.last()).toContain(say('en', 'quiet-state-off'));
});

it('are chosen in a private chat only, and named in every language’s help', async () => {
  const owner = world.standIn.createUser({ languageCode: 'en' }).id;
  const group = world.standIn.createGroup({ owner, members: [world.identity.id] }).id;
  world.standIn.userSends({ user: owner, chat: group, text: '/quiet@bray_test_bot' });
  await settle(world);
  expect(seen(world, group)).toEqual([say('en', 'private-only')]);
  for (const language of languages) expect(say(language, 'help-text')).toContain('/quiet');
});
