import { afterEach, beforeEach, expect, test } from 'vitest';
import { stuckTexts } from '../../../src/domain/drill.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { unapprovedTexts } from '../../../src/services/posts/unapproved.ts';
import { readSituation } from '../../../src/services/staff/situation.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { must } from '../../helpers/must.ts';

let campaign: TestCampaign;
beforeEach(async () => {
  campaign = await testCampaign();
});
afterEach(() => campaign.close());

test('a text that everybody changed who could approve it is found, and no other', async () => {
  const author = await campaign.staff(['author']);
  const [first, second] = [
    await campaign.staff(['author', 'approver'], { linked: true }),
    await campaign.staff(['author', 'approver'], { linked: true }),
  ];
  const begin = async (text: string) =>
    must(
      await createPost(author.ctx, {
        caseId: campaign.caseId,
        sourceLanguage: 'en',
        text,
        notBefore: null,
        notAfter: null,
      }),
    ).postId;
  const stuckId = await begin('The court sat.');
  const otherId = await begin('The court rose.');
  for (const { ctx } of [first, second])
    must(await editPost(ctx, { postId: stuckId, language: 'en', text: `The court sat ${ctx.actor.name}.` }));
  must(await editPost(second.ctx, { postId: otherId, language: 'en', text: 'The court rose at noon.' }));
  for (const postId of [stuckId, otherId]) must(await submitPost(author.ctx, { postId, language: 'en' }));

  const stuck = async () => {
    const situation = await readSituation(campaign.commandLine, { keys: 'open', holders: [] });
    const texts = await unapprovedTexts(campaign.commandLine);
    expect(texts).toHaveLength(2);
    return stuckTexts(situation, texts, campaign.clock.now()).map(({ postId }) => postId);
  };
  expect(await stuck()).toEqual([stuckId]);
  await campaign.staff(['approver'], { linked: true });
  expect(await stuck()).toEqual([]);
});
