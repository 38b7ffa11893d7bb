import { isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { calls, campaigns, hearingRevisions, persons, updates } from '../../../src/db/schema/index.ts';
import { type CaseId, newId, type PersonId } from '../../../src/domain/ids.ts';
import { addCase, addHearing, createWorld, person, say, settle, until, type World } from '../world.ts';

let world: World;
let caseId: CaseId;

interface Article {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly input_message_content: { readonly message_text: string };
  readonly reply_markup: { readonly inline_keyboard: { readonly text: string; readonly url: string }[][] };
}

beforeAll(async () => {
  world = await createWorld();
  await world.bot.start();
  caseId = await addCase(
    world,
    'donkey-bloggers',
    { en: 'The donkey bloggers', az: 'Eşşək bloqçuları', fa: 'وبلاگ‌نویسان خر' },
    { persons: [{ en: 'Adnan Hajizada', az: 'Adnan Hacızadə' }] },
  );
  await addHearing(world, caseId, { date: '2009-11-11', time: '10:30' });
  for (let i = 1; i <= 11; i++) await addCase(world, `case-${i}`, { en: `Case ${i}` });
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.db.update(campaigns).set({ inlineAllowed: true });
});

async function asks(user: number, query: string, offset = '') {
  const { queryId } = world.standIn.userAsksInline({ user, query, offset });
  await until(() => world.standIn.inlineAnswer({ queryId }) !== null);
  const answer = world.standIn.inlineAnswer({ queryId });
  const results = (answer?.results ?? []) as unknown as Article[];
  return { queryId, ...answer, results };
}

describe('a case that is asked for in any chat', () => {
  it('comes as a card of public facts, in the asker’s language, with a link into the bot', async () => {
    const { id } = person(world, 'az');
    const { results } = await asks(id, 'bloqcu');
    expect(results).toHaveLength(1);
    const [article] = results;
    expect(article).toMatchObject({
      title: 'Eşşək bloqçuları',
      reply_markup: {
        inline_keyboard: [
          [
            {
              text: say('az', 'button-open-in-bot'),
              url: 'https://t.me/bray_test_bot?start=donkey-bloggers',
            },
          ],
        ],
      },
    });
    expect(article?.description).toContain('10:30');
    expect(article?.input_message_content.message_text).toContain('Adnan Hacızadə');
    // Whoever reads it elsewhere, later, must not take the date for certain.
    expect(article?.input_message_content.message_text).toContain(
      say('az', 'hearing-checked', { date: '' }).split('.')[0],
    );
    // Whoever asks has never started the bot: nothing is written to them, and nothing of the query is kept.
    expect(world.standIn.messages({ chat: id })).toEqual([]);
    await settle(world);
    for (const row of await world.db.select().from(updates)) {
      expect(row).toMatchObject({ sealed: null, chatIndex: null });
    }
    expect(await world.db.$count(calls)).toBe(0);
  });

  it('is told in the language that a follower chose, and not that they follow it', async () => {
    const reader = person(world, 'en');
    await reader.starts('donkey-bloggers');
    await reader.taps('فارسی');
    await reader.taps(say('fa', 'button-follow'));
    const { results, cacheTime, isPersonal } = await asks(reader.id, 'DONKEY');
    expect(results[0]?.title).toBe('وبلاگ‌نویسان خر');
    expect(results[0]?.input_message_content.message_text).not.toContain(say('fa', 'case-already-followed'));
    // Another asker would get this language, and this evening's hour tomorrow.
    expect({ cacheTime, isPersonal }).toEqual({ cacheTime: 0, isPersonal: true });
  });

  it('is found by the name of whoever is on trial, in any language and spelling, and never by a name that is kept from readers', async () => {
    const { id } = person(world, 'en');
    const titles = async (query: string) => (await asks(id, query)).results.map(({ title }) => title);
    await world.db.insert(persons).values({
      id: newId<PersonId>(),
      caseId,
      position: 1,
      name: { en: 'Leyla Aliyeva' },
      shownAs: 'minor',
    });
    expect(await titles('hajizada')).toEqual(['The donkey bloggers']);
    expect(await titles('ADNAN HACIZAD')).toEqual(['The donkey bloggers']);
    expect(await titles('aliyeva')).toEqual([]);
    expect(await titles('minor')).toEqual([]);
  });

  it('is one of a list that goes on where it broke off', async () => {
    const { id } = person(world, 'en');
    const first = await asks(id, '');
    expect(first.results).toHaveLength(10);
    expect(first.nextOffset).toBe('10');
    const rest = await asks(id, '', '10');
    expect(rest.results).toHaveLength(2);
    expect(rest.nextOffset).toBe('');
    expect((await asks(id, 'nothing like that')).results).toEqual([]);
    expect((await asks(id, '', '-1; drop table cases')).results).toHaveLength(10);
  });

  it('is tried again, not at once, when answering throws, and holds up nobody', async () => {
    await world.db.update(hearingRevisions).set({ zone: 'Asia/Nowhere' });
    const reader = person(world, 'en');
    const { queryId } = world.standIn.userAsksInline({ user: reader.id, query: 'donkey', offset: '' });
    await until(async () => (await world.db.$count(updates, isNotNull(updates.fault))) === 1);
    await reader.says('/help');
    // The help says how it is done, as long as it is switched on.
    expect(reader.last()).toBe(
      `${say('en', 'help-text')}\n\n${say('en', 'help-inline', { bot: '@bray_test_bot' })}`,
    );
    const [failed] = await world.db.select().from(updates).where(isNotNull(updates.fault));
    expect(failed).toMatchObject({ attempts: 1, fault: 'RangeError', handledAt: null });
    expect(reader.sees()).toHaveLength(1);
    await world.db.update(hearingRevisions).set({ zone: 'Asia/Baku' });
    world.advance({ seconds: 1 });
    await until(() => world.standIn.inlineAnswer({ queryId }) !== null);
  });

  it('leads back when it was sent, and the bot says nothing to it in its own chat', async () => {
    const reader = person(world, 'en');
    await reader.starts();
    const { queryId, results } = await asks(reader.id, 'donkey');
    const before = reader.sees().length;
    world.standIn.userChoosesInline({ user: reader.id, queryId, resultId: results[0]?.id ?? '' });
    await settle(world);
    expect(reader.sees().length).toBe(before);
    const url = results[0]?.reply_markup.inline_keyboard[0]?.[0]?.url ?? '';
    await reader.starts(new URL(url).searchParams.get('start') ?? '');
    expect(reader.last()).toContain('The donkey bloggers (Azerbaijan)');
  });

  it('is not there until the campaign switches it on; the asker’s app does not wait all the same', async () => {
    await world.db.update(campaigns).set({ inlineAllowed: false });
    const { id } = person(world, 'en');
    expect((await asks(id, 'donkey')).results).toEqual([]);
    expect(world.standIn.unknownParameters()).toEqual([]);
    expect(world.standIn.refusals({})).toEqual([]);
  });
});
