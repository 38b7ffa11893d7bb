import { randomUUID } from 'node:crypto';
import { isJpeg } from '../http/jpeg.ts';
import { readForm } from '../http/multipart.ts';
import type { StandInAnswer, StandInRequest } from '../http/server.ts';
import { HttpStandIn } from '../http/stand-in.ts';
import { addressesIn, countWeighted } from './count.ts';
import { faultsOf, operationOf } from './description.ts';
import { isSigned, readAuthorization } from './signature.ts';

/** A post that was taken. */
export interface LedgerPost {
  readonly id: string;
  readonly userId: string;
  readonly text: string;
  readonly answers: string | null;
  readonly conversationId: string;
  readonly createdAt: Temporal.Instant;
  readonly images: readonly { readonly sha256: string; readonly alt: string | null }[];
  readonly usdMicros: number;
  deleted: boolean;
}

/** An account's keys, as a person copies them from X's pages. */
export interface XKeys {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

interface App {
  readonly key: string;
  readonly secret: string;
  left: number;
}

interface Account {
  readonly id: string;
  readonly username: string;
  readonly app: App;
  readonly token: string;
  readonly secret: string;
  /** Posts that are left in the window. */
  left: number;
  access: 'read-write' | 'read';
  standing: 'good' | 'revoked' | 'suspended' | 'locked' | 'out of credit';
}

interface Upload {
  readonly id: string;
  readonly userId: string;
  readonly sha256: string;
  alt: string | null;
}

/** How a problem is answered: RFC 7807, as X does. */
/** As X has always said it, by its older code. */
function locked(): StandInAnswer {
  const message =
    'To protect our users from spam and other malicious activity, this account is temporarily locked. Please log in to https://twitter.com to unlock your account.';
  return { status: 403, body: { errors: [{ code: 326, message }] } };
}

function problem(status: number, detail: string, type = 'about:blank'): StandInAnswer {
  const titles: Readonly<Record<number, string>> = {
    401: 'Unauthorized',
    403: 'Forbidden',
    429: 'Too Many Requests',
  };
  return { status, body: { title: titles[status] ?? 'Invalid Request', detail, type, status } };
}

const WINDOW_SECONDS = 900;
const DAY_SECONDS = 86_400;
const IMAGE_MAX_BYTES = 5_000_000;

/**
 * X's API v2 for posts. Requests and its own answers are judged by X's OpenAPI description; signatures, duplicates,
 * weighted length, addresses shortened, images of the account, limits and prices by rules of its own. Its ledger says what
 * stands.
 */
export class XStandIn extends HttpStandIn {
  readonly #duplicates: 'refused' | 'taken';
  readonly #accounts: Account[] = [];
  readonly #posts: LedgerPost[] = [];
  readonly #uploads: Upload[] = [];
  readonly #nonces = new Set<string>();
  readonly #addresses: string[] = [];
  #nextId = 1_900_000_000_000_000_000n;
  /** By which posts are dated; signatures are judged by the machine's clock. */
  now: () => Temporal.Instant = () => Temporal.Now.instant();

  private constructor(duplicates: 'refused' | 'taken') {
    super();
    this.#duplicates = duplicates;
  }

  /** `taken`: nothing is refused as a duplicate, so that every second one shows in the ledger. */
  static async start({
    port = 0,
    duplicates = 'refused',
  }: {
    readonly port?: number;
    readonly duplicates?: 'refused' | 'taken';
  } = {}): Promise<XStandIn> {
    const standIn = new XStandIn(duplicates);
    await standIn.listen(port);
    return standIn;
  }

  /** An account with an app of its own, or with another's. */
  createAccount(
    username: string,
    { appOf }: { readonly appOf?: string } = {},
  ): XKeys & { readonly id: string } {
    const shared = this.#accounts.find(({ id }) => id === appOf)?.app;
    const app = shared ?? { key: randomUUID(), secret: randomUUID(), left: 1667 };
    const id = String(1000 + this.#accounts.length);
    const secret = `${randomUUID()}+/&`;
    const token = `${id}-${randomUUID()}`;
    this.#accounts.push({
      id,
      username,
      app,
      token,
      secret,
      left: 100,
      access: 'read-write',
      standing: 'good',
    });
    return { id, consumerKey: app.key, consumerSecret: app.secret, accessToken: token, accessSecret: secret };
  }

  change(id: string, change: Partial<Pick<Account, 'left' | 'access' | 'standing'>>): void {
    Object.assign(this.#account(id), change);
  }

  /** How many posts an account's app has left today. */
  limitApp(id: string, left: number): void {
    this.#account(id).app.left = left;
  }

  #account(id: string): Account {
    const found = this.#accounts.find((account) => account.id === id);
    if (found === undefined) throw new Error('no such account');
    return found;
  }

  /** All that was ever taken, of one account or of all. */
  ledger(userId?: string): readonly LedgerPost[] {
    return this.#posts.filter((post) => userId === undefined || post.userId === userId);
  }

