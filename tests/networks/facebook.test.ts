import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FacebookStandIn } from '../../sandbox/facebook/stand-in.ts';
import { type AccountDeliveryId, type AccountId, newId } from '../../src/domain/ids.ts';
import type { Access, Network, Parcel, PostText } from '../../src/domain/network.ts';
import { parseMarkdown } from '../../src/domain/text/parse.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { phrase } from '../domain/text/scripts.ts';

const now = Temporal.Instant.from('2009-11-11T06:30:00Z');
const later = now.add({ hours: 1 });
let standIn: FacebookStandIn;
let facebook: Network;
let jpeg: Uint8Array<ArrayBuffer>;
let access: Access;
const opened: ReturnType<typeof openNetworks>[] = [];

function networkAt(root: string, version = 'v26.0'): Network {
  const one = openNetworks({ timeoutMs: 500, facebook: { root, version } });
  opened.push(one);
  return one.networks.facebook;
}

beforeAll(async () => {
  standIn = await FacebookStandIn.start({ now: () => now });
  facebook = networkAt(standIn.url);
  jpeg = new Uint8Array(
    await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer(),
  );
});
beforeEach(() => {
  access = { accountId: newId<AccountId>(), credentials: standIn.createPage('The Donkey Bloggers') };
});
afterAll(async () => {
  expect(standIn.wrongs).toEqual([]);
  await standIn.close();
  for (const one of opened) await one.close();
});

async function capabilities() {
  const checked = await facebook.check(access);
  if (checked.kind !== 'recognised') throw new Error(checked.kind);
  return checked.identity.capabilities;
}

async function render(markdown: string, image: PostText['image'] = null) {
  const parsed = parseMarkdown(markdown);
  if (!parsed.ok) throw new Error(parsed.faults[0]?.fault);
  return facebook.render(
    { document: parsed.document, language: 'en', image, embargo: null, warning: null },
    await capabilities(),
  );
}

async function only(markdown: string, image: PostText['image'] = null): Promise<Parcel> {
  const rendered = await render(markdown, image);
  if (!rendered.ok) throw new Error(rendered.refusal.code);
  return { key: newId<AccountDeliveryId>(), content: rendered.value[0]?.content ?? {}, answers: null };
}

const image = () => Promise.resolve(jpeg);
const may = { mayStart: () => true, image };

async function commit(parcel: Parcel, network = facebook) {
  const prepared = await facebook.prepare(access, parcel, { now, image, before: null });
  if (prepared.kind !== 'prepared') return prepared;
  return network.commit(access, parcel, prepared.prepared, may);
}

const look = (parcel: Parcel, others: readonly string[] = [], since = now) =>
  facebook.reconcile(access, parcel, {}, { since, others });

const page = () => access.credentials.page ?? '';

test('shows the first page that a text leads to below it, and a photo with its words instead of that', async () => {
  const linked = await commit(await only('The court [heard them](https://a.example/1) today.'));
  const picture = {
    sha256: 'a'.repeat(64),
    contentType: 'image/jpeg',
    width: 9,
    height: 9,
    bytes: jpeg.length,
    alt: 'Two men\nin a court room.',
  } as unknown as PostText['image'];
  const shown = await commit(await only('With a photo: [page](https://a.example/2).', picture));
  const undescribed = await commit(
    await only('Nobody said what it shows.', picture && { ...picture, alt: '' }),
  );
  expect([linked.kind, shown.kind, undescribed.kind]).toEqual(['published', 'published', 'published']);
  expect(standIn.ledger(page())).toMatchObject([
    { text: 'The court heard them (https://a.example/1) today.', link: 'https://a.example/1', photos: [] },
    { link: null, photos: [{ alt: 'Two men\nin a court room.' }] },
    { link: null, photos: [{ alt: null }] },
  ]);
});

