import { AppBskyFeedPost, UnicodeString } from '@atproto/api';
import { countCharacters } from '../../sandbox/mastodon/count.ts';
import { Refusal } from '../../sandbox/telegram/refusal.ts';
import { prepareText } from '../../sandbox/telegram/text/prepare.ts';
import { countWeighted } from '../../sandbox/x/count.ts';
import type { Capabilities, JsonObject, NetworkName } from '../../src/domain/network.ts';
import { networkNames } from '../../src/domain/network.ts';
import { parseMarkdown } from '../../src/domain/text/parse.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { random } from './random.ts';
import { type Piece, randomPosts, scriptNames } from './random-posts.ts';

/** What was tried, and what did not agree. */
export interface MeasuresProof {
  readonly posts: number;
  readonly scripts: number;
  /** Texts whose length was compared: whole posts, and parts of threads. */
  readonly measured: number;
  readonly parts: number;
  /** Links, tags and mentions of parts that were compared with their words. */
  readonly facets: number;
  /** Posts that a network would not get as they are: too long for it, or too many parts. */
  readonly refused: number;
  readonly wrong: readonly string[];
}

/** By which each network's server counts, in code that the adapters do not use; and what it would not take. */
interface Server {
  readonly count: (text: string) => number;
  readonly takes: (text: string) => boolean;
}

const units = (text: string) => Buffer.byteLength(text, 'utf16le') / 2;
/** Bytes of UTF-8 that begin a character. */
const points = (text: string) =>
  Buffer.from(text, 'utf8').reduce((sum, byte) => sum + ((byte & 0xc0) === 0x80 ? 0 : 1), 0);

const servers: Readonly<Record<NetworkName, Server>> = {
  x: { count: countWeighted, takes: (text) => countWeighted(text) <= 280 },
  bluesky: { count: (text) => new UnicodeString(text).graphemeLength, takes: takenByLexicon },
  mastodon: { count: (text) => countCharacters(text, 23), takes: (text) => countCharacters(text, 23) <= 500 },
  telegram: { count: units, takes: (text) => !(prepareText(text, undefined, []) instanceof Refusal) },
  facebook: { count: units, takes: (text) => units(text) <= 63_206 },
  wordpress: { count: points, takes: (text) => points(text) <= 100_000 },
  email: { count: units, takes: (text) => units(text) <= 100_000 },
};

/** What a server of each tells, or its documents say, of one account; see the adapters. */
const capabilities: Readonly<Record<NetworkName, Capabilities>> = {
  x: { text: { max: 280, maxBytes: null, perAddress: 23 }, images: null },
  bluesky: { text: { max: 300, maxBytes: 3000, perAddress: null }, images: null },
  mastodon: { text: { max: 500, maxBytes: null, perAddress: 23 }, images: null },
  telegram: { text: { max: 4096, maxBytes: null, perAddress: null }, images: null },
  facebook: { text: { max: 63_206, maxBytes: null, perAddress: null }, images: null },
  wordpress: { text: { max: 100_000, maxBytes: null, perAddress: null }, images: null },
  email: { text: { max: 100_000, maxBytes: null, perAddress: null }, images: null },
};

function takenByLexicon(text: string): boolean {
  const record = { $type: 'app.bsky.feed.post', text, createdAt: '2009-11-11T06:30:00Z' };
  return AppBskyFeedPost.validateRecord(record).success;
}

/**
 * Makes posts in each script and gives each to every network's adapter: what it measures is what its server counts, every
 * part is taken, no character but blanks is lost, and what is said of words beside a text is said of the right ones.
 */
export async function proveMeasures(posts: number, seed = 'measures'): Promise<MeasuresProof> {
  const { networks, close } = openNetworks({});
  const make = randomPosts(random(seed));
  const tally = { measured: 0, parts: 0, facets: 0, refused: 0 };
  const wrong: string[] = [];
  for (let turn = 0; turn < posts; turn++) {
    const script = scriptNames[turn % scriptNames.length] ?? 'Latin';
    const post = make(script);
    const parsed = parseMarkdown(post.markdown);
    if (!parsed.ok) {
      wrong.push(`${script}: cannot be read: ${JSON.stringify(post.markdown)}`);
      continue;
    }
    const text = {
      document: parsed.document,
      language: 'en',
      image: null,
      embargo: null,
      warning: null,
    } as const;
    for (const name of networkNames) {
      const told = (what: string, of: string) =>
        wrong.push(`${name}, ${script}: ${what}: ${JSON.stringify(of)}`);
      const network = networks[name];
      const server = servers[name];
      const measure = (one: string) => {
        tally.measured += 1;
        const { length, fits } = network.measure(one, capabilities[name]);
        if (length !== server.count(one)) told(`${length} is not ${server.count(one)}`, one);
        if (fits !== server.takes(one)) told(`fits: ${fits}`, one);
      };
      measure(visible(post.pieces));
      const rendered = network.render(text, capabilities[name]);
      if (!rendered.ok) {
        tally.refused += 1;
        continue;
      }
      const parts = rendered.value.map(({ content }) => content);
      tally.parts += parts.length;
      for (const part of parts) {
        const text = String(part.text ?? part.html);
        if (name !== 'wordpress') measure(text);
        else if (!server.takes(text)) told('not taken', text);
      }
      const whole = expected(name, post.pieces);
      const stands = parts
        .map((part, place) => textOf(name, part, { place, count: parts.length, whole }))
        .join('');
      if (bare(stands) !== bare(whole)) told('characters were lost', post.markdown);
      const said = parts.flatMap((part) => facetsOf(name, part));
      tally.facets += said.length;
      const wanted = wantedFacets(name, post.pieces);
      if (JSON.stringify(joined(said)) !== JSON.stringify(joined(wanted))) told('facets', post.markdown);
    }
    if (wrong.length > 100) break;
  }
  await close();
  return { posts, scripts: scriptNames.length, ...tally, wrong };
}