  override answer(request: StandInRequest): StandInAnswer {
    const { method, url } = request;
    const operation = operationOf(method, url.pathname);
    if (operation === undefined) {
      this.wrongs.push(`${method} ${url.pathname} is not in X's description`);
      return problem(404, 'Not Found');
    }
    const account = this.#signedBy(request);
    if (account === undefined || account.standing === 'revoked') return problem(401, 'Unauthorized');
    if (account.standing === 'suspended')
      return problem(403, 'Your account is suspended and is not permitted to access this feature.');
    if (account.standing === 'locked') return locked();
    if (account.standing === 'out of credit')
      return problem(402, 'Your account has no credits.', 'https://api.x.com/2/problems/credits');
    for (const [name, value] of url.searchParams) {
      const known = operation.parameters.find(
        (parameter) => parameter.name === name && parameter.in === 'query',
      );
      if (known === undefined) return problem(400, `The query parameter [${name}] is not valid.`);
      const read = { array: value.split(','), integer: Number(value) }[known.schema.type ?? ''] ?? value;
      const [fault] = faultsOf(read, known.schema);
      if (fault !== undefined) return problem(400, `${name}: ${fault}`);
    }
    const body = readBody(request);
    if (operation.body !== undefined) {
      const type = /^[^;]*/.exec(request.headers['content-type'] ?? '')?.[0] ?? '';
      if (!operation.types.includes(type)) return problem(415, 'Unsupported media type');
      const [fault] = faultsOf(body, operation.body);
      if (fault !== undefined) return problem(400, fault);
    }
    const answer = this.#carryOut(operation.name, account, request, body);
    if (answer.status === operation.status)
      for (const fault of faultsOf(answer.body, operation.answer))
        this.wrongs.push(`answered wrongly: ${fault}`);
    return { ...answer, headers: { 'x-access-level': account.access, ...answer.headers } };
  }

  #signedBy({ method, url, headers }: StandInRequest): Account | undefined {
    const said = readAuthorization(headers.authorization);
    const account = this.#accounts.find(({ token }) => token === said?.get('oauth_token'));
    if (said === null || account === undefined || said.get('oauth_consumer_key') !== account.app.key)
      return undefined;
    const age = Date.now() / 1000 - Number(said.get('oauth_timestamp'));
    const nonce = said.get('oauth_nonce') ?? '';
    if (!(Math.abs(age) < 300) || nonce === '' || this.#nonces.has(nonce)) return undefined;
    this.#nonces.add(nonce);
    const signedUrl = new URL(url.pathname + url.search, this.url);
    const secrets = { consumer: account.app.secret, token: account.secret };
    return isSigned(method, signedUrl, said, secrets) ? account : undefined;
  }