test('what is not as it was prepared is not published', async () => {
  const parcel = await only('Words.');
  const prepared = { images: [{ sha256: 'b'.repeat(64), id: '1' }] };
  expect(await facebook.commit(access, parcel, prepared, may)).toEqual({
    kind: 'rejected',
    reason: 'not-as-prepared',
  });
  expect(standIn.ledger(page())).toEqual([]);
});

test.each([
  [190, 400, { kind: 'reconnect', reason: 'unauthorised' }],
  [190, 400, { kind: 'reconnect', reason: 'expired' }, 463],
  [190, 400, { kind: 'reconnect', reason: 'expired' }, 467],
  [190, 400, { kind: 'reconnect', reason: 'unauthorised' }, 460],
  [190, 400, { kind: 'reconnect', reason: 'suspended' }, 459],
  [190, 400, { kind: 'reconnect', reason: 'suspended' }, 490],
  [200, 403, { kind: 'reconnect', reason: 'forbidden' }],
  [10, 403, { kind: 'reconnect', reason: 'forbidden' }],
  [368, 400, { kind: 'reconnect', reason: 'suspended' }],
  [100, 400, { kind: 'rejected', reason: 'content' }],
  [1500, 400, { kind: 'rejected', reason: 'graph-1500' }],
  [506, 400, { kind: 'unknown', code: 'DUPLICATE' }],
  [1, 500, { kind: 'unknown', code: 'HTTP_500' }],
  [2, 400, { kind: 'unknown', code: 'HTTP_400' }],
  [4, 403, { kind: 'rate-limited', seconds: 60 }],
])('the code %i with %i is read as what it is', async (code, status, outcome, subcode?: number) => {
  standIn.refuseNext(access.credentials.token ?? '', { code, status, ...(subcode && { subcode }) });
  const parcel: Parcel = {
    key: newId<AccountDeliveryId>(),
    content: { text: 'Words.', link: null, images: [] },
    answers: null,
  };
  expect(await commit(parcel)).toEqual(outcome);
});

test.each([
  [{ 'x-business-use-case-usage': '{"1":[{"call_count":100,"estimated_time_to_regain_access":7}]}' }, 420],
  [{ 'x-app-usage': '{"call_count":101,"total_time":20,"total_cputime":5}' }, 300],
  [{ 'x-business-use-case-usage': '<html>', 'retry-after': '9' }, 9],
])('a limit asks to wait for as long as its headers say: %o', async (headers, seconds) => {
  const parcel = await only('Words.');
  standIn.refuseNext(access.credentials.token ?? '', { code: 32, status: 403, headers });
  expect(await commit(parcel)).toEqual({ kind: 'rate-limited', seconds });
});

test('finds what was published, by its words and time, and nothing else', async () => {
  const parcel = await only('Only once.');
  expect(await look(parcel)).toEqual({ kind: 'absent' });
  const stands = await commit(parcel);
  if (stands.kind !== 'published') throw new Error(stands.kind);
  expect(await look(parcel)).toMatchObject({ kind: 'found', at: { id: stands.at.id } });
  // What was written before, or is another one of ours, is not it; and Facebook would refuse it beside that.
  expect(await look(parcel, [], later)).toEqual({ kind: 'indeterminate', code: 'SAME_TEXT' });
  expect(await look(parcel, [stands.at.id])).toEqual({ kind: 'indeterminate', code: 'SAME_TEXT' });
  expect(await commit(parcel)).toEqual({ kind: 'unknown', code: 'DUPLICATE' });
  expect(standIn.ledger(page())).toHaveLength(1);
});

test('is not sure when more was written since than can be seen', async () => {
  const parcel = await only('Lost among many.');
  for (let i = 0; i < 100; i++) standIn.writeByHand(page(), `By hand ${i}.`);
  expect(await look(parcel)).toEqual({ kind: 'indeterminate', code: 'TOO_MANY_SINCE' });
  expect(await look(parcel, [], later)).toEqual({ kind: 'absent' });
});

