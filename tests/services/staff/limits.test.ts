import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries, calls, staffCases } from '../../../src/db/schema/index.ts';
import type { CaseId } from '../../../src/domain/ids.ts';
import { closeCase } from '../../../src/services/cases/close.ts';
import { createCase } from '../../../src/services/cases/create.ts';
import { reopenCase } from '../../../src/services/cases/reopen.ts';
import { recordHearing } from '../../../src/services/hearings/record.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { listPosts, readPost } from '../../../src/services/posts/read.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { authenticate } from '../../../src/services/staff/authenticate.ts';
import { findDeciders } from '../../../src/services/staff/find.ts';
import { issueToken } from '../../../src/services/staff/issue-token.ts';
import { limitKnowingly } from '../../../src/services/staff/limit-knowingly.ts';
import { limitToCases } from '../../../src/services/staff/limit-to-cases.ts';
import { revokeKnowingly } from '../../../src/services/staff/revoke-knowingly.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { verdictFacts } from '../../helpers/hearing.ts';
import { must } from '../../helpers/must.ts';

let campaign: TestCampaign;
let other: CaseId;
beforeEach(async () => {
  campaign = await testCampaign();
  other = await campaign.addCase('other-case');
});
afterEach(() => campaign.close());

const limit = ({ id }: TestStaff, ...caseIds: CaseId[]) =>
  limitToCases(campaign.operator, { staffId: id, caseIds });
const asked = async (caseId: CaseId | null) =>
  (await findDeciders(campaign.operator, { caseId, roles: ['lawyer'], language: null, without: [] })).map(
    ({ id }) => id,
  );
const lawyer = () => campaign.staff(['lawyer'], { linked: true });

describe('whoever is limited to some cases', () => {
  test('is not asked about another, nor about what is about all, and is again once the limit is lifted', async () => {
    const [ann, ben, cem] = [await lawyer(), await lawyer(), await lawyer()];
    must(await limit(ann, other));
    expect((await asked(campaign.caseId)).toSorted()).toEqual([ben.id, cem.id].toSorted());
    expect((await asked(null)).toSorted()).toEqual([ben.id, cem.id].toSorted());
    expect(await asked(other)).toContain(ann.id);
    const author = await campaign.staff(['author']);
    const recorded = must(await recordHearing(author.ctx, { caseId: campaign.caseId, facts: verdictFacts }));
    expect(recorded.asked).toBe(2);
    expect(await campaign.db.$count(calls, eq(calls.staffId, ann.id))).toBe(0);
    must(await limit(ann));
    expect(await asked(campaign.caseId)).toContain(ann.id);
    const entries = await campaign.db.select().from(auditEntries).where(eq(auditEntries.subjectId, ann.id));
    expect(entries.map(({ verb, details }) => [verb, details])).toEqual(
      expect.arrayContaining([
        ['staff/limit-to-cases', { cases: other }],
        ['staff/limit-to-cases', { cases: 'all' }],
      ]),
    );
  });

  test('is so from their next request on', async () => {
    const author = await campaign.staff(['author']);
    const token = await issueToken(campaign.operator, author.id);
    expect(await authenticate(campaign.operator, token)).toMatchObject({ actor: { cases: null } });
    must(await limit(author, other));
    expect(await authenticate(campaign.operator, token)).toMatchObject({ actor: { cases: [other] } });
  });

  test('makes no case, and only an admin or the operator limits anybody; an admin is never limited', async () => {
    const author = await campaign.staff(['author', 'coordinator']);
    const admin = await campaign.staff(['admin']);
    const input = { staffId: author.id, caseIds: [other] };
    expect(await limitToCases(author.ctx, input)).toMatchObject({ refusal: { code: 'role-missing' } });
    expect(await limit(admin, other)).toMatchObject({ refusal: { code: 'admin-not-limited' } });
    const limited = { ...author.ctx, actor: { ...author.ctx.actor, cases: [other] } };
    const made = { slug: 'new-case', name: { en: 'New' }, summary: {}, country: 'AZ', zone: 'Asia/Baku' };
    const wanted = { ...made, fictional: false, persons: [] };
    expect(await createCase(limited, wanted)).toMatchObject({ refusal: { code: 'limited-to-cases' } });
    expect(await createCase(author.ctx, wanted)).toMatchObject({ ok: true });
  });
});

