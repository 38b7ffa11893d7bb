import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { isRecord } from '../domain/is-record.ts';
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
  type PrepareOutcome,
  type PrepareTools,
  type ReconcileOutcome,
  type StepFailure,
  SUSPENDED,
} from '../domain/network.ts';
import { done, refused } from '../domain/result.ts';
import { countBytes } from '../domain/text/count-bytes.ts';
import { countMastodon } from '../domain/text/count-mastodon.ts';
import { plainText } from '../domain/text/spanned.ts';
import type { Seen } from '../http/exchange.ts';
import { type Answer, asFailure, notSeen, rateLimited, readBody, SKEW, unanswered } from './answer.ts';
import { readFields } from './credentials.ts';
import { type Http, type HttpRequest, parseServer } from './http.ts';
import type { ImageLimits } from './image.ts';
import { refuseImage, threadOf } from './render.ts';
import { jpegForm, type NamedImage, uploadEach, uploadedIds } from './uploads.ts';

/*
 * Mastodon's API (docs.joinmastodon.org for 4.5 and Hollo 0.10, GoToSocial 0.20, snac 2.75 as seen, November 2026).
 * `Idempotency-Key` is sent and never relied on: Hollo keeps it for an hour and answers the same id even for another
 * body, but 8 requests at once with one key made 6 posts; GoToSocial and snac ignore it; Mastodon keeps it for an hour
 * and a repeat may answer 500. So an account posts one thing at a time, and before a second try we look at what stands
 * on it. Visibility is always sent: the default differs. `scheduled_at` is not used: Hollo posts at once.
 */

const fields: readonly CredentialField[] = [
  {
    name: 'server',
    secret: false,
    help: 'Write the address of the server, such as mastodon.social (https).',
  },
  {
    name: 'token',
    secret: true,
    help: 'Copy the access token from Preferences, Development, your application; with the scopes read and write.',
  },
];

/** What servers leave out is what Mastodon itself allows. */
const instance = z.object({
  configuration: z
    .object({
      statuses: z
        .object({
          max_characters: z.int().positive().default(500),
          max_media_attachments: z.int().nonnegative().default(4),
          characters_reserved_per_url: z.int().nonnegative().default(23),
        })
        .prefault({}),
      media_attachments: z
        .object({
          supported_mime_types: z.array(z.string()).default(['image/jpeg']),
          image_size_limit: z.int().positive().default(10_485_760),
          image_matrix_limit: z.int().positive().nullish(),
          description_limit: z.int().positive().nullish(),
        })
        .prefault({}),
    })
    .prefault({}),
});
const ownAccount = z.object({ id: z.string().min(1), acct: z.string().min(1) });
const application = z.object({ scopes: z.array(z.string()).optional() });
const attachment = z.object({ id: z.string().min(1) });
const status = z.object({
  id: z.string().min(1),
  created_at: z.iso.datetime({ offset: true }),
  content: z.string(),
  in_reply_to_id: z.string().nullish(),
  url: z.string().nullish(),
});

const content = z.object({
  text: z.string(),
  language: z.string(),
  images: z.array(z.object({ sha256: z.string(), alt: z.string() })),
  /** What stands before it, and hides it until a reader asks; missing: nothing. */
  warning: z.string().optional(),
});

export interface MastodonDeps {
  readonly http: Http;
  /** Between two looks at an image that the server still works on; default 1,000. */
  readonly pollMs?: number;
}

