import { createHash, randomUUID } from 'node:crypto';
import { AppBskyFeedPost, jsonToLex } from '@atproto/api';
import { bearerToken } from '../http/bearer.ts';
import { isJpeg } from '../http/jpeg.ts';
import { readJson } from '../http/json.ts';
import type { StandInAnswer, StandInRequest } from '../http/server.ts';
import { HttpStandIn } from '../http/stand-in.ts';

/** A post that stands on an account. */
export interface LedgerPost {
  readonly did: string;
  readonly rkey: string;
  readonly cid: string;
  readonly text: string;
  readonly record: Readonly<Record<string, unknown>>;
  deleted: boolean;
}

interface AccountEntry {
  readonly did: string;
  readonly handle: string;
  readonly password: string;
  suspended: boolean;
  readonly tokens: Set<string>;
  readonly refreshTokens: Set<string>;
  readonly blobs: Set<string>;
}

const refusal = (status: number, error: string, message = error): StandInAnswer => ({
  status,
  body: { error, message },
});

const TID = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;
const BLOB_MAX = 2_000_000;
/** Sessions that an account may open in 5 minutes. */
const SESSIONS_MAX = 30;

/**
 * A personal data server (PDS 0.5.35 as seen, November 2026) for posts: records are judged by the lexicons themselves
 * (@atproto/api), keys must be TIDs, `swapRecord: null` creates once, blobs must have been uploaded by the account, and a
 * reply must name records that stand. Its ledger says what stands.
 */
export class BlueskyStandIn extends HttpStandIn {
  readonly #accounts: AccountEntry[] = [];
  readonly #posts: LedgerPost[] = [];
  /** The SHA-256 of every blob, by the link that records name it by. */
  readonly #hashes = new Map<string, string>();
  /** How many sessions were opened. */
  sessions = 0;

  static async start({ port = 0 }: { readonly port?: number } = {}): Promise<BlueskyStandIn> {
    const standIn = new BlueskyStandIn();
    await standIn.listen(port);
    return standIn;
  }

