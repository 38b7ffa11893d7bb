import type { CaseId, PostId, TranslationId } from '../../src/domain/ids.ts';
import { createPost } from '../../src/services/posts/create.ts';
import { decidePost } from '../../src/services/posts/decide.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import type { TestCampaign, TestStaff } from './campaign.ts';
import { must } from './must.ts';

/** A post in English that is handed in and approved, by those who are named or by staff who are taken on for it. */
export async function approvedPost(
  campaign: TestCampaign,
  more: {
    readonly author?: TestStaff;
    readonly approver?: TestStaff;
    readonly caseId?: CaseId;
    readonly text?: string;
    readonly notBefore?: Temporal.Instant | null;
    readonly notAfter?: Temporal.Instant | null;
    readonly embargoUntil?: Temporal.Instant | null;
  } = {},
): Promise<{ readonly postId: PostId; readonly translationId: TranslationId }> {
  const author = more.author ?? (await campaign.staff(['author']));
  const approver = more.approver ?? (await campaign.staff(['approver']));
  const { postId } = must(
    await createPost(author.ctx, {
      caseId: more.caseId ?? campaign.caseId,
      sourceLanguage: 'en',
      text: more.text ?? 'The court sat today.',
      notBefore: more.notBefore ?? null,
      notAfter: more.notAfter ?? null,
      embargoUntil: more.embargoUntil ?? null,
    }),
  );
  const { translationId } = must(await submitPost(author.ctx, { postId, language: 'en' }));
  must(await decidePost(approver.ctx, { translationId, version: 1, decision: 'approved' }));
  return { postId, translationId };
}
