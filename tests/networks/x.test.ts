import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countWeighted } from '../../sandbox/x/count.ts';
import { XStandIn } from '../../sandbox/x/stand-in.ts';
import { type AccountDeliveryId, type AccountId, newId } from '../../src/domain/ids.ts';
import type { Access, Network, Parcel, Place, PostText } from '../../src/domain/network.ts';
import { parseMarkdown } from '../../src/domain/text/parse.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { signOAuth1 } from '../../src/networks/oauth1.ts';
import { phrase } from '../domain/text/scripts.ts';

let standIn: XStandIn;
let opened: ReturnType<typeof openNetworks>;
let x: Network;
let count = 0;

beforeAll(async () => {
  standIn = await XStandIn.start();
  opened = openNetworks({ timeoutMs: 500, xServer: standIn.url });
  x = opened.networks.x;
});
afterAll(async () => {
  expect(standIn.wrongs).toEqual([]);
  await standIn.close();
  await opened.close();
});

function account(options?: { appOf: string }): { id: string; access: Access } {
  const { id, ...credentials } = standIn.createAccount(`bray${++count}`, options);
  return { id, access: { accountId: newId<AccountId>(), credentials } };
}

const capabilities = {
  text: { max: 280, maxBytes: null, perAddress: 23 },
  images: { max: 4, types: ['image/jpeg'], maxBytes: 5_000_000, maxPixels: null, maxAlt: 1000 },
};

function render(markdown: string, image: PostText['image'] = null) {
  const parsed = parseMarkdown(markdown);
  if (!parsed.ok) throw new Error(parsed.faults[0]?.fault);
  const rendered = x.render(
    { document: parsed.document, language: 'en', image, embargo: null, warning: null },
    capabilities,
  );
  if (!rendered.ok) throw new Error(rendered.refusal.code);
  return rendered.value;
}

const parcelOf = (content: Parcel['content'], answers: Parcel['answers'] = null): Parcel => ({
  key: newId<AccountDeliveryId>(),
  content,
  answers,
});
const parcel = (markdown: string) => parcelOf(render(markdown)[0]!.content);
const tools = {
  now: Temporal.Instant.from('2009-11-11T06:30:00Z'),
  image: () => Promise.resolve(new Uint8Array()),
  before: null,
};
const may = { mayStart: () => true, image: tools.image };
const nothing = { images: [] };
const since = () => Temporal.Now.instant();

test('signs as RFC 5849 and X say: X prints this example in its documents', () => {
  const keys = {
    consumerKey: 'xvz1evFS4wEEPTGEFPHBog',
    consumerSecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
    accessToken: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
    accessSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
  };
  // Its form's field stands in the address here: both are signed alike.
  const url = new URL('https://api.twitter.com/1.1/statuses/update.json');
  url.searchParams.set('include_entities', 'true');
  url.searchParams.set('status', 'Hello Ladies + Gentlemen, a signed OAuth request!');
  const header = signOAuth1({ method: 'POST', url }, keys, {
    now: Temporal.Instant.fromEpochMilliseconds(1_318_622_958_000),
    nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg',
  });
  expect(header).toContain('oauth_signature="hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D"');
});

test('shows what a post costs, and more for one with an address, also a bare one', () => {
  const costs = (markdown: string) => render(markdown).map(({ cost }) => cost?.usdMicros);
  expect(costs('The hearing is adjourned.')).toEqual([15_000]);
  expect(costs('See [the site](https://bray.org/a).')).toEqual([200_000]);
  expect(costs('See bray.org today.')).toEqual([200_000]);
  expect(costs(`${'A long sentence stands here. '.repeat(14)} bray.org`)).toEqual([15_000, 200_000]);
});

