import { and, eq, isNull } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { approvals, translations } from '../../src/db/schema/index.ts';
import type { PostId } from '../../src/domain/ids.ts';
import { addMedia } from '../../src/services/media/add.ts';
import { duePosts, nextPostDue } from '../../src/services/posts/due.ts';
import { publishPost } from '../../src/services/posts/publish.ts';
import { plannedDeliveries } from '../helpers/deliveries.ts';
import { must } from '../helpers/must.ts';
import { type Answer, type ApiWorld, apiWorld, type Client } from './world.ts';

interface PostBody {
  readonly id: PostId;
  readonly state: string;
  readonly translations: readonly {
    readonly language: string;
    readonly version: number;
    readonly state: string;
    readonly check: string;
  }[];
}

describe('the life of a post over HTTP', () => {
  let world: ApiWorld;
  let author: Client;
  let translator: Client;
  /** Reads Azerbaijani and English. */
  let approver: Client;
  /** Reads Persian. */
  let persian: Client;

  beforeEach(async () => {
    world = await apiWorld();
    author = await world.client(await world.staff(['author', 'approver']));
    translator = await world.client(await world.staff(['translator', 'approver']));
    approver = await world.client(await world.staff(['approver'], { reads: ['az', 'en'] }));
    persian = await world.client(await world.staff(['approver'], { reads: ['fa'] }));
  });
  afterEach(() => world.close());

  const at = (id: string, language: string, what = '') => `/posts/${id}/translations/${language}${what}`;

  async function write(more: object = {}): Promise<PostId> {
    const made = await author.post('/posts', {
      caseId: world.caseId,
      sourceLanguage: 'az',
      text: 'Məhkəmə **bu gün** oldu.',
      ...more,
    });
    expect(made.status).toBe(201);
    const { id } = made.read<PostBody>();
    expect(made.headers.get('location')).toBe(`/api/admin/posts/${id}`);
    return id;
  }

  async function stateOf(id: string, language: string) {
    const { translations: texts } = (await author.get(`/posts/${id}`)).read<PostBody>();
    const text = texts.find((one) => one.language === language);
    if (text === undefined) throw new Error(`no text in ${language}`);
    return text;
  }

  async function decide(id: string, language: string, by: Client, decision = 'approved'): Promise<Answer> {
    const { version } = await stateOf(id, language);
    return by.post(at(id, language, '/approvals'), { version, decision });
  }

  async function approve(id: string, language: string, by: Client = approver): Promise<void> {
    expect((await author.post(at(id, language, '/submissions'))).status).toBe(201);
    const decided = await decide(id, language, by);
    expect(decided).toMatchObject({ status: 201, json: { state: 'approved', language } });
  }

  test('az first, en next, fa late: each reader gets the best there is, once, and fa waits alone', async () => {
    await world.followers('az', 2);
    await world.followers('tr', 1);
    await world.followers('en', 1);
    await world.followers('fa', 2);
    const id = await write();
    expect((await translator.put(at(id, 'en'), { text: 'The court sat today.' })).json).toMatchObject({
      version: 1,
    });
    await translator.put(at(id, 'fa'), { text: 'دادگاه امروز برگزار شد.' });
    await approve(id, 'az');
    await approve(id, 'en');

    const published = await publishPost(world.job, id);
    expect(published.published.toSorted()).toEqual(['az', 'en']);
    const first = await plannedDeliveries(world);
    expect(first.map(({ reader, textLanguage }) => `${reader}<-${textLanguage}`)).toEqual([
      'az<-az',
      'az<-az',
      'en<-en',
      'tr<-az',
    ]);
    expect(first.find(({ reader }) => reader === 'az')?.text).toContain('Məhkəmə bu gün oldu.');

    await approve(id, 'fa', persian);
    await publishPost(world.job, id);
    const all = await plannedDeliveries(world);
    expect(all.filter(({ reader }) => reader === 'fa').map(({ textLanguage }) => textLanguage)).toEqual([
      'fa',
      'fa',
    ]);
    expect(all).toHaveLength(6);
    expect((await author.get(`/posts/${id}`)).json).toMatchObject({
      state: 'published',
      sourceLanguage: 'az',
    });
  });

  test('nobody decides on their own text, on one they edited last, or in a language they do not read', async () => {
    const id = await write();
    await translator.put(at(id, 'en'), { text: 'The court sat today.' });
    await translator.put(at(id, 'fa'), { text: 'دادگاه امروز برگزار شد.' });
    for (const language of ['az', 'en', 'fa']) await author.post(at(id, language, '/submissions'));

    const own = await decide(id, 'az', author);
    expect(own).toMatchObject({ status: 403, json: { code: 'own-text', remedy: expect.any(String) } });
    expect(own.headers.get('content-type')).toBe('application/problem+json');
    // The author of a post decides on none of its languages, whoever translated them.
    expect((await decide(id, 'en', author)).json).toMatchObject({ code: 'own-text' });
    expect((await decide(id, 'en', translator)).json).toMatchObject({ code: 'own-edit' });
    expect((await decide(id, 'fa', approver)).json).toMatchObject({
      code: 'language-not-read',
      detail: expect.stringContaining('"fa"'),
    });
    for (const language of ['az', 'en', 'fa']) {
      expect(await stateOf(id, language)).toMatchObject({ state: 'in_review' });
    }
    expect(await world.db.select().from(approvals)).toEqual([]);
  });

  test('an edit voids the approval, makes other languages stale, and nothing goes out', async () => {
    await world.followers('az', 1);
    const id = await write();
    await translator.put(at(id, 'en'), { text: 'The court sat today.' });
    await approve(id, 'az');
    expect((await author.put(at(id, 'az'), { text: 'Məhkəmə dünən oldu.' })).json).toMatchObject({
      version: 2,
    });
    expect(await stateOf(id, 'az')).toMatchObject({ state: 'draft' });
    expect(await stateOf(id, 'en')).toMatchObject({ check: 'stale' });
    expect(await world.db.select().from(approvals).where(isNull(approvals.voidedAt))).toEqual([]);
    expect(await duePosts(world.job)).toEqual([]);
    expect(await publishPost(world.job, id)).toMatchObject({ published: [], deliveries: 0 });
    expect(await plannedDeliveries(world)).toEqual([]);
  });

  test('a decision counts for the version that was read and for no other', async () => {
    const id = await write();
    await author.put(at(id, 'az'), { text: 'Məhkəmə sabah olacaq.' });
    await author.post(at(id, 'az', '/submissions'));
    const late = await approver.post(at(id, 'az', '/approvals'), { version: 1, decision: 'approved' });
    expect(late).toMatchObject({ status: 409, json: { code: 'changed-since' } });
    expect((await decide(id, 'az', approver)).status).toBe(201);
    expect(await decide(id, 'az', translator)).toMatchObject({
      status: 409,
      json: { code: 'already-decided', detail: 'It is "approved".' },
    });
  });

  test('an edit made from an old version does not overwrite what somebody else wrote since', async () => {
    const id = await write();
    const one = (await author.get(at(id, 'az'))).headers.get('etag') ?? '';
    expect(one).toBe('"1"');
    const edited = await translator.put(at(id, 'az'), { text: 'Bir.' }, { 'If-Match': one });
    expect([edited.status, edited.headers.get('etag')]).toEqual([200, '"2"']);
    const late = await author.put(at(id, 'az'), { text: 'İki.' }, { 'If-Match': one });
    expect(late).toMatchObject({ status: 412, json: { code: 'precondition-failed' } });
    const fresh = { 'If-None-Match': '*' };
    expect((await author.put(at(id, 'en'), { text: 'One.' }, fresh)).status).toBe(200);
    expect((await translator.put(at(id, 'en'), { text: 'Two.' }, fresh)).status).toBe(412);
    expect((await author.get(at(id, 'en'))).json).toMatchObject({ text: 'One.', version: 1 });
    expect((await translator.put(at(id, 'fr'), { text: 'Un.' }, { 'If-Match': '*' })).status).toBe(412);
  });

  test('a rejected text goes back to its author; its readers wait for it', async () => {
    await world.followers('fa', 1);
    await world.followers('en', 1);
    const id = await write();
    await translator.put(at(id, 'en'), { text: 'The court sat today.' });
    await translator.put(at(id, 'fa'), { text: 'دادگاه امروز.' });
    await author.post(at(id, 'fa', '/submissions'));
    expect((await decide(id, 'fa', persian, 'rejected')).json).toMatchObject({ state: 'rejected' });
    await approve(id, 'en');
    await publishPost(world.job, id);
    expect((await plannedDeliveries(world)).map(({ reader }) => reader)).toEqual(['en']);

    await translator.put(at(id, 'fa'), { text: 'دادگاه امروز برگزار شد.' });
    await approve(id, 'fa', persian);
    await publishPost(world.job, id);
    expect(
      (await plannedDeliveries(world)).map(({ reader, textLanguage }) => [reader, textLanguage]),
    ).toEqual([
      ['en', 'en'],
      ['fa', 'fa'],
    ]);
  });

  test('a withdrawn text frees its readers for the next language that they read', async () => {
    await world.followers('fa', 1);
    const id = await write();
    await translator.put(at(id, 'en'), { text: 'The court sat today.' });
    await translator.put(at(id, 'fa'), { text: 'دادگاه امروز برگزار شد.' });
    await approve(id, 'en');
    await publishPost(world.job, id);
    expect(await plannedDeliveries(world)).toEqual([]);
    expect((await author.post(at(id, 'fa', '/withdrawals'))).json).toMatchObject({ state: 'withdrawn' });
    expect(
      (await plannedDeliveries(world)).map(({ reader, textLanguage }) => [reader, textLanguage]),
    ).toEqual([['fa', 'en']]);
    expect(await author.post(at(id, 'en', '/withdrawals'))).toMatchObject({
      status: 409,
      json: { code: 'not-withdrawable' },
    });
    expect(await author.put(at(id, 'en'), { text: 'Other words.' })).toMatchObject({
      status: 409,
      json: { code: 'not-editable' },
    });
  });

  test('what waits for whoever asks is told: to decide on, to go on with, and words for an image that are owed', async () => {
    const waiting = async (by: Client) => (await by.get('/waiting')).read<Record<string, unknown[]>>();
    const writer = await world.staff(['author']);
    const own = await world.client(writer);
    const upload = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const { mediaId } = must(await addMedia(writer.ctx, { upload }));
    const made = await own.post('/posts', {
      caseId: world.caseId,
      sourceLanguage: 'az',
      text: 'Məhkəmə oldu.',
      mediaId,
    });
    const { id: postId } = made.read<PostBody>();
    const nothing = {
      texts: [],
      hearings: [],
      incidents: [],
      cases: [],
      reserve: null,
      own: [],
      drafts: [],
      undescribed: [],
      heldByBot: null,
    };
    const text = {
      postId,
      language: 'az',
      caseName: { en: 'The donkey bloggers' },
      again: false,
      approvals: null,
    };
    const since = world.clock.now().toString();
    expect(await waiting(own)).toMatchObject({ ...nothing, drafts: [{ ...text, since, state: 'draft' }] });
    expect((await own.post(at(postId, 'az', '/submissions'), { deferAlt: true })).status).toBe(201);
    const inReview = [{ ...text, since, state: 'in_review' }];
    expect(await waiting(own)).toMatchObject({ ...nothing, own: inReview, undescribed: inReview });
    expect(await waiting(approver)).toMatchObject({ ...nothing, texts: inReview });
    expect(await waiting(persian)).toEqual(nothing);

    expect((await decide(postId, 'az', approver)).status).toBe(201);
    await publishPost(world.job, postId);
    expect(await waiting(own)).toMatchObject({ ...nothing, undescribed: [{ ...text, state: 'published' }] });
    const settled = await own.post(at(postId, 'az', '/alt-settlements'));
    expect(settled).toMatchObject({ status: 201, json: { altSettledAt: since } });
    expect(await waiting(own)).toEqual(nothing);
    expect(await own.post(at(postId, 'az', '/alt-settlements'))).toMatchObject({
      status: 409,
      json: { code: 'alt-not-owed' },
    });
  });

  test('a row changed by hand publishes nothing', async () => {
    await world.followers('az', 1);
    const here = (id: PostId) => and(eq(translations.postId, id), eq(translations.language, 'az'));

    const jumped = await write();
    await world.db.update(translations).set({ state: 'approved' }).where(here(jumped));
    expect(await publishPost(world.job, jumped)).toMatchObject({ published: [], unapproved: ['az'] });

    const reworded = await write();
    await approve(reworded, 'az');
    await world.db.update(translations).set({ text: 'Başqa sözlər.' }).where(here(reworded));
    expect(await publishPost(world.job, reworded)).toMatchObject({ published: [], unapproved: ['az'] });
    expect(await stateOf(reworded, 'az')).toMatchObject({ state: 'draft' });

    expect(await plannedDeliveries(world)).toEqual([]);
  });

  test('goes out when its window opens, and not once it has closed', async () => {
    await world.followers('az', 1);
    const id = await write({
      notBefore: '2009-11-11T09:00[Asia/Baku]',
      notAfter: '2009-11-11T08:00:00Z',
    });
    const over = await write({ notAfter: '2009-11-11T00:00:00Z' });
    await approve(id, 'az');
    await author.post(at(over, 'az', '/submissions'));
    expect(await duePosts(world.job)).toEqual([id]);
    await publishPost(world.job, id);
    expect(await stateOf(id, 'az')).toMatchObject({ state: 'scheduled' });
    expect(await duePosts(world.job)).toEqual([]);
    expect((await nextPostDue(world.job))?.toString()).toBe('2009-11-11T00:00:00Z');

    world.clock.set('2009-11-11T05:00:00Z');
    expect((await duePosts(world.job)).toSorted()).toEqual([id, over].toSorted());
    await publishPost(world.job, id);
    await publishPost(world.job, over);
    expect(await stateOf(id, 'az')).toMatchObject({ state: 'published' });
    expect(await stateOf(over, 'az')).toMatchObject({ state: 'expired' });
    expect(await plannedDeliveries(world)).toHaveLength(1);
    expect(await decide(over, 'az', approver)).toMatchObject({ status: 409 });
  });

  test('is listed newest first, a page at a time', async () => {
    const ids: PostId[] = [];
    for (let i = 0; i < 3; i++) ids.unshift(await write());
    interface Page {
      readonly items: readonly PostBody[];
      readonly next: string | null;
    }
    const first = (await author.get('/posts?limit=2')).read<Page>();
    const second = (await author.get(`/posts?limit=2&before=${first.next}`)).read<Page>();
    const listed = [...first.items, ...second.items].map((post) => post.id);
    expect(listed).toEqual(ids.toSorted().toReversed());
    expect(first.items).toHaveLength(2);
    expect(second.next).toBeNull();
  });
});