test('takes back what stands, and tells what is gone from what it may not see', async () => {
  const stands = await commit(await only('Taken back.'));
  if (stands.kind !== 'published') throw new Error(stands.kind);
  expect(await facebook.retract(access, stands.at)).toEqual({ kind: 'retracted' });
  expect(await facebook.retract(access, stands.at)).toEqual({ kind: 'gone' });
  standIn.revoke(access.credentials.token ?? '');
  expect(await facebook.retract(access, stands.at)).toEqual({ kind: 'reconnect', reason: 'unauthorised' });
});

test('wants a token of this very Page that may post and does not end', async () => {
  const check = (credentials: Access['credentials']) => facebook.check({ ...access, credentials });
  const { token = '' } = access.credentials;
  const ends = standIn.createPage('Ends', { expiresAt: 1_300_000_000 });
  const person = standIn.createPage('A person', { type: 'USER' });
  const reader = standIn.createPage('Reads only', { scopes: ['pages_read_engagement'] });
  const reasons = [
    await check({ page: '1', token }),
    await check(ends),
    await check(person),
    await check(reader),
    await check({ page: page(), token: 'wrong' }),
  ].map((outcome) => (outcome.kind === 'reconnect' ? outcome.reason : outcome.kind));
  expect(reasons).toEqual([
    'not-this-page',
    'token-ends',
    'not-a-page-token',
    'scope-missing',
    'unauthorised',
  ]);
  const lapses = standIn.createPage('Lapses', { dataAccessExpiresAt: 1_300_000_000 });
  expect(await check(lapses)).toMatchObject({
    identity: { credentialsEndAt: Temporal.Instant.from('2011-03-13T07:06:40Z') },
  });
  expect(await facebook.check(access)).toMatchObject({ identity: { credentialsEndAt: null } });
  standIn.fail({ method: 'GET', path: /debug_token$/, fault: '5xx before' });
  expect(await facebook.check(access)).toEqual({ kind: 'not-done', code: 'HTTP_503' });
  expect(facebook.readCredentials({ page: 'bray', token })).toMatchObject({ refusal: { field: 'page' } });
});

test('a network that cannot be reached is told from an answer, and nothing has been done', async () => {
  const parcel = await only('Not now.');
  const codes: string[] = [];
  for (const root of [
    'http://127.0.0.1:9',
    'https://nobody.invalid',
    standIn.url.replace('http:', 'https:'),
  ]) {
    const outcome = await commit(parcel, networkAt(root));
    codes.push(outcome.kind);
  }
  expect(codes).toEqual(['not-done', 'not-done', 'not-done']);
  expect(standIn.ledger(page())).toEqual([]);
});

test('a text of any script is taken up to the limit to the letter, and never beyond', async () => {
  const limits = await capabilities();
  await fc.assert(
    fc.asyncProperty(phrase, fc.integer({ min: -1, max: 1 }), async (words, over) => {
      const { max } = limits.text;
      const text = words.trim().padEnd(max + over, 'x');
      const content = { text, link: null, images: [] };
      const outcome = await commit({ key: newId<AccountDeliveryId>(), content, answers: null });
      const { fits } = facebook.measure(text, limits);
      expect(outcome.kind === 'published' || outcome.kind === 'unknown').toBe(fits);
    }),
    { numRuns: 12 },
  );
});

test('a text that is too long is refused before anybody approves it', async () => {
  const parsed = parseMarkdown('Eleven long.');
  if (!parsed.ok) throw new Error('not read');
  const given = {
    document: parsed.document,
    language: 'en',
    image: null,
    embargo: null,
    warning: null,
  } as const;
  const limits = await capabilities();
  const short = { ...limits, text: { ...limits.text, max: 11 } };
  expect(facebook.render(given, short)).toEqual({
    ok: false,
    refusal: { code: 'post-too-long', length: 12, limit: 11 },
  });
});
