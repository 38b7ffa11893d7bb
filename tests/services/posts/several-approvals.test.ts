import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  approvalPolicyRequests,
  approvals,
  approvedTexts,
  calls,
  campaigns,
  staffCases,
  translations,
} from '../../../src/db/schema/index.ts';
import { type ApprovalPolicy, readApprovalPolicy } from '../../../src/domain/approval-policy.ts';
import type { PostId, TranslationId } from '../../../src/domain/ids.ts';
import type { PostKind } from '../../../src/domain/words.ts';
import { recordDecision } from '../../../src/services/approvals/record.ts';
import { agreeToApprovalPolicy } from '../../../src/services/campaigns/agree-approvals.ts';
import {
  type ApprovalPolicyChange,
  setApprovalPolicy,
  setApprovalPolicyByOperator,
} from '../../../src/services/campaigns/set-approvals.ts';
import { approvalsNeeded, approversOf, isTextApproved } from '../../../src/services/posts/approved.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { contentHashOf } from '../../../src/services/posts/hash.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { readPost } from '../../../src/services/posts/read.ts';
import { reviewText } from '../../../src/services/posts/review.ts';
import { setPostKind } from '../../../src/services/posts/set-kind.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { whatWaits } from '../../../src/services/waiting/read.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { must } from '../../helpers/must.ts';

let campaign: TestCampaign;
let author: TestStaff;
let first: TestStaff;
let second: TestStaff;
let coordinator: TestStaff;
let admin: TestStaff;

beforeAll(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author', 'approver']);
  first = await campaign.staff(['approver'], { linked: true });
  second = await campaign.staff(['approver']);
  coordinator = await campaign.staff(['coordinator'], { name: 'Aygün' });
  admin = await campaign.staff(['admin'], { name: 'Rəşad' });
  await campaign.followers('en', 2);
});
afterAll(() => campaign.close());
beforeEach(async () => {
  await campaign.db.update(campaigns).set({ approvalPolicy: {} });
  await campaign.db.delete(approvalPolicyRequests);
});

/** How many approvals of exactly this text count, and how many it takes. */
async function textApprovals(...of: Parameters<typeof approversOf>) {
  return { given: (await approversOf(...of)).size, needed: await approvalsNeeded(...of) };
}

interface Submitted {
  readonly postId: PostId;
  readonly translationId: TranslationId;
}

async function submitted(kind: PostKind = 'press_release'): Promise<Submitted> {
  const { caseId } = campaign;
  const text = {
    kind,
    sourceLanguage: 'en',
    text: 'They are free.',
    notBefore: null,
    notAfter: null,
  } as const;
  const { postId } = must(await createPost(author.ctx, { caseId, ...text }));
  const { translationId } = must(await submitPost(author.ctx, { postId, language: 'en' }));
  return { postId, translationId };
}

const decide = (
  { translationId }: Submitted,
  by: TestStaff,
  decision: 'approved' | 'rejected' = 'approved',
) => decidePost(by.ctx, { translationId, version: 1, decision });

const publish = ({ postId }: Submitted) => publishPost(campaign.job, postId);

async function stateOf({ postId }: Submitted): Promise<string | undefined> {
  return (await readPost(author.ctx, postId))?.translations[0]?.state;
}

async function standing({ postId }: Submitted) {
  const post = await readPost(campaign.job, postId);
  const text = post?.translations[0];
  if (post === undefined || text === undefined) throw new Error('no such post');
  return { post, text };
}