describe('a post is refused, with the reason,', () => {
  let world: ApiWorld;
  let author: Client;

  beforeAll(async () => {
    world = await apiWorld();
    author = await world.client(await world.staff(['author']));
  });
  afterAll(() => world.close());

  test.each([
    ['no text', { text: '' }, 'no-text'],
    ['nothing that would be seen', { text: ' \u200b\n' }, 'no-text'],
    ['one word of 6000 characters', { text: 'a'.repeat(6_000) }, 'text-too-long'],
    ['HTML', { text: 'One\n\n<script>alert(1)</script>' }, 'text-unreadable'],
    ['half of a character', { text: 'A\ud83d' }, 'text-unreadable'],
    ['a start in the past', { notBefore: '2009-11-01T00:00:00Z' }, 'start-past'],
    [
      'an account that there is not',
      { accountIds: ['018e0000-0000-7000-8000-000000000000'] },
      'account-unknown',
    ],
    ['a window that is over', { notAfter: '2009-11-01T00:00:00Z' }, 'window-past'],
    [
      'a window that never opens',
      { notBefore: '2009-12-02T00:00:00Z', notAfter: '2009-12-01T00:00:00Z' },
      'window-empty',
    ],
    ['a wall time that the clocks skip', { notBefore: '2010-03-28T04:30[Asia/Baku]' }, 'input-invalid'],
    ['an unknown case', { caseId: '018e0000-0000-7000-8000-000000000000' }, 'case-unknown'],
  ])('for %s', async (_, wrong, code) => {
    const answer = await author.post('/posts', {
      caseId: world.caseId,
      sourceLanguage: 'en',
      text: 'The court sat today.',
      ...wrong,
    });
    expect(answer.json).toMatchObject({ code, remedy: expect.any(String) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect((await author.get('/posts')).json).toEqual({ items: [], next: null });
  });

  test('line by line', async () => {
    const answer = await author.post('/posts', {
      caseId: world.caseId,
      sourceLanguage: 'en',
      text: '# Heading\n\nText\n\n> quoted',
    });
    expect(answer.json).toMatchObject({
      code: 'text-unreadable',
      errors: [
        { field: 'text', line: 1 },
        { field: 'text', line: 5 },
      ],
    });
  });
});
