import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '../../src/domain/words.ts';
import { type ApiWorld, apiWorld, type Client } from './world.ts';

let world: ApiWorld;
let me: Client;
let postId: string;

beforeAll(async () => {
  world = await apiWorld();
  me = await world.client(await world.staff(roles));
  const written = { caseId: world.caseId, sourceLanguage: 'en', text: 'The court sat.' };
  postId = (await me.post('/posts', written)).read<{ id: string }>().id;
});
afterAll(() => world.close());

const tagAt = async (path: string) => (await me.get(path)).headers.get('etag') ?? '';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, object>>;
}

/** What each of them needs to be changed, and where it is read. */
const changes = () =>
  ({
    'patch /campaign': { read: '/campaign', path: '/campaign', body: { groupsAllowed: true } },
    'put /campaign/reserve': {
      read: '/campaign/reserve',
      path: '/campaign/reserve',
      body: { bot: '@second_bot', channel: null },
    },
    'patch /campaign/approvals': {
      read: '/campaign/approvals',
      path: '/campaign/approvals',
      body: { update: 2 },
    },
    'put /posts/{postId}/kind': {
      read: `/posts/${postId}`,
      path: `/posts/${postId}/kind`,
      body: { kind: 'press_release' },
    },
    'put /posts/{postId}/schedule': {
      read: `/posts/${postId}`,
      path: `/posts/${postId}/schedule`,
      body: { notBefore: '2009-11-11T09:00:00Z', notAfter: null, embargoUntil: null },
    },
    'put /posts/{postId}/embargo': {
      read: `/posts/${postId}`,
      path: `/posts/${postId}/embargo`,
      body: { embargoUntil: '2009-11-11T10:30:00Z' },
    },
    'put /posts/{postId}/warning': {
      read: `/posts/${postId}`,
      path: `/posts/${postId}/warning`,
      body: { warning: null },
    },
    'put /posts/{postId}/photo': {
      read: `/posts/${postId}`,
      path: `/posts/${postId}/photo`,
      body: { mediaId: null },
    },
    'put /posts/{postId}/card': {
      read: `/posts/${postId}`,
      path: `/posts/${postId}/card`,
      body: { of: 'quote', words: 'We only made a video.', who: { en: 'Emin Milli' } },
    },
    'put /posts/{postId}/accounts': {
      read: `/posts/${postId}/accounts`,
      path: `/posts/${postId}/accounts`,
      body: { accountIds: [], gapSeconds: 60 },
    },
    'put /posts/{postId}/translations/{language}': {
      read: `/posts/${postId}/translations/en`,
      path: `/posts/${postId}/translations/en`,
      body: { text: 'The court rose.' },
    },
  }) as const;

/** Single values, of which the last counts: whoever sets one loses nothing of another's. */
const single = [
  'patch /cases/{caseId}',
  'put /account-deliveries/{deliveryId}/due',
  'put /accounts/{accountId}/budget',
  'put /accounts/{accountId}/credentials',
  'put /own/language',
  'put /staff/{staffId}/cases',
];

describe('every route that changes what others may change meanwhile', () => {
  test('takes the tag of what was read, and says in the document that it refuses otherwise', async () => {
    const { paths } = (await world.request('/openapi.json')).read<{
      paths: Record<string, Record<string, Operation>>;
    }>();
    const all = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([method]) => method === 'put' || method === 'patch')
        .map(([method, operation]) => ({ route: `${method} ${path.replace('/api/admin', '')}`, operation })),
    );
    const conditional = all.filter(({ route }) => !single.includes(route));
    expect(conditional.map(({ route }) => route).toSorted()).toEqual(Object.keys(changes()).toSorted());
    for (const { route, operation } of conditional) {
      expect(operation.parameters, route).toContainEqual(expect.objectContaining({ name: 'if-match' }));
      expect(Object.keys(operation.responses), route).toEqual(expect.arrayContaining(['412', '428']));
    }
  });

  test('refuses a change without a tag, or of what was changed since, and lets the others through', async () => {
    for (const [route, { read, path, body }] of Object.entries(changes())) {
      const change = (headers: Record<string, string>) =>
        route.startsWith('put') ? me.put(path, body, headers) : me.patch(path, body, headers);
      const tag = await tagAt(read);
      expect(tag, route).toMatch(/^"[\w-]+"$/);
      expect(await change({}), route).toMatchObject({ status: 428, json: { code: 'precondition-missing' } });
      expect((await change({ 'If-Match': '"another"' })).status, route).toBe(412);
      expect((await change({ 'If-Match': `"another", ${tag}` })).status, route).toBe(200);
      // To set what is so already changes nothing, and the tag stays.
      if ((await tagAt(read)) === tag) continue;
      expect(await change({ 'If-Match': tag }), route).toMatchObject({
        status: 412,
        json: { code: 'precondition-failed' },
      });
      expect((await change({ 'If-Match': '*' })).status, route).toBe(200);
    }
  });
});

test('of two who change the same at once one is refused, however close they come', async () => {
  const path = `/posts/${postId}/translations/en`;
  const tag = await tagAt(path);
  const held = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  const holding = world.sql.begin(async (tx) => {
    await tx`select 1 from posts where id = ${postId} for update`;
    held.resolve();
    await free.promise;
  });
  await held.promise;
  const both = ['One.', 'Two.'].map((text) => me.put(path, { text }, { 'If-Match': tag }));
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await world.db.execute(waiting)).length < 2) await new Promise(setImmediate);
  free.resolve();
  await holding;
  const statuses = (await Promise.all(both)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([200, 412]);
});

test('what is not there is told as that', async () => {
  const nowhere = '/posts/018e0000-0000-7000-8000-000000000000/accounts';
  const answer = await me.put(nowhere, { accountIds: [] }, { 'If-Match': '*' });
  expect(answer).toMatchObject({ status: 404, json: { code: 'post-unknown' } });
});
