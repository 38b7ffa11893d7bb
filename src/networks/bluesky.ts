import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isRecord } from '../domain/is-record.ts';
import {
  type Access,
  type Capabilities,
  type CommitOutcome,
  type CredentialField,
  type JsonObject,
  type Network,
  type Parcel,
  type Place,
  type ReconcileOutcome,
  type StepFailure,
  SUSPENDED,
} from '../domain/network.ts';
import { done, refused } from '../domain/result.ts';
import { countBluesky } from '../domain/text/count-bluesky.ts';
import { countBytes } from '../domain/text/count-bytes.ts';
import { type Span, type SpannedText, sliceSpanned, spannedText } from '../domain/text/spanned.ts';
import type { Seen } from '../http/exchange.ts';
import { asFailure, rateLimited, readBody, unanswered } from './answer.ts';
import { readFields } from './credentials.ts';
import { type Http, type HttpRequest, parseServer } from './http.ts';
import { shrink } from './image.ts';
import { refuseImage, threadOf } from './render.ts';

/*
 * Bluesky, over a personal data server (PDS 0.5.35, lexicons of @atproto/api 0.21.0, November 2026). `putRecord` with
 * `swapRecord: null` makes a record once: a repeat under the same key answers 400 InvalidSwap, whatever its body, and
 * nothing is doubled or overwritten. So the key (a TID) and the time of making are fixed before the first try, and every
 * further one is safe. An expired or bad token is 400, not 401. A mention without a DID makes the post refused: of a
 * handle that nobody has only the words stay. 30 sessions may be opened in 5 minutes: one is kept and refreshed.
 */

const COLLECTION = 'app.bsky.feed.post';

/** Lexicon app.bsky.feed.post and app.bsky.embed.images, November 2026; no server tells other limits. */
const IMAGES = { max: 4, types: ['image/jpeg'], maxBytes: 2_000_000, maxPixels: null, maxAlt: 2000 };
const CAPABILITIES: Capabilities = {
  text: { max: 300, maxBytes: 3000, perAddress: null },
  images: IMAGES,
};
/** Of app.bsky.richtext.facet: a longer one stays without its link. */
const TAG_MAX_GRAPHEMES = 64;

const fields: readonly CredentialField[] = [
  { name: 'server', secret: false, help: 'Write the address of the server, such as bsky.social (https).' },
  { name: 'identifier', secret: false, help: 'Write the handle, such as bray.bsky.social, without @.' },
  {
    name: 'password',
    secret: true,
    help: 'Make an app password: Settings, Privacy and security, App passwords. Not the password of the account.',
  },
];

const session = z.object({
  did: z.string().startsWith('did:'),
  handle: z.string(),
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
});
type Session = z.infer<typeof session>;

/**
 * The one of the labels that an account may give its own posts which warns of what our words warn of (the others are about
 * nudity; `!warn` is for moderators: @atproto/api, `moderation/const/labels`, November 2026). Readers see it in their own
 * language, as the words of their app.
 */
const SELF_LABEL = 'graphic-media';

const failure = z.object({ error: z.string(), message: z.string().optional() });
const blobAnswer = z.object({ blob: z.record(z.string(), z.json()) });
const strongRef = z.object({ uri: z.string().startsWith('at://'), cid: z.string().min(1) });
const stored = strongRef.extend({ value: z.object({ text: z.string() }) });
const resolved = z.object({ did: z.string().startsWith('did:') });

const facet = z.object({
  /** Bytes of UTF-8. */
  start: z.int(),
  end: z.int(),
  kind: z.enum(['link', 'hashtag', 'mention']),
  value: z.string(),
});
const content = z.object({
  text: z.string(),
  language: z.string(),
  facets: z.array(facet),
  images: z.array(z.object({ sha256: z.string(), alt: z.string(), width: z.int(), height: z.int() })),
  /** A card for a web page, made of what the text says of it: nothing is fetched. */
  card: z.object({ uri: z.string(), title: z.string() }).nullable(),
  /** What the account says of its own post; missing: nothing. */
  labels: z.array(z.string()).optional(),
});
type Content = z.infer<typeof content>;