/** Whatever speaks Mastodon's API, on the account's own server. */
export function createMastodon({ http, pollMs = 1000 }: MastodonDeps): Network {
  /** A call to the account's server, as the account. */
  function call(access: Access, path: string, request: Omit<HttpRequest, 'url'>): Promise<Seen> {
    const { server, token } = access.credentials;
    return http.send({
      ...request,
      url: new URL(path, server),
      headers: { authorization: `Bearer ${token}`, ...request.headers },
    });
  }

  /** The id of an uploaded image once it can be posted. */
  async function upload(
    access: Access,
    image: NamedImage,
    tools: PrepareTools,
    limits: ImageLimits,
  ): Promise<{ readonly id: string } | Exclude<PrepareOutcome, { kind: 'prepared' }>> {
    const part = await jpegForm('file', image, await tools.image(image.sha256), limits, {
      ...(image.alt !== '' && { description: image.alt }),
    });
    if ('kind' in part) return part;
    const sent = await call(access, '/api/v2/media', { method: 'POST', form: part.form });
    const made = readBody(sent, attachment);
    if (made === null) return failed(sent);
    // 202: the server still works on it; it is ready when asking for it answers 200.
    for (let tries = 0; sent.seen === 'answer' && sent.status === 202; tries++) {
      const asked = await call(access, `/api/v1/media/${encodeURIComponent(made.id)}`, { method: 'GET' });
      if (asked.seen === 'answer' && asked.status === 200) break;
      if (asked.seen !== 'answer' || asked.status !== 206) return failed(asked);
      if (tries === 60) return { kind: 'not-done', code: 'IMAGE_NOT_READY' };
      await delay(pollMs);
    }
    return made;
  }

  async function readCapabilities(access: Access): Promise<Capabilities | Seen> {
    const seen = await call(access, '/api/v2/instance', { method: 'GET' });
    // Older and smaller servers lack it.
    const isAbsent = seen.seen === 'answer' && seen.status === 404;
    const read = isAbsent ? instance.parse({}) : readBody(seen, instance);
    if (read === null) return seen;
    const { statuses, media_attachments: media } = read.configuration;
    return {
      text: {
        max: statuses.max_characters,
        maxBytes: null,
        perAddress: statuses.characters_reserved_per_url,
      },
      images: {
        max: statuses.max_media_attachments,
        types: media.supported_mime_types,
        maxBytes: media.image_size_limit,
        maxPixels: media.image_matrix_limit ?? null,
        maxAlt: media.description_limit ?? 1500,
      },
    };
  }

  const network: Network = {
    name: 'mastodon',
    abilities: {
      threads: true,
      retract: true,
      contacts: false,
      byBot: false,
      tellsSuspension: true,
      tellsExpiry: true,
      repeat: LOOKED_FOR,
    },
    credentialFields: fields,

    readCredentials: (given) =>
      readFields(fields, given, { server: (text) => parseServer(text)?.origin ?? null }),

    async check(access) {
      const seen = await call(access, '/api/v1/accounts/verify_credentials', { method: 'GET' });
      const who = readBody(seen, ownAccount);
      if (who === null) return failed(seen);
      // Tells its scopes since Mastodon 4.3; servers that do not are found out at the first post.
      const app = readBody(
        await call(access, '/api/v1/apps/verify_credentials', { method: 'GET' }),
        application,
      );
      if (app?.scopes !== undefined && !mayWrite(app.scopes))
        return { kind: 'reconnect', reason: 'scope-missing' };
      const capabilities = await readCapabilities(access);
      if ('seen' in capabilities) return failed(capabilities);
      const { host } = new URL(access.credentials.server ?? '');
      return {
        kind: 'recognised',
        identity: {
          handle: `@${who.acct.includes('@') ? who.acct : `${who.acct}@${host}`}`,
          remoteId: remoteIdOf(access, who),
          capabilities,
        },
      };
    },

    async holder(access) {
      const seen = await call(access, '/api/v1/accounts/verify_credentials', { method: 'GET' });
      const who = readBody(seen, ownAccount);
      return who === null ? failed(seen) : { kind: 'told', holder: { remoteId: remoteIdOf(access, who) } };
    },

    measure(text, { text: { max, perAddress } }) {
      const length = countMastodon(text, perAddress);
      return { length, bytes: countBytes(text), fits: length <= max };
    },

    render(post, capabilities) {
      const fault = refuseImage(post, capabilities, (text) => network.measure(text, capabilities).length);
      if (fault !== null) return refused(fault);
      const text = plainText(post.document);
      const { warning } = post;
      // Mastodon counts both together (its StatusLengthValidator, November 2026).
      const taken = network.measure(warning ?? '', capabilities).length;
      const thread = threadOf(text, capabilities, (part) => {
        const { bytes, length } = network.measure(part, capabilities);
        return { length: length + taken, bytes, fits: length + taken <= capabilities.text.max };
      });
      if (!thread.ok) return thread;
      const image = post.image === null ? [] : [{ sha256: post.image.sha256, alt: post.image.alt }];
      return done(
        thread.value.map(({ start, end, number }, i) => ({
          content: {
            text: text.slice(start, end) + number,
            language: post.language,
            images: i === 0 ? image : [],
            ...(warning !== null && { warning }),
          },
          cost: null,
        })),
      );
    },

    async prepare(access, parcel, tools) {
      const { images } = content.parse(parcel.content);
      if (images.length === 0) return { kind: 'prepared', prepared: { images: [] } };
      const capabilities = await readCapabilities(access);
      if ('seen' in capabilities) return failed(capabilities);
      const limits = capabilities.images;
      if (limits === null) return { kind: 'rejected', reason: 'no-images' };
      return uploadEach(images, (image) => upload(access, image, tools, limits));
    },

    async commit(access, parcel, prepared, { mayStart }) {
      const body = statusOf(parcel, prepared);
      if (body === null) return { kind: 'rejected', reason: 'not-as-prepared' };
      const seen = await call(access, '/api/v1/statuses', {
        method: 'POST',
        headers: { 'idempotency-key': parcel.key },
        body,
        mayStart,
      });
      return judge(seen);
    },

    async reconcile(access, parcel, _prepared, { since, others }) {
      const who = await call(access, '/api/v1/accounts/verify_credentials', { method: 'GET' });
      const own = readBody(who, ownAccount);
      if (own === null) return notSeen(failed(who));
      const path = `/api/v1/accounts/${encodeURIComponent(own.id)}/statuses?limit=40&exclude_reblogs=true`;
      const seen = await call(access, path, { method: 'GET' });
      const statuses = readBody(seen, z.array(status));
      if (statuses === null) return notSeen(failed(seen));
      return lookFor(parcel, statuses, { since, others });
    },

    async retract(access, at) {
      const path = `/api/v1/statuses/${encodeURIComponent(at.id)}`;
      const seen = await call(access, path, { method: 'DELETE' });
      if (seen.seen === 'answer' && seen.status === 200) return { kind: 'retracted' };
      if (seen.seen === 'no-answer') return { kind: 'unknown', code: seen.code };
      if (seen.seen !== 'answer' || ![404, 405, 501].includes(seen.status)) return failed(seen);
      // It is not there any more, or the server cannot delete (snac 2.75, November 2026): looking tells.
      const look = await call(access, path, { method: 'GET' });
      if (readBody(look, status.pick({ id: true })) !== null)
        return { kind: 'rejected', reason: 'not-retractable' };
      const isGone = look.seen === 'answer' && look.status === 404 && isRecord(look.body);
      return isGone ? { kind: 'gone' } : failed(look);
    },
  };
  return network;
}

