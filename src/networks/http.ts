import { Agent } from 'undici';
import { isThisMachine } from '../domain/this-machine.ts';
import { Exchange, type Seen } from '../http/exchange.ts';
import { ADDRESS_NOT_PUBLIC, isInnerAddress, lookupPublic } from '../http/lookup-public.ts';
import { type Form, multipart } from '../http/multipart.ts';

export interface HttpOptions {
  /** How long each of two things may last: connecting, and waiting for the whole answer; in milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
  /** Connects to public addresses alone: what staff name must not lead into the network that we stand in. */
  readonly publicOnly?: boolean;
}

/** One request. `Content-Type` follows from what it carries. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes as JSON. */
  readonly body?: Uint8Array | object;
  /** In place of a body. */
  readonly form?: Form;
  /** Asked in the moment in which the first byte would leave; when it says no, nothing left. */
  readonly mayStart?: () => boolean;
}

/**
 * The one way to the networks that speak HTTP. It makes each request once, follows no redirect, and says what was seen:
 * an adapter knows for certain whether a byte has left, which none of the networks' own clients tells (masto 8.0.0,
 * @atproto/api 0.21.0 and twitter-api-v2 1.29.1, November 2026: they follow redirects, repeat, or lose the status of an
 * answer that is not JSON).
 */
export interface Http {
  send(request: HttpRequest): Promise<Seen>;
  close(): Promise<void>;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/** Connections that all networks share. Nothing is followed, sent again or kept. */
export function createHttp({ timeoutMs = DEFAULT_TIMEOUT_MS, publicOnly = false }: HttpOptions = {}): Http {
  const agent = new Agent({
    connections: 8,
    pipelining: 1,
    allowH2: false,
    connectTimeout: timeoutMs,
    ...(publicOnly && { connect: { lookup: lookupPublic } }),
    // Exchange keeps its own deadline over head and body together.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    async send({ method, url, headers = {}, body, form, mayStart }) {
      if (publicOnly && isInnerAddress(url.hostname))
        return { seen: 'nothing-left', code: ADDRESS_NOT_PUBLIC };
      return new Exchange({ timeoutMs, signal: undefined, mayStart }).run(agent, url.origin, {
        method,
        path: `${url.pathname}${url.search}`,
        ...encode({ body, form }, headers),
      });
    },
    close: () => agent.close(),
  };
}

function encode(
  { body, form }: { readonly body: HttpRequest['body'] | undefined; readonly form: Form | undefined },
  given: Readonly<Record<string, string>>,
) {
  const headers = { 'user-agent': 'Bray', accept: 'application/json', ...given };
  if (form !== undefined) {
    const encoded = multipart(form);
    return { body: encoded.body, headers: { ...headers, ...encoded.headers } };
  }
  if (body === undefined) return { body: null, headers };
  if (body instanceof Uint8Array) return { body, headers };
  return { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } };
}

/** A network's address as somebody typed it, without what follows its host; null for what is none. */
export function parseServer(text: string): URL | null {
  const given = text.trim();
  const url = URL.parse(/^https?:\/\//i.test(given) ? given : `https://${given}`);
  if (url === null || url.username !== '' || url.password !== '') return null;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return null;
  return url.protocol === 'https:' || isThisMachine(url.hostname) ? url : null;
}