describe('a press release', () => {
  test('is approved once two different people have approved it, and goes out then', async () => {
    const release = await submitted();
    expect(await decide(release, first)).toMatchObject({
      value: { state: 'in_review', given: 1, needed: 2 },
    });
    // What the second one reads is compared with what was approved before, and not with itself.
    expect(
      await campaign.db.$count(approvedTexts, eq(approvedTexts.translationId, release.translationId)),
    ).toBe(0);
    expect(await publish(release)).toMatchObject({ published: [], deliveries: 0 });
    expect(await decide(release, first)).toMatchObject({ refusal: { code: 'approved-already' } });
    expect(await decide(release, author)).toMatchObject({ refusal: { code: 'own-text' } });
    expect(await decide(release, second)).toMatchObject({
      value: { state: 'approved', given: 2, needed: 2 },
    });
    expect(await publish(release)).toMatchObject({ published: ['en'], deliveries: 2 });
  });

  test('waits for whoever has not approved it, and no longer for who has', async () => {
    const release = await submitted();
    const waitsFor = async ({ ctx }: TestStaff) =>
      (await whatWaits(ctx)).texts.find(({ postId }) => postId === release.postId)?.approvals;
    expect(await waitsFor(first)).toEqual({ given: 0, needed: 2 });
    must(await decide(release, first));
    expect(await waitsFor(first)).toBeUndefined();
    expect(await waitsFor(second)).toEqual({ given: 1, needed: 2 });
    const review = await reviewText(first.ctx, { postId: release.postId, language: 'en' });
    expect(review).toMatchObject({
      approvals: { given: 1, needed: 2 },
      refusal: { code: 'approved-already' },
    });
  });

  test('is rejected by one person, also by one who approved it before', async () => {
    const release = await submitted();
    must(await decide(release, first));
    expect(await decide(release, first, 'rejected')).toMatchObject({ value: { state: 'rejected' } });
  });

  test('loses the first approval by an edit', async () => {
    const release = await submitted();
    must(await decide(release, first));
    const { postId, translationId } = release;
    must(await editPost(author.ctx, { postId, language: 'en', text: 'They are free at last.' }));
    must(await submitPost(author.ctx, { postId, language: 'en' }));
    expect(await decidePost(second.ctx, { translationId, version: 2, decision: 'approved' })).toMatchObject({
      value: { state: 'in_review', given: 1, needed: 2 },
    });
  });

  test('does not go out once one of the two has left the staff', async () => {
    const leaver = await campaign.staff(['approver']);
    const release = await submitted();
    must(await decide(release, leaver));
    must(await decide(release, second));
    must(await revokeStaff(campaign.operator, leaver.id));
    expect(await publish(release)).toMatchObject({ published: [], unapproved: ['en'] });
  });

  test('that has gone out is no longer approved for an account once one of the two has left', async () => {
    const leaver = await campaign.staff(['approver']);
    const release = await submitted();
    must(await decide(release, leaver));
    must(await decide(release, second));
    await publish(release);
    const { post, text } = await standing(release);
    expect(await isTextApproved(campaign.sender, post, text)).toBe(true);
    must(await revokeStaff(campaign.operator, leaver.id));
    expect(await isTextApproved(campaign.sender, post, text)).toBe(false);
  });

  test('that is called an update takes its approvals anew', async () => {
    const release = await submitted();
    must(await decide(release, first));
    expect(must(await setPostKind(author.ctx, { postId: release.postId, kind: 'update' }))).toEqual({
      voided: 1,
    });
    expect(await stateOf(release)).toBe('draft');
  });
});

