import { randomUUID } from 'node:crypto';
import { bearerToken } from '../http/bearer.ts';
import { isJpeg } from '../http/jpeg.ts';
import { readJson } from '../http/json.ts';
import { readForm } from '../http/multipart.ts';
import type { StandInAnswer, StandInRequest } from '../http/server.ts';
import { HttpStandIn } from '../http/stand-in.ts';
import { judgeParameters, unknownField } from './fields.ts';

/** What stands on a Page. */
export interface LedgerPost {
  readonly id: string;
  readonly page: string;
  readonly text: string;
  readonly link: string | null;
  readonly photos: readonly { readonly sha256: string; readonly alt: string | null }[];
  readonly createdAt: Temporal.Instant;
  deleted: boolean;
}

export interface FacebookOptions {
  readonly version?: string;
  /** Whether the same text right after itself is refused (506); Facebook does so at times only. */
  readonly duplicates?: 'refused' | 'taken';
  readonly now?: () => Temporal.Instant;
  readonly port?: number;
}

export interface TokenOptions {
  readonly scopes?: readonly string[];
  /** In seconds since 1970; 0: never. */
  readonly expiresAt?: number;
  readonly type?: 'PAGE' | 'USER';
  /** The same of what the person behind it lets the app have. */
  readonly dataAccessExpiresAt?: number;
}

interface Photo {
  readonly id: string;
  readonly page: string;
  readonly sha256: string;
  readonly alt: string | null;
  used: boolean;
}

interface Token {
  readonly page: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  readonly type: string;
  revoked: boolean;
  readonly dataAccessExpiresAt: number;
  suspended: boolean;
}

/** The error that the next call of an account meets, with the headers that tell of its limits. */
export interface PlannedError {
  readonly status: number;
  readonly code: number;
  readonly subcode?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const LONGEST = 63_206;

function refusal(status: number, code: number, message: string, subcode?: number): StandInAnswer {
  const error = { message: `(#${code}) ${message}`, type: 'OAuthException', code, fbtrace_id: randomUUID() };
  return {
    status,
    body: { error: subcode === undefined ? error : { ...error, error_subcode: subcode } },
  };
}

/**
 * Meta's Graph API for Pages, as far as publishing goes (v26.0): what it accepts stands in its ledger, and what the real one
 * would refuse is refused. Parameters and fields are judged by Meta's own lists (`page.json`); tokens, permissions, lengths,
 * photos and links by rules of its own. Meta's scheduling is a fault, whoever asks for it.
 */
export class FacebookStandIn extends HttpStandIn {
  readonly #options: { readonly version: string; readonly duplicates: 'refused' | 'taken' };
  readonly #tokens = new Map<string, Token>();
  readonly #photos = new Map<string, Photo>();
  readonly #posts: LedgerPost[] = [];
  readonly #errors = new Map<string, PlannedError[]>();
  #now: () => Temporal.Instant;
  #next = 1;

  private constructor({ version, duplicates, now }: FacebookOptions) {
    super();
    this.#options = { version: version ?? 'v26.0', duplicates: duplicates ?? 'refused' };
    this.#now = now ?? (() => Temporal.Now.instant());
  }

  static async start({ port = 0, ...options }: FacebookOptions = {}): Promise<FacebookStandIn> {
    const standIn = new FacebookStandIn(options);
    await standIn.listen(port);
    return standIn;
  }

  /** From now on posts carry the time of this clock. */
  follow(now: () => Temporal.Instant): void {
    this.#now = now;
  }