const preparation = z.object({
  rkey: z.string(),
  createdAt: z.string(),
  blobs: z.array(z.object({ sha256: z.string(), blob: z.record(z.string(), z.json()) })),
  /** By handle; without those that nobody has. */
  dids: z.record(z.string(), z.string()),
});
type Preparation = z.infer<typeof preparation>;

/** Bluesky, on whichever personal data server an account is. */
export function createBluesky({ http }: { readonly http: Http }): Network {
  /** By account and password: other credentials are another session. */
  const sessions = new Map<string, Session>();

  function xrpc(
    access: Access,
    method: string,
    request: Omit<HttpRequest, 'url'>,
    query = '',
  ): Promise<Seen> {
    const url = new URL(`/xrpc/${method}${query}`, access.credentials.server);
    return http.send({ ...request, url });
  }

  async function openSession(access: Access): Promise<Session | StepFailure> {
    const { identifier, password } = access.credentials;
    const seen = await xrpc(access, 'com.atproto.server.createSession', {
      method: 'POST',
      body: { identifier, password },
    });
    const opened = readBody(seen, session);
    if (opened === null) return failed(seen);
    sessions.set(sessionKey(access), opened);
    return opened;
  }

  /** The account's session: kept, and refreshed shortly before it ends. */
  async function sessionOf(access: Access): Promise<Session | StepFailure> {
    const kept = sessions.get(sessionKey(access));
    if (kept === undefined) return openSession(access);
    if (!endsSoon(kept.accessJwt)) return kept;
    const seen = await xrpc(access, 'com.atproto.server.refreshSession', {
      method: 'POST',
      headers: { authorization: `Bearer ${kept.refreshJwt}` },
    });
    const refreshed = readBody(seen, session);
    if (refreshed === null) return openSession(access);
    sessions.set(sessionKey(access), refreshed);
    return refreshed;
  }

  /** A failure that tells of the session ends it: the next step opens another. */
  function failed(seen: Seen, access?: Access): StepFailure {
    const said = seen.seen === 'answer' ? failure.safeParse(seen.body).data?.error : undefined;
    if (said === 'ExpiredToken' || said === 'InvalidToken') {
      if (access !== undefined) sessions.delete(sessionKey(access));
      return { kind: 'not-done', code: 'SESSION_ENDED' };
    }
    if (said === 'AccountTakedown' || said === 'AccountDeactivated' || said === 'AuthenticationRequired')
      return { kind: 'reconnect', reason: said === 'AuthenticationRequired' ? 'unauthorised' : SUSPENDED };
    return asFailure(seen);
  }

  async function getRecord(access: Access, did: string, rkey: string): Promise<Seen> {
    const query = new URLSearchParams({ repo: did, collection: COLLECTION, rkey });
    return xrpc(access, 'com.atproto.repo.getRecord', { method: 'GET' }, `?${query}`);
  }

  async function look(
    access: Access,
    { did, handle }: Session,
    parcel: Parcel,
    rkey: string,
  ): Promise<ReconcileOutcome | { readonly kind: 'another' }> {
    const seen = await getRecord(access, did, rkey);
    const found = readBody(seen, stored);
    if (found !== null) {
      const isOurs = found.value.text === content.parse(parcel.content).text;
      return isOurs ? { kind: 'found', at: placeOf(found, handle, rkey) } : { kind: 'another' };
    }
    const said = seen.seen === 'answer' ? failure.safeParse(seen.body).data?.error : undefined;
    if (said === 'RecordNotFound') return { kind: 'absent' };
    return { kind: 'indeterminate', code: seen.seen === 'answer' ? `HTTP_${seen.status}` : seen.code };
  }

  const network: Network = {
    name: 'bluesky',
    abilities: {
      threads: true,
      retract: true,
      contacts: false,
      byBot: false,
      tellsSuspension: true,
      tellsExpiry: false,
      repeat: { kind: 'created-once' },
    },
    credentialFields: fields,

    readCredentials: (given) =>
      readFields(fields, given, {
        server: (text) => parseServer(text)?.origin ?? null,
        identifier: (text) => (/^@?[\w.-]+\.[\w.-]+$/.test(text) ? text.replace(/^@/, '') : null),
      }),

    async check(access) {
      const opened = await openSession(access);
      if ('kind' in opened) return opened;
      const { did, handle } = opened;
      return {
        kind: 'recognised',
        identity: { handle: `@${handle}`, remoteId: did, capabilities: CAPABILITIES },
      };
    },

    async holder(access) {
      const opened = await sessionOf(access);
      return 'kind' in opened ? opened : { kind: 'told', holder: { remoteId: opened.did } };
    },

    measure(text, capabilities) {
      const { graphemes, bytes } = countBluesky(text);
      const { max, maxBytes } = capabilities.text;
      return { length: graphemes, bytes, fits: graphemes <= max && (maxBytes === null || bytes <= maxBytes) };
    },

    render(post, capabilities) {
      const fault = refuseImage(post, capabilities, (text) => countBluesky(text).graphemes);
      if (fault !== null) return refused(fault);
      const whole = spannedText(post.document);
      const thread = threadOf(whole.text, capabilities, (part) => network.measure(part, capabilities));
      if (!thread.ok) return thread;
      const { image } = post;
      return done(
        thread.value.map(({ start, end, number }, i) => {
          const part = sliceSpanned(whole, start, end);
          const carries = i === 0 && image !== null;
          return {
            content: {
              text: part.text + number,
              language: post.language,
              facets: facetsOf(part),
              images: carries
                ? [{ sha256: image.sha256, alt: image.alt, width: image.width, height: image.height }]
                : [],
              card: carries ? null : cardOf(part),
              ...(post.warning !== null && { labels: [SELF_LABEL] }),
            },
            cost: null,
          };
        }),
      );
    },

    async prepare(access, parcel, tools) {
      const { images, facets } = content.parse(parcel.content);
      const opened = await sessionOf(access);
      if ('kind' in opened) return opened;
      const headers = { authorization: `Bearer ${opened.accessJwt}`, 'content-type': 'image/jpeg' };
      const blobs: Preparation['blobs'] = [];
      for (const { sha256 } of images) {
        const bytes = await shrink(await tools.image(sha256), IMAGES);
        if (bytes === null) return { kind: 'rejected', reason: 'image-too-large' };
        const seen = await xrpc(access, 'com.atproto.repo.uploadBlob', {
          method: 'POST',
          headers,
          body: bytes,
        });
        const made = readBody(seen, blobAnswer);
        if (made === null) return failed(seen, access);
        blobs.push({ sha256, blob: made.blob });
      }
      const dids: Record<string, string> = {};
      for (const { value } of facets.filter(({ kind }) => kind === 'mention')) {
        const query = `?${new URLSearchParams({ handle: value })}`;
        const seen = await xrpc(access, 'com.atproto.identity.resolveHandle', { method: 'GET' }, query);
        const found = readBody(seen, resolved);
        if (found !== null) dids[value] = found.did;
        else if (seen.seen !== 'answer' || seen.status !== 400) return failed(seen, access);
      }
      const before = preparation.safeParse(tools.before).data;
      const rkey = before?.rkey ?? newTid(tools.now, parcel.key);
      const createdAt = before?.createdAt ?? tools.now.toString({ fractionalSecondDigits: 3 });
      return { kind: 'prepared', prepared: { rkey, createdAt, blobs, dids } };
    },

    async commit(access, parcel, prepared, { mayStart }) {
      const opened = await sessionOf(access);
      if ('kind' in opened) return opened;
      const ready = preparation.safeParse(prepared).data;
      const record = ready === undefined ? null : recordOf(parcel, ready);
      if (ready === undefined || record === null) return { kind: 'rejected', reason: 'not-as-prepared' };
      const { rkey } = ready;
      const seen = await xrpc(access, 'com.atproto.repo.putRecord', {
        method: 'POST',
        headers: { authorization: `Bearer ${opened.accessJwt}` },
        body: { repo: opened.did, collection: COLLECTION, rkey, swapRecord: null, record },
        mayStart,
      });
      const outcome = judge(seen, {
        place: (at) => placeOf(at, opened.handle, rkey),
        failed: () => failed(seen, access),
      });
      if (outcome !== 'stands already') return outcome;
      const found = await look(access, opened, parcel, rkey);
      if (found.kind === 'found') return { kind: 'published', at: found.at };
      return found.kind === 'another'
        ? { kind: 'rejected', reason: 'key-taken' }
        : { kind: 'unknown', code: 'STANDS_UNSEEN' };
    },

    async reconcile(access, parcel, prepared) {
      const ready = preparation.safeParse(prepared).data;
      if (ready === undefined) return { kind: 'absent' };
      const opened = await sessionOf(access);
      if ('kind' in opened)
        return opened.kind === 'reconnect' ? opened : { kind: 'indeterminate', code: opened.kind };
      const found = await look(access, opened, parcel, ready.rkey);
      return found.kind === 'another' ? { kind: 'indeterminate', code: 'KEY_TAKEN' } : found;
    },

    async retract(access, at) {
      const opened = await sessionOf(access);
      if ('kind' in opened) return opened;
      const seen = await xrpc(access, 'com.atproto.repo.deleteRecord', {
        method: 'POST',
        headers: { authorization: `Bearer ${opened.accessJwt}` },
        body: { repo: opened.did, collection: COLLECTION, rkey: referenceOf(at).uri.split('/').at(-1) },
      });
      if (seen.seen === 'answer' && seen.status === 200) return { kind: 'retracted' };
      if (seen.seen === 'no-answer') return { kind: 'unknown', code: seen.code };
      return failed(seen, access);
    },
  };
  return network;
}