test('a thread stands in order, each part in answer to the one before', async () => {
  const { id, access } = account();
  const parts = render('A long sentence of the court stands here. '.repeat(14));
  expect(parts.length).toBeGreaterThan(1);
  const stood: Place[] = [];
  for (const { content } of parts) {
    const [root, parent] = [stood.at(0), stood.at(-1)];
    const answers = root === undefined || parent === undefined ? null : { root, parent };
    const outcome = await x.commit(access, parcelOf(content, answers), nothing, may);
    if (outcome.kind !== 'published') throw new Error(outcome.kind);
    stood.push(outcome.at);
  }
  const stands = standIn.ledger(id);
  expect(stands.map(({ answers: parent }) => parent)).toEqual([
    null,
    ...stands.slice(0, -1).map((post) => post.id),
  ]);
});

test('after a lost answer, the refusal as a duplicate means that it landed: it is found, and stands once', async () => {
  const { id, access } = account();
  const sent = parcel('Emin & Adnan <3 are free. More: bray.org/a?b=1&c=2 and [here](https://bray.org/x).');
  const begun = since();
  const when = { method: 'POST', path: /tweets$/, fault: '5xx after' } as const;
  standIn.fail(when);
  expect(await x.commit(access, sent, nothing, may)).toEqual({ kind: 'unknown', code: 'HTTP_503' });
  expect(await x.commit(access, sent, nothing, may)).toEqual({ kind: 'unknown', code: 'DUPLICATE' });
  const found = await x.reconcile(access, sent, nothing, { since: begun, others: [] });
  const [only, ...more] = standIn.ledger(id);
  expect(more).toEqual([]);
  expect(found).toEqual({
    kind: 'found',
    at: { id: only?.id, url: `https://x.com/i/web/status/${only?.id}` },
  });
});

test('a duplicate of what stood before is no success: a person decides', async () => {
  const { access } = account();
  const sent = parcel('The same words as yesterday.');
  const first = await x.commit(access, sent, nothing, may);
  if (first.kind !== 'published') throw new Error(first.kind);
  expect(await x.commit(access, sent, nothing, may)).toEqual({ kind: 'unknown', code: 'DUPLICATE' });
  const looked = await x.reconcile(access, sent, nothing, { since: since(), others: [first.at.id] });
  expect(looked).toEqual({ kind: 'indeterminate', code: 'STANDS_ALREADY' });
  const other = await x.reconcile(access, parcel('Nobody has posted this.'), nothing, {
    since: since(),
    others: [],
  });
  expect(other).toEqual({ kind: 'absent' });
});

test('an image goes out with the words for who cannot see it', async () => {
  const { id, access } = account();
  const sharp = (await import('sharp')).default;
  const made = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const bytes = new Uint8Array(made);
  const sent = parcelOf({ text: 'A square.', images: [{ sha256: 'a'.repeat(64), alt: 'Qırmızı kvadrat' }] });
  const begun = since();
  const prepared = await x.prepare(access, sent, { ...tools, image: () => Promise.resolve(bytes) });
  if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
  expect((await x.commit(access, sent, prepared.prepared, may)).kind).toBe('published');
  expect(standIn.ledger(id)[0]?.images).toEqual([{ sha256: expect.any(String), alt: 'Qırmızı kvadrat' }]);
  // X adds an address for the image to the text.
  const looked = await x.reconcile(access, sent, prepared.prepared, { since: begun, others: [] });
  expect(looked.kind).toBe('found');
  expect(await x.commit(access, sent, nothing, may)).toEqual({ kind: 'rejected', reason: 'not-as-prepared' });
});

test('of an image that nobody has described X is told nothing: its upload is all that is asked', async () => {
  const { id, access } = account();
  const sharp = (await import('sharp')).default;
  const made = sharp({ create: { width: 8, height: 8, channels: 3, background: 'blue' } });
  const bytes = new Uint8Array(await made.jpeg().toBuffer());
  const sent = parcelOf({ text: 'A square.', images: [{ sha256: 'b'.repeat(64), alt: '' }] });
  const prepared = await x.prepare(access, sent, { ...tools, image: () => Promise.resolve(bytes) });
  if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
  expect((await x.commit(access, sent, prepared.prepared, may)).kind).toBe('published');
  expect(standIn.ledger(id)[0]?.images).toEqual([{ sha256: expect.any(String), alt: null }]);
});

