import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isRecord } from '../domain/is-record.ts';
import {
  type Access,
  type Capabilities,
  type CommitOutcome,
  type CredentialField,
  type JsonObject,
  LOOKED_FOR,
  type Network,
  type Parcel,
  type Place,
  type ReconcileOutcome,
  type StepFailure,
  SUSPENDED,
} from '../domain/network.ts';
import { done, refused } from '../domain/result.ts';
import { countBytes } from '../domain/text/count-bytes.ts';
import { countX, hasAddressX } from '../domain/text/count-x.ts';
import { plainText } from '../domain/text/spanned.ts';
import type { Seen } from '../http/exchange.ts';
import { type Answer, asFailure, notSeen, rateLimited, readBody, SKEW, unanswered } from './answer.ts';
import { readFields } from './credentials.ts';
import type { Http, HttpRequest } from './http.ts';
import { signOAuth1 } from './oauth1.ts';
import { refuseImage, threadOf } from './render.ts';
import { jpegForm, type NamedImage, uploadEach, uploadedIds } from './uploads.ts';

/*
 * X's API v2 (X's own OpenAPI description 2.167 and docs.x.com, November 2026). There is no idempotency key, and a 503 can
 * come after the post was taken. X refuses a text that already stands (403 "duplicate content") without saying where: so
 * such a refusal is no end but a reason to look on the account's own timeline, as after a lost answer. Requests are signed
 * by OAuth 1.0a: its tokens do not expire, those of OAuth 2.0 do after two hours and would have to be kept anew each time.
 */

/** docs.x.com, November 2026; no method tells an account's own. Longer posts are for paying accounts only. */
const IMAGES = { max: 4, types: ['image/jpeg'], maxBytes: 5_000_000, maxPixels: null, maxAlt: 1000 };
const CAPABILITIES: Capabilities = {
  text: { max: 280, maxBytes: null, perAddress: 23 },
  images: IMAGES,
};

/** What X takes for making a post, and for one with an address in it (its price list, since April 2026). */
const POST_USD_MICROS = 15_000;
const POST_WITH_ADDRESS_USD_MICROS = 200_000;

const fields: readonly CredentialField[] = [
  {
    name: 'consumerKey',
    secret: true,
    help: 'Copy the API key of your app from developer.x.com, Keys and tokens.',
  },
  { name: 'consumerSecret', secret: true, help: 'Copy the API key secret that belongs to the API key.' },
  {
    name: 'accessToken',
    secret: true,
    help: 'Copy the access token of the account, made after the app was given the permission Read and write.',
  },
  {
    name: 'accessSecret',
    secret: true,
    help: 'Copy the access token secret that belongs to the access token.',
  },
];

const remoteId = z.string().regex(/^[0-9]{1,19}$/);
const me = z.object({ data: z.object({ id: remoteId, username: z.string().min(1) }) });
const created = z.object({ data: z.object({ id: remoteId }) });
const deleted = z.object({ data: z.object({ deleted: z.literal(true) }) });
const described = z.object({ data: z.object({ id: remoteId }) });
const post = z.object({
  id: remoteId,
  text: z.string(),
  created_at: z.iso.datetime({ offset: true }),
  conversation_id: z.string().optional(),
  entities: z
    .object({
      urls: z.array(z.object({ url: z.string().nullish(), expanded_url: z.string().nullish() })).nullish(),
    })
    .optional(),
});
/** X leaves `data` out where there is nothing. */
const timeline = z.object({
  data: z.array(post).default([]),
  meta: z.object({ next_token: z.string().optional() }).optional(),
});
const problem = z.object({
  detail: z.string().default(''),
  type: z.string().default(''),
  /** By the older codes, which some answers still carry. */
  errors: z
    .array(z.object({ code: z.int().optional().catch(undefined) }))
    .default([])
    .catch([]),
});
/**
 * Of a 403: 64 is said to a suspended account, 326 to one that is locked until its owner signs in (X's response codes,
 * developer.x.com and docs.x.com, December 2026). The second version of the API says the first in words alone; its
 * description names no type of problem for it.
 */
const CLOSED_CODES: readonly number[] = [64, 326];
const CLOSED_WORDS = /\baccount is (?:suspended|temporarily locked)\b/i;

const content = z.object({
  text: z.string(),
  images: z.array(z.object({ sha256: z.string(), alt: z.string() })),
});