function sessionKey({ accountId, credentials }: Access): string {
  return createHash('sha256')
    .update(`${accountId}|${JSON.stringify(credentials)}`)
    .digest('hex');
}

/** Whether a token ends within five minutes, by what it says itself; one that says nothing is used until it is refused. */
function endsSoon(token: string): boolean {
  const [, payload = ''] = token.split('.');
  try {
    const { exp } = z
      .object({ exp: z.number() })
      .parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    // The server's time, which is real: an injected clock may be in another year.
    return exp - Date.now() / 1000 < 300;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return false;
    throw error;
  }
}

/** `failed`: what an answer says of the session or of us; what says nothing of either was said of the record. */
function judge(
  seen: Seen,
  {
    place,
    failed,
  }: { readonly place: (at: z.infer<typeof strongRef>) => Place; readonly failed: () => StepFailure },
): CommitOutcome | 'stands already' {
  if (seen.seen !== 'answer') return unanswered(seen);
  const made = readBody(seen, strongRef);
  if (made !== null) return { kind: 'published', at: place(made) };
  if (seen.status === 429) return rateLimited(seen);
  const said = failure.safeParse(seen.body).data;
  if (said === undefined || !isRecord(seen.body)) return { kind: 'unknown', code: `HTTP_${seen.status}` };
  if (said.error === 'InvalidSwap') return 'stands already';
  if (seen.status < 400 || seen.status >= 500) return { kind: 'unknown', code: `HTTP_${seen.status}` };
  const ended = failed();
  return ended.kind === 'rejected' ? { kind: 'rejected', reason: 'content' } : ended;
}

