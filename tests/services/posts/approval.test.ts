import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  approvals,
  broadcasts,
  calls,
  cases,
  deliveries,
  posts,
  staff,
  translations,
} from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { parseCallbackData } from '../../../src/domain/callback-data.ts';
import { contentHash } from '../../../src/domain/canonical.ts';
import type { PostId, StaffId, TranslationId } from '../../../src/domain/ids.ts';
import type { Language } from '../../../src/domain/language.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { readPost } from '../../../src/services/posts/read.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { postTextMax } from '../../../src/services/posts/text.ts';
import { withdrawPost } from '../../../src/services/posts/withdraw.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';

let campaign: TestCampaign;
let author: TestStaff;
let translator: TestStaff;
let approver: TestStaff;

beforeEach(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author', 'approver'], { linked: true, name: 'Leyla' });
  translator = await campaign.staff(['translator', 'approver'], { linked: true, name: 'Rəşad' });
  approver = await campaign.staff(['approver'], { linked: true, reads: ['az', 'fa'], language: 'az' });
  await campaign.followers('az', 2);
});
afterEach(() => campaign.close());

async function write(text = 'Məhkəmə bu gün oldu.'): Promise<PostId> {
  const made = await createPost(author.ctx, {
    caseId: campaign.caseId,
    sourceLanguage: 'az',
    text,
    notBefore: null,
    notAfter: null,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.postId;
}

async function submit(
  postId: PostId,
  language: Language = 'az',
): Promise<{ translationId: TranslationId; asked: number }> {
  const submitted = await submitPost(author.ctx, { postId, language });
  if (!submitted.ok) throw new Error(submitted.refusal.code);
  return submitted.value;
}

async function approve(translationId: TranslationId, by = approver, version = 1): Promise<void> {
  const decided = await decidePost(by.ctx, { translationId, version, decision: 'approved' });
  if (!decided.ok) throw new Error(decided.refusal.code);
}

/** Who was asked what, with which buttons. */
async function questions() {
  const rows = await campaign.db.select().from(calls).orderBy(calls.id);
  return rows.map((call) => {
    const params = JSON.parse(campaign.open(call.sealedParams, binding.callParams(call.id))) as {
      readonly text: string;
      readonly reply_markup?: { readonly inline_keyboard: readonly { readonly callback_data: string }[][] };
    };
    return {
      staffId: call.staffId as StaffId,
      text: withoutIsolation(params.text),
      buttons: (params.reply_markup?.inline_keyboard ?? [])
        .flat()
        .map(({ callback_data }) => parseCallbackData(callback_data)),
    };
  });
}

describe('submitting a text', () => {
  test('asks everyone who may decide on it, in their language, with buttons for exactly this version', async () => {
    const postId = await write();
    const { translationId, asked } = await submit(postId);
    expect(asked).toBe(2);
    const sent = await questions();
    expect(sent.map(({ staffId }) => staffId).toSorted()).toEqual([translator.id, approver.id].toSorted());
    for (const { text, buttons } of sent) {
      expect(text).toContain('Məhkəmə bu gün oldu.');
      expect(text).toContain('Leyla');
      expect(buttons).toEqual([
        { action: 'decidePost', translationId, version: 1, decision: 'approved' },
        { action: 'decidePost', translationId, version: 1, decision: 'rejected' },
      ]);
    }
    expect(sent.find(({ staffId }) => staffId === approver.id)?.text).toContain('Eşşək blogerlər');
  });

  test('asks neither who wrote the post nor who edited the text last', async () => {
    const postId = await write();
    await editPost(translator.ctx, { postId, language: 'az', text: 'Məhkəmə dünən oldu.' });
    expect((await submit(postId)).asked).toBe(1);
    expect((await questions()).map(({ staffId }) => staffId)).toEqual([approver.id]);
  });

  test('says when nobody can be asked', async () => {
    const postId = await write();
    await editPost(translator.ctx, { postId, language: 'en', text: 'The court sat today.' });
    expect((await submit(postId, 'en')).asked).toBe(0);
  });

  test.each([
    [{ postId: '018e0000-0000-7000-8000-000000000000' as PostId }, 'post-unknown'],
    [{ language: 'fr' as const }, 'no-text'],
  ])('is refused for %j', async (wrong, code) => {
    const postId = await write();
    expect(await submitPost(author.ctx, { postId, language: 'az', ...wrong })).toMatchObject({
      refusal: { code },
    });
  });

  test('of the greatest length can be asked about: no message is longer than Telegram takes', async () => {
    await campaign.db.update(cases).set({ name: { az: 'Eşşək blogerlər '.repeat(20) } });
    const words = 'a'.repeat(postTextMax);
    const { translationId } = await submit(await write(words));
    const sent = (await questions()).filter(({ staffId }) => staffId === approver.id);
    for (const { text } of sent) expect(text.length).toBeLessThanOrEqual(4096);
    expect(sent.map(({ text }) => text).join('\n')).toContain(words);
    expect(sent.at(-1)?.text).toContain('Leyla');
    expect(sent.flatMap(({ buttons }) => buttons)).toEqual([
      { action: 'decidePost', translationId, version: 1, decision: 'approved' },
      { action: 'decidePost', translationId, version: 1, decision: 'rejected' },
    ]);
  });

  test('is refused twice', async () => {
    const postId = await write();
    await submit(postId);
    expect(await submitPost(author.ctx, { postId, language: 'az' })).toMatchObject({
      refusal: { code: 'not-submittable', state: 'in_review' },
    });
  });
});

describe('an approval', () => {
  test('by one of two people who decide at the same moment counts, the other hears that it is decided', async () => {
    const { translationId } = await submit(await write());
    const twice = await Promise.all(
      [translator, approver].map(({ ctx }) =>
        decidePost(ctx, { translationId, version: 1, decision: 'approved' }),
      ),
    );
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'already-decided' } });
    expect(await campaign.db.$count(approvals)).toBe(1);
  });

  test('does not come back to life when the old words are written again', async () => {
    const postId = await write();
    const { translationId } = await submit(postId);
    await approve(translationId);
    await editPost(author.ctx, { postId, language: 'az', text: 'Başqa sözlər.' });
    await editPost(author.ctx, { postId, language: 'az', text: 'Məhkəmə bu gün oldu.' });
    await campaign.db.update(translations).set({ state: 'approved' });
    const told = await campaign.staff(['author'], { linked: true });
    expect(await publishPost(campaign.job, postId)).toMatchObject({ published: [], unapproved: ['az'] });
    // Whoever waits for it to go out would wait for ever.
    expect(await campaign.db.$count(calls, eq(calls.staffId, told.id))).toBe(1);
  });

  const tampered: readonly [string, (postId: PostId) => Promise<unknown>][] = [
    ['the text', () => campaign.db.update(translations).set({ text: 'Başqa sözlər.' })],
    ['the language', () => campaign.db.update(translations).set({ language: 'tr' })],
    ['the case', async () => campaign.db.update(posts).set({ caseId: await campaign.addCase('another') })],
    ['the window', () => campaign.db.update(posts).set({ notAfter: campaign.clock.now().add({ hours: 1 }) })],
    [
      'the last editor, who approved',
      () => campaign.db.update(translations).set({ lastEditorId: approver.id }),
    ],
    ['the author, who approved', () => campaign.db.update(posts).set({ authorId: approver.id })],
    ['the approver, who left', () => campaign.db.update(staff).set({ revokedAt: campaign.clock.now() })],
    ['what the approver reads', () => campaign.db.update(staff).set({ languages: ['en'] })],
    ['the approval, voided', () => campaign.db.update(approvals).set({ voidedAt: campaign.clock.now() })],
    ['the decision', () => campaign.db.update(approvals).set({ decision: 'rejected' })],
    ['the hash', () => campaign.db.update(approvals).set({ contentHash: contentHash('another') })],
    ['the approval, deleted', () => campaign.db.delete(approvals)],
    ['the name of the case', () => campaign.db.update(cases).set({ name: { en: 'Others' } })],
  ];

  test.each(tampered)('does not outlive a change by hand of %s', async (_, tamper) => {
    const postId = await write();
    const { translationId } = await submit(postId);
    await approve(translationId);
    await tamper(postId);
    expect(await publishPost(campaign.job, postId)).toMatchObject({ published: [], deliveries: 0 });
    const [text] = await campaign.db.select().from(translations).where(eq(translations.id, translationId));
    expect(text?.state).toBe('draft');
  });

  test('that never came by the end of the window leaves its readers without: nothing is planned that could not leave', async () => {
    const postId = await write();
    await campaign.followers('tr', 1);
    const turkish = await editPost(translator.ctx, { postId, language: 'tr', text: 'Mahkeme bugün oldu.' });
    if (!turkish.ok) throw new Error(turkish.refusal.code);
    await campaign.db.update(posts).set({ notAfter: campaign.clock.now().add({ hours: 1 }) });
    await submit(postId, 'tr');
    await approve((await submit(postId)).translationId);
    expect(await publishPost(campaign.job, postId)).toMatchObject({ deliveries: 2 });
    campaign.clock.advance({ hours: 1 });
    expect(await publishPost(campaign.job, postId)).toMatchObject({ expired: ['tr'], deliveries: 0 });
  });

  test('of a text whose case was closed meanwhile publishes nothing: it is withdrawn', async () => {
    const postId = await write();
    const { translationId } = await submit(postId);
    await approve(translationId);
    await campaign.db.update(cases).set({ status: 'closed' });
    expect(await publishPost(campaign.job, postId)).toMatchObject({ withdrawn: ['az'], deliveries: 0 });
    const [text] = await campaign.db.select().from(translations).where(eq(translations.id, translationId));
    expect(text?.state).toBe('withdrawn');
    expect(await campaign.db.$count(broadcasts)).toBe(0);
  });

  test('of one language serves those who read it, and leaves waiting or out who reads none that there is', async () => {
    await campaign.followers('fr', 1);
    const postId = await write();
    const turkish = await editPost(translator.ctx, { postId, language: 'tr', text: 'Mahkeme bugün oldu.' });
    if (!turkish.ok) throw new Error(turkish.refusal.code);
    await approve((await submit(postId, 'tr')).translationId, await campaign.staff(['approver']));
    expect(await publishPost(campaign.job, postId)).toMatchObject({ published: ['tr'], deliveries: 0 });
    // The source was to come: Azerbaijanis and French wait for it, until it is withdrawn.
    expect((await readPost(campaign.job, postId))?.readersLeftOut).toEqual([]);
    const withdrawn = await withdrawPost(author.ctx, { postId, language: 'az' });
    expect(withdrawn).toMatchObject({ ok: true });
    expect(await campaign.db.$count(deliveries)).toBe(2);
    expect((await readPost(campaign.job, postId))?.readersLeftOut).toEqual(['en', 'ru', 'fa', 'fr', 'de']);
  });

  test('that stands publishes, once', async () => {
    const postId = await write();
    await approve((await submit(postId)).translationId);
    const both = await Promise.all([1, 2].map(() => publishPost(campaign.job, postId)));
    expect(both.map(({ deliveries }) => deliveries).toSorted()).toEqual([0, 2]);
  });
});