  /** A new Page and a token of it. */
  createPage(
    name: string,
    {
      scopes = ['pages_manage_posts', 'pages_read_engagement'],
      expiresAt = 0,
      type = 'PAGE',
      dataAccessExpiresAt = 0,
    }: TokenOptions = {},
  ): { readonly page: string; readonly token: string } {
    const page = String(100_000_000_000 + this.#next++);
    const token = `EAA${randomUUID().replaceAll('-', '')}`;
    const standing = { revoked: false, suspended: false };
    this.#tokens.set(token, { page, name, scopes, expiresAt, type, dataAccessExpiresAt, ...standing });
    return { page, token };
  }

  /** The person behind a token lets the app in once more: another token of the same Page. */
  renew(token: string, options: TokenOptions): { readonly page: string; readonly token: string } {
    const known = this.#tokens.get(token);
    if (known === undefined) throw new Error('There is no such token.');
    const made = this.createPage(known.name, options);
    const fresh = this.#tokens.get(made.token);
    if (fresh !== undefined) this.#tokens.set(made.token, { ...fresh, page: known.page });
    return { page: known.page, token: made.token };
  }

  revoke(token: string): void {
    const known = this.#tokens.get(token);
    if (known !== undefined) known.revoked = true;
  }

  /** Whoever the token stands for is held at a checkpoint. */
  suspend(token: string): void {
    const known = this.#tokens.get(token);
    if (known !== undefined) known.suspended = true;
  }

  /** The token's next call is refused so. */
  refuseNext(token: string, error: PlannedError): void {
    this.#errors.set(token, [...(this.#errors.get(token) ?? []), error]);
  }

  /** Somebody posts on the Page by hand. */
  writeByHand(page: string, text: string): void {
    this.#add({ page, text, link: null, photos: [] });
  }

  /** What was accepted, in order; what was deleted since is marked. */
  ledger(page?: string): readonly LedgerPost[] {
    return this.#posts.filter((post) => page === undefined || post.page === page);
  }

  override answer(request: StandInRequest): StandInAnswer {
    const { method, url } = request;
    const [, version = '', node = '', edge = ''] = url.pathname.split('/');
    if (version !== this.#options.version) return this.#fault(`version ${version} is not spoken here`);
    const given = bearerToken(request.headers.authorization);
    const planned = this.#errors.get(given)?.shift();
    if (planned !== undefined) {
      const { status, code, subcode, headers = {} } = planned;
      return { ...refusal(status, code, 'As planned', subcode), headers };
    }
    const token = this.#tokens.get(given);
    if (token?.suspended === true)
      return refusal(400, 190, 'The user is enrolled in a blocking, logged-in checkpoint', 490);
    if (token === undefined || token.revoked)
      return refusal(400, 190, 'Error validating access token: the session has been invalidated');
    const id = node === 'me' ? token.page : node;
    switch (`${method} ${edge}`) {
      case 'GET ':
        return node === 'debug_token' ? this.#debug(url) : this.#page(token, id, url);
      case 'POST feed':
        return this.#allowed(token, id, 'pages_manage_posts') ?? this.#publish(token, request);
      case 'POST photos':
        return this.#allowed(token, id, 'pages_manage_posts') ?? this.#upload(token, request);
      case 'GET published_posts':
        return this.#allowed(token, id, 'pages_read_engagement') ?? this.#published(token, url);
      case 'DELETE ':
        return this.#delete(token, id);
      default:
        return this.#fault(`${method} ${url.pathname} does not exist`);
    }
  }

  #fault(what: string): StandInAnswer {
    this.wrongs.push(what);
    return refusal(400, 100, what);
  }

  #allowed(token: Token, id: string, scope: string): StandInAnswer | null {
    if (id !== token.page) return refusal(403, 200, 'This token is of another Page');
    if (token.scopes.includes(scope)) return null;
    return refusal(403, 200, `Requires the ${scope} permission`);
  }

  #debug(url: URL): StandInAnswer {
    const token = this.#tokens.get(url.searchParams.get('input_token') ?? '');
    if (token === undefined) return refusal(400, 100, 'The access token could not be decrypted');
    const { page, type, scopes, expiresAt, dataAccessExpiresAt, revoked } = token;
    return {
      status: 200,
      body: {
        data: {
          app_id: '1',
          type,
          profile_id: page,
          is_valid: !revoked,
          expires_at: expiresAt,
          data_access_expires_at: dataAccessExpiresAt,
          scopes,
        },
      },
    };
  }

