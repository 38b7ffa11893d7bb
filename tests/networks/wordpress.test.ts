import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WordpressStandIn } from '../../sandbox/wordpress/stand-in.ts';
import { type AccountDeliveryId, type AccountId, type MediaId, newId } from '../../src/domain/ids.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Access, Capabilities, Network, Parcel, PostText } from '../../src/domain/network.ts';
import { parseMarkdown } from '../../src/domain/text/parse.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { phrase } from '../domain/text/scripts.ts';

const opened = openNetworks({ timeoutMs: 500 });
const wordpress: Network = opened.networks.wordpress;
const image = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  ),
);
let standIn: WordpressStandIn;
let access: Access;
let author: number;
let capabilities: Capabilities;

beforeAll(async () => {
  standIn = await WordpressStandIn.start({ languages: ['az', 'en', 'fa'] });
  standIn.createCategory('News');
  const { id, password } = standIn.createUser('leyla');
  author = id;
  access = accessOf({ server: `${standIn.url}/`, user: 'leyla', password, category: 'news' });
  capabilities = await check(access);
});
afterAll(async () => {
  expect(standIn.wrongs).toEqual([]);
  await standIn.close();
  await opened.close();
});

function accessOf(given: Readonly<Record<string, string>>): Access {
  const read = wordpress.readCredentials(given);
  if (!read.ok) throw new Error(read.refusal.field);
  return { accountId: newId<AccountId>(), credentials: read.value };
}

async function check(of: Access, language?: Language): Promise<Capabilities> {
  const checked = await wordpress.check(of, language);
  if (checked.kind !== 'recognised') throw new Error(checked.kind);
  return checked.identity.capabilities;
}

function textOf(markdown: string, language: Language = 'en', alt: string | null = null): PostText {
  const parsed = parseMarkdown(markdown);
  if (!parsed.ok) throw new Error(parsed.faults[0]?.fault);
  const stored = {
    mediaId: newId<MediaId>(),
    sha256: 'a'.repeat(64),
    contentType: 'image/jpeg' as const,
    width: 1,
    height: 1,
    size: image.length,
  };
  const carried = alt === null ? null : { ...stored, alt };
  return { document: parsed.document, language, image: carried, embargo: null, warning: null };
}

function render(text: PostText, with_: Capabilities = capabilities): Parcel['content'] {
  const rendered = wordpress.render(text, with_);
  if (!rendered.ok) throw new Error(rendered.refusal.code);
  return rendered.value[0]?.content ?? {};
}

const parcelOf = (content: Parcel['content']): Parcel => ({
  key: newId<AccountDeliveryId>(),
  content,
  answers: null,
});
const tools = {
  now: Temporal.Instant.from('2009-11-11T06:30:00Z'),
  image: () => Promise.resolve(image),
  before: null,
};
const may = { mayStart: () => true, image: tools.image };

async function prepare(parcel: Parcel, of: Access = access) {
  const prepared = await wordpress.prepare(of, parcel, tools);
  if (prepared.kind !== 'prepared') throw new Error(JSON.stringify(prepared));
  return prepared.prepared;
}
async function publish(content: Parcel['content'], of: Access = access) {
  const parcel = parcelOf(content);
  const prepared = await prepare(parcel, of);
  return { parcel, prepared, outcome: await wordpress.commit(of, parcel, prepared, may) };
}

test('an article stands in its language and category, with its tags and an image that has words', async () => {
  const text = textOf(
    '**Adnan & Emin**\n\nIt is 1 < 2: *[said](https://a.example/?x=1&y=2)* \\[gallery\\] #Bakı #bakı #Free',
    'az',
    'Two men at a table.',
  );
  const parcel = parcelOf(render(text));
  const prepared = await prepare(parcel);
  expect(standIn.ledger(author)).toEqual([]);
  expect(standIn.posts(author)).toMatchObject([{ status: 'draft', slug: `bray-${parcel.key}` }]);
  const outcome = await wordpress.commit(access, parcel, prepared, may);
  const [post] = standIn.ledger(author);
  expect(outcome).toEqual({
    kind: 'published',
    at: { id: String(post?.id), url: `${standIn.url}/bray-${parcel.key}/` },
  });
  const [media] = standIn.media(author);
  expect(media?.altText).toBe('Two men at a table.');
  expect(post).toMatchObject({ title: 'Adnan &#38; Emin', language: 'az', featuredMedia: media?.id });
  expect(post?.categories).toHaveLength(1);
  expect(post?.categories).not.toContain(1);
  expect(post?.tags.map((tag) => standIn.tagName(tag))).toEqual(['Bakı', 'Free']);
  expect(post?.content).toBe(
    '<div lang="az" dir="ltr">\n<p>It is 1 &#60; 2: <em><a href="https://a.example/?x=1&#38;y=2">said</a></em> ' +
      '&#91;gallery&#93; #Bakı #bakı #Free</p>\n</div>',
  );
});

