import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accounts, calls, payloads } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import {
  type AccountId,
  type MediaId,
  newId,
  type PostId,
  type TranslationId,
} from '../../../src/domain/ids.ts';
import { translate } from '../../../src/i18n/index.ts';
import { retractPost } from '../../../src/services/account-deliveries/retract.ts';
import { addMedia } from '../../../src/services/media/add.ts';
import { isTextApproved } from '../../../src/services/posts/approved.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { readPost } from '../../../src/services/posts/read.ts';
import { setPostAccounts } from '../../../src/services/posts/set-accounts.ts';
import { setPostPhoto } from '../../../src/services/posts/set-photo.ts';
import { settleAlt } from '../../../src/services/posts/settle-alt.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { whatWaits } from '../../../src/services/waiting/read.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { must } from '../../helpers/must.ts';

let campaign: TestCampaign;
let author: TestStaff;
let approver: TestStaff;
beforeEach(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author', 'approver']);
  approver = await campaign.staff(['approver', 'author']);
  await campaign.followers('en', 1);
});
afterEach(() => campaign.close());

async function image(background: string): Promise<MediaId> {
  const upload = await sharp({ create: { width: 9, height: 9, channels: 3, background } })
    .png()
    .toBuffer();
  return must(await addMedia(author.ctx, { upload })).mediaId;
}

async function write(mediaId: MediaId | null, alt: string | null = null): Promise<PostId> {
  const text = { caseId: campaign.caseId, sourceLanguage: 'en', text: 'The court sat.' } as const;
  return must(await createPost(author.ctx, { ...text, mediaId, alt, notBefore: null, notAfter: null }))
    .postId;
}

async function submit(postId: PostId): Promise<TranslationId> {
  return must(await submitPost(author.ctx, { postId, language: 'en' })).translationId;
}

async function approve(translationId: TranslationId, version = 1, by = approver) {
  return decidePost(by.ctx, { translationId, version, decision: 'approved' });
}

test('a post with an image cannot be submitted before somebody has said what it shows', async () => {
  const postId = await write(await image('red'));
  expect(await submitPost(author.ctx, { postId, language: 'en' })).toEqual({
    ok: false,
    refusal: { code: 'alt-missing', language: 'en' },
  });
  must(await editPost(author.ctx, { postId, language: 'en', text: 'The court sat.', alt: 'A red square.' }));
  await submit(postId);
  expect((await readPost(campaign.job, postId))?.translations[0]?.alt).toBe('A red square.');
});

test('an edit of the text leaves what the image shows, unless it says something else', async () => {
  const postId = await write(await image('red'), 'A red square.');
  must(await editPost(author.ctx, { postId, language: 'en', text: 'The court rose.' }));
  expect((await readPost(campaign.job, postId))?.translations[0]?.alt).toBe('A red square.');
});

test.each([
  ['what it shows', 'update translations set alt = $1', 'A crowd.'],
  ['which one it is', 'update posts set media_id = $1', 'other'],
  ['that there is one', 'update posts set media_id = $1', null],
  ['its hash', 'update media set sha256 = $1 where id = (select media_id from posts)', 'ab'.repeat(32)],
])('an image of which somebody changes by hand %s is not published', async (_, statement, value) => {
  const other = await image('blue');
  const postId = await write(await image('red'), 'A red square.');
  must(await approve(await submit(postId)));
  await campaign.sql.unsafe(statement, [value === 'other' ? other : value]);
  expect(await publishPost(campaign.job, postId)).toMatchObject({ published: [], unapproved: ['en'] });
});

test('another image makes every language a draft again, voids its approval, and its button decides on nothing', async () => {
  const postId = await write(await image('red'), 'A red square.');
  const translationId = await submit(postId);
  must(await approve(translationId));
  const mediaId = await image('blue');
  expect(must(await setPostPhoto(author.ctx, { postId, mediaId }))).toEqual({ voided: 1 });
  expect(await readPost(campaign.job, postId)).toMatchObject({ state: 'draft', mediaId });
  await submit(postId);
  expect(await approve(translationId, 1)).toMatchObject({ refusal: { code: 'changed-since' } });
  must(await approve(translationId, 2));
  expect((await publishPost(campaign.job, postId)).published).toEqual(['en']);
});