/** Ids are a server's own. */
function remoteIdOf({ credentials }: Access, { id }: z.infer<typeof ownAccount>): string {
  return `${new URL(credentials.server ?? '').host}/${id}`;
}

function mayWrite(scopes: readonly string[]): boolean {
  return scopes.includes('write') || (scopes.includes('write:statuses') && scopes.includes('write:media'));
}

/** The body that publishes: from what was approved and what was uploaded for it, and from nothing else. */
function statusOf(parcel: Parcel, prepared: JsonObject): object | null {
  const { text, language, images, warning } = content.parse(parcel.content);
  const ids = uploadedIds(images, prepared);
  if (ids === null) return null;
  return {
    status: text,
    language,
    visibility: 'public',
    ...(warning !== undefined && { spoiler_text: warning, sensitive: true }),
    ...(parcel.answers !== null && { in_reply_to_id: parcel.answers.parent.id }),
    ...(ids.length > 0 && { media_ids: ids }),
  };
}

/**
 * What Mastodon answers to everything for an account that its moderators have frozen or suspended: 403 with these words, and
 * `GET /api/v1/accounts/verify_credentials` too (`require_user!` in its `Api::BaseController`, 4.5 and before, December
 * 2026). GoToSocial and Hollo answer a suspended account with a 401 or 403 like any other, which disconnects it.
 */
const CLOSED_WORDS = 'Your login is currently disabled';
const CLOSED: StepFailure = { kind: 'reconnect', reason: SUSPENDED };
const refusal = z.object({ error: z.string() });

function isClosed(seen: Seen): boolean {
  if (seen.seen !== 'answer' || seen.status !== 403) return false;
  return refusal.safeParse(seen.body).data?.error === CLOSED_WORDS;
}