test('an image that nobody has described is uploaded once, and its article stands with it', async () => {
  const parcel = parcelOf(render(textOf('Nobody said what it shows.', 'en', '')));
  const before = standIn.media(author).length;
  const prepared = await prepare(parcel);
  expect(await prepare(parcel)).toEqual(prepared);
  expect((await wordpress.commit(access, parcel, prepared, may)).kind).toBe('published');
  expect(standIn.media(author).slice(before)).toMatchObject([{ altText: '' }]);
});

test('a tag is of the language of its post, and made once in each', async () => {
  for (const language of ['en', 'fa', 'en'] as const)
    await publish(render(textOf('Said of #Justice.', language)));
  const [first, second, third] = standIn.ledger(author).slice(-3);
  expect(first?.tags).toHaveLength(1);
  expect(second?.tags).toHaveLength(1);
  expect(second?.tags).not.toEqual(first?.tags);
  expect(third?.tags).toEqual(first?.tags);
});

test('any text stands there whole, and only as text', async () => {
  const plain = (html: string) =>
    html
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_, point: string) => String.fromCharCode(Number(point)));
  await fc.assert(
    fc.asyncProperty(phrase, phrase, async (first, second) => {
      const { outcome, prepared } = await publish(render(textOf(`${first}\n\n${second}`, 'fa')));
      expect(outcome.kind).toBe('published');
      const post = standIn.ledger(author).find(({ id }) => id === prepared.post);
      const parsed = parseMarkdown(`${first}\n\n${second}`);
      const texts = JSON.stringify(parsed).matchAll(/"text":("(?:[^"\\]|\\.)*")/g);
      for (const [, text = ''] of texts) expect(plain(post?.content ?? '')).toContain(JSON.parse(text));
      expect(post?.content).toContain('<div lang="fa" dir="rtl">');
    }),
    { numRuns: 15 },
  );
});

test('the headline is the first sentence, cut between words where it is long, and the body has all of it', () => {
  const sentence = `${'The court has said again what it said before '.repeat(5).trim()}.`;
  expect(render(textOf('Nobody has \\<script\\> in it.\n\nMore.'))).toMatchObject({
    title: 'Nobody has &#60;script&#62; in it.',
  });
  expect(render(textOf('It ends today. It began long ago.'))).toMatchObject({ title: 'It ends today.' });
  const { title, html } = render(textOf(sentence)) as { title: string; html: string };
  expect(title).toMatch(/^The court has said again .*\w…$/);
  expect([...title].length).toBeLessThanOrEqual(121);
  expect(html).toContain(sentence);
});

test('every further try is the same post: prepared again, published again, found', async () => {
  const { parcel, prepared, outcome } = await publish(render(textOf('Only once.', 'en', 'A word.')));
  const [posts, media] = [standIn.posts().length, standIn.media().length];
  expect(await prepare(parcel)).toEqual(prepared);
  expect(await wordpress.commit(access, parcel, prepared, may)).toEqual(outcome);
  const look = { since: tools.now, others: [] };
  expect(await wordpress.reconcile(access, parcel, {}, look)).toMatchObject({ kind: 'found' });
  expect([standIn.posts().length, standIn.media().length]).toEqual([posts, media]);
});

test('a draft whose answer was lost is found, and what changed in it meanwhile is not published', async () => {
  const parcel = parcelOf(render(textOf('As it was approved.')));
  standIn.fail({ method: 'POST', path: /\/posts$/, fault: 'reset after' });
  expect(await wordpress.prepare(access, parcel, tools)).toMatchObject({ kind: 'not-done' });
  const draft = standIn.posts().at(-1);
  if (draft === undefined) throw new Error('no draft');
  const prepared = await prepare(parcel);
  expect(prepared.post).toBe(draft.id);
  expect(await wordpress.reconcile(access, parcel, prepared, { since: tools.now, others: [] })).toEqual({
    kind: 'absent',
  });
  draft.content = 'Something else.';
  // Looked at again before it is published, with what the blog keeps of it.
  await prepare(parcel);
  expect(draft).toMatchObject({ status: 'draft', content: expect.stringContaining('As it was approved.') });
  draft.content = 'Something else.';
  await wordpress.commit(access, parcel, prepared, may);
  expect(draft).toMatchObject({ status: 'publish', content: expect.stringContaining('As it was approved.') });
});

