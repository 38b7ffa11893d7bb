import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { staff } from '../../../src/db/schema/index.ts';
import type { PostId } from '../../../src/domain/ids.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { approvalOutlook, isStuck, outlookOnceEdited } from '../../../src/services/posts/outlook.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { listPosts, readPost } from '../../../src/services/posts/read.ts';
import { setPostKind } from '../../../src/services/posts/set-kind.ts';
import { setPostSchedule } from '../../../src/services/posts/set-schedule.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { must } from '../../helpers/must.ts';

const language = 'az';

let campaign: TestCampaign;
let author: TestStaff;
/** Each may write and approve, so that whoever is kept from it is kept by the rule alone. */
let ann: TestStaff;
let ben: TestStaff;
let cem: TestStaff;
let postId: PostId;

beforeAll(async () => {
  campaign = await testCampaign();
  await campaign.followers(language, 1);
});
beforeEach(async () => {
  await campaign.db.update(staff).set({ revokedAt: campaign.clock.now() });
  const one = () => campaign.staff(['author', 'approver'], { reads: [language] });
  [author, ann, ben, cem] = [await one(), await one(), await one(), await one()];
  const { caseId } = campaign;
  const post = { caseId, sourceLanguage: language, text: 'Bir.', notBefore: null, notAfter: null } as const;
  ({ postId } = must(await createPost(author.ctx, post)));
});
afterAll(() => campaign.close());

const write = async (who: TestStaff, text: string) =>
  must(await editPost(who.ctx, { postId, language, text }));

async function standing() {
  const post = await readPost(campaign.job, postId);
  const text = post?.translations[0];
  if (post === undefined || text === undefined) throw new Error('There is no such text.');
  return { post, text };
}

async function submit(): Promise<void> {
  must(await submitPost(author.ctx, { postId, language }));
}

/** What the rule says to somebody who approves what stands there. */
async function approval(by: TestStaff): Promise<string> {
  const { text } = await standing();
  const { id: translationId, version } = text;
  const decided = await decidePost(by.ctx, { translationId, version, decision: 'approved' });
  return decided.ok ? decided.value.state : decided.refusal.code;
}

async function outlook(editing?: TestStaff) {
  const { post, text } = await standing();
  return editing === undefined
    ? approvalOutlook(campaign.job, post, text)
    : outlookOnceEdited(editing.ctx, post, text);
}

describe('whoever changed a text', () => {
  test('approves nothing of it, however many changed it after them', async () => {
    await write(ann, 'İki.');
    await write(ben, 'Üç.');
    await write(author, 'Dörd.');
    await submit();
    expect(await approval(ann)).toBe('own-edit');
    expect(await approval(ben)).toBe('own-edit');
    expect(await approval(cem)).toBe('approved');
  });

  test('nor does whoever changed what all languages share, before somebody else wrote in it', async () => {
    must(
      await setPostSchedule(ann.ctx, {
        postId,
        notBefore: null,
        embargoUntil: null,
        notAfter: campaign.clock.now().add({ hours: 9 }),
      }),
    );
    await write(ben, 'İki.');
    await submit();
    expect(await approval(ann)).toBe('own-edit');
  });

  test('stays its editor when it was rejected, and when it was handed in and never approved', async () => {
    await write(ann, 'İki.');
    await submit();
    const { text } = await standing();
    must(await decidePost(ben.ctx, { translationId: text.id, version: text.version, decision: 'rejected' }));
    await write(author, 'Üç.');
    await submit();
    await write(author, 'Dörd.');
    await submit();
    expect(await approval(ann)).toBe('own-edit');
    expect(await approval(ben)).toBe('approved');
  });

  test('approves it again once somebody else has answered for their words', async () => {
    await write(ann, 'İki.');
    await submit();
    expect(await approval(ben)).toBe('approved');
    await write(cem, 'İki, üç.');
    await submit();
    expect(await approval(cem)).toBe('own-edit');
    expect(await approval(ann)).toBe('approved');
  });

  test.each([
    ['the words', () => write(cem, 'Üç.')],
    [
      'the fact sheet',
      async () =>
        must(
          await setPostSchedule(cem.ctx, {
            postId,
            notBefore: null,
            embargoUntil: null,
            notAfter: campaign.clock.now().add({ hours: 9 }),
          }),
        ),
    ],
  ])('does not when who answered for them is found out, and then %s are changed', async (_, change) => {
    await write(ann, 'İki.');
    await write(author, 'İki, üç.');
    await submit();
    expect(await approval(ben)).toBe('approved');
    const admin = await campaign.staff(['admin']);
    must(await revokeStaff(admin.ctx, ben.id));
    await change();
    await submit();
    expect(await approval(ann)).toBe('own-edit');
  });

  test('does not count when their approval was there before they were its editor', async () => {
    await submit();
    expect(await approval(ann)).toBe('approved');
    const { text } = await standing();
    await campaign.db.execute(
      `update translations set editor_ids = editor_ids || '${ann.id}'::uuid where id = '${text.id}'`,
    );
    expect(await publishPost(campaign.job, postId)).toMatchObject({ published: [], unapproved: [language] });
  });

  test('and only translates, still sees the post in which they wrote', async () => {
    const translator = await campaign.staff(['translator'], { reads: [language] });
    await campaign.db.execute(`update translations set state = 'rejected' where post_id = '${postId}'`);
    await write(translator, 'İki.');
    await write(author, 'Üç.');
    expect((await listPosts(translator.ctx, { before: null, limit: 1 })).map(({ id }) => id)).toEqual([
      postId,
    ]);
  });
});

describe('whether enough are left to approve a text', () => {
  test('is known before it is handed in, and changes with each who writes in it', async () => {
    expect(await outlook()).toEqual({ given: 0, needed: 1, left: 3 });
    expect(await outlook(ann)).toEqual({ given: 0, needed: 1, left: 2 });
    await write(ann, 'İki.');
    await write(ben, 'Üç.');
    expect(isStuck(await outlook())).toBe(false);
    expect(isStuck(await outlook(cem))).toBe(true);
    await write(cem, 'Dörd.');
    expect(await outlook()).toEqual({ given: 0, needed: 1, left: 0 });
    await campaign.staff(['approver'], { reads: ['fa'] });
    expect(isStuck(await outlook())).toBe(true);
    await campaign.staff(['approver'], { reads: [language] });
    expect(isStuck(await outlook())).toBe(false);
  });

  test('counts who changed it before somebody else answered for their words', async () => {
    await write(ann, 'İki.');
    await write(ben, 'Üç.');
    await submit();
    expect(await approval(cem)).toBe('approved');
    const foretold = await outlook(cem);
    expect(foretold).toEqual({ given: 0, needed: 1, left: 2 });
    await write(cem, 'Dörd.');
    expect(await outlook()).toEqual(foretold);
  });

  test('counts who has approved already towards what it takes, and nobody twice', async () => {
    must(await setPostKind(author.ctx, { postId, kind: 'press_release' }));
    await write(cem, 'İki.');
    await submit();
    expect(await approval(ann)).toBe('in_review');
    expect(await outlook()).toEqual({ given: 1, needed: 2, left: 1 });
    expect(isStuck(await outlook())).toBe(false);
    expect(isStuck(await outlook(ben))).toBe(true);
  });
});