/**
 * Of a 401: what Mastodon says of a token that it gave out and that serves no more, by Doorkeeper's words for it, where it says
 * of one that it does not know “The access token is invalid” (config/locales/doorkeeper.en.yml, 4.5; December 2026). Other
 * servers, and other languages of a server, say it otherwise: there it is a token that is not taken, like any other.
 */
const ENDED_WORDS: readonly string[] = ['The access token expired', 'The access token was revoked'];

function notSignedIn({ body }: Answer): StepFailure {
  const said = refusal.safeParse(body).data?.error;
  const hasEnded = said !== undefined && ENDED_WORDS.includes(said);
  return { kind: 'reconnect', reason: hasEnded ? EXPIRED : 'unauthorised' };
}

/** A failure of a step whose repetition changes nothing. */
function failed(seen: Seen): StepFailure {
  if (isClosed(seen)) return CLOSED;
  return seen.seen === 'answer' && seen.status === 401 ? notSignedIn(seen) : asFailure(seen);
}

function judge(seen: Seen): CommitOutcome {
  if (seen.seen !== 'answer') return unanswered(seen);
  const made = readBody(seen, status.pick({ id: true, url: true }));
  if (made !== null) return { kind: 'published', at: placeOf(made) };
  // Only what Mastodon itself says is a no; of a page or a redirect nobody knows who has sent it, and when.
  if (seen.status === 429) return rateLimited(seen);
  if (!isRecord(seen.body)) return { kind: 'unknown', code: `HTTP_${seen.status}` };
  switch (seen.status) {
    case 401:
    case 410:
      return notSignedIn(seen);
    case 403:
      return isClosed(seen) ? CLOSED : { kind: 'reconnect', reason: 'forbidden' };
    case 404:
      return { kind: 'rejected', reason: 'answered-post-gone' };
    case 400:
    case 413:
    case 422:
      return { kind: 'rejected', reason: 'content' };
    default:
      return { kind: 'unknown', code: `HTTP_${seen.status}` };
  }
}

function placeOf({ id, url }: { readonly id: string; readonly url?: string | null | undefined }): Place {
  return { id, url: url ?? null };
}

function lookFor(
  parcel: Parcel,
  statuses: readonly z.infer<typeof status>[],
  { since, others }: { readonly since: Temporal.Instant; readonly others: readonly string[] },
): ReconcileOutcome {
  const { text } = content.parse(parcel.content);
  const from = since.subtract(SKEW);
  const candidates = statuses.filter(
    ({ id, created_at, in_reply_to_id }) =>
      !others.includes(id) &&
      Temporal.Instant.compare(Temporal.Instant.from(created_at), from) >= 0 &&
      (in_reply_to_id ?? null) === (parcel.answers?.parent.id ?? null),
  );
  const wanted = letters(text);
  // Of a text without letters nothing else is left to know it by.
  const same = (html: string) =>
    wanted === '' ? closeUp(fromHtml(html)) === closeUp(text) : letters(fromHtml(html)) === wanted;
  const found = candidates.find((candidate) => same(candidate.content));
  if (found !== undefined) return { kind: 'found', at: placeOf(found) };
  // Servers that read Markdown may have made something else of it: a person can tell.
  const beginning = wanted.slice(0, 40);
  const alike = candidates.some(({ content: html }) => {
    const seen = letters(fromHtml(html));
    return wanted === '' ? seen === '' : seen.startsWith(beginning);
  });
  if (alike) return { kind: 'indeterminate', code: 'ALIKE' };
  // More may have been posted since than one page shows.
  const oldest = statuses.at(-1);
  const reachesBack =
    statuses.length < 40 ||
    oldest === undefined ||
    Temporal.Instant.compare(Temporal.Instant.from(oldest.created_at), from) < 0;
  return reachesBack ? { kind: 'absent' } : { kind: 'indeterminate', code: 'TOO_MANY_SINCE' };
}

function closeUp(text: string): string {
  return text.normalize('NFC').replace(/\s/gu, '');
}

/** What no server changes of a text: its letters and digits. `@name@server` is shown as `@name`. */
function letters(text: string): string {
  return text
    .replace(/@([\w.-]+)@[\w.-]+/g, '@$1')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function fromHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? all;
      const point = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
      return point <= 0x10ffff ? String.fromCodePoint(point) : all;
    });
}
