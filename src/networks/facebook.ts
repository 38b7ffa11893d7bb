import { z } from 'zod';
import {
  type Access,
  type Capabilities,
  type CommitOutcome,
  type CredentialField,
  EXPIRED,
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
import { plainText, spannedText } from '../domain/text/spanned.ts';
import type { Seen } from '../http/exchange.ts';
import {
  type Answer,
  LONGEST_WAIT_SECONDS,
  notSeen,
  rateLimited,
  readBody,
  SKEW,
  unanswered,
} from './answer.ts';
import { readFields } from './credentials.ts';
import type { Http, HttpRequest } from './http.ts';
import { measureUtf16, refuseImage, refuseTooLong } from './render.ts';
import { jpegForm, type NamedImage, uploadEach, uploadedIds } from './uploads.ts';

/*
 * A Facebook Page, by Meta's Graph API (v26.0; developers.facebook.com/docs/pages-api and its lists of fields, April and
 * December 2026). There is no idempotency key, and an answer of 500 after the post was made has doubled posts for others: so
 * what is uncertain is looked for among the Page's own posts before it is tried again. A photo is uploaded unpublished, with
 * its words for who cannot see it, and then one call publishes. Meta's own scheduling is never used: what Meta would publish
 * later, our stop switch could not stop. Nor is a draft: `published` is always said.
 */

/** By the error codes of the Graph API (docs/graph-api/guides/error-handling and overview/rate-limiting, December 2026). */
const LIMITS: readonly number[] = [4, 17, 32, 341, 613, 80001];
const NOT_SIGNED_IN: readonly number[] = [102, 190];
const INVALID = 100;
/** Of `INVALID`: there is no such thing, or it is not ours to see. */
const NO_SUCH_THING = 33;
/** Blocked for what Meta holds to be against its policies: it says to wait, and not for how long. */
const BLOCKED = 368;
/**
 * Of `NOT_SIGNED_IN`: whoever the token stands for has to sign in at Facebook and mend something first, or is held at a
 * checkpoint that blocks the account (459 and 464 by docs/graph-api/guides/error-handling, 490 as its answers say:
 * "enrolled in a blocking, logged-in checkpoint"; December 2026).
 */
const CHECKPOINTS: readonly number[] = [459, 464, 490];
/** Of the same: the token "has expired, been revoked, or is otherwise invalid" (463, 467; the same page). */
const ENDED: readonly number[] = [463, 467];
const DUPLICATE = 506;

/** The limits of a Page. Facebook's unit is not documented: UTF-16 units are never fewer than what else it may count. */
const IMAGES = { max: 1, types: ['image/jpeg'], maxBytes: 10_000_000, maxPixels: null, maxAlt: null };
const CAPABILITIES: Capabilities = {
  text: { max: 63_206, maxBytes: null, perAddress: null },
  images: IMAGES,
};

/** A Page's token may do no less. */
const SCOPES = ['pages_manage_posts', 'pages_read_engagement'] as const;

const fields: readonly CredentialField[] = [
  {
    name: 'page',
    secret: false,
    help: 'Write the Page’s number; it stands under About, Page transparency.',
  },
  {
    name: 'token',
    secret: true,
    help: 'Write a Page token that does not end: ask /me/accounts with a long-lived user token that has the permissions pages_show_list, pages_manage_posts and pages_read_engagement.',
  },
];

const pageShape = z.object({ id: z.string().min(1), name: z.string().min(1) });
const tokenShape = z.object({
  data: z.object({
    type: z.string().optional(),
    is_valid: z.boolean(),
    /** In seconds since 1970; 0: never. */
    expires_at: z.int().optional(),
    /** The same of what the person behind it lets the app have, most often 90 days after they last let it. */
    data_access_expires_at: z.int().optional(),
    scopes: z.array(z.string()).optional(),
  }),
});
const made = z.object({ id: z.string().min(1) });
/** As `2009-11-11T06:30:00+0000`. */
const time = z
  .string()
  .transform((text) => text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  .pipe(z.iso.datetime({ offset: true }))
  .transform((text) => Temporal.Instant.from(text));
const post = z.object({
  id: z.string().min(1),
  message: z.string().optional(),
  created_time: time,
  permalink_url: z.string().optional(),
});
const posts = z.object({ data: z.array(post) });
/** As many as the API gives at once. */
const PAGE_OF_POSTS = 100;
const graphError = z.object({ error: z.object({ code: z.int(), error_subcode: z.int().optional() }) });
/** In minutes, by what is used. */
const usage = z.record(
  z.string(),
  z.array(z.object({ estimated_time_to_regain_access: z.number().nonnegative().optional() })),
);

const content = z.object({
  text: z.string(),
  /** The page that is shown below the text; null beside an image. */
  link: z.string().nullable(),
  images: z.array(z.object({ sha256: z.string(), alt: z.string() })),
});

export interface FacebookDeps {
  readonly http: Http;
  /** Where the Graph API is: `https://graph.facebook.com`. */
  readonly root: string;
  /** Which of its versions is spoken: `v26.0`. */
  readonly version: string;
}

/** Facebook Pages, by one version of the Graph API. */
export function createFacebook({ http, root, version }: FacebookDeps): Network {
  /**
   * A call as the Page. The token stands in a header, as in Meta's guides to its messaging APIs on the same servers: an
   * address is kept in more logs than ours. Not tried on Meta's own servers. `debug_token` alone wants it in the address.
   */
  function call(access: Access, path: string, request: Omit<HttpRequest, 'url'>): Promise<Seen> {
    const token = access.credentials.token ?? '';
    return http.send({
      ...request,
      url: new URL(`/${version}/${path}`, root),
      headers: { authorization: `Bearer ${token}`, ...request.headers },
    });
  }

  const pageOf = ({ credentials }: Access) => encodeURIComponent(credentials.page ?? '');

  async function upload(
    access: Access,
    image: NamedImage,
    given: Uint8Array<ArrayBuffer>,
  ): Promise<{ readonly id: string } | StepFailure> {
    const part = await jpegForm('source', image, given, IMAGES, {
      published: 'false',
      ...(image.alt !== '' && { alt_text_custom: image.alt }),
    });
    if ('kind' in part) return part;
    const seen = await call(access, `${pageOf(access)}/photos`, { method: 'POST', form: part.form });
    return readBody(seen, made) ?? asGraphFailure(seen);
  }

  const network: Network = {
    name: 'facebook',
    abilities: {
      threads: false,
      retract: true,
      contacts: false,
      byBot: false,
      tellsSuspension: true,
      tellsExpiry: true,
      repeat: LOOKED_FOR,
    },
    credentialFields: fields,

    readCredentials: (given) =>
      readFields(fields, given, { page: (text) => (/^\d{1,20}$/.test(text) ? text : null) }),

    async check(access) {
      const seen = await call(access, 'me?fields=id,name', { method: 'GET' });
      const page = readBody(seen, pageShape);
      if (page === null) return asGraphFailure(seen);
      // A person's token says the person, and another Page's that Page.
      if (page.id !== access.credentials.page) return { kind: 'reconnect', reason: 'not-this-page' };
      const token = encodeURIComponent(access.credentials.token ?? '');
      const asked = await call(access, `debug_token?input_token=${token}`, { method: 'GET' });
      const told = readBody(asked, tokenShape);
      if (told === null) {
        const failure = asGraphFailure(asked);
        if (failure.kind === 'not-done' || failure.kind === 'rate-limited') return failure;
        // Meta tells only those who made the app: the first post shows what the token may do.
      }
      const fault = told === null ? null : faultOf(told.data);
      if (fault !== null) return { kind: 'reconnect', reason: fault };
      return {
        kind: 'recognised',
        identity: {
          handle: page.name,
          remoteId: page.id,
          capabilities: CAPABILITIES,
          credentialsEndAt: endOf(told?.data ?? null),
        },
      };
    },

    // Each call names the Page, and Meta lets a token do nothing on another's.
    holder: async ({ credentials }) => ({ kind: 'told', holder: { remoteId: credentials.page ?? '' } }),

    measure: measureUtf16,

    render(given, capabilities) {
      const fault = refuseImage(given, capabilities, (text) => text.length);
      if (fault !== null) return refused(fault);
      const text = plainText(given.document);
      const tooLong = refuseTooLong(measureUtf16(text, capabilities), capabilities);
      if (tooLong !== null) return refused(tooLong);
      const { image } = given;
      return done([
        {
          content: {
            text,
            // Facebook shows either a page or photos.
            link: image === null ? firstLink(given.document) : null,
            images: image === null ? [] : [{ sha256: image.sha256, alt: image.alt }],
          },
          cost: null,
        },
      ]);
    },

    async prepare(access, parcel, tools) {
      // Anew in every try: nothing tells how long Facebook keeps what no post has carried.
      const { images } = content.parse(parcel.content);
      return uploadEach(images, async (image) => upload(access, image, await tools.image(image.sha256)));
    },

    async commit(access, parcel, prepared, { mayStart }) {
      const body = postOf(parcel, prepared);
      if (body === null) return { kind: 'rejected', reason: 'not-as-prepared' };
      return judge(await call(access, `${pageOf(access)}/feed`, { method: 'POST', body, mayStart }));
    },

    async reconcile(access, parcel, _prepared, { since, others }) {
      // What the Page itself has published: `feed` has what visitors wrote too, and wants one permission more.
      const path = `${pageOf(access)}/published_posts?fields=id,message,created_time,permalink_url&limit=${PAGE_OF_POSTS}`;
      const seen = await call(access, path, { method: 'GET' });
      const read = readBody(seen, posts);
      if (read !== null) return lookFor(parcel, read.data, { since, others });
      return notSeen(asGraphFailure(seen));
    },

    async retract(access, at) {
      const seen = await call(access, encodeURIComponent(at.id), { method: 'DELETE' });
      if (seen.seen === 'no-answer') return { kind: 'unknown', code: seen.code };
      if (readBody(seen, z.object({ success: z.literal(true) })) !== null) return { kind: 'retracted' };
      const error = errorOf(seen);
      if (error?.code !== INVALID || error.error_subcode !== NO_SUCH_THING) return asGraphFailure(seen);
      // Or this token cannot see it: it is gone only for whom the Page still answers.
      const page = await call(access, `${pageOf(access)}?fields=id,name`, { method: 'GET' });
      return readBody(page, pageShape) === null ? asGraphFailure(page) : { kind: 'gone' };
    },
  };
  return network;
}

/** Why a token cannot serve; null when nothing speaks against it. One that ends would end amid a campaign. */
function faultOf(token: z.infer<typeof tokenShape>['data']): string | null {
  const { scopes, type, expires_at: endsAt } = token;
  if (!token.is_valid) return 'unauthorised';
  if (type !== undefined && type !== 'PAGE') return 'not-a-page-token';
  if (scopes !== undefined && !SCOPES.every((scope) => scopes.includes(scope))) return 'scope-missing';
  return endsAt !== undefined && endsAt !== 0 ? 'token-ends' : null;
}

/**
 * When what a token is for ends although the token does not (docs/facebook-login/auth-vs-data, December 2026): the person
 * who gave it has to let the app in once more before.
 */
function endOf(token: z.infer<typeof tokenShape>['data'] | null): Temporal.Instant | null {
  const seconds = token?.data_access_expires_at ?? 0;
  return seconds === 0 ? null : Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
}

function firstLink(document: Parameters<typeof spannedText>[0]): string | null {
  for (const { behind } of spannedText(document).spans)
    if (behind.kind === 'link' && /^https?:/i.test(behind.href)) return behind.href;
  return null;
}

/** The body that publishes: from what was approved and what was uploaded for it, and from nothing else. */
function postOf(parcel: Parcel, prepared: JsonObject): object | null {
  const { text, link, images } = content.parse(parcel.content);
  const ids = uploadedIds(images, prepared);
  if (ids === null) return null;
  return {
    message: text,
    published: true,
    ...(link !== null && { link }),
    ...(ids.length > 0 && { attached_media: ids.map((id) => ({ media_fbid: id })) }),
  };
}

function judge(seen: Seen): CommitOutcome {
  if (seen.seen !== 'answer') return unanswered(seen);
  const stands = readBody(seen, made);
  if (stands !== null) return { kind: 'published', at: placeOf(stands) };
  // The same stands there already: this one from a try before, if anything tells.
  if (errorOf(seen)?.code === DUPLICATE) return { kind: 'unknown', code: 'DUPLICATE' };
  return refusalOf(seen) ?? { kind: 'unknown', code: `HTTP_${seen.status}` };
}

/** A failure of a step whose repetition changes nothing. */
function asGraphFailure(seen: Seen): StepFailure {
  if (seen.seen !== 'answer') return { kind: 'not-done', code: seen.code };
  return refusalOf(seen) ?? { kind: 'not-done', code: `HTTP_${seen.status}` };
}

function errorOf(seen: Seen): z.infer<typeof graphError>['error'] | null {
  if (seen.seen !== 'answer') return null;
  return graphError.safeParse(seen.body).data?.error ?? null;
}

/** What the Graph API itself says no to, for certain; null for all else. Of a fault of its own (1, 2, 5xx) nobody knows. */
function refusalOf(answer: Answer): StepFailure | null {
  const { code, error_subcode: subcode = 0 } = errorOf(answer) ?? {};
  if (code !== undefined && LIMITS.includes(code)) return limited(answer);
  if (answer.status === 429) return limited(answer);
  if (code === undefined || answer.status < 400 || answer.status >= 500) return null;
  if (code === BLOCKED || (NOT_SIGNED_IN.includes(code) && CHECKPOINTS.includes(subcode)))
    return { kind: 'reconnect', reason: SUSPENDED };
  if (NOT_SIGNED_IN.includes(code))
    return { kind: 'reconnect', reason: ENDED.includes(subcode) ? EXPIRED : 'unauthorised' };
  if (code === 3 || code === 10 || (code >= 200 && code < 300))
    return { kind: 'reconnect', reason: 'forbidden' };
  if (code === INVALID) return { kind: 'rejected', reason: 'content' };
  return code === 1 || code === 2 ? null : { kind: 'rejected', reason: `graph-${code}` };
}

/** Assumed where Meta tells only how much of an hour's calls is used (`X-App-Usage`), which falls from minute to minute. */
const ASSUMED_WAIT_SECONDS = 300;

/** How long a limit asks to wait: `X-Business-Use-Case-Usage` tells it in minutes. */
function limited(answer: Answer): StepFailure {
  const { headers } = answer;
  const told = usage.safeParse(json(headers['x-business-use-case-usage'])).data ?? {};
  const minutes = Object.values(told)
    .flat()
    .map(({ estimated_time_to_regain_access: time = 0 }) => time);
  const longest = Math.ceil(Math.max(0, ...minutes) * 60);
  if (longest > 0) return { kind: 'rate-limited', seconds: Math.min(longest, LONGEST_WAIT_SECONDS) };
  if (headers['retry-after'] !== undefined || headers['x-app-usage'] === undefined)
    return rateLimited(answer);
  return { kind: 'rate-limited', seconds: ASSUMED_WAIT_SECONDS };
}

function json(header: string | string[] | undefined): unknown {
  if (typeof header !== 'string') return undefined;
  try {
    return JSON.parse(header);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function placeOf({ id, permalink_url: url }: { id: string; permalink_url?: string | undefined }): Place {
  return { id, url: url ?? `https://www.facebook.com/${id}` };
}

function lookFor(
  parcel: Parcel,
  published: readonly z.infer<typeof post>[],
  { since, others }: { readonly since: Temporal.Instant; readonly others: readonly string[] },
): ReconcileOutcome {
  const wanted = letters(content.parse(parcel.content).text);
  const from = since.subtract(SKEW);
  const isSince = ({ created_time: at }: z.infer<typeof post>) => Temporal.Instant.compare(at, from) >= 0;
  const same = published.filter(({ message = '' }) => letters(message) === wanted);
  const found = same.find((one) => isSince(one) && !others.includes(one.id));
  if (found !== undefined) return { kind: 'found', at: placeOf(found) };
  // Facebook would refuse it as a duplicate for as long as the other stands there: a person can tell.
  if (same.length > 0) return { kind: 'indeterminate', code: 'SAME_TEXT' };
  const reachesBack = published.length < PAGE_OF_POSTS || published.some((one) => !isSince(one));
  return reachesBack ? { kind: 'absent' } : { kind: 'indeterminate', code: 'TOO_MANY_SINCE' };
}

/** A text but for how its characters are composed and where its lines break. */
function letters(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