export interface XDeps {
  readonly http: Http;
  /** Default: X itself. */
  readonly server?: string;
  /** What signatures are dated by: X compares it with its own clock, so by default it is the machine's, never a replay's. */
  readonly now?: () => Temporal.Instant;
}

/** X by its API v2, signed as the account (OAuth 1.0a). */
export function createX({
  http,
  server = 'https://api.x.com',
  now = () => Temporal.Now.instant(),
}: XDeps): Network {
  const limits = new Limits();

  /** A call as the account; what its answer says of limits is kept for the account and for the app. */
  async function call(access: Access, path: string, request: Omit<HttpRequest, 'url'>): Promise<Seen> {
    const url = new URL(path, server);
    const { consumerKey = '', consumerSecret = '', accessToken = '', accessSecret = '' } = access.credentials;
    const keys = { consumerKey, consumerSecret, accessToken, accessSecret };
    const authorization = signOAuth1({ method: request.method, url }, keys, { now: now() });
    return http.send({ ...request, url, headers: { authorization } });
  }

  function failed(seen: Seen): StepFailure {
    if (seen.seen !== 'answer') return asFailure(seen);
    if (seen.status === 429) return limits.refusal(seen, now());
    if (seen.status === 402) return OUT_OF_CREDIT;
    const said = seen.status === 403 ? problem.safeParse(seen.body).data : undefined;
    return said !== undefined && isClosed(said) ? CLOSED : asFailure(seen);
  }

  async function upload(
    access: Access,
    image: NamedImage,
    given: Uint8Array<ArrayBuffer>,
  ): Promise<{ readonly id: string } | StepFailure> {
    const part = await jpegForm('media', image, given, IMAGES, { media_category: 'tweet_image' });
    if ('kind' in part) return part;
    const sent = await call(access, '/2/media/upload', { method: 'POST', form: part.form });
    const made = readBody(sent, created);
    if (made === null) return failed(sent);
    const { id } = made.data;
    // Of an empty text X's description says nothing: it is told none.
    if (image.alt === '') return { id };
    const told = await call(access, '/2/media/metadata', {
      method: 'POST',
      body: { id, metadata: { alt_text: { text: image.alt } } },
    });
    return readBody(told, described) === null ? failed(told) : { id };
  }

  const network: Network = {
    name: 'x',
    abilities: {
      threads: true,
      retract: true,
      contacts: false,
      byBot: false,
      tellsSuspension: true,
      tellsExpiry: false,
      repeat: LOOKED_FOR,
    },
    credentialFields: fields,

    readCredentials: (given) => readFields(fields, given),

    async check(access) {
      const seen = await call(access, '/2/users/me', { method: 'GET' });
      const who = readBody(seen, me);
      if (who === null) return failed(seen);
      // What the app may do with the token; sent where it was signed by OAuth 1.0a.
      if (seen.seen === 'answer' && seen.headers['x-access-level'] === 'read')
        return { kind: 'reconnect', reason: 'scope-missing' };
      const { id, username } = who.data;
      return {
        kind: 'recognised',
        identity: { handle: `@${username}`, remoteId: id, capabilities: CAPABILITIES },
      };
    },

    async holder(access) {
      const seen = await call(access, '/2/users/me', { method: 'GET' });
      const who = readBody(seen, me);
      return who === null ? failed(seen) : { kind: 'told', holder: { remoteId: who.data.id } };
    },

    measure(text, { text: { max } }) {
      const length = countX(text);
      return { length, bytes: countBytes(text), fits: length <= max };
    },

    render(given, capabilities) {
      const fault = refuseImage(given, capabilities, (text) => [...text].length);
      if (fault !== null) return refused(fault);
      const text = plainText(given.document);
      const thread = threadOf(text, capabilities, (part) => network.measure(part, capabilities));
      if (!thread.ok) return thread;
      const image = given.image === null ? [] : [{ sha256: given.image.sha256, alt: given.image.alt }];
      return done(
        thread.value.map(({ start, end, number }, i) => {
          const part = text.slice(start, end) + number;
          return {
            content: { text: part, images: i === 0 ? image : [] },
            cost: { usdMicros: hasAddressX(part) ? POST_WITH_ADDRESS_USD_MICROS : POST_USD_MICROS },
          };
        }),
      );
    },

    async prepare(access, parcel, tools) {
      const seconds = limits.wait(access, now());
      if (seconds > 0) return { kind: 'rate-limited', seconds };
      return uploadEach(content.parse(parcel.content).images, async (image) =>
        upload(access, image, await tools.image(image.sha256)),
      );
    },

    async commit(access, parcel, prepared, { mayStart }) {
      const body = bodyOf(parcel, prepared);
      if (body === null) return { kind: 'rejected', reason: 'not-as-prepared' };
      const seen = await call(access, '/2/tweets', { method: 'POST', body, mayStart });
      if (seen.seen === 'answer') limits.keep(access, seen);
      if (seen.seen === 'answer' && seen.status === 429) return limits.refusal(seen, now());
      return judge(seen);
    },

    async reconcile(access, parcel, _prepared, { since, others }) {
      const who = await call(access, '/2/users/me', { method: 'GET' });
      const own = readBody(who, me);
      if (own === null) return notSeen(failed(who));
      // Each post that is read costs something: so only those that a refusal as a duplicate can be about.
      const query = new URLSearchParams({
        max_results: '100',
        start_time: since.subtract(LOOK_BACK).round('second').toString(),
        'post.fields': 'created_at,conversation_id,entities',
      });
      const path = `/2/users/${own.data.id}/tweets?${query.toString()}`;
      const seen = await call(access, path, { method: 'GET' });
      const posts = readBody(seen, timeline);
      return posts === null ? notSeen(failed(seen)) : lookFor(parcel, posts, { since, others });
    },

    async retract(access, at) {
      const seen = await call(access, `/2/tweets/${encodeURIComponent(at.id)}`, { method: 'DELETE' });
      if (readBody(seen, deleted) !== null) return { kind: 'retracted' };
      if (seen.seen === 'no-answer') return { kind: 'unknown', code: seen.code };
      if (seen.seen === 'answer' && seen.status === 404 && isRecord(seen.body)) return { kind: 'gone' };
      return failed(seen);
    },
  };
  return network;
}

