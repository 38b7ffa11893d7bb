import { afterAll, beforeAll, expect, test } from 'vitest';
import { messages, persons } from '../../../src/db/schema/index.ts';
import { cardAlt } from '../../../src/domain/card.ts';
import { type CaseId, newId, type PersonId, type PostId } from '../../../src/domain/ids.ts';
import type { Language } from '../../../src/domain/language.ts';
import type { Result } from '../../../src/domain/result.ts';
import type { WantedCard } from '../../../src/services/cards/of.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { readPost } from '../../../src/services/posts/read.ts';
import { setPostCard } from '../../../src/services/posts/set-card.ts';
import { setPostPhoto } from '../../../src/services/posts/set-photo.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { announce, change, type Pair, pair } from '../../helpers/hearing.ts';
import { happens } from '../../helpers/incident.ts';

let campaign: TestCampaign;
let author: TestStaff;
let approver: TestStaff;
let two: Pair;
let quote: Extract<WantedCard, { of: 'quote' }>;

beforeAll(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author']);
  approver = await campaign.staff(['approver']);
  two = await pair(campaign);
  quote = {
    of: 'quote',
    words: { en: 'We only made a video.', fa: 'ما فقط یک ویدیو ساختیم.' },
    who: { en: 'Emin Milli' },
    source: 'RFE/RL',
  };
  await campaign.followers('en', 1);
  await campaign.followers('fa', 1);
});
afterAll(() => campaign.close());

function must<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function write(caseId: CaseId = campaign.caseId): Promise<PostId> {
  const text = { caseId, sourceLanguage: 'en', text: 'The court sat.' } as const;
  const { postId } = must(await createPost(author.ctx, { ...text, notBefore: null, notAfter: null }));
  must(await editPost(author.ctx, { postId, language: 'fa', text: 'دادگاه تشکیل شد.' }));
  return postId;
}

async function textOf(postId: PostId, language: Language) {
  const post = await readPost(campaign.job, postId);
  const found = post?.translations.find((text) => text.language === language);
  if (found === undefined) throw new Error('no text');
  return found;
}

async function approve(postId: PostId, language: Language): Promise<void> {
  must(await submitPost(author.ctx, { postId, language }));
  const { id: translationId, version } = await textOf(postId, language);
  must(await decidePost(approver.ctx, { translationId, version, decision: 'approved' }));
}

test('of a hearing goes out in each language with its own words, for who sees it and for who does not', async () => {
  const hearingId = await announce(campaign, two, {
    court: { en: 'Sabail District Court', fa: 'دادگاه ناحیهٔ سابایل' },
  });
  const postId = await write();
  expect(must(await setPostCard(author.ctx, { postId, card: { of: 'hearing', hearingId } }))).toEqual({
    voided: 0,
  });
  const [en, fa] = [await textOf(postId, 'en'), await textOf(postId, 'fa')];
  expect(en.alt).toMatch(
    /^Verdict\. The donkey bloggers\..*11 November 2009, 15:00.*Sabail District Court\. Source: RFE\/RL\.$/,
  );
  expect(fa.alt).toMatch(/۱۱ نوامبر ۲۰۰۹.*دادگاه ناحیهٔ سابایل/);
  expect(en.cardId).not.toBe(fa.cardId);
  await approve(postId, 'en');
  await approve(postId, 'fa');
  const { published } = await publishPost(campaign.job, postId);
  expect(published.toSorted()).toEqual(['en', 'fa']);
  const sent = await campaign.db.select().from(messages);
  const carried = sent.map(({ language, payload }) => [language, payload.photo?.mediaId]);
  expect(carried).toContainEqual(['en', en.cardId]);
  expect(carried).toContainEqual(['fa', fa.cardId]);
});

test.each([
  ['which card it is', 'update translations set card_id = $1 where id = $2'],
  [
    'that it is a card',
    'update posts set card = null, media_id = $1 where id = (select post_id from translations where id = $2)',
  ],
])('is not published when somebody changes by hand %s', async (_, statement) => {
  const other = await write();
  must(
    await setPostCard(author.ctx, {
      postId: other,
      card: { ...quote, words: { en: 'Another.', fa: 'دیگری.' } },
    }),
  );
  const postId = await write();
  must(await setPostCard(author.ctx, { postId, card: quote }));
  await approve(postId, 'en');
  const { cardId } = await textOf(other, 'en');
  await campaign.sql.unsafe(statement, [cardId, (await textOf(postId, 'en')).id]);
  expect(await publishPost(campaign.job, postId)).toMatchObject({ published: [], unapproved: ['en'] });
});

test('is not submitted once other facts are in effect, nor with a text that was written since', async () => {
  const hearingId = await announce(campaign, two, { localDate: '2009-11-13' });
  const postId = await write();
  must(await setPostCard(author.ctx, { postId, card: { of: 'hearing', hearingId } }));
  must(await editPost(author.ctx, { postId, language: 'de', text: 'Das Gericht tagte.' }));
  expect(await submitPost(author.ctx, { postId, language: 'de' })).toMatchObject({
    refusal: { code: 'card-missing', language: 'de' },
  });
  await change(two, hearingId, 1, { localDate: '2009-11-13', localTime: '10:30' });
  expect(await submitPost(author.ctx, { postId, language: 'en' })).toMatchObject({
    refusal: { code: 'card-outdated' },
  });
  must(await setPostCard(author.ctx, { postId, card: { of: 'hearing', hearingId } }));
  expect((await textOf(postId, 'en')).alt).toContain('10:30');
  must(await submitPost(author.ctx, { postId, language: 'de' }));
});