const visible = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
const bare = (text: string) => text.normalize('NFC').replace(/\s+/gu, '');

/** What has to stand on a network; where nothing can stand behind words, an address follows them. */
function expected(name: NetworkName, pieces: readonly Piece[]): string {
  const behindWords = name === 'bluesky' || name === 'telegram' || name === 'wordpress';
  const text = pieces
    .map(({ text, behind }) =>
      behindWords || behind?.kind !== 'link' || behind.value === text ? text : `${text} (${behind.value})`,
    )
    .join('');
  // Telegram drops these marks (tdlib's clean_input_string): nothing can keep them there.
  return name === 'telegram' ? text.normalize('NFC').replace(/[\u030a\u0333\u033f]/gu, '') : text;
}

/** The text of a part of `count` without its number; of an article its headline too, where that is not in what stands below. */
function textOf(
  name: NetworkName,
  part: JsonObject,
  { place, count, whole }: { readonly place: number; readonly count: number; readonly whole: string },
): string {
  if (name === 'wordpress') {
    const [title, body] = [unmarked(String(part.title)), unmarked(String(part.html))];
    return bare(body).length < bare(whole).length ? `${title}${body}` : body;
  }
  const text = String(part.text);
  const number = count === 1 ? '' : ` (${place + 1}/${count})`;
  return text.endsWith(number) ? text.slice(0, text.length - number.length) : text;
}

function unmarked(html: string): string {
  return html
    .replace(/<[^>]*>/gu, '')
    .replace(/&#(\d+);/gu, (_, point: string) => String.fromCodePoint(Number(point)));
}

/** What is said of words beside a text: of what kind it is, where it leads, and the words. */
interface Said {
  readonly about: string;
  readonly words: string;
}

interface BlueskyFacet {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly value: string;
}

function facetsOf(name: NetworkName, part: JsonObject): readonly Said[] {
  if (name === 'bluesky') {
    const bytes = Buffer.from(String(part.text), 'utf8');
    return listOf<BlueskyFacet>(part.facets).map(({ start, end, kind, value }) => ({
      about: `${kind} ${value}`,
      words: bytes.subarray(start, end).toString('utf8'),
    }));
  }
  if (name !== 'telegram') return [];
  const text = String(part.text);
  return listOf<{ type: string; offset: number; length: number; url?: string }>(part.entities).flatMap(
    ({ type, offset, length, url }) =>
      type === 'text_link' ? [{ about: `link ${url}`, words: text.slice(offset, offset + length) }] : [],
  );
}

/** What has to be said of which words. */
function wantedFacets(name: NetworkName, pieces: readonly Piece[]): readonly Said[] {
  const said = (behind: NonNullable<Piece['behind']>) =>
    name === 'bluesky'
      ? // Handles are host names there.
        behind.kind !== 'mention' || /^[a-z]+(\.[a-z]+)+$/u.test(behind.value)
      : name === 'telegram' && behind.kind === 'link';
  return pieces.flatMap(({ text, behind }) =>
    behind === null || !said(behind) ? [] : [{ about: `${behind.kind} ${behind.value}`, words: text }],
  );
}

/** The same with what a break between two parts has parted put together again. */
function joined(said: readonly Said[]): readonly Said[] {
  const whole: { about: string; words: string }[] = [];
  for (const { about, words } of said) {
    const last = whole.at(-1);
    if (last?.about === about) last.words += bare(words);
    else whole.push({ about, words: bare(words) });
  }
  return whole;
}

function listOf<One>(value: unknown): readonly One[] {
  return Array.isArray(value) ? value : [];
}
