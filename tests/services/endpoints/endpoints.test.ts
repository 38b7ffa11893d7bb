import { asc } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HttpFault } from '../../../sandbox/http/faults.ts';
import { type FaultyServer, type StandInRequest, startFaultyServer } from '../../../sandbox/http/server.ts';
import { createOpener } from '../../../src/crypto/seal.ts';
import { endpointEvents, endpoints } from '../../../src/db/schema/index.ts';
import { retryEventAt } from '../../../src/domain/endpoint.ts';
import { createHttp, type Http } from '../../../src/networks/http.ts';
import { Courier } from '../../../src/sender/courier.ts';
import { addEndpoint } from '../../../src/services/endpoints/add.ts';
import { announce } from '../../../src/services/endpoints/announce.ts';
import { listEndpoints } from '../../../src/services/endpoints/list.ts';
import { pruneEndpointEvents } from '../../../src/services/endpoints/prune.ts';
import { removeEndpoint } from '../../../src/services/endpoints/remove.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { announce as announceHearing, change, pair } from '../../helpers/hearing.ts';

let campaign: TestCampaign;
let server: FaultyServer;
let heard: StandInRequest[];
let status: number;
let http: Http;
let courier: Courier;

beforeEach(async () => {
  // What checks the signatures goes by the machine's clock.
  campaign = await testCampaign({ at: new Date().toISOString() });
  heard = [];
  status = 204;
  server = await startFaultyServer((request) => {
    heard.push(request);
    return { status, body: null };
  });
  http = createHttp({ timeoutMs: 500 });
  courier = new Courier({
    ctx: campaign.sender,
    opener: createOpener(campaign.keys.sender.sealing),
    post: async (url, event) => {
      const seen = await http.send({ method: 'POST', url, ...event });
      return seen.seen === 'answer' ? { status: seen.status } : { code: seen.code };
    },
  });
});
afterEach(async () => {
  await http.close();
  await server.close();
  await campaign.close();
});

async function listen(kinds: Parameters<typeof addEndpoint>[1]['kinds'] = ['hearing.changed']) {
  const added = await addEndpoint(campaign.operator, { url: `${server.url}/hook`, kinds });
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value;
}

const event = (n = 1) => announce(campaign.job, { kind: 'hearing.changed', data: { n } });
const events = () => campaign.db.select().from(endpointEvents).orderBy(asc(endpointEvents.id));

function verified(request: StandInRequest | undefined, secret: string): unknown {
  if (request === undefined) throw new Error('nothing was heard');
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
  return new Webhook(secret).verify(request.body.toString('utf8'), headers);
}

test('facts that take effect are told to a system, signed, and of nobody by name', async () => {
  const { secret } = await listen();
  const both = await pair(campaign);
  const hearingId = await announceHearing(campaign, both, { localDate: '2099-11-11' });
  expect(await courier.round()).toBe(1);
  expect(verified(heard[0], secret)).toMatchObject({
    type: 'hearing.changed',
    data: { case: 'donkey-bloggers', hearingId, revision: 1, localTime: '15:00', zone: 'Asia/Baku' },
  });
  await change(both, hearingId, 1, { localDate: '2099-11-11', localTime: '10:30' });
  await courier.round();
  expect(verified(heard[1], secret)).toMatchObject({ data: { revision: 2, localTime: '10:30' } });
  expect(await courier.round()).toBe(0);
  expect(heard).toHaveLength(2);
});

test('what was rolled back is told to nobody, and a kind that nobody wants is not kept', async () => {
  await listen(['post.published']);
  await event();
  await campaign.db
    .transaction(async (tx) => {
      await announce({ ...campaign.job, db: tx }, { kind: 'post.published', data: {} });
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  expect(await events()).toEqual([]);
});

test('a system that fails is told again, with the same id, until it is given up after three days', async () => {
  await listen();
  await event();
  status = 500;
  let attempts = 0;
  for (let rounds = 0; rounds < 40; rounds++) {
    attempts += await courier.round();
    const [row] = await events();
    if (row?.state !== 'planned') break;
    campaign.clock.set(row.dueAt);
  }
  const [row] = await events();
  expect(row).toMatchObject({ state: 'failed', outcome: '500', attempts: 10 });
  expect(attempts).toBe(10);
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(retryEventAt(9, Temporal.Instant.from('2009-11-11T00:00:00Z'))?.toString()).toBe(
    '2009-11-12T00:00:00Z',
  );
  expect(await listEndpoints(campaign.operator)).toMatchObject([{ waiting: 0, failed: 1, outcome: '500' }]);
});

test.each<HttpFault>(['reset after', 'time-out before', '5xx before', 'redirect', 'HTML after'])(
  'an attempt that meets %s is made again',
  async (fault) => {
    await listen();
    await event();
    server.fail({ method: 'POST', path: /hook/, fault });
    await courier.round();
    const [waiting] = await events();
    expect(waiting).toMatchObject({ state: 'planned', attempts: 1 });
    campaign.clock.set(waiting?.dueAt ?? campaign.clock.now());
    await courier.round();
    expect(await events()).toMatchObject([{ state: 'sent', attempts: 2, outcome: null }]);
  },
);

test('an event in the hand of a process that died comes back after a minute, and no other takes it before', async () => {
  await listen();
  await event();
  const dying = new Courier({
    ctx: campaign.sender,
    opener: createOpener(campaign.keys.sender.sealing),
    post: () => new Promise(() => undefined),
  });
  void dying.round();
  while ((await events())[0]?.attempts !== 1) await new Promise(setImmediate);
  expect(await courier.round()).toBe(0);
  campaign.clock.advance({ minutes: 1 });
  expect(await courier.round()).toBe(1);
  expect(await events()).toMatchObject([{ state: 'sent' }]);
});

test('one that is gone, or was removed, is told nothing more; its events go after a month', async () => {
  const { endpointId } = await listen();
  await event(1);
  status = 410;
  await courier.round();
  expect(await campaign.db.select().from(endpoints)).toMatchObject([
    { id: endpointId, endedAt: expect.anything() },
  ]);
  await event(2);
  expect(await events()).toHaveLength(1);
  status = 204;
  const second = await listen();
  await event(3);
  expect((await removeEndpoint(campaign.operator, second.endpointId)).ok).toBe(true);
  expect(await courier.round()).toBe(0);
  expect(heard).toHaveLength(1);
  campaign.clock.advance({ hours: 31 * 24 });
  expect(await pruneEndpointEvents(campaign.job)).toBe(2);
});

test.each([
  'http://example.org/hook',
  'ftp://example.org',
  'https://user:word@example.org/hook',
  'https://example.org/hook#part',
  'example.org',
  '',
])('is refused as an address: %s', async (url) => {
  const added = await addEndpoint(campaign.operator, { url, kinds: ['post.published'] });
  expect(added).toEqual({ ok: false, refusal: { code: 'endpoint-url-unusable' } });
});
