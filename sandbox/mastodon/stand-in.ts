import { randomUUID } from 'node:crypto';
import { bearerToken } from '../http/bearer.ts';
import { isJpeg } from '../http/jpeg.ts';
import { readJson } from '../http/json.ts';
import { readForm } from '../http/multipart.ts';
import type { StandInAnswer, StandInRequest } from '../http/server.ts';
import { HttpStandIn } from '../http/stand-in.ts';
import { countCharacters } from './count.ts';

/** What stands on an account. */
export interface LedgerStatus {
  readonly id: string;
  readonly account: string;
  readonly text: string;
  /** What hides the text until a reader asks; null: nothing does. */
  readonly warning: string | null;
  readonly sensitive: boolean;
  readonly language: string | null;
  readonly visibility: string;
  readonly inReplyTo: string | null;
  readonly media: readonly {
    readonly sha256: string;
    readonly description: string | null;
    readonly type: string;
  }[];
  readonly createdAt: Temporal.Instant;
  readonly key: string | null;
  deleted: boolean;
}

export interface MastodonOptions {
  readonly maxCharacters?: number;
  readonly perAddress?: number;
  /** `kept`: as Mastodon does for an hour; `ignored`: as GoToSocial and snac do. */
  readonly idempotency?: 'kept' | 'ignored';
  /** How often an upload is asked for before it is ready; 0: at once. */
  readonly processing?: number;
  /** Whether it lets statuses be deleted; snac does not. */
  readonly deletes?: boolean;
  readonly now?: () => Temporal.Instant;
  readonly port?: number;
}

interface Upload {
  readonly id: string;
  readonly account: string;
  readonly sha256: string;
  readonly type: string;
  readonly description: string | null;
  asked: number;
  used: boolean;
}

interface AccountEntry {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  revoked: boolean;
  suspended: boolean;
}

const refusal = (status: number, error: string): StandInAnswer => ({ status, body: { error } });

/**
 * A server of Mastodon's API (4.5 as documented, November 2026): what it accepts stands in its ledger, and what the real
 * one would refuse is refused. It judges token and scope, every parameter's type, the length of a text by a count of its
 * own, languages, media that belong to the account and were not used before, and what is answered.
 */
export class MastodonStandIn extends HttpStandIn {
  readonly #options: Required<Omit<MastodonOptions, 'port'>>;
  readonly #accounts = new Map<string, AccountEntry>();
  readonly #uploads = new Map<string, Upload>();
  readonly #keys = new Map<string, string>();
  readonly #statuses: LedgerStatus[] = [];
  #next = 1;

  private constructor(options: Required<Omit<MastodonOptions, 'port'>>) {
    super();
    this.#options = options;
  }

  static async start({ port = 0, ...options }: MastodonOptions = {}): Promise<MastodonStandIn> {
    const standIn = new MastodonStandIn({
      maxCharacters: 500,
      perAddress: 23,
      idempotency: 'kept',
      processing: 0,
      deletes: true,
      now: () => Temporal.Now.instant(),
      ...options,
    });
    await standIn.listen(port);
    return standIn;
  }

