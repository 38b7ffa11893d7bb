import { afterAll, beforeAll, expect, test } from 'vitest';
import { MastodonStandIn } from '../../sandbox/mastodon/stand-in.ts';
import { createOpener } from '../../src/crypto/seal.ts';
import { leases } from '../../src/db/schema/index.ts';
import { Publisher } from '../../src/sender/publisher.ts';
import { publishPost } from '../../src/services/posts/publish.ts';
import { type ApiWorld, apiWorld, type Client } from './world.ts';

let world: ApiWorld;
let standIn: MastodonStandIn;
let admin: Client;
let author: Client;
let approver: Client;

beforeAll(async () => {
  world = await apiWorld();
  standIn = await MastodonStandIn.start({ now: () => world.clock.now() });
  admin = await world.client(await world.staff(['admin']));
  author = await world.client(await world.staff(['author']));
  approver = await world.client(await world.staff(['approver']));
});
afterAll(async () => {
  await world.close();
  await standIn.close();
});

interface Deliveries {
  readonly items: readonly { readonly id: string; readonly state: string; readonly url: string | null }[];
}

test('an account is connected, a post is approved with what goes there, published, and taken back', async () => {
  const { token, id: remote } = standIn.createAccount('bray');
  const credentials = { server: standIn.url, token };
  expect(await author.post('/accounts', { network: 'mastodon', language: 'en', credentials })).toMatchObject({
    status: 403,
  });
  const wrong = { network: 'mastodon', language: 'en', credentials: { server: standIn.url, token: 'wrong' } };
  expect(await admin.post('/accounts', wrong)).toMatchObject({
    status: 422,
    json: { code: 'not-recognised' },
  });
  const connected = await admin.post('/accounts', { network: 'mastodon', language: 'en', credentials });
  expect(connected).toMatchObject({ status: 201, json: { handle: expect.stringContaining('@bray@') } });
  const { id: accountId } = connected.read<{ id: string }>();
  const listed = await approver.get('/accounts');
  expect(listed.json).toMatchObject({ items: [{ id: accountId, state: 'active', network: 'mastodon' }] });
  expect(listed.text).not.toContain(token);
  expect(
    (await admin.post('/accounts', { network: 'mastodon', language: 'en', credentials })).json,
  ).toMatchObject({
    code: 'account-known',
  });

  const written = { caseId: world.caseId, sourceLanguage: 'en', text: 'The court **sat** today.' };
  const { id: postId } = (await author.post('/posts', written)).read<{ id: string }>();
  expect((await author.put(`/posts/${postId}/accounts`, { accountIds: [accountId] })).status).toBe(200);
  expect((await author.post(`/posts/${postId}/translations/en/submissions`)).status).toBe(201);
  const shown = await approver.get(`/posts/${postId}/accounts`);
  expect(shown.json).toMatchObject({
    accountIds: [accountId],
    payloads: [{ accountId, part: 0, content: expect.stringContaining('"text":"The court sat today."') }],
  });
  const { translations } = (await approver.get(`/posts/${postId}`)).read<{
    translations: { version: number }[];
  }>();
  const version = translations[0]?.version;
  const decided = await approver.post(`/posts/${postId}/translations/en/approvals`, {
    version,
    decision: 'approved',
  });
  expect(decided.status).toBe(201);
  await publishPost(world.job, postId as Parameters<typeof publishPost>[1]);

  const expiresAt = Temporal.Now.instant().add({ hours: 1 });
  await world.db.insert(leases).values({ botId: world.botId, holder: 'test', epoch: 1, expiresAt });
  const lease = { epoch: 1, valid: () => true, lost: new AbortController().signal };
  const opener = createOpener(world.keys.sender.sealing);
  const publisher = new Publisher({ ctx: world.sender, lease, opener });
  await publisher.round();
  await publisher.idle();
  expect(standIn.ledger(remote)).toMatchObject([{ text: 'The court sat today.', deleted: false }]);
  const { items } = (await author.get(`/account-deliveries?postId=${postId}`)).read<Deliveries>();
  expect(items).toMatchObject([{ state: 'sent', url: expect.stringContaining(standIn.url) }]);
  expect(await approver.delete(`/account-deliveries/${items[0]?.id}`)).toMatchObject({
    status: 409,
    json: { code: 'account-delivery-settled' },
  });
  const there = `/posts/${postId}/accounts/${accountId}/retractions`;
  expect((await approver.post(there)).json).toEqual({ cancelled: 0, asked: 1, final: 0 });
  expect(await approver.post(there.replace(accountId, postId))).toMatchObject({ status: 404 });
  // Of what is asked for already nothing is asked again.
  expect((await approver.post(`/posts/${postId}/retractions`)).json).toEqual({
    cancelled: 0,
    asked: 0,
    final: 0,
    waiting: 0,
  });
  await publisher.round();
  await publisher.idle();
  expect(standIn.ledger(remote)).toMatchObject([{ deleted: true }]);
});

test('networks say what they can and what it takes to connect', async () => {
  const { items } = (await author.get('/networks')).read<{
    items: { name: string; atMostOnce: boolean; credentials: { name: string; secret: boolean }[] }[];
  }>();
  expect(items.find(({ name }) => name === 'telegram')?.atMostOnce).toBe(true);
  expect(items.find(({ name }) => name === 'mastodon')?.credentials).toMatchObject([
    { name: 'server', secret: false },
    { name: 'token', secret: true },
  ]);
});

test('a pause over the API takes two to lift', async () => {
  const second = await world.client(await world.staff(['approver']));
  const { id } = (await author.post('/pauses', {})).read<{ id: string }>();
  expect((await author.get('/pauses')).json).toMatchObject({ items: [{ id, caseId: null }] });
  expect((await approver.post(`/pauses/${id}/liftings`)).json).toMatchObject({
    effect: 'awaits-second-person',
  });
  const awaits = async () => (await author.get('/pauses')).json;
  expect(await awaits()).toMatchObject({ items: [{ awaitsSecondPerson: true }] });
  // Of what has lapsed nobody waits any more: who asks next is the first again.
  world.clock.advance({ minutes: 31 });
  expect(await awaits()).toMatchObject({ items: [{ awaitsSecondPerson: false }] });
  expect((await second.post(`/pauses/${id}/liftings`)).json).toMatchObject({
    effect: 'awaits-second-person',
  });
  expect((await approver.post(`/pauses/${id}/liftings`)).json).toEqual({ effect: 'done' });
});
