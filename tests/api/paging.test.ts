import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accountDeliveries,
  accounts,
  cases,
  contacts,
  payloads,
  posts,
  translations,
} from '../../src/db/schema/index.ts';
import {
  type AccountDeliveryId,
  type AccountId,
  type ContactId,
  newId,
  type PayloadId,
  type PostId,
} from '../../src/domain/ids.ts';
import { roles } from '../../src/domain/words.ts';
import { recordHearing } from '../../src/services/hearings/record.ts';
import type { TestStaff } from '../helpers/campaign.ts';
import { verdictFacts } from '../helpers/hearing.ts';
import { type ApiWorld, apiWorld, type Client } from './world.ts';

let world: ApiWorld;
let member: TestStaff;
let me: Client;

beforeAll(async () => {
  world = await apiWorld();
  member = await world.staff(roles);
  me = await world.client(member);
});
afterAll(() => world.close());

interface Page {
  readonly items: readonly { readonly id: string; readonly contactId?: string | null }[];
  readonly next: string | null;
}

/** All pages of a list, two things on each, with how many there were. */
async function pagesOf(path: string) {
  const found: Page['items'][number][] = [];
  const all: number[] = [];
  let next: string | null = null;
  do {
    const cursor: string = next === null ? '' : `&after=${encodeURIComponent(next)}`;
    const answer = await me.get(`${path}${path.includes('?') ? '&' : '?'}limit=2${cursor}`);
    expect(answer.status, path).toBe(200);
    const page: Page = answer.read<Page>();
    found.push(...page.items);
    all.push(page.items.length);
    next = page.next;
  } while (next !== null);
  return { ids: found.map(({ id }) => id), sizes: all, found };
}

test('a list is read to its end page by page, nothing twice and nothing left out', async () => {
  for (const slug of ['a', 'b', 'c', 'd']) await world.addCase(slug);
  await world.db.update(cases).set({ status: 'closed' }).where(eq(cases.slug, 'b'));
  const whole = (await me.get('/cases')).read<Page>();
  expect(whole.next).toBeNull();
  const { ids, sizes } = await pagesOf('/cases');
  expect(sizes).toEqual([2, 2, 1]);
  expect(ids).toEqual(whole.items.map(({ id }) => id));
  expect(whole.items.at(-1)).toMatchObject({ slug: 'b' });

  for (const date of ['2009-11-13', '2009-11-12', '2009-11-14']) {
    const facts = { ...verdictFacts, date };
    const recorded = await recordHearing(member.ctx, { caseId: world.caseId, facts });
    if (!recorded.ok) throw new Error(recorded.refusal.code);
  }
  const hearings = `/cases/${world.caseId}/hearings`;
  const inOrder = (await me.get(hearings)).read<Page>().items.map(({ id }) => id);
  expect((await pagesOf(hearings)).ids).toEqual(inOrder);
  expect(inOrder).toHaveLength(3);

  await world.staff(['author']);
  await world.staff(['author']);
  expect((await pagesOf('/staff')).sizes).toEqual([2, 1]);
  const gone = '018e0000-0000-7000-8000-000000000000';
  expect(await me.get(`/staff?after=${gone}`)).toMatchObject({
    status: 422,
    json: { code: 'cursor-unknown' },
  });
});

test('a press list, and what goes to all of it at one moment, is read to its end, by state as well', async () => {
  const at = world.clock.now();
  const accountId = newId<AccountId>();
  await world.db.insert(accounts).values({
    id: accountId,
    campaignId: world.campaignId,
    network: 'email',
    language: 'en',
    remoteId: 'press@example.org',
    handle: 'press@example.org',
    capabilities: { text: { max: 1000, maxBytes: null, perAddress: null }, images: null },
    state: 'active',
    sealedCredentials: Buffer.alloc(1),
    createdAt: at,
  });
  const written = { caseId: world.caseId, sourceLanguage: 'en', text: 'The court sat.' };
  const postId = (await me.post('/posts', written)).read<{ id: PostId }>().id;
  const [text] = await world.db.select().from(translations).where(eq(translations.postId, postId));
  if (text === undefined) throw new Error('There is no text.');
  const payloadId = newId<PayloadId>();
  await world.db.insert(payloads).values({
    id: payloadId,
    translationId: text.id,
    accountId,
    part: 0,
    content: {},
    createdAt: at,
  });
  const list = Array.from({ length: 5 }, () => newId<ContactId>());
  await world.db.insert(contacts).values(
    list.map((id) => ({
      id,
      campaignId: world.campaignId,
      accountId,
      state: 'active' as const,
      sealed: Buffer.alloc(1),
      tokenHash: Buffer.from(id),
      outlet: '',
      topic: '',
      consentedOn: '2009-11-01',
      addedAt: at,
      addedBy: member.id,
    })),
  );
  await world.db.insert(accountDeliveries).values(
    list.map((contactId, index) => ({
      id: newId<AccountDeliveryId>(),
      campaignId: world.campaignId,
      botId: world.botId,
      postId,
      accountId,
      contactId,
      payloadId,
      part: 0,
      state: index === 0 ? ('cancelled' as const) : ('planned' as const),
      dueAt: at,
      notAfter: at.add({ hours: 1 }),
    })),
  );
  expect((await pagesOf(`/accounts/${accountId}/contacts`)).ids).toEqual(list);
  const { found, sizes } = await pagesOf(`/account-deliveries?postId=${postId}`);
  expect(sizes).toEqual([2, 2, 1]);
  expect(found.map(({ contactId }) => contactId).toSorted()).toEqual(list.toSorted());
  expect((await pagesOf(`/account-deliveries?postId=${postId}&state=cancelled`)).found).toMatchObject([
    { contactId: list[0] },
  ]);
  expect((await me.get('/account-deliveries?after=x')).status).toBe(422);
  expect(await world.db.$count(posts)).toBe(1);
});