  #carryOut(name: string, account: Account, { url }: StandInRequest, body: unknown): StandInAnswer {
    const [, , , segment = ''] = url.pathname.split('/');
    switch (name) {
      case 'GET /2/users/me':
        return {
          status: 200,
          body: { data: { id: account.id, name: account.username, username: account.username } },
        };
      case 'GET /2/users/{id}/tweets':
        return this.#timeline(segment, url.searchParams);
      case 'POST /2/tweets':
        return this.#post(account, asRecord(body));
      case 'DELETE /2/tweets/{id}':
        return this.#delete(account, segment);
      case 'POST /2/media/upload':
        return this.#upload(account, asRecord(body));
      default:
        return this.#describe(account, asRecord(body));
    }
  }

  #post(account: Account, body: Readonly<Record<string, unknown>>): StandInAnswer {
    if (account.access === 'read')
      return problem(
        403,
        'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.',
        'https://api.twitter.com/2/problems/oauth1-permissions',
      );
    if (account.left < 1 || account.app.left < 1)
      return { ...problem(429, 'Too Many Requests'), headers: limitsOf(account) };
    account.left -= 1;
    account.app.left -= 1;
    return { ...this.#take(account, body), headers: limitsOf(account) };
  }

  #take(account: Account, body: Readonly<Record<string, unknown>>): StandInAnswer {
    const text = String(body.text ?? '').normalize('NFC');
    if (text === '' && body.media === undefined) return problem(400, 'text: is required without media');
    if (countWeighted(text) > 280) return problem(403, 'You are not permitted to perform this action.');
    const media = asRecord(body.media).media_ids;
    const wanted: readonly unknown[] = Array.isArray(media) ? media : [];
    const images = wanted.flatMap(
      (id) => this.#uploads.find((upload) => upload.id === id && upload.userId === account.id) ?? [],
    );
    if (images.length < wanted.length) return problem(400, 'Your media IDs are invalid.');
    const answers = asRecord(body.reply).in_reply_to_tweet_id;
    const parent = this.#posts.find((post) => post.id === answers && !post.deleted);
    if (answers !== undefined && parent === undefined)
      return problem(403, 'You attempted to reply to a Tweet that is deleted or not visible to you.');
    const own = this.#posts.filter((post) => post.userId === account.id && !post.deleted);
    if (this.#duplicates === 'refused' && own.some((post) => post.text === text))
      return problem(403, 'You are not allowed to create a Tweet with duplicate content.');
    const id = this.#newId();
    this.#posts.push({
      id,
      userId: account.id,
      text,
      answers: parent?.id ?? null,
      conversationId: parent?.conversationId ?? id,
      createdAt: this.now(),
      images: images.map(({ sha256, alt }) => ({ sha256, alt })),
      usdMicros: addressesIn(text).length > 0 ? 200_000 : 15_000,
      deleted: false,
    });
    return { status: 201, body: { data: { id, text, edit_history_post_ids: [id] } } };
  }

  #newId(): string {
    this.#nextId += 1n;
    return String(this.#nextId);
  }

  #timeline(userId: string, query: URLSearchParams): StandInAnswer {
    const start = query.get('start_time');
    const from = start === null ? null : Temporal.Instant.from(start);
    const found = this.#posts
      .filter((post) => post.userId === userId && !post.deleted)
      .filter(({ createdAt }) => from === null || Temporal.Instant.compare(createdAt, from) >= 0)
      .reverse();
    const page = found.slice(0, Number(query.get('max_results') ?? '10'));
    const meta = {
      result_count: page.length,
      ...(page.length < found.length && { next_token: page.at(-1)?.id ?? '' }),
    };
    const wanted = (query.get('post.fields') ?? '').split(',');
    if (page.length === 0) return { status: 200, body: { meta } };
    return { status: 200, body: { data: page.map((post) => this.#shown(post, wanted)), meta } };
  }

  /** As X shows a post: addresses shortened, one more for images, three signs as in HTML. */
  #shown(post: LedgerPost, wanted: readonly string[]): object {
    const urls: { start: number; end: number; url: string; expanded_url: string }[] = [];
    let text = post.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    for (const address of new Set(addressesIn(post.text))) {
      const url = this.#shortened(address);
      text = text.replaceAll(address.replaceAll('&', '&amp;'), url);
      const expanded = /^https?:/.test(address) ? address : `http://${address}`;
      urls.push({ start: 0, end: 23, url, expanded_url: expanded });
    }
    if (post.images.length > 0) {
      const expanded = `https://x.com/someone/status/${post.id}/photo/1`;
      const url = this.#shortened(expanded);
      text += ` ${url}`;
      urls.push({ start: 0, end: 23, url, expanded_url: expanded });
    }
    return {
      id: post.id,
      text,
      ...(wanted.includes('created_at') && {
        created_at: post.createdAt.round('millisecond').toString({ smallestUnit: 'millisecond' }),
      }),
      ...(wanted.includes('conversation_id') && { conversation_id: post.conversationId }),
      ...(wanted.includes('entities') && urls.length > 0 && { entities: { urls } }),
    };
  }

  #shortened(address: string): string {
    if (!this.#addresses.includes(address)) this.#addresses.push(address);
    return `https://t.co/${String(this.#addresses.indexOf(address)).padStart(10, 'a')}`;
  }

  #delete(account: Account, id: string): StandInAnswer {
    const found = this.#posts.find((post) => post.id === id && !post.deleted);
    if (found === undefined)
      return problem(404, 'Not Found', 'https://api.x.com/2/problems/resource-not-found');
    if (found.userId !== account.id) return problem(403, 'You are not permitted to perform this action.');
    found.deleted = true;
    return { status: 200, body: { data: { deleted: true } } };
  }

  #upload(account: Account, body: Readonly<Record<string, unknown>>): StandInAnswer {
    const bytes = Buffer.from(String(body.media), 'base64');
    if (!isJpeg(bytes) || bytes.length > IMAGE_MAX_BYTES || body.media_category !== 'tweet_image')
      return problem(400, 'media: not an image that is taken');
    const id = this.#newId();
    this.#uploads.push({ id, userId: account.id, sha256: this.keepImage(bytes), alt: null });
    return {
      status: 200,
      body: { data: { id, media_key: `3_${id}`, size: bytes.length, expires_after_secs: DAY_SECONDS } },
    };
  }

  #describe(account: Account, body: Readonly<Record<string, unknown>>): StandInAnswer {
    const found = this.#uploads.find(({ id, userId }) => id === body.id && userId === account.id);
    if (found === undefined) return problem(404, 'Not Found');
    found.alt = String(asRecord(asRecord(body.metadata).alt_text).text);
    return {
      status: 200,
      body: { data: { id: found.id, associated_metadata: { alt_text: { text: found.alt } } } },
    };
  }
}

function limitsOf({ left, app }: Account): Record<string, string> {
  const now = Math.floor(Date.now() / 1000);
  return {
    'x-rate-limit-limit': '100',
    'x-rate-limit-remaining': String(left),
    'x-rate-limit-reset': String(now + WINDOW_SECONDS),
    'x-app-limit-24hour-limit': '1667',
    'x-app-limit-24hour-remaining': String(app.left),
    'x-app-limit-24hour-reset': String(now + DAY_SECONDS),
  };
}

/** A body as the description speaks of it: of a form its fields, files in base64. */
function readBody({ headers, body }: StandInRequest): unknown {
  const type = headers['content-type'];
  const form = readForm(type, body);
  if (form !== null)
    return Object.fromEntries(
      [...form].map(([name, part]) => [
        name,
        part.content.toString(part.filename === null ? 'utf8' : 'base64'),
      ]),
    );
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
