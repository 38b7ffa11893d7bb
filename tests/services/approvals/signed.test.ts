import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { approvals, passkeys, staff } from '../../../src/db/schema/index.ts';
import type { PostId, TranslationId } from '../../../src/domain/ids.ts';
import type { Decision } from '../../../src/domain/words.ts';
import { offerDecision } from '../../../src/services/approvals/offer.ts';
import { actingAs } from '../../../src/services/context.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { reviewText } from '../../../src/services/posts/review.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { type KeyHolder, staffSite, withKey } from '../../helpers/keys.ts';

let campaign: TestCampaign;
let author: TestStaff;
let approver: TestStaff;
let holder: KeyHolder;
let postId: PostId;
let translationId: TranslationId;

beforeAll(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author']);
  approver = await campaign.staff(['approver']);
  holder = await withKey(campaign, approver);
});
afterAll(() => campaign.close());

/** What the scheduler works with, once there is a staff site. */
const job = () => ({ ...campaign.job, staffSite });

async function submitted(text: string) {
  const window = { notBefore: null, notAfter: null };
  const { caseId } = campaign;
  const made = await createPost(author.ctx, { caseId, sourceLanguage: 'en', text, ...window });
  if (!made.ok) throw new Error(made.refusal.code);
  const handed = await submitPost(author.ctx, { postId: made.value.postId, language: 'en' });
  if (!handed.ok) throw new Error(handed.refusal.code);
  return { postId: made.value.postId, translationId: handed.value.translationId };
}

beforeEach(async () => {
  ({ postId, translationId } = await submitted('We heard from them.'));
});

async function offers(of: PostId = postId) {
  const review = await reviewText(holder.ctx, { postId: of, language: 'en' });
  if (review === undefined) throw new Error('There is no such text.');
  const offered = await offerDecision(holder.ctx, review.contentHash);
  return (decision: Decision) => {
    const offer = offered.find((one) => one.decision === decision);
    if (offer === undefined) throw new Error('There is no such offer.');
    return { approvalId: offer.approvalId, answer: holder.key.sign(offer.options.challenge) };
  };
}

const decide = (proof: { approvalId: string; answer: string } | undefined, decision: Decision = 'approved') =>
  decidePost(holder.ctx, { translationId, version: 1, decision, ...(proof && { proof }) });

async function approve(): Promise<void> {
  const proofs = await offers();
  expect(await decide(proofs('approved'))).toMatchObject({ ok: true });
}

describe('once there is a staff site', () => {
  test('a text that its approver signed goes out, by what stands in the row alone', async () => {
    await approve();
    expect(await publishPost(job(), postId)).toMatchObject({ published: ['en'], unapproved: [] });
  });

  test('a text is decided by no other way: not by button, not by token, not without a signature', async () => {
    for (const via of ['bot', 'api', 'console'] as const) {
      const ctx = actingAs(holder.ctx, { ...holder.ctx.actor, via });
      expect(await decidePost(ctx, { translationId, version: 1, decision: 'approved' })).toMatchObject({
        refusal: { code: 'key-needed' },
      });
    }
  });

  test('a signature counts for one decision, on one content, by its own key', async () => {
    const proofs = await offers();
    expect(await decide(proofs('rejected'), 'approved')).toMatchObject({ refusal: { code: 'key-refused' } });
    const other = await submitted('Something else.');
    const elsewhere = await offers(other.postId);
    expect(await decide(elsewhere('approved'))).toMatchObject({ refusal: { code: 'key-refused' } });
    const stranger = await withKey(campaign, await campaign.staff(['approver']));
    const { approvalId } = proofs('approved');
    const forged = stranger.key.sign('AAAA');
    expect(await decide({ approvalId, answer: forged })).toMatchObject({ refusal: { code: 'key-refused' } });
    expect(
      await decide({ approvalId: crypto.randomUUID(), answer: proofs('approved').answer }),
    ).toMatchObject({ refusal: { code: 'key-refused' } });
    expect(await decide(proofs('approved'))).toMatchObject({ ok: true });
  });

  const row = () => eq(approvals.subjectId, translationId);
  test.each<[string, () => Promise<unknown>]>([
    ['the words', () => campaign.db.execute(`update translations set text = text || '.'`)],
    ['the window', () => campaign.db.execute(`update posts set not_before = '2009-01-01T00:00:00Z'`)],
    ['who decided', () => campaign.db.update(approvals).set({ staffId: author.id }).where(row())],
    ['its id', () => campaign.db.update(approvals).set({ id: crypto.randomUUID() }).where(row())],
    ['its signature, taken away', () => campaign.db.update(approvals).set({ signature: null }).where(row())],
    [
      'its signature, by a byte',
      () =>
        campaign.db.execute(
          `update approvals set signature = jsonb_set(signature, '{clientData}', to_jsonb('A' || substr(signature->>'clientData', 2)))`,
        ),
    ],
    ['the key, revoked since', () => campaign.db.update(passkeys).set({ revokedAt: campaign.clock.now() })],
    [
      'its person, revoked since',
      () =>
        campaign.db.update(staff).set({ revokedAt: campaign.clock.now() }).where(eq(staff.id, approver.id)),
    ],
  ])('nothing goes out after a change by hand of %s', async (_, change) => {
    await approve();
    // Of what other rows had: their texts refer to these.
    await campaign.db.execute('delete from approved_texts');
    await change();
    expect(await publishPost(job(), postId)).toMatchObject({ published: [], unapproved: ['en'] });
    await campaign.db.update(passkeys).set({ revokedAt: null });
    await campaign.db.update(staff).set({ revokedAt: null });
  });

  test('a row copied onto another text sends nothing of that', async () => {
    await approve();
    const other = await submitted('Not approved by anybody.');
    await campaign.db.execute(
      `update translations set state = 'approved' where id = '${other.translationId}'`,
    );
    await campaign.db.execute(`
      insert into approvals (id, campaign_id, subject_type, subject_id, content_hash, staff_id, decision, via, decided_at, signature)
      select gen_random_uuid(), campaign_id, subject_type, '${other.translationId}', content_hash, staff_id, decision, via, decided_at, signature
      from approvals where subject_id = '${translationId}'`);
    expect(await publishPost(job(), other.postId)).toMatchObject({ published: [], unapproved: ['en'] });
  });

  test('the next decider sees what was approved before, and a signature of it is worth nothing again', async () => {
    const proofs = await offers();
    const proof = proofs('approved');
    await decide(proof);
    await editPost(author.ctx, { postId, language: 'en', text: 'We heard from both of them.' });
    await submitPost(author.ctx, { postId, language: 'en' });
    const review = await reviewText(holder.ctx, { postId, language: 'en' });
    expect(review?.before?.text).toBe('We heard from them.');
    expect(
      await decidePost(holder.ctx, { translationId, version: 2, decision: 'approved', proof }),
    ).toMatchObject({ refusal: { code: 'key-refused' } });
  });
});