test('of drafts made at the same time one stays', async () => {
  const parcel = parcelOf(render(textOf('Four at once.')));
  const before = standIn.posts().length;
  const outcomes = await Promise.all([0, 1, 2, 3].map(() => wordpress.prepare(access, parcel, tools)));
  expect(standIn.posts()).toHaveLength(before + 1);
  const made = outcomes.filter(({ kind }) => kind === 'prepared');
  expect(made.length).toBeGreaterThan(0);
  for (const other of outcomes.filter(({ kind }) => kind !== 'prepared'))
    expect(other).toEqual({ kind: 'not-done', code: 'SLUG_TAKEN' });
  expect(await prepare(parcel)).toMatchObject({ post: standIn.posts().at(-1)?.id });
});

test('text that is longer than a blog takes is refused, and its figures told', () => {
  const document = {
    blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: 'a '.repeat(50_001) }] }],
  } as const;
  expect(
    wordpress.render({ document, language: 'en', image: null, embargo: null, warning: null }, capabilities),
  ).toMatchObject({
    ok: false,
    refusal: { code: 'post-too-long', limit: 100_000 },
  });
});

test('taken back, a post is a draft again; what somebody there has thrown away stays away', async () => {
  const { parcel, prepared, outcome } = await publish(render(textOf('For a while.')));
  if (outcome.kind !== 'published') throw new Error(outcome.kind);
  expect(await wordpress.retract(access, outcome.at)).toEqual({ kind: 'retracted' });
  expect(standIn.posts().at(-1)).toMatchObject({ status: 'draft' });
  expect(await wordpress.retract(access, { id: '999999', url: null })).toEqual({ kind: 'gone' });
  standIn.trash(Number(outcome.at.id));
  expect(await wordpress.prepare(access, parcel, { ...tools, before: prepared })).toEqual({
    kind: 'rejected',
    reason: 'trashed-there',
  });
});

test('another post of the blog is never written over, whatever its row says to have been prepared', async () => {
  const stands = await publish(render(textOf('What stands there.')));
  const parcel = parcelOf(render(textOf('Something else.')));
  const count = standIn.posts().length;
  const prepared = await wordpress.prepare(access, parcel, { ...tools, before: stands.prepared });
  expect(prepared).toEqual({ kind: 'rejected', reason: 'renamed-there' });
  expect(standIn.posts()).toHaveLength(count);
  expect(standIn.ledger(author).at(-1)?.content).toContain('What stands there.');
});

test('what the blog drops without a word is seen before anybody reads the post', async () => {
  const parcel = parcelOf({ ...render(textOf('In another language.')), language: 'az' });
  const free = await WordpressStandIn.start({ languages: ['az', 'en'], plugin: 'polylang-free' });
  const { password } = free.createUser('leyla');
  const there = accessOf({ server: free.url, user: 'leyla', password });
  expect((await check(there)).languages).toBeUndefined();
  expect(await wordpress.prepare(there, parcel, tools)).toEqual({
    kind: 'rejected',
    reason: 'language-dropped',
  });
  expect(free.ledger()).toEqual([]);
  await free.close();
});