test('waits for the limit of the account, and for that of the app on all of its accounts', async () => {
  const first = account();
  standIn.change(first.id, { left: 1 });
  expect((await x.commit(first.access, parcel('The last one.'), nothing, may)).kind).toBe('published');
  const sent = parcel('One too many.');
  const waits = await x.prepare(first.access, sent, tools);
  if (waits.kind !== 'rate-limited') throw new Error(waits.kind);
  expect(waits.seconds).toBeGreaterThan(890);
  expect(waits.seconds).toBeLessThan(902);
  const second = account({ appOf: first.id });
  expect((await x.prepare(second.access, sent, tools)).kind).toBe('prepared');
  standIn.limitApp(first.id, 0);
  const refused = await x.commit(second.access, sent, nothing, may);
  if (refused.kind !== 'rate-limited') throw new Error(refused.kind);
  expect(refused.seconds).toBeGreaterThan(86_300);
  const third = account({ appOf: first.id });
  expect((await x.prepare(third.access, sent, tools)).kind).toBe('rate-limited');
  expect((await x.prepare(account().access, sent, tools)).kind).toBe('prepared');
});

test('says why an account no longer serves', async () => {
  const { id, access } = account();
  const sent = parcel('Nothing of this goes out.');
  const wrong = { ...access, credentials: { ...access.credentials, accessSecret: 'wrong' } };
  expect(await x.check(wrong)).toEqual({ kind: 'reconnect', reason: 'unauthorised' });
  standIn.change(id, { access: 'read' });
  expect(await x.check(access)).toEqual({ kind: 'reconnect', reason: 'scope-missing' });
  expect(await x.commit(access, sent, nothing, may)).toEqual({ kind: 'reconnect', reason: 'scope-missing' });
  standIn.change(id, { access: 'read-write', standing: 'out of credit' });
  expect(await x.commit(access, sent, nothing, may)).toEqual({ kind: 'reconnect', reason: 'out-of-credit' });
  for (const standing of ['suspended', 'locked'] as const) {
    standIn.change(id, { standing });
    expect(await x.commit(access, sent, nothing, may)).toEqual({ kind: 'reconnect', reason: 'suspended' });
    expect(await x.check(access)).toEqual({ kind: 'reconnect', reason: 'suspended' });
  }
  standIn.change(id, { standing: 'revoked' });
  expect(await x.commit(access, sent, nothing, may)).toEqual({ kind: 'reconnect', reason: 'unauthorised' });
  expect(standIn.ledger(id)).toEqual([]);
});

test('takes back what stands, and says when it is gone already', async () => {
  const { id, access } = account();
  const outcome = await x.commit(access, parcel('A mistake.'), nothing, may);
  if (outcome.kind !== 'published') throw new Error(outcome.kind);
  expect(await x.retract(access, outcome.at)).toEqual({ kind: 'retracted' });
  expect(await x.retract(access, outcome.at)).toEqual({ kind: 'gone' });
  expect(standIn.ledger(id).every(({ deleted }) => deleted)).toBe(true);
});

test.each([
  ['nobody of that name', 'https://nobody.invalid'],
  ['nobody listens', 'http://127.0.0.1:9'],
  ['no TLS', () => standIn.url.replace('http:', 'https:')],
])('without a connection nothing was done: %s', async (_, server) => {
  const away = openNetworks({ timeoutMs: 500, xServer: typeof server === 'string' ? server : server() });
  const outcome = await away.networks.x.commit(account().access, parcel('Not there.'), nothing, may);
  expect(outcome.kind).toBe('not-done');
  await away.close();
});

test('what is rendered of any text fits, by a count that shares no code', async () => {
  const { access } = account();
  await fc.assert(
    fc.asyncProperty(phrase, phrase, async (before, words) => {
      for (const { content } of render(`${before} ${words} ${newId()}\n\nbray.org/x ${before}`)) {
        const text = String(content.text);
        expect(x.measure(text, capabilities).length).toBe(countWeighted(text));
        expect(countWeighted(text)).toBeLessThanOrEqual(280);
      }
    }),
    { numRuns: 300 },
  );
  expect((await x.check(access)).kind).toBe('recognised');
});