/** The record that is published: from what was approved and what was prepared for it, and from nothing else. */
function recordOf(parcel: Parcel, prepared: Preparation): JsonObject | null {
  const { text, language, facets, images, card, labels } = content.parse(parcel.content);
  const { blobs, dids, createdAt } = prepared;
  if (blobs.length !== images.length) return null;
  if (!images.every(({ sha256 }, i) => blobs[i]?.sha256 === sha256)) return null;
  const rich = facets.flatMap(({ start, end, kind, value }) => {
    const feature = featureOf(kind, value, dids);
    return feature === null ? [] : [{ index: { byteStart: start, byteEnd: end }, features: [feature] }];
  });
  const embed = embedOf(images, blobs, card);
  const { answers } = parcel;
  return {
    $type: COLLECTION,
    text,
    langs: [language],
    createdAt,
    ...(rich.length > 0 && { facets: rich }),
    ...(embed !== null && { embed }),
    ...(labels !== undefined && {
      labels: {
        $type: 'com.atproto.label.defs#selfLabels',
        values: labels.map((val) => ({ val })),
      },
    }),
    ...(answers !== null && {
      reply: { root: referenceOf(answers.root), parent: referenceOf(answers.parent) },
    }),
  };
}

function featureOf(
  kind: 'link' | 'hashtag' | 'mention',
  value: string,
  dids: Readonly<Record<string, string>>,
) {
  switch (kind) {
    case 'link':
      return { $type: 'app.bsky.richtext.facet#link', uri: value };
    case 'hashtag':
      return { $type: 'app.bsky.richtext.facet#tag', tag: value };
    case 'mention': {
      const did = dids[value];
      return did === undefined ? null : { $type: 'app.bsky.richtext.facet#mention', did };
    }
  }
}