describe('on a blog with WPML', () => {
  let blog: WordpressStandIn;
  let there: Access;
  beforeAll(async () => {
    blog = await WordpressStandIn.start({ languages: ['en', 'az'], plugin: 'wpml' });
    blog.createCategory('News');
    blog.createCategory('Xəbərlər', 'az');
    const { password } = blog.createUser('leyla');
    there = accessOf({ server: blog.url, user: 'leyla', password, category: 'xəbərlər' });
  });
  afterAll(async () => {
    expect(blog.wrongs).toEqual([]);
    await blog.close();
  });

  test('a post stands in its language, with category, tags and image of it, and every try finds it', async () => {
    const able = await check(there, 'az');
    expect(able).toMatchObject({ languages: ['en', 'az'], languageWord: 'wpml_language' });
    const parcel = parcelOf(render(textOf('Dedi: #Azadlıq.', 'az', 'İki nəfər.'), able));
    blog.fail({ method: 'POST', path: /\/posts$/, fault: 'reset after' });
    expect(await wordpress.prepare(there, parcel, tools)).toMatchObject({ kind: 'not-done' });
    const prepared = await prepare(parcel, there);
    expect(await wordpress.commit(there, parcel, prepared, may)).toMatchObject({ kind: 'published' });
    const look = { since: tools.now, others: [] };
    expect(await wordpress.reconcile(there, parcel, {}, look)).toMatchObject({ kind: 'found' });
    expect(blog.posts()).toMatchObject([{ status: 'publish', language: 'az', slug: `bray-${parcel.key}` }]);
    const [post] = blog.posts();
    expect(post?.tags.map((tag) => blog.tagName(tag))).toEqual(['Azadlıq']);
    expect(blog.media()).toHaveLength(1);
  });

  test('one in the language of the blog and one in another share a tag’s name, and no tag', async () => {
    const able = await check(there, 'az');
    const inOwn = { ...there, credentials: { ...there.credentials, category: 'news' } };
    await publish(render(textOf('About #Bakı.', 'en'), able), inOwn);
    await publish(render(textOf('#Bakı haqqında.', 'az'), able), there);
    const [first, second] = blog.ledger().slice(-2);
    expect([first?.language, second?.language]).toEqual(['en', 'az']);
    expect(first?.tags).toHaveLength(1);
    expect(second?.tags).toHaveLength(1);
    expect(second?.tags).not.toEqual(first?.tags);
  });

  test('a category of another language is refused when the account is connected', async () => {
    expect(await wordpress.check(there, 'en')).toEqual({ kind: 'reconnect', reason: 'category-unknown' });
    expect((await wordpress.check(there, 'az')).kind).toBe('recognised');
  });

  test('a language that it does not have is refused before approval', async () => {
    expect(wordpress.render(textOf('Bonjour.', 'fr'), await check(there, 'az'))).toEqual({
      ok: false,
      refusal: { code: 'language-not-kept', language: 'fr' },
    });
  });

  test('a blog that does not hear the language gets nothing that anybody reads', async () => {
    const deaf = await WordpressStandIn.start({ languages: ['en', 'az'], plugin: 'wpml-deaf' });
    const { password } = deaf.createUser('leyla');
    const account = accessOf({ server: deaf.url, user: 'leyla', password });
    const parcel = parcelOf(render(textOf('Azərbaycanca.', 'az'), await check(account, 'az')));
    expect(await wordpress.prepare(account, parcel, tools)).toEqual({
      kind: 'rejected',
      reason: 'language-dropped',
    });
    expect(deaf.ledger()).toEqual([]);
    await deaf.close();
  });
});

test('a language that the blog does not have is refused before approval', () => {
  expect(capabilities.languages).toEqual(['az', 'en', 'fa']);
  expect(wordpress.render(textOf('Bonjour.', 'fr'), capabilities)).toEqual({
    ok: false,
    refusal: { code: 'language-not-kept', language: 'fr' },
  });
  const { languages: _, ...single } = capabilities;
  expect(render(textOf('Bonjour.', 'fr'), single)).toMatchObject({ language: null });
});

test('an account that cannot publish is refused with the reason', async () => {
  const author = standIn.createUser('author', 'author');
  const credentials = { server: standIn.url, user: 'author', password: author.password };
  expect(await wordpress.check(accessOf(credentials))).toEqual({ kind: 'reconnect', reason: 'role-too-low' });
  const wrong = accessOf({ ...credentials, password: 'wrong wrong wrong wrong' });
  expect(await wordpress.check(wrong)).toEqual({ kind: 'reconnect', reason: 'unauthorised' });
  const unknown = { ...access, credentials: { ...access.credentials, category: 'sport' } };
  expect(await wordpress.check(unknown)).toEqual({ kind: 'reconnect', reason: 'category-unknown' });
  const away = { ...access, credentials: { ...access.credentials, server: 'http://127.0.0.1:9' } };
  expect(await wordpress.check(away)).toEqual({ kind: 'not-done', code: 'ECONNREFUSED' });
  for (const server of ['http://blog.example', 'https://a.example/?p=1', 'https://a:b@c.example'])
    expect(wordpress.readCredentials({ ...credentials, server })).toMatchObject({ ok: false });
  expect(wordpress.readCredentials({ ...credentials, server: 'example.org/blog/' })).toMatchObject({
    ok: true,
    value: { server: 'https://example.org/blog', password: author.password.replaceAll(' ', '') },
  });
});
