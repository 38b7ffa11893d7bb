import {
  accountDeliveries,
  accounts,
  consents,
  media,
  payloads,
  persons,
  translations,
} from '../../src/db/schema/index.ts';
import {
  type AccountDeliveryId,
  type AccountId,
  type CaseId,
  type ConsentId,
  type MediaId,
  newId,
  type PayloadId,
  type PersonId,
} from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/words.ts';
import { listBroadcasts } from '../../src/services/broadcasts/progress.ts';
import { addEndpoint } from '../../src/services/endpoints/add.ts';
import { pausePosts } from '../../src/services/pauses/pause.ts';
import { createPost } from '../../src/services/posts/create.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import { limitToCases } from '../../src/services/staff/limit-to-cases.ts';
import type { TestCampaign, TestStaff } from '../helpers/campaign.ts';
import { announce } from '../helpers/hearing.ts';
import { happens } from '../helpers/incident.ts';
import { must } from '../helpers/must.ts';

/**
 * One object of every kind of the campaign's first case, and people who are limited to another one. `objects`: by the name
 * of the parameter by which routes call for it.
 */
export async function othersCase(campaign: TestCampaign) {
  const { caseId, clock } = campaign;
  const recorder = await campaign.staff(['lawyer', 'author'], { linked: true });
  const decider = await campaign.staff(['coordinator'], { linked: true });
  const hearingId = await announce(campaign, { recorder, decider });
  const incidentId = await happens(campaign, { recorder, decider });
  await campaign.dispatchAll();
  const [broadcast] = await listBroadcasts(campaign.operator, { caseId, before: null, limit: 1 });
  if (broadcast === undefined) throw new Error('No alert has made a broadcast.');
  const text = { caseId, sourceLanguage: 'az', text: 'Məhkəmə oldu.' } as const;
  const { postId } = must(await createPost(recorder.ctx, { ...text, notBefore: null, notAfter: null }));
  must(await submitPost(recorder.ctx, { postId, language: 'az' }));
  const { pauseId } = must(await pausePosts(recorder.ctx, { caseId }));

  const personId = newId<PersonId>();
  await campaign.db.insert(persons).values({ id: personId, caseId, name: { en: 'Somebody' }, position: 0 });
  const consentId = newId<ConsentId>();
  const recorded = { recordedBy: recorder.id, recordedAt: clock.now() };
  await campaign.db.insert(consents).values({
    id: consentId,
    campaignId: campaign.campaignId,
    caseId,
    personId,
    covers: 'health',
    givenBy: 'family',
    ...recorded,
  });

  const of = { campaignId: campaign.campaignId, botId: campaign.botId };
  const accountId = newId<AccountId>();
  const payloadId = newId<PayloadId>();
  const deliveryId = newId<AccountDeliveryId>();
  const [{ id: translationId } = { id: undefined }] = await campaign.db.select().from(translations);
  if (translationId === undefined) throw new Error('The post has no text.');
  const createdAt = clock.now();
  await campaign.db.insert(accounts).values({
    ...of,
    id: accountId,
    network: 'mastodon',
    language: 'az',
    handle: '@campaign',
    remoteId: '1',
    state: 'active',
    capabilities: { text: { max: 1000, maxBytes: null, perAddress: null }, images: null },
    createdAt,
  });
  await campaign.db
    .insert(payloads)
    .values({ id: payloadId, translationId, accountId, part: 0, content: {}, createdAt });
  const due = { dueAt: createdAt, notAfter: createdAt.add({ hours: 24 }) };
  await campaign.db
    .insert(accountDeliveries)
    .values({ ...of, ...due, id: deliveryId, postId, payloadId, accountId, part: 0, state: 'planned' });

  const mediaId = newId<MediaId>();
  await campaign.db.insert(media).values({
    id: mediaId,
    campaignId: campaign.campaignId,
    sha256: 'ab'.repeat(32),
    contentType: 'image/jpeg',
    width: 1,
    height: 1,
    size: 1,
    content: Buffer.alloc(1),
    addedBy: recorder.id,
    createdAt,
  });
  await campaign.sql`update posts set media_id = ${mediaId} where id = ${postId}`;
  const hook = { url: 'https://example.org/hook', kinds: ['hearing.changed'] } as const;
  const { endpointId } = must(await addEndpoint(campaign.operator, { ...hook, caseIds: [caseId] }));

  const own: CaseId = await campaign.addCase('own-case');
  const objects = {
    caseId,
    hearingId,
    incidentId,
    broadcastId: broadcast.id,
    postId,
    pauseId,
    consentId,
    deliveryId,
    mediaId,
    endpointId,
  };
  return {
    objects: objects as Readonly<Record<string, string>>,
    own,
    async limited(role: Role): Promise<TestStaff> {
      const member = await campaign.staff([role]);
      must(await limitToCases(campaign.operator, { staffId: member.id, caseIds: [own] }));
      return member;
    },
  };
}

/** Everybody who can be limited to some cases. */
export const limitable = [
  'author',
  'translator',
  'approver',
  'coordinator',
  'lawyer',
] as const satisfies readonly Role[];