function embedOf(
  images: Content['images'],
  blobs: Preparation['blobs'],
  card: Content['card'],
): JsonObject | null {
  if (images.length > 0) {
    return {
      $type: 'app.bsky.embed.images',
      images: images.map(({ alt, width, height }, i) => ({
        alt,
        aspectRatio: { width, height },
        image: blobs[i]?.blob ?? null,
      })),
    };
  }
  if (card === null) return null;
  return { $type: 'app.bsky.embed.external', external: { ...card, description: '' } };
}

function facetsOf({ text, spans }: SpannedText): z.infer<typeof facet>[] {
  return spans.flatMap(({ start, end, behind }) => {
    const value = featureValue(behind);
    return value === null
      ? []
      : [
          {
            start: countBytes(text.slice(0, start)),
            end: countBytes(text.slice(0, end)),
            kind: behind.kind,
            value,
          },
        ];
  });
}

function featureValue(behind: Span['behind']): string | null {
  switch (behind.kind) {
    case 'link':
      return behind.href;
    case 'hashtag':
      return countBluesky(behind.tag).graphemes <= TAG_MAX_GRAPHEMES ? behind.tag : null;
    case 'mention':
      // Handles here are host names; `name@server` is somebody on another network.
      return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(behind.handle) ? behind.handle : null;
  }
}

/** A card for the first page that a text leads to, in the text's own words. */
function cardOf({ text, spans }: SpannedText): Content['card'] {
  const first = spans.find(({ behind }) => behind.kind === 'link');
  if (first?.behind.kind !== 'link') return null;
  const { href } = first.behind;
  const words = text.slice(first.start, first.end);
  return { uri: href, title: words === href ? new URL(href).host : words };
}

/** Both halves of a reference: a reply must name the record's address and its content. */
function placeOf(at: z.infer<typeof strongRef>, handle: string, rkey: string): Place {
  return { id: `${at.uri}#${at.cid}`, url: `https://bsky.app/profile/${handle}/post/${rkey}` };
}

function referenceOf({ id }: Place): { readonly uri: string; readonly cid: string } {
  const [uri = '', cid = ''] = id.split('#');
  return { uri, cid };
}

const TID_LETTERS = '234567abcdefghijklmnopqrstuvwxyz';

/** A TID (atproto.com/specs/tid, November 2026): 53 bits of microseconds and 10 that tell two makers apart, here by the delivery. */
function newTid(now: Temporal.Instant, key: string): string {
  const digest = createHash('sha256').update(key).digest();
  const micros = now.epochNanoseconds / 1000n + BigInt(digest.readUInt16BE(0) % 1000);
  let value = (micros << 10n) | BigInt(digest.readUInt16BE(2) & 0x3ff);
  let tid = '';
  for (let i = 0; i < 13; i++) {
    tid = (TID_LETTERS[Number(value & 31n)] ?? '') + tid;
    value >>= 5n;
  }
  return tid;
}