describe('the policy', () => {
  test('is set by a coordinator or an admin, and the others on the staff are told', async () => {
    await campaign.db.delete(calls);
    expect(await setApprovalPolicy(first.ctx, { update: 2 })).toMatchObject({
      refusal: { code: 'not-a-coordinator' },
    });
    const policy = { update: 2, press_release: 2 };
    expect(await setApprovalPolicy(coordinator.ctx, { update: 2 })).toMatchObject({ value: { policy } });
    expect(await campaign.db.$count(calls, eq(calls.staffId, first.id))).toBe(1);
    // Nothing is changed by it: nobody is told.
    must(await setApprovalPolicy(coordinator.ctx, { update: 2 }));
    expect(await campaign.db.$count(calls)).toBe(1);
  });

  test.each([
    ['lowered', 'press_release', 1],
    ['raised', 'update', 2],
  ] as const)('%s makes what was handed in under the other a draft again', async (_, kind, count) => {
    const waiting = await submitted(kind);
    const approved = await submitted(kind);
    const other = await submitted(kind === 'update' ? 'press_release' : 'update');
    for (const by of kind === 'update' ? [first] : [first, second]) must(await decide(approved, by));
    if (kind === 'press_release') must(await decide(waiting, first));
    const gone = await submitted(kind);
    for (const by of kind === 'update' ? [first] : [first, second]) must(await decide(gone, by));
    await publish(gone);
    // Fewer takes two.
    if (count === 1) must(await setApprovalPolicy(admin.ctx, { [kind]: count }));
    const { drafts } = must(await setApprovalPolicy(coordinator.ctx, { [kind]: count }));
    expect(drafts).toBeGreaterThanOrEqual(2);
    expect([await stateOf(waiting), await stateOf(approved), await stateOf(other)]).toEqual([
      'draft',
      'draft',
      'in_review',
    ]);
    // A button from before decides on nothing, and what has gone out still counts as approved.
    expect(await decide(waiting, second)).toMatchObject({ refusal: { code: 'changed-since' } });
    const { post, text } = await standing(gone);
    expect(text.state).toBe('published');
    expect(await isTextApproved(campaign.sender, post, text)).toBe(true);
  });

  test('is lowered by two, who ask for the very same within half an hour, and by nobody alone', async () => {
    const release = await submitted();
    must(await decide(release, first));
    const fewer = { update: 1, press_release: 1 } as const;
    const stricter = { update: 2, press_release: 2 } as const;
    const policy = async () =>
      readApprovalPolicy((await campaign.db.select().from(campaigns))[0]?.approvalPolicy ?? {});
    const stays = async () => {
      expect(await policy()).toMatchObject({ press_release: 2 });
      expect(await stateOf(release)).toBe('in_review');
    };
    const asks = async (by: TestStaff, change: ApprovalPolicyChange = { press_release: 1 }) =>
      must(await setApprovalPolicy(by.ctx, change));
    const agrees = (by: TestStaff, wanted: ApprovalPolicy = fewer) =>
      agreeToApprovalPolicy(by.ctx, { policy: wanted });
    await campaign.db.delete(calls);

    expect(await setApprovalPolicyByOperator(campaign.operator, { press_release: 1 })).toMatchObject({
      refusal: { code: 'takes-two' },
    });
    expect(await agrees(coordinator)).toMatchObject({ refusal: { code: 'request-lapsed' } });
    const lapsesAt = campaign.clock.now().add({ minutes: 30 });
    const waits = { policy: { press_release: 2 }, drafts: 0, awaits: { policy: fewer, lapsesAt } };
    expect(await asks(admin)).toMatchObject(waits);
    expect(await campaign.db.$count(calls, eq(calls.staffId, first.id))).toBe(1);
    // Saying it again neither counts as a second person, nor makes it last longer, nor tells anybody anew.
    campaign.clock.advance({ minutes: 10 });
    expect(await asks(admin)).toMatchObject(waits);
    expect(await campaign.db.$count(calls, eq(calls.staffId, first.id))).toBe(1);
    expect(await agrees(admin)).toMatchObject({ refusal: { code: 'own-request' } });
    expect(await agrees(first)).toMatchObject({ refusal: { code: 'not-a-coordinator' } });
    expect(await agrees(coordinator, stricter)).toMatchObject({ refusal: { code: 'request-lapsed' } });
    campaign.clock.advance({ minutes: 20 });
    expect(await agrees(coordinator)).toMatchObject({ refusal: { code: 'request-lapsed' } });
    await stays();

    // Whoever wants something else asks anew; whoever is limited to a case, or has left, counts as nobody.
    await asks(admin);
    const other = await asks(coordinator, { press_release: 1, update: 2 });
    expect(other.awaits).toMatchObject({ policy: { press_release: 1, update: 2 } });
    expect(await agrees(admin)).toMatchObject({ refusal: { code: 'request-lapsed' } });
    await asks(coordinator);
    await campaign.db.insert(staffCases).values({ staffId: coordinator.id, caseId: campaign.caseId });
    expect(await agrees(admin)).toMatchObject({ refusal: { code: 'request-lapsed' } });
    await campaign.db.delete(staffCases);
    campaign.clock.advance({ minutes: 30 });
    const leaver = await campaign.staff(['admin']);
    await asks(leaver);
    must(await revokeStaff(campaign.operator, leaver.id));
    expect(await agrees(coordinator)).toMatchObject({ refusal: { code: 'request-lapsed' } });
    // More is asked for by one, and takes back what was asked for before.
    await asks(admin);
    must(await setApprovalPolicy(coordinator.ctx, { update: 2 }));
    expect(await agrees(coordinator, { update: 2, press_release: 1 })).toMatchObject({ ok: false });
    await stays();

    await asks(admin, fewer);
    expect(await agrees(coordinator)).toMatchObject({ value: { policy: fewer, awaits: null } });
    expect(await policy()).toEqual(fewer);
    expect(await stateOf(release)).toBe('draft');
  });

  test('lowered by hand lets nothing out on one approval that was handed in under two', async () => {
    const release = await submitted();
    must(await decide(release, first));
    await campaign.db.update(campaigns).set({ approvalPolicy: { press_release: 1 } });
    await campaign.db
      .update(translations)
      .set({ state: 'approved' })
      .where(eq(translations.postId, release.postId));
    const { post, text } = await standing(release);
    expect(await textApprovals(campaign.job, post, text)).toEqual({ given: 1, needed: 2 });
    // With the number that it was handed in under lowered too, the approval is of other content.
    const lowered = { ...text, approvalsNeeded: 1 };
    expect(await textApprovals(campaign.job, post, lowered)).toEqual({ given: 0, needed: 1 });
    expect(await textApprovals(campaign.job, { ...post, kind: 'update' }, text)).toEqual({
      given: 0,
      needed: 2,
    });
    expect(await publish(release)).toMatchObject({ published: [], unapproved: ['en'] });
  });

  test('on nobody’s word nothing goes out, whatever its row says of how many it takes', async () => {
    const release = await submitted();
    for (const needed of [0, -1]) {
      await campaign.db
        .update(translations)
        .set({ state: 'published', approvalsNeeded: needed })
        .where(eq(translations.postId, release.postId));
      const { post, text } = await standing(release);
      expect(await isTextApproved(campaign.sender, post, text)).toBe(false);
      expect(await textApprovals(campaign.sender, post, text)).toEqual({ given: 0, needed: 1 });
    }
  });

  test('raised by hand lets nobody approve what was handed in under less, nor does it go out', async () => {
    const update = await submitted('update');
    const approved = await submitted('update');
    must(await decide(approved, first));
    await campaign.db.update(campaigns).set({ approvalPolicy: { update: 2 } });
    expect(await decide(update, first)).toMatchObject({ refusal: { code: 'policy-changed' } });
    expect(await publish(approved)).toMatchObject({ published: [], unapproved: ['en'] });
  });

  test('counts a person once, however often they have signed', async () => {
    const release = await submitted();
    must(await decide(release, first));
    const { post, text } = await standing(release);
    const contentHash = await contentHashOf(campaign.job, post, text);
    const decided = {
      subjectType: 'translation',
      subjectId: text.id,
      contentHash,
      decision: 'approved',
    } as const;
    must(await recordDecision(first.ctx, decided, { proof: undefined, ownKeyNeeded: false }));
    expect(await campaign.db.$count(approvals, eq(approvals.subjectId, text.id))).toBe(2);
    expect(await textApprovals(campaign.job, post, text)).toEqual({ given: 1, needed: 2 });
  });
});