  createAccount(name: string): { did: string; handle: string; password: string } {
    const did = `did:plc:${createHash('sha256').update(name).digest('hex').slice(0, 24)}`;
    const made = { did, handle: `${name}.test`, password: randomUUID() };
    const account = { ...made, suspended: false };
    this.#accounts.push({
      ...account,
      tokens: new Set(),
      refreshTokens: new Set(),
      blobs: new Set(),
    });
    return made;
  }

  /** Whether a request comes from an account. */
  isOf(did: string, headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
    return this.#byToken(headers.authorization)?.did === did;
  }

  suspend(did: string): void {
    const account = this.#accounts.find((one) => one.did === did);
    if (account !== undefined) account.suspended = true;
  }

  /** Ends the sessions of an account, as if their time had come. */
  expire(did: string): void {
    this.#accounts.find((one) => one.did === did)?.tokens.clear();
  }

  ledger(did?: string): readonly LedgerPost[] {
    return this.#posts.filter((post) => did === undefined || post.did === did);
  }

  /** An image that a record links to. */
  blob(link: string): Buffer | undefined {
    return this.image(this.#hashes.get(link) ?? '');
  }

  override answer(request: StandInRequest): StandInAnswer {
    const { method, url } = request;
    switch (`${method} ${url.pathname}`) {
      case 'POST /xrpc/com.atproto.server.createSession':
        return this.#createSession(request);
      case 'POST /xrpc/com.atproto.server.refreshSession':
        return this.#refreshSession(request);
      case 'GET /xrpc/com.atproto.identity.resolveHandle':
        return this.#resolve(url.searchParams.get('handle') ?? '');
      case 'GET /xrpc/com.atproto.repo.getRecord':
        return this.#getRecord(url);
    }
    const account = this.#byToken(request.headers.authorization);
    if (account === undefined) return refusal(400, 'ExpiredToken', 'Token has expired');
    if (account.suspended) return refusal(400, 'AccountTakedown', 'Account has been taken down');
    switch (`${method} ${url.pathname}`) {
      case 'POST /xrpc/com.atproto.repo.uploadBlob':
        return this.#uploadBlob(account, request);
      case 'POST /xrpc/com.atproto.repo.putRecord':
        return this.#putRecord(account, request);
      case 'POST /xrpc/com.atproto.repo.deleteRecord':
        return this.#deleteRecord(account, request);
      default:
        this.wrongs.push(`${method} ${url.pathname} does not exist`);
        return refusal(501, 'MethodNotImplemented');
    }
  }

  #byToken(header: string | string[] | undefined): AccountEntry | undefined {
    const token = bearerToken(header);
    return this.#accounts.find(({ tokens }) => tokens.has(token));
  }

  #createSession(request: StandInRequest): StandInAnswer {
    const body = readJson(request);
    const account = this.#accounts.find(
      ({ handle, did }) => body?.identifier === handle || body?.identifier === did,
    );
    if (account === undefined || body?.password !== account.password)
      return refusal(401, 'AuthenticationRequired', 'Invalid identifier or password');
    if (account.suspended) return refusal(401, 'AccountTakedown', 'Account has been taken down');
    if (account.refreshTokens.size >= SESSIONS_MAX) this.wrongs.push('a session was opened for each post');
    return this.#session(account);
  }

  #refreshSession(request: StandInRequest): StandInAnswer {
    const token = bearerToken(request.headers.authorization);
    const account = this.#accounts.find(({ refreshTokens }) => refreshTokens.has(token));
    if (account === undefined) return refusal(400, 'ExpiredToken', 'Token has been revoked');
    return this.#session(account);
  }

  #session(account: AccountEntry): StandInAnswer {
    this.sessions += 1;
    const accessJwt = randomUUID();
    const refreshJwt = randomUUID();
    account.tokens.add(accessJwt);
    account.refreshTokens.add(refreshJwt);
    const { did, handle } = account;
    return { status: 200, body: { did, handle, accessJwt, refreshJwt, active: true } };
  }

  #resolve(handle: string): StandInAnswer {
    const account = this.#accounts.find((one) => one.handle === handle);
    if (account === undefined) return refusal(400, 'InvalidRequest', 'Unable to resolve handle');
    return { status: 200, body: { did: account.did } };
  }

  #getRecord(url: URL): StandInAnswer {
    const found = this.#find(url.searchParams.get('repo') ?? '', url.searchParams.get('rkey') ?? '');
    if (found === undefined) return refusal(400, 'RecordNotFound', 'Could not locate record');
    return { status: 200, body: { uri: uriOf(found), cid: found.cid, value: found.record } };
  }

  #find(did: string, rkey: string): LedgerPost | undefined {
    return this.#posts.find((post) => post.did === did && post.rkey === rkey && !post.deleted);
  }

  #uploadBlob(account: AccountEntry, { headers, body }: StandInRequest): StandInAnswer {
    if (body.length > BLOB_MAX) return refusal(400, 'BlobTooLarge');
    if (headers['content-type'] !== 'image/jpeg' || !isJpeg(body)) return refusal(400, 'InvalidMimeType');
    const link = cidOf(body, 'raw');
    account.blobs.add(link);
    this.#hashes.set(link, this.keepImage(body));
    const blob = { $type: 'blob', ref: { $link: link }, mimeType: 'image/jpeg', size: body.length };
    return { status: 200, body: { blob } };
  }

  #putRecord(account: AccountEntry, request: StandInRequest): StandInAnswer {
    const body = readJson(request);
    const record = body?.record;
    if (body === null || !isRecord(record)) return refusal(400, 'InvalidRequest', 'Input must have a record');
    if (body.repo !== account.did) return refusal(401, 'AuthMissing', 'Repo is not of this account');
    if (body.collection !== 'app.bsky.feed.post') return refusal(400, 'InvalidRequest', 'Unknown collection');
    const { rkey } = body;
    if (typeof rkey !== 'string' || !TID.test(rkey))
      return refusal(400, 'InvalidRequest', 'Invalid record key: a TID is needed');
    const before = this.#find(account.did, rkey);
    if (body.swapRecord === undefined) this.wrongs.push('putRecord without swapRecord overwrites');
    if (body.swapRecord === null && before !== undefined)
      return refusal(400, 'InvalidSwap', `Record was at ${before.cid}`);
    const judged = AppBskyFeedPost.validateRecord(jsonToLex(JSON.parse(JSON.stringify(record))));
    if (!judged.success) return refusal(400, 'InvalidRequest', `Invalid record: ${judged.error.message}`);
    const fault = this.#refuseContent(account, record);
    if (fault !== null) return refusal(400, 'InvalidRequest', fault);
    const cid = cidOf(Buffer.from(JSON.stringify(record)), 'cbor');
    const post = { did: account.did, rkey, cid, text: String(record.text), record, deleted: false };
    this.#posts.push(post);
    return { status: 200, body: { uri: uriOf(post), cid, validationStatus: 'valid' } };
  }

  /** What lexicons do not say: blobs are the account's, replies answer what stands, facets lie on characters. */
  #refuseContent(account: AccountEntry, record: Readonly<Record<string, unknown>>): string | null {
    const links = [...JSON.stringify(record).matchAll(/"\$link":"([^"]+)"/g)].map(([, link]) => link ?? '');
    if (links.some((link) => !account.blobs.has(link))) return 'Could not find blob';
    for (const end of ['root', 'parent']) {
      const reply = record.reply;
      if (!isRecord(reply)) continue;
      const named = reply[end];
      const stands = this.#posts.some(
        (post) => isRecord(named) && !post.deleted && uriOf(post) === named.uri && post.cid === named.cid,
      );
      if (!stands) this.wrongs.push(`a reply whose ${end} does not stand`);
    }
    const bytes = Buffer.from(String(record.text), 'utf8');
    const facets: unknown[] = Array.isArray(record.facets) ? record.facets : [];
    for (const facet of facets) {
      const index = isRecord(facet) ? facet.index : undefined;
      if (!isRecord(index)) return 'a facet without an index';
      const [start, end] = [Number(index.byteStart), Number(index.byteEnd)];
      const isWhole = bytes.subarray(start, end).toString('utf8').isWellFormed() && end <= bytes.length;
      if (!isWhole || bytes.subarray(start, end).toString('utf8').includes('\ufffd'))
        this.wrongs.push('a facet that cuts a character');
    }
    return null;
  }

  #deleteRecord(account: AccountEntry, request: StandInRequest): StandInAnswer {
    const body = readJson(request);
    if (body?.repo !== account.did) return refusal(401, 'AuthMissing');
    const found = this.#find(account.did, String(body.rkey));
    if (found !== undefined) found.deleted = true;
    return { status: 200, body: {} };
  }
}

function uriOf({ did, rkey }: Pick<LedgerPost, 'did' | 'rkey'>): string {
  return `at://${did}/app.bsky.feed.post/${rkey}`;
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** A CID (version 1, SHA-256, base32) of bytes. */
function cidOf(bytes: Buffer, codec: 'raw' | 'cbor'): string {
  const digest = createHash('sha256').update(bytes).digest();
  const binary = Buffer.concat([Buffer.of(1, codec === 'raw' ? 0x55 : 0x71, 0x12, 0x20), digest]);
  let bits = 0;
  let value = 0;
  let text = 'b';
  for (const byte of binary) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(value >> bits) & 31] ?? '';
      value &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + (BASE32[(value << (5 - bits)) & 31] ?? '') : text;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