  #page(token: Token, id: string, url: URL): StandInAnswer {
    if (id !== token.page) return refusal(400, 100, 'Unsupported get request', 33);
    const fields = (url.searchParams.get('fields') ?? 'id,name').split(',');
    const unknown = unknownField('page', fields);
    if (unknown !== null) return this.#fault(`a Page has no field ${unknown}`);
    return { status: 200, body: { id, name: token.name } };
  }

  #publish(token: Token, request: StandInRequest): StandInAnswer {
    const body = readJson(request);
    if (body === null) return this.#fault('what is posted is no JSON object');
    const wrong = judgeParameters('POST feed', body);
    if (wrong !== null) return this.#fault(wrong);
    const { message = '', link = null, published, attached_media: media = [] } = body;
    if (body.scheduled_publish_time !== undefined || published !== true)
      return this.#fault('a post that Meta would publish at a time of its own');
    if (typeof message !== 'string' || !(link === null || typeof link === 'string') || !Array.isArray(media))
      return refusal(400, 100, 'Invalid parameter');
    if (lengthOf(message) > LONGEST) return refusal(400, 100, 'The message is too long');
    if (message.trim() === '' && link === null && media.length === 0)
      return refusal(400, 100, 'Missing message or attachment');
    if (link !== null && (media.length > 0 || !URL.canParse(link)))
      return refusal(400, 100, 'The link cannot be attached');
    const photos: Photo[] = [];
    for (const one of media) {
      const photo = this.#photos.get(String(Reflect.get(Object(one), 'media_fbid')));
      if (photo === undefined || photo.page !== token.page || photo.used)
        return refusal(400, 100, 'The photo is not there, not yours, or was posted before');
      photos.push(photo);
    }
    const last = this.#posts.findLast(({ page, deleted }) => page === token.page && !deleted);
    if (this.#options.duplicates === 'refused' && last?.text === message && last.link === link)
      return refusal(400, 506, 'Duplicate status message');
    for (const photo of photos) photo.used = true;
    const post = this.#add({ page: token.page, text: message, link, photos });
    return { status: 200, body: { id: post.id } };
  }

  #add(what: Pick<LedgerPost, 'page' | 'text' | 'link' | 'photos'>): LedgerPost {
    const id = `${what.page}_${this.#next++}`;
    const post = { ...what, id, createdAt: this.#now(), deleted: false };
    this.#posts.push(post);
    return post;
  }

  #upload(token: Token, request: StandInRequest): StandInAnswer {
    const form = readForm(request.headers['content-type'], request.body);
    const file = form?.get('source');
    if (form === null || file === undefined) return refusal(400, 324, 'Requires upload file');
    const given = [...form].filter(([name]) => name !== 'source');
    const parameters = Object.fromEntries(
      given.map(([name, { content }]) => [name, content.toString('utf8')]),
    );
    const wrong = judgeParameters('POST photos', parameters);
    if (wrong !== null) return this.#fault(wrong);
    if (parameters.published !== 'false') return this.#fault('a photo that is seen before its post');
    if (!isJpeg(file.content) || file.content.length > 10_000_000)
      return refusal(400, 324, 'Missing or invalid image file');
    const id = String(200_000_000_000 + this.#next++);
    const sha256 = this.keepImage(file.content);
    this.#photos.set(id, {
      id,
      page: token.page,
      sha256,
      alt: parameters.alt_text_custom ?? null,
      used: false,
    });
    return { status: 200, body: { id } };
  }

  #published(token: Token, url: URL): StandInAnswer {
    const { fields = 'id,created_time,message', ...parameters } = Object.fromEntries(url.searchParams);
    const wrong = judgeParameters('GET published_posts', parameters);
    if (wrong !== null) return this.#fault(wrong);
    const unknown = unknownField('post', fields.split(','));
    if (unknown !== null) return this.#fault(`a post has no field ${unknown}`);
    const limit = Math.min(Number(parameters.limit ?? 25), 100);
    const own = this.#posts.filter(({ page, deleted }) => page === token.page && !deleted);
    const data = own
      .toReversed()
      .slice(0, limit)
      .map(({ id, text, createdAt }) => ({
        id,
        message: text,
        created_time: `${createdAt.toString({ smallestUnit: 'second' }).slice(0, -1)}+0000`,
        permalink_url: `https://www.facebook.com/${id.replace('_', '/posts/')}`,
      }));
    return { status: 200, body: { data } };
  }

  #delete(token: Token, id: string): StandInAnswer {
    const post = this.#posts.find((one) => one.id === id && one.page === token.page && !one.deleted);
    if (post === undefined) return refusal(400, 100, 'Unsupported delete request', 33);
    const denied = this.#allowed(token, post.page, 'pages_manage_posts');
    if (denied !== null) return denied;
    post.deleted = true;
    return { status: 200, body: { success: true } };
  }
}

/** Characters as JSON counts them: those beyond the first plane are two. */
function lengthOf(text: string): number {
  let length = 0;
  for (const character of text) length += (character.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  return length;
}