test('of facts that are past is neither approved nor published, and nobody who did not have it gets it', async () => {
  const hearingId = await announce(campaign, two, { localDate: '2009-11-16' });
  const postId = await write();
  must(await setPostCard(author.ctx, { postId, card: { of: 'hearing', hearingId } }));
  await approve(postId, 'en');
  must(await submitPost(author.ctx, { postId, language: 'fa' }));
  await change(two, hearingId, 1, { localDate: '2009-11-16', localTime: '10:30' });
  const { id: translationId, version } = await textOf(postId, 'fa');
  const decide = (decision: 'approved' | 'rejected') =>
    decidePost(approver.ctx, { translationId, version, decision });
  expect(await decide('approved')).toMatchObject({ refusal: { code: 'card-outdated' } });
  must(await decide('rejected'));
  const calls = () => campaign.sql`select 1 from calls where purpose = 'notice'`;
  const before = (await calls()).length;
  await campaign.staff(['author'], { linked: true });
  expect(await publishPost(campaign.job, postId)).toMatchObject({
    published: [],
    unapproved: ['en'],
    deliveries: 0,
  });
  expect((await textOf(postId, 'en')).state).toBe('draft');
  expect((await calls()).length).toBeGreaterThan(before);
});

test('shows only what is in effect, and of its own case', async () => {
  const elsewhere = await campaign.addCase('another-case');
  const [hearingId, postId] = [await announce(campaign, two), await write(elsewhere)];
  const set = (card: WantedCard) => setPostCard(author.ctx, { postId, card });
  expect(await set({ of: 'hearing', hearingId })).toMatchObject({ refusal: { code: 'hearing-unknown' } });
  expect(await set({ of: 'hearing', hearingId: newId() })).toMatchObject({
    refusal: { code: 'hearing-unknown' },
  });
  const incidentId = await happens(campaign, two);
  expect(await set({ of: 'incident', incidentId })).toMatchObject({ refusal: { code: 'incident-unknown' } });
  const own = await write();
  await campaign.sql`update incident_revisions set sources = '["somebody else"]' where incident_id = ${incidentId}`;
  expect(await setPostCard(author.ctx, { postId: own, card: { of: 'incident', incidentId } })).toMatchObject({
    refusal: { code: 'facts-not-in-effect' },
  });
});

test('of an incident tells what happened and how sure it is', async () => {
  const incidentId = await happens(campaign, two);
  const postId = await write();
  must(await setPostCard(author.ctx, { postId, card: { of: 'incident', incidentId } }));
  expect((await textOf(postId, 'en')).alt).toMatch(
    /^Arrest: The donkey bloggers\. Two men were taken away by the police\. .*8 July 2009.* Reported by IRFS\. We do not know more yet\.$/,
  );
});

test('names nobody who appears by role only: neither of itself, nor in what somebody said', async () => {
  const caseId = await campaign.addCase('a-case-with-a-minor');
  await campaign.db.insert(persons).values({
    id: newId<PersonId>(),
    caseId,
    position: 0,
    name: { en: 'Leyla Aliyeva', fa: 'لیلا علی‌اوا' },
    shownAs: 'minor',
  });
  const hearingId = await announce({ ...campaign, caseId }, two);
  const postId = await write(caseId);
  must(await setPostCard(author.ctx, { postId, card: { of: 'hearing', hearingId } }));
  expect((await textOf(postId, 'en')).alt).toContain('a minor');
  expect((await textOf(postId, 'en')).alt).not.toMatch(/Leyla|Aliyeva/);
  const card = { ...quote, words: { ...quote.words, en: 'I saw what they did to Leyla.' } };
  expect(await setPostCard(author.ctx, { postId, card })).toMatchObject({
    refusal: { code: 'name-protected', field: 'card' },
  });
});

test('of a quotation needs its words in every language of the post, in letters for which there is a font', async () => {
  const postId = await write();
  const set = (words: typeof quote.words) => setPostCard(author.ctx, { postId, card: { ...quote, words } });
  expect(await set({ en: 'Only so.' })).toMatchObject({ refusal: { code: 'quote-missing', language: 'fa' } });
  expect(await set({ ...quote.words, en: 'გამარჯობა' })).toMatchObject({
    refusal: { code: 'card-undrawable', language: 'en', character: 'გ' },
  });
  expect(await set({ ...quote.words, en: 'Freedom 🕊' })).toMatchObject({
    refusal: { code: 'card-undrawable' },
  });
  must(await set(quote.words));
  expect((await textOf(postId, 'en')).alt).toBe(
    'The donkey bloggers. “We only made a video.” Emin Milli. Source: RFE/RL.',
  );
});

test('is taken away by an image, or by none', async () => {
  const postId = await write();
  must(await setPostCard(author.ctx, { postId, card: quote }));
  must(await setPostPhoto(author.ctx, { postId, mediaId: null }));
  expect(await readPost(campaign.job, postId)).toMatchObject({ card: null, mediaId: null });
  await approve(postId, 'en');
  expect((await publishPost(campaign.job, postId)).published).toEqual(['en']);
  expect(await setPostCard(author.ctx, { postId, card: quote })).toMatchObject({
    refusal: { code: 'not-editable', state: 'published' },
  });
});

test('tells the audit log what it is of, and none of its words', async () => {
  const entries = await campaign.sql<{ details: Record<string, unknown> }[]>`
    select details from audit_entries where verb = 'posts/set-card'`;
  expect(entries.map(({ details }) => details.card)).toContain('quote');
  expect(JSON.stringify(entries)).not.toContain('video');
});

test('is described in sentences', () => {
  const words = { kicker: null, title: 'Released: a case', body: 'He is free.', lines: ['Baku'], foot: null };
  expect(cardAlt(words)).toBe('Released: a case. He is free. Baku.');
});