test('who sets the image does not approve what it stands with', async () => {
  const postId = await write(null);
  const mediaId = await image('red');
  must(await setPostPhoto(approver.ctx, { postId, mediaId }));
  must(await editPost(author.ctx, { postId, language: 'en', text: 'The court sat.', alt: 'A red square.' }));
  must(await setPostPhoto(approver.ctx, { postId, mediaId: await image('blue') }));
  expect(await approve(await submit(postId), 4)).toMatchObject({ refusal: { code: 'own-edit' } });
});

test('what has gone out keeps its image', async () => {
  const postId = await write(null);
  must(await approve(await submit(postId)));
  await publishPost(campaign.job, postId);
  expect(await setPostPhoto(author.ctx, { postId, mediaId: await image('red') })).toMatchObject({
    refusal: { code: 'not-editable', state: 'published' },
  });
});

test('an image that does not exist, and one of another campaign, is refused', async () => {
  const postId = await write(null);
  expect(await setPostPhoto(author.ctx, { postId, mediaId: newId() })).toMatchObject({
    refusal: { code: 'media-unknown' },
  });
});

test('whoever is asked to approve is shown the image first, with what it is said to show', async () => {
  await campaign.staff(['approver'], { linked: true });
  const mediaId = await image('red');
  await submit(await write(mediaId, 'A red square.'));
  const asked = await campaign.db.select().from(calls).orderBy(calls.id);
  const [picture, question] = asked.map(({ id, method, sealedParams }) => ({
    method,
    params: JSON.parse(campaign.open(sealedParams, binding.callParams(id))),
  }));
  expect(picture).toMatchObject({
    method: 'sendPhoto',
    params: { photo: { mediaId }, caption: expect.stringContaining('A red square.') },
  });
  expect(question).toMatchObject({ method: 'sendMessage', params: { reply_markup: expect.anything() } });
});