/** X takes payment in advance, and there is none left: somebody has to pay, and connects the account again. */
const OUT_OF_CREDIT: StepFailure = { kind: 'reconnect', reason: 'out-of-credit' };
const CLOSED: StepFailure = { kind: 'reconnect', reason: SUSPENDED };

/** The body that publishes: from what was approved and what was uploaded for it, and from nothing else. */
function bodyOf(parcel: Parcel, prepared: JsonObject): object | null {
  const { text, images } = content.parse(parcel.content);
  const ids = uploadedIds(images, prepared);
  if (ids === null) return null;
  return {
    text,
    ...(parcel.answers !== null && { reply: { in_reply_to_tweet_id: parcel.answers.parent.id } }),
    ...(ids.length > 0 && { media: { media_ids: ids } }),
  };
}

function judge(seen: Seen): CommitOutcome {
  if (seen.seen !== 'answer') return unanswered(seen);
  const made = readBody(seen, created);
  if (made !== null) return { kind: 'published', at: placeOf(made.data.id) };
  // Only what X itself says is a no; of a page or a redirect nobody knows who has sent it, and when.
  const said = isRecord(seen.body) ? problem.safeParse(seen.body).data : undefined;
  if (said === undefined) return { kind: 'unknown', code: `HTTP_${seen.status}` };
  switch (seen.status) {
    case 401:
      return { kind: 'reconnect', reason: 'unauthorised' };
    case 402:
      return OUT_OF_CREDIT;
    case 403:
      return forbidden(said);
    case 400:
    case 404:
    case 413:
    case 422:
      return { kind: 'rejected', reason: 'content' };
    default:
      return { kind: 'unknown', code: `HTTP_${seen.status}` };
  }
}

function isClosed({ detail, errors }: z.infer<typeof problem>): boolean {
  return (
    CLOSED_WORDS.test(detail) || errors.some(({ code }) => code !== undefined && CLOSED_CODES.includes(code))
  );
}

function forbidden(said: z.infer<typeof problem>): CommitOutcome {
  const { detail, type } = said;
  if (isClosed(said)) return CLOSED;
  // The text stands already: from a try of ours whose answer was lost, or from somebody else. The timeline tells.
  if (/duplicate content/i.test(detail)) return { kind: 'unknown', code: 'DUPLICATE' };
  if (/reply to a (post|tweet) that is deleted/i.test(detail))
    return { kind: 'rejected', reason: 'answered-post-gone' };
  if (type.endsWith('/oauth1-permissions')) return { kind: 'reconnect', reason: 'scope-missing' };
  return { kind: 'reconnect', reason: 'forbidden' };
}

function placeOf(id: string): Place {
  return { id, url: `https://x.com/i/web/status/${id}` };
}

