import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BlueskyStandIn } from '../../sandbox/bluesky/stand-in.ts';
import { type AccountDeliveryId, type AccountId, newId } from '../../src/domain/ids.ts';
import type { Access, Capabilities, Network, Parcel } from '../../src/domain/network.ts';
import { parseMarkdown } from '../../src/domain/text/parse.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { phrase } from '../domain/text/scripts.ts';

const opened = openNetworks({ timeoutMs: 500 });
const bluesky: Network = opened.networks.bluesky;
let standIn: BlueskyStandIn;
let access: Access;
let capabilities: Capabilities;
let did: string;

beforeAll(async () => {
  standIn = await BlueskyStandIn.start();
  const account = standIn.createAccount('bray');
  did = account.did;
  access = {
    accountId: newId<AccountId>(),
    credentials: { server: standIn.url, identifier: account.handle, password: account.password },
  };
  const checked = await bluesky.check(access);
  if (checked.kind !== 'recognised') throw new Error(checked.kind);
  ({ capabilities } = checked.identity);
});
afterAll(async () => {
  await standIn.close();
  await opened.close();
});

function render(markdown: string) {
  const parsed = parseMarkdown(markdown);
  if (!parsed.ok) throw new Error(parsed.faults[0]?.fault);
  const rendered = bluesky.render(
    { document: parsed.document, language: 'en', image: null, embargo: null, warning: null },
    capabilities,
  );
  if (!rendered.ok) throw new Error(rendered.refusal.code);
  return rendered.value;
}

const parcel = (content: Parcel['content']): Parcel => ({
  key: newId<AccountDeliveryId>(),
  content,
  answers: null,
});
const tools = {
  now: Temporal.Instant.from('2009-11-11T06:30:00Z'),
  image: () => Promise.reject(new Error('no image')),
  before: null,
};

const may = { mayStart: () => true, image: tools.image };

async function publish(content: Parcel['content']) {
  const sent = parcel(content);
  const prepared = await bluesky.prepare(access, sent, tools);
  if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
  const outcome = await bluesky.commit(access, sent, prepared.prepared, may);
  return { outcome, sent, prepared: prepared.prepared };
}

test('puts links, hashtags and mentions of who exists on their words, and a card of what the text says', async () => {
  standIn.createAccount('ann');
  const [only] = render('Məhkəmə: [vəkil deyir](https://a.example/1) #Bakı @ann.test və @nobody.test');
  const { outcome } = await publish(only?.content ?? {});
  expect(outcome.kind).toBe('published');
  const last = standIn.ledger(did).at(-1);
  const record: Readonly<Record<string, unknown>> = last?.record ?? {};
  const text = last?.text ?? '';
  const bytes = Buffer.from(text, 'utf8');
  const facets = record.facets as { index: { byteStart: number; byteEnd: number }; features: object[] }[];
  expect(
    facets.map(({ index, features }) => [
      bytes.subarray(index.byteStart, index.byteEnd).toString(),
      features[0],
    ]),
  ).toEqual([
    ['vəkil deyir', { $type: 'app.bsky.richtext.facet#link', uri: 'https://a.example/1' }],
    ['#Bakı', { $type: 'app.bsky.richtext.facet#tag', tag: 'Bakı' }],
    ['@ann.test', { $type: 'app.bsky.richtext.facet#mention', did: expect.stringMatching(/^did:plc:/) }],
  ]);
  expect(record).toMatchObject({
    langs: ['en'],
    embed: { external: { uri: 'https://a.example/1', title: 'vəkil deyir' } },
  });
});

test('a second try under the same key makes nothing new, whatever it says', async () => {
  const [only] = render('Only once.');
  const { outcome, sent, prepared } = await publish(only?.content ?? {});
  const before = standIn.ledger(did).length;
  expect(await bluesky.commit(access, sent, prepared, may)).toEqual(outcome);
  const other = { ...sent, content: { ...sent.content, text: 'Something else.' } };
  expect(await bluesky.commit(access, other, prepared, may)).toEqual({
    kind: 'rejected',
    reason: 'key-taken',
  });
  expect(standIn.ledger(did)).toHaveLength(before);
});

test('keeps its session over many posts, and opens another when it has ended', async () => {
  const { sessions } = standIn;
  for (let i = 0; i < 3; i++) await publish(render(`Post ${i}.`)[0]?.content ?? {});
  expect(standIn.sessions).toBe(sessions);
  standIn.expire(did);
  const [only] = render('After the session.');
  const sent = parcel(only?.content ?? {});
  const prepared = await bluesky.prepare(access, sent, tools);
  if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
  const first = await bluesky.commit(access, sent, prepared.prepared, may);
  expect(first).toEqual({ kind: 'not-done', code: 'SESSION_ENDED' });
  const second = await bluesky.commit(access, sent, prepared.prepared, may);
  expect(second.kind).toBe('published');
  expect(standIn.sessions).toBe(sessions + 1);
});

test('what is rendered of any text is taken by the lexicon, with every facet on its words', async () => {
  await fc.assert(
    fc.asyncProperty(phrase, phrase, async (before, words) => {
      for (const { content } of render(`${before} [${words}](https://a.example/x) #tag ${before}`)) {
        const { outcome } = await publish(content);
        expect(outcome.kind).toBe('published');
      }
    }),
    { numRuns: 25 },
  );
  expect(standIn.wrongs).toEqual([]);
});

test('credentials that are wrong are told from a server that is away', async () => {
  const wrong = { ...access, credentials: { ...access.credentials, password: 'wrong' } };
  expect(await bluesky.check(wrong)).toEqual({ kind: 'reconnect', reason: 'unauthorised' });
  const away = { ...access, credentials: { ...access.credentials, server: 'http://127.0.0.1:9' } };
  expect(await bluesky.check(away)).toEqual({ kind: 'not-done', code: 'ECONNREFUSED' });
});
