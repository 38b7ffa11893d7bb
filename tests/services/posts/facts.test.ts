import { afterAll, beforeAll, expect, test } from 'vitest';
import { persons } from '../../../src/db/schema/index.ts';
import { newId, type PersonId, type PostId } from '../../../src/domain/ids.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { readPost } from '../../../src/services/posts/read.ts';
import { reviewText } from '../../../src/services/posts/review.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { must } from '../../helpers/must.ts';

let campaign: TestCampaign;
let author: TestStaff;

beforeAll(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author'], { reads: ['en', 'ru', 'az'] });
  const names = [
    { en: 'Emin Milli', az: 'Emin Milli', ru: 'Эмин Милли' },
    { en: 'Adnan Hacızadə', az: 'Adnan Hacızadə', ru: 'Аднан Гаджизаде' },
  ];
  await campaign.db
    .insert(persons)
    .values(
      names.map((name, position) => ({ id: newId<PersonId>(), caseId: campaign.caseId, position, name })),
    );
});
afterAll(() => campaign.close());

async function write(text: string): Promise<PostId> {
  const { caseId } = campaign;
  const post = { caseId, sourceLanguage: 'en', text, notBefore: null, notAfter: null } as const;
  return must(await createPost(author.ctx, post)).postId;
}

/** What came of a translation into Russian of a post of one paragraph. */
async function translated(source: string, text: string) {
  const postId = await write(source);
  const edited = await editPost(author.ctx, { postId, language: 'ru', text: [{ source, text }] });
  if (!edited.ok) return edited.refusal;
  const post = await readPost(author.ctx, postId);
  return post?.translations.find(({ language }) => language === 'ru')?.paragraphs?.[0]?.text;
}

test('a day of the week beside a date is locked, in whatever case it stands, and owed', async () => {
  const source = 'The court sits on Wednesday, 11 November 2009.';
  expect(await translated(source, 'Суд заседает в среду, 11 ноября 2009 года.')).toBe(
    'Суд заседает в {среда|среду}, {11 ноября 2009 года}.',
  );
  expect(await translated(source, 'Суд заседает 11 ноября 2009 года.')).toMatchObject({
    code: 'facts-differ',
    lost: ['среда'],
  });
  expect(await translated(source, 'Суд заседает в четверг, 11 ноября 2009 года.')).toMatchObject({
    code: 'facts-differ',
    lost: ['среда'],
    contradicting: ['четверг, 11 ноября 2009 года'],
  });
});

test('two days that changed places are seen though none is lost', async () => {
  const source = 'Not on Wednesday, 11 November, but on Thursday, 12 November.';
  expect(await translated(source, 'Не в четверг, 11 ноября, а в среду, 12 ноября.')).toMatchObject({
    code: 'facts-differ',
    lost: [],
    contradicting: ['четверг, 11 ноября', 'среду, 12 ноября'],
  });
});

test('a day of the week beside no date may be said otherwise, but not be another', async () => {
  const source = 'The Sunday papers wrote of it on Friday.';
  expect(await translated(source, 'В тот день об этом писали воскресные газеты.')).toMatch(/газеты/);
  expect(await translated(source, 'Об этом писали в субботу.')).toMatchObject({
    lost: ['воскресенье', 'пятница'],
  });
});

test('somebody of the case is the same by the surname, which is owed only where another stands in its place', async () => {
  const source = 'Emin Milli and Adnan Hacızadə were heard. Then Milli was released.';
  const heard = 'Эмина Милли и Аднана Гаджизаде заслушали.';
  expect(await translated(source, `${heard} Милли отпустили.`)).toBe(
    '{Эмин Милли|Эмина Милли} и {Аднан Гаджизаде|Аднана Гаджизаде} заслушали. {Милли} отпустили.',
  );
  expect(await translated(source, `${heard} Его отпустили.`)).toMatch(/Его отпустили/);
  expect(await translated(source, `${heard} Гаджизаде отпустили.`)).toMatchObject({ lost: ['Милли'] });
  expect(await translated('Emin Milli was heard.', 'Заслушали Милли.')).toBe('Заслушали {Эмин Милли|Милли}.');
  // The parliament is nobody.
  expect(await translated('They wrote to the Milli Məclis.', 'Они написали Гаджизаде.')).toMatch(/Гаджизаде/);
});

test('a source that gives a date another day of the week is named to whoever decides on it, and keeps nobody from translating', async () => {
  const source = 'The court sits on Thursday, 11 November 2009.';
  expect(await translated(source, 'Суд заседает в четверг, 11 ноября 2009 года.')).toMatch(/\{четверг\}/);
  const postId = await write(source);
  expect((await reviewText(author.ctx, { postId, language: 'en' }))?.facts).toEqual({
    lost: [],
    doubled: [],
    altered: [],
    contradicting: ['Thursday, 11 November 2009'],
  });
  const right = await write('The court sits on Wednesday, 11 November 2009.');
  expect((await reviewText(author.ctx, { postId: right, language: 'en' }))?.facts).toBe(null);
});