/** How far back a text may stand for X to call it a duplicate; X does not say. */
const LOOK_BACK = Temporal.Duration.from({ hours: 24 });

function lookFor(
  parcel: Parcel,
  { data: posts, meta }: z.infer<typeof timeline>,
  { since, others }: { readonly since: Temporal.Instant; readonly others: readonly string[] },
): ReconcileOutcome {
  const wanted = essence(content.parse(parcel.content).text);
  const from = since.subtract(SKEW);
  const root = parcel.answers?.root.id ?? null;
  const isCandidate = ({ id, created_at, conversation_id = id }: z.infer<typeof post>) =>
    !others.includes(id) &&
    Temporal.Instant.compare(Temporal.Instant.from(created_at), from) >= 0 &&
    conversation_id === (root ?? id);
  const same = posts.filter((one) => essence(asWritten(one)) === wanted);
  const found = same.find(isCandidate);
  if (found !== undefined) return { kind: 'found', at: placeOf(found.id) };
  // X refuses it for as long as that one stands: trying again would change nothing, a person can.
  if (same.length > 0) return { kind: 'indeterminate', code: 'STANDS_ALREADY' };
  const beginning = wanted.slice(0, 40);
  const alike = posts.some((one) => isCandidate(one) && essence(asWritten(one)).startsWith(beginning));
  if (alike) return { kind: 'indeterminate', code: 'ALIKE' };
  return meta?.next_token === undefined
    ? { kind: 'absent' }
    : { kind: 'indeterminate', code: 'TOO_MANY_SINCE' };
}

/** A post's text as it was sent: X shortens addresses, adds one for images, and writes three signs as HTML does. */
function asWritten({ text, entities }: z.infer<typeof post>): string {
  let written = text;
  for (const { url, expanded_url } of entities?.urls ?? []) {
    if (url == null || expanded_url == null) continue;
    const isImage = /\/status\/\d+\/(photo|video)\/\d+$/.test(expanded_url);
    written = written.replaceAll(url, () => (isImage ? '' : expanded_url));
  }
  return written.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** What X does not change of a text: all but white space, an address's scheme and slashes, and composition. */
function essence(text: string): string {
  return text
    .replace(/https?:\/\//gi, '')
    .normalize('NFC')
    .replace(/[\s/]/gu, '')
    .toLowerCase();
}

/** Limits that X has said to be used up, by whom they are for, until when: seconds since 1970. */
class Limits {
  readonly #until = new Map<string, number>();

  /** Keeps what an answer to a post says. */
  keep(access: Access, answer: Answer): void {
    const own = Math.max(usedUp(answer, 'x-rate-limit'), usedUp(answer, 'x-user-limit-24hour'));
    if (own > 0) this.#until.set(ownKey(access), own);
    const ofApp = usedUp(answer, 'x-app-limit-24hour');
    if (ofApp > 0) this.#until.set(appKey(access), ofApp);
  }

  /** For how many seconds an account may post nothing; 0 when it may. */
  wait(access: Access, now: Temporal.Instant): number {
    const seconds = now.epochMilliseconds / 1000;
    const waits = [ownKey(access), appKey(access)].map((key) => {
      const until = this.#until.get(key) ?? 0;
      if (until <= seconds) this.#until.delete(key);
      return until - seconds;
    });
    return Math.max(0, Math.ceil(Math.max(...waits)));
  }

  /** What a 429 means: the wait for the longest of the limits that are used up. */
  refusal(answer: Answer, now: Temporal.Instant): StepFailure {
    const until = Math.max(...LIMITS.map((name) => usedUp(answer, name)));
    const seconds = Math.ceil(until - now.epochMilliseconds / 1000);
    return seconds > 0 ? { kind: 'rate-limited', seconds: Math.min(seconds, 86_400) } : rateLimited(answer);
  }
}

const LIMITS = ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour'] as const;

/** Until when a limit is used up; 0 when it is not, or is not named. */
function usedUp({ headers }: Answer, name: (typeof LIMITS)[number]): number {
  const reset = Number(headers[`${name}-reset`]);
  return headers[`${name}-remaining`] === '0' && Number.isFinite(reset) ? reset : 0;
}

function ownKey({ accountId }: Access): string {
  return `account ${accountId}`;
}

/** Accounts of one app share its limit; of its key only a hash is kept. */
function appKey({ credentials }: Access): string {
  return `app ${createHash('sha256')
    .update(credentials.consumerKey ?? '')
    .digest('hex')}`;
}