describe('a case that nobody could decide on', () => {
  test('is never made by limits: two who can be asked stay on every open case', async () => {
    const [ann, ben, cem] = [await lawyer(), await lawyer(), await lawyer()];
    const author = await campaign.staff(['author']);
    must(await limit(ann, other));
    expect(await limit(ben, other)).toMatchObject({
      refusal: { code: 'deciders-too-few', cases: ['donkey-bloggers'] },
    });
    // Whoever decides on no facts takes nothing away.
    must(await limit(author, other));
    // Whoever cannot be asked in the bot does not count.
    await campaign.staff(['lawyer']);
    expect(await limit(ben, other)).toMatchObject({ refusal: { code: 'deciders-too-few' } });
    await lawyer();
    must(await limit(ben, other));
    expect(await limit(cem, other)).toMatchObject({ refusal: { code: 'deciders-too-few' } });
  });

  test('is not opened, nor opened again, while everybody is limited to others', async () => {
    const boss = await campaign.staff(['coordinator', 'author']);
    must(await closeCase(boss.ctx, { caseId: campaign.caseId }));
    const two = [await lawyer(), await lawyer()];
    for (const one of two) must(await limit(one, other));
    const tooFew = { refusal: { code: 'deciders-too-few' } };
    expect(await reopenCase(boss.ctx, { caseId: campaign.caseId })).toMatchObject(tooFew);
    const made = { slug: 'new-case', name: { en: 'New' }, summary: {}, country: 'AZ', zone: 'Asia/Baku' };
    expect(await createCase(boss.ctx, { ...made, fictional: false, persons: [] })).toMatchObject(tooFew);
    for (const one of two) must(await limit(one));
    expect(await reopenCase(boss.ctx, { caseId: campaign.caseId })).toMatchObject({ ok: true });
  });
});

test('whoever only translates sees what was handed in, in languages that they read, and changes no other', async () => {
  const author = await campaign.staff(['author']);
  const translator = await campaign.staff(['translator'], { reads: ['az', 'en'] });
  const also = await campaign.staff(['translator', 'approver'], { reads: ['en'] });
  const { postId } = must(
    await createPost(author.ctx, {
      caseId: campaign.caseId,
      sourceLanguage: 'az',
      text: 'Məhkəmə oldu.',
      notBefore: null,
      notAfter: null,
    }),
  );
  must(await editPost(author.ctx, { postId, language: 'fa', text: 'دادگاه برگزار شد.' }));
  const page = { before: null, limit: 10 };
  expect(await readPost(translator.ctx, postId)).toBeUndefined();
  expect(await listPosts(translator.ctx, page)).toEqual([]);
  const english = { postId, language: 'en', text: 'The hearing was held.' } as const;
  expect(await editPost(translator.ctx, english)).toMatchObject({ refusal: { code: 'post-unknown' } });
  // Another role of theirs shows them more.
  expect((await readPost(also.ctx, postId))?.translations).toHaveLength(2);

  must(await submitPost(author.ctx, { postId, language: 'az' }));
  expect((await readPost(translator.ctx, postId))?.translations.map(({ language }) => language)).toEqual([
    'az',
  ]);
  expect(await editPost(translator.ctx, { ...english, language: 'fa' })).toMatchObject({
    refusal: { code: 'language-not-read' },
  });
  must(await editPost(translator.ctx, english));
  // Their work stays at hand while the source is written anew.
  must(await editPost(author.ctx, { postId, language: 'az', text: 'Məhkəmə dünən oldu.' }));
  expect(await listPosts(translator.ctx, page)).toHaveLength(1);
});

describe('what nobody could do any more', () => {
  test('is said before somebody is revoked or limited, and then done only by who says that they know it', async () => {
    const writer = await campaign.staff(['author'], { reads: ['az', 'fa'] });
    await issueToken(campaign.operator, writer.id);
    const reader = await campaign.staff(['approver'], { linked: true, reads: ['az', 'fa'] });
    const last = await campaign.staff(['approver'], { linked: true, reads: ['az'] });
    await campaign.staff(['coordinator'], { linked: true, reads: ['az'] });
    const revoke = (despite: boolean) => revokeKnowingly(campaign.operator, { staffId: reader.id, despite });
    const narrow = (despite: boolean, ...caseIds: CaseId[]) =>
      limitKnowingly(campaign.operator, { staffId: reader.id, caseIds, despite });
    const losses = async (done: ReturnType<typeof revoke> | ReturnType<typeof narrow>) => {
      const result = await done;
      if (result.ok || result.refusal.code !== 'would-break') throw new Error(JSON.stringify(result));
      return result.refusal.duties.map((duty) =>
        'language' in duty ? `${duty.kind} ${duty.language}` : duty.kind,
      );
    };
    // Persian would have no approver, and press releases in Azerbaijani no second one.
    const lost = ['post fa', 'any-release', 'release az', 'lift-pause'];
    expect((await losses(revoke(false))).toSorted()).toEqual(lost.toSorted());
    expect(await losses(narrow(false, other))).toEqual(expect.arrayContaining(['post fa', 'release az']));
    expect(await campaign.db.$count(staffCases)).toBe(0);
    // What is refused for good is so also for who says that they know it.
    expect(
      await limitKnowingly(writer.ctx, { staffId: reader.id, caseIds: [other], despite: true }),
    ).toMatchObject({
      refusal: { code: 'role-missing' },
    });
    must(await narrow(true, other));
    must(await narrow(false));
    must(await revoke(true));
    // Where nothing more is lost, nothing is asked.
    expect(await revokeKnowingly(campaign.operator, { staffId: reader.id, despite: false })).toMatchObject({
      refusal: { code: 'staff-unknown' },
    });
    const idle = await campaign.staff(['translator'], { reads: ['tr'] });
    must(await revokeKnowingly(campaign.operator, { staffId: idle.id, despite: false }));
    expect(await losses(revokeKnowingly(campaign.operator, { staffId: last.id, despite: false }))).toContain(
      'any-post',
    );
  });
});