  /** A new account and its token. */
  createAccount(name: string, scopes: readonly string[] = ['read', 'write']): { id: string; token: string } {
    const token = randomUUID();
    const id = String(this.#next++);
    this.#accounts.set(token, { id, name, scopes, revoked: false, suspended: false });
    return { id, token };
  }

  revoke(token: string): void {
    const account = this.#accounts.get(token);
    if (account !== undefined) account.revoked = true;
  }

  /** Its moderators freeze the account. */
  suspend(token: string): void {
    const account = this.#accounts.get(token);
    if (account !== undefined) account.suspended = true;
  }

  restore(token: string): void {
    const account = this.#accounts.get(token);
    if (account !== undefined) account.revoked = false;
  }

  /** What was accepted, in order; what was deleted since is marked. */
  ledger(account?: string): readonly LedgerStatus[] {
    return this.#statuses.filter((status) => account === undefined || status.account === account);
  }

  override answer(request: StandInRequest): StandInAnswer {
    const { method, url } = request;
    const path = url.pathname;
    if (path === '/api/v2/instance' && method === 'GET') return { status: 200, body: this.#instance() };
    const account = this.#accounts.get(bearerToken(request.headers.authorization));
    if (account === undefined) return refusal(401, 'The access token is invalid');
    if (account.revoked) return refusal(401, 'The access token was revoked');
    if (account.suspended) return refusal(403, 'Your login is currently disabled');
    switch (`${method} ${path.replace(/\/\d+(?=\/|$)/, '/:id')}`) {
      case 'GET /api/v1/accounts/verify_credentials':
        return { status: 200, body: { id: account.id, acct: account.name, username: account.name } };
      case 'GET /api/v1/apps/verify_credentials':
        return { status: 200, body: { name: 'Bray', scopes: account.scopes } };
      case 'POST /api/v1/statuses':
        return this.#scoped(account, 'write:statuses') ?? this.#post(account, request);
      case 'GET /api/v1/accounts/:id/statuses':
        return this.#timeline(account, path.split('/')[4] ?? '', url);
      case 'GET /api/v1/statuses/:id':
        return this.#show(path.split('/')[4] ?? '');
      case 'DELETE /api/v1/statuses/:id':
        if (!this.#options.deletes) return refusal(404, 'Not Found');
        return this.#scoped(account, 'write:statuses') ?? this.#delete(account, path.split('/')[4] ?? '');
      case 'POST /api/v2/media':
        return this.#scoped(account, 'write:media') ?? this.#upload(account, request);
      case 'GET /api/v1/media/:id':
        return this.#media(account, path.split('/')[4] ?? '');
      default:
        this.wrongs.push(`${method} ${path} does not exist`);
        return refusal(404, 'Not Found');
    }
  }

  #scoped(account: AccountEntry, scope: string): StandInAnswer | null {
    const has = account.scopes.some((one) => one === scope || scope.startsWith(`${one}:`));
    return has ? null : refusal(403, 'This action is outside the authorized scopes');
  }

  #instance(): object {
    const { maxCharacters, perAddress } = this.#options;
    return {
      domain: '127.0.0.1',
      version: '4.5.0',
      api_versions: { mastodon: 7 },
      configuration: {
        statuses: {
          max_characters: maxCharacters,
          max_media_attachments: 4,
          characters_reserved_per_url: perAddress,
        },
        media_attachments: {
          supported_mime_types: ['image/jpeg', 'image/png', 'image/webp'],
          description_limit: 1500,
          image_size_limit: 16_777_216,
          image_matrix_limit: 33_177_600,
        },
      },
    };
  }

  #post(account: AccountEntry, request: StandInRequest): StandInAnswer {
    const key = request.headers['idempotency-key'];
    const kept = typeof key === 'string' ? `${account.id} ${key}` : null;
    if (kept !== null && this.#options.idempotency === 'kept') {
      const before = this.#statuses.find(({ id, deleted }) => !deleted && id === this.#keys.get(kept));
      if (before !== undefined) return { status: 200, body: this.#present(before) };
    }
    const body = readJson(request);
    if (body === null) return refusal(400, 'There was a problem in the JSON you submitted');
    const known = [
      'status',
      'language',
      'visibility',
      'in_reply_to_id',
      'media_ids',
      'sensitive',
      'spoiler_text',
    ];
    for (const name of Object.keys(body))
      if (!known.includes(name)) this.wrongs.push(`unknown parameter ${name}`);
    const { status: text, language, visibility, in_reply_to_id: inReplyTo, media_ids: mediaIds = [] } = body;
    const { spoiler_text: warning = '', sensitive = false } = body;
    if (typeof warning !== 'string' || typeof sensitive !== 'boolean')
      return refusal(422, 'Validation failed: Spoiler text or sensitive is invalid');
    if (typeof text !== 'string') return refusal(422, "Validation failed: Text can't be blank");
    if (typeof visibility !== 'string' || !['public', 'unlisted', 'private', 'direct'].includes(visibility)) {
      this.wrongs.push('a status without visibility: what it gets differs from server to server');
      return refusal(422, 'Validation failed: Visibility is not included in the list');
    }
    if (!Array.isArray(mediaIds) || mediaIds.length > 4)
      return refusal(422, 'Cannot attach more than 4 files');
    const length =
      countCharacters(text, this.#options.perAddress) + countCharacters(warning, this.#options.perAddress);
    if (length > this.#options.maxCharacters)
      return refusal(
        422,
        `Validation failed: Text character limit of ${this.#options.maxCharacters} exceeded`,
      );
    const uploads = mediaIds.map((id) => this.#uploads.get(String(id)));
    const media: Upload[] = [];
    for (const upload of uploads) {
      if (upload === undefined || upload.account !== account.id || upload.used)
        return refusal(422, 'Validation failed: Media attachments not found');
      if (upload.asked < this.#options.processing)
        return refusal(422, 'Cannot attach files that have not finished processing. Try again in a moment!');
      media.push(upload);
    }
    if (text.trim() === '' && media.length === 0)
      return refusal(422, "Validation failed: Text can't be blank");
    if (language !== undefined && !(typeof language === 'string' && /^[a-z]{2,3}$/.test(language)))
      return refusal(422, 'Validation failed: Language is not a valid ISO code');
    const parent = this.#statuses.find(({ id, deleted }) => id === inReplyTo && !deleted);
    if (inReplyTo !== undefined && parent === undefined) return refusal(404, 'Record not found');
    for (const upload of media) upload.used = true;
    const status: LedgerStatus = {
      id: String(110_000_000_000 + this.#next++),
      account: account.id,
      text,
      warning: warning === '' ? null : warning,
      sensitive,
      language: typeof language === 'string' ? language : null,
      visibility,
      inReplyTo: parent?.id ?? null,
      media,
      createdAt: this.#options.now(),
      key: typeof key === 'string' ? key : null,
      deleted: false,
    };
    this.#statuses.push(status);
    if (kept !== null) this.#keys.set(kept, status.id);
    return { status: 200, body: this.#present(status) };
  }

  #present({ id, createdAt, text, inReplyTo, language, visibility }: LedgerStatus): object {
    return {
      id,
      created_at: createdAt.toString({ fractionalSecondDigits: 3 }),
      in_reply_to_id: inReplyTo,
      language,
      visibility,
      uri: `${this.url}/statuses/${id}`,
      url: `${this.url}/@someone/${id}`,
      content: toHtml(text),
    };
  }

  #timeline(account: AccountEntry, of: string, url: URL): StandInAnswer {
    if (of !== account.id) return refusal(404, 'Record not found');
    const limit = Math.min(Number(url.searchParams.get('limit') ?? '20'), 40);
    const own = this.#statuses.filter((status) => status.account === of && !status.deleted);
    return {
      status: 200,
      body: own
        .toReversed()
        .slice(0, limit)
        .map((status) => this.#present(status)),
    };
  }

  #show(id: string): StandInAnswer {
    const found = this.#statuses.find((one) => one.id === id && !one.deleted);
    return found === undefined
      ? refusal(404, 'Record not found')
      : { status: 200, body: this.#present(found) };
  }

  #delete(account: AccountEntry, id: string): StandInAnswer {
    const found = this.#statuses.find((one) => one.id === id && one.account === account.id && !one.deleted);
    if (found === undefined) return refusal(404, 'Record not found');
    found.deleted = true;
    return { status: 200, body: { ...this.#present(found), text: found.text } };
  }

  #upload(account: AccountEntry, request: StandInRequest): StandInAnswer {
    const form = readForm(request.headers['content-type'], request.body);
    const file = form?.get('file');
    if (file === undefined || file.content.length === 0)
      return refusal(422, "Validation failed: File can't be blank");
    if (!isJpeg(file.content) || file.type !== 'image/jpeg')
      return refusal(422, 'Validation failed: File content type is invalid');
    const id = String(this.#next++);
    this.#uploads.set(id, {
      id,
      account: account.id,
      sha256: this.keepImage(file.content),
      type: file.type,
      description: form?.get('description')?.content.toString('utf8') ?? null,
      asked: 0,
      used: false,
    });
    const isReady = this.#options.processing === 0;
    return {
      status: isReady ? 200 : 202,
      body: { id, type: 'image', url: isReady ? `${this.url}/m/${id}` : null },
    };
  }

  #media(account: AccountEntry, id: string): StandInAnswer {
    const upload = this.#uploads.get(id);
    if (upload === undefined || upload.account !== account.id) return refusal(404, 'Record not found');
    upload.asked += 1;
    const isReady = upload.asked >= this.#options.processing;
    return {
      status: isReady ? 200 : 206,
      body: { id, type: 'image', url: isReady ? `${this.url}/m/${id}` : null },
    };
  }
}

/** As Mastodon's formatter does: paragraphs, line breaks, and addresses in parts that are partly hidden. */
function toHtml(text: string): string {
  const escaped = (part: string) =>
    part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const linked = escaped(text).replace(
    /(https?:\/\/)([^\s<()]{1,30})([^\s<()]*)/g,
    '<a href="$1$2$3"><span class="invisible">$1</span><span class="ellipsis">$2</span><span class="invisible">$3</span></a>',
  );
  const shortened = linked.replace(/@(\w+)@[\w.-]+\w/g, '<span class="h-card">@<span>$1</span></span>');
  return shortened
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br />')}</p>`)
    .join('');
}