describe('an image that an emergency keeps from being described', () => {
  const undescribed = async (who = author) =>
    (await whatWaits(who.ctx)).undescribed.map(({ postId, language, state }) => ({
      postId,
      language,
      state,
    }));
  const defer = async (postId: PostId) =>
    must(await submitPost(author.ctx, { postId, language: 'en', deferAlt: true })).translationId;

  /** A post with an image that nobody has described, for its followers and for an account. */
  async function written(): Promise<PostId> {
    const accountId = newId<AccountId>();
    await campaign.db.insert(accounts).values({
      id: accountId,
      campaignId: campaign.campaignId,
      network: 'mastodon',
      language: 'en',
      remoteId: accountId,
      handle: '@bray@example.org',
      capabilities: {
        text: { max: 500, maxBytes: null, perAddress: 23 },
        images: { max: 1, types: ['image/jpeg'], maxBytes: 10_000_000, maxPixels: null, maxAlt: null },
      },
      state: 'active',
      createdAt: campaign.clock.now(),
    });
    const postId = await write(await image('red'));
    must(await setPostAccounts(author.ctx, { postId, accountIds: [accountId], gapSeconds: 0 }));
    return postId;
  }

  test('goes out as it is once somebody approved just that, and waits until the post is retracted', async () => {
    const postId = await written();
    const translator = await campaign.staff(['translator'], { reads: ['de'] });
    const linked = await campaign.staff(['approver'], { linked: true });
    const translationId = await defer(postId);
    const asked = await campaign.db.select().from(calls).orderBy(calls.id);
    const told = asked.map(({ id, sealedParams }) =>
      JSON.stringify(campaign.open(sealedParams, binding.callParams(id))),
    );
    const words = translate('en', 'staff-approval-undescribed');
    expect([told.length, told.filter((one) => one.includes(words)).length]).toEqual([2, 2]);
    expect(await campaign.db.select({ content: payloads.content }).from(payloads)).toMatchObject([
      { content: { images: [{ alt: '' }] } },
    ]);
    const audited = await campaign.sql`select details from audit_entries where verb = 'posts/submit'`;
    expect(audited).toMatchObject([{ details: { altDeferred: true } }]);

    const version = await versionOf(postId);
    must(await approve(translationId, version, linked));
    expect(await undescribed()).toEqual([{ postId, language: 'en', state: 'approved' }]);
    expect([await undescribed(linked), await undescribed(translator)]).toEqual([[], []]);
    expect((await publishPost(campaign.job, postId)).published).toEqual(['en']);
    expect(await undescribed()).toEqual([{ postId, language: 'en', state: 'published' }]);
    must(await retractPost((await campaign.staff(['admin'])).ctx, postId));
    expect(await undescribed()).toEqual([]);
  });

  test('whoever owes the words says that they stand where it has gone out, and owes them no more', async () => {
    const postId = await written();
    const settle = (by = author) => settleAlt(by.ctx, { postId, language: 'en' });
    must(await approve(await defer(postId), await versionOf(postId)));
    expect(await settle()).toMatchObject({ refusal: { code: 'alt-not-owed' } });
    await publishPost(campaign.job, postId);
    const approver = await campaign.staff(['approver']);
    expect(await settle(approver)).toMatchObject({ refusal: { code: 'not-an-author' } });
    const german = await campaign.staff(['translator'], { reads: ['de'] });
    expect(await settle(german)).toMatchObject({ refusal: { code: 'language-not-read' } });
    must(await settle());
    expect(await undescribed()).toEqual([]);
    expect(await settle()).toMatchObject({ refusal: { code: 'alt-not-owed' } });
    // What was approved stays so: what is still to go out goes.
    const post = await readPost(campaign.job, postId);
    const [text] = post?.translations ?? [];
    expect(post && text && (await isTextApproved(campaign.job, post, text))).toBe(true);
  });

  test('an edit ends it, and so does another image: it is said anew, or what the image shows', async () => {
    const postId = await written();
    const translationId = await defer(postId);
    must(await approve(translationId, await versionOf(postId)));
    must(await editPost(author.ctx, { postId, language: 'en', text: 'The court sat.' }));
    expect((await readPost(campaign.job, postId))?.translations[0]).toMatchObject({ altDeferredAt: null });
    expect(await undescribed()).toEqual([]);
    expect(await submitPost(author.ctx, { postId, language: 'en' })).toMatchObject({
      refusal: { code: 'alt-missing' },
    });
    await defer(postId);
    must(await setPostPhoto(author.ctx, { postId, mediaId: await image('blue') }));
    expect((await readPost(campaign.job, postId))?.translations[0]).toMatchObject({ altDeferredAt: null });
    must(await editPost(author.ctx, { postId, language: 'en', text: 'It sat.', alt: 'A blue square.' }));
    // Where it is described there is nothing to put off.
    await defer(postId);
    expect((await readPost(campaign.job, postId))?.translations[0]).toMatchObject({ altDeferredAt: null });
    expect(await undescribed()).toEqual([]);
  });

  test.each([
    ['on', 'A red square.', `update translations set alt_deferred_at = now()`],
    ['on in place of words', 'A red square.', `update translations set alt = null, alt_deferred_at = now()`],
    ['off', null, 'update translations set alt_deferred_at = null'],
    ['off with words', null, `update translations set alt = 'A crowd.', alt_deferred_at = null`],
  ])('turned %s by hand it is not published', async (_, alt, statement) => {
    const postId = await write(await image('red'), alt);
    must(await approve(await defer(postId)));
    await campaign.sql.unsafe(statement);
    expect(await publishPost(campaign.job, postId)).toMatchObject({ published: [], unapproved: ['en'] });
  });

  async function versionOf(postId: PostId): Promise<number> {
    return (await readPost(campaign.job, postId))?.translations[0]?.version ?? 0;
  }
});
