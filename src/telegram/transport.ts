import { Pool } from 'undici';
import { type CallFacts, type CallOutcome, classify } from '../domain/outcome.ts';
import { Exchange, type ExchangeRequest, type Seen } from '../http/exchange.ts';
import { multipart, type Upload } from '../http/multipart.ts';

export interface TransportOptions {
  /** Where the Bot API is, http or https, with or without a path: `https://api.telegram.org`. */
  readonly apiRoot: string;
  /** The bot's token. It stands in the request's path and nowhere else. */
  readonly token: string;
  /** How many connections may be open at once, one call on each; default 64. */
  readonly connections?: number;
  /**
   * How long each of two things may last: waiting for a connection, and waiting for the whole answer once the
   * request has left. In milliseconds, default 30,000. Never near 8,000: Telegram sleeps flood waits of a bot
   * silently up to that (observed November 2026), and a message we stopped waiting for still arrives.
   */
  readonly timeoutMs?: number;
}

export type { Upload } from '../http/multipart.ts';

export interface CallOptions {
  /**
   * Files by the name of their form field; with any, the call goes as multipart. The parameters refer to a file as
   * `attach://<name>`, or it has a parameter's name.
   */
  readonly uploads?: Readonly<Record<string, Upload>>;
  /** Gives the call up. Once bytes have left that makes it `unknown`. */
  readonly signal?: AbortSignal;
  /**
   * Asked in the moment in which the first byte would leave, however long the connection took: when it says no, the
   * call is `unsent`. Default: always yes.
   */
  readonly mayStart?: () => boolean;
  /** Instead of the transport's own. */
  readonly timeoutMs?: number;
}

/** The one way to the Bot API. */
export interface Transport {
  /**
   * Makes one call, once: nothing is ever sent again from here. Every failure of the network, of Telegram or of
   * whatever stands between is an outcome, as is a call after `close`; only a fault of the caller (a method name
   * that is none, parameters that are not JSON) is thrown. `T` is trusted, not checked: it is what the Bot API's
   * documents promise for `method`. `params`: an object, or the JSON of one, for who writes it once for many calls.
   */
  call<T>(
    method: string,
    params?: Readonly<Record<string, unknown>> | string,
    options?: CallOptions,
  ): Promise<CallOutcome<T>>;
  /** Lets the calls under way finish, except a poll, then closes the connections. Safe to call twice. */
  close(): Promise<void>;
}

const DEFAULT_CONNECTIONS = 64;
const DEFAULT_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;
const JSON_HEADERS = { 'content-type': 'application/json' } as const;

/** Opens no connection yet. Throws when token or apiRoot are malformed, without repeating them. */
export function createTransport(options: TransportOptions): Transport {
  const root = parseRoot(options.apiRoot);
  const token = parseToken(options.token);
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const pool = openPool(root, options.connections ?? DEFAULT_CONNECTIONS);
  // A poll holds its connection for up to 50 s; on its own pool it can neither wait for a send nor delay one.
  const pollPool = openPool(root, 1);
  const basePath = root.pathname.replace(/\/+$/, '');
  let closing: Promise<void> | undefined;

  async function call<T>(
    method: string,
    params: Readonly<Record<string, unknown>> | string = {},
    callOptions: CallOptions = {},
  ): Promise<CallOutcome<T>> {
    if (!/^[A-Za-z]{1,64}$/.test(method)) throw new Error('The name of a Bot API method has letters only');
    if (closing) return { kind: 'unsent', code: 'TRANSPORT_CLOSED' };

    const polls = method.toLowerCase() === 'getupdates';
    const exchange = new Exchange({
      timeoutMs: (callOptions.timeoutMs ?? timeoutMs) + (polls ? pollSeconds(params) * 1000 : 0),
      signal: callOptions.signal,
      mayStart: callOptions.mayStart,
    });
    const path = `${basePath}/bot${token}/${method}`;
    const encoded = encode(params, callOptions.uploads);
    const request = { method: 'POST', path, ...encoded } as const;
    return classify(
      factsOf(await exchange.run(polls ? pollPool : pool, root.origin, request)),
    ) as CallOutcome<T>;
  }

  async function close(): Promise<void> {
    // An unanswered poll loses nothing: updates are confirmed by the next one's offset only.
    closing ??= Promise.all([pool.close(), pollPool.destroy()]).then(() => undefined);
    await closing;
  }

  return { call, close };
}

function encode(
  params: Readonly<Record<string, unknown>> | string,
  uploads: Readonly<Record<string, Upload>> | undefined,
): Pick<ExchangeRequest, 'body' | 'headers'> {
  if (typeof params === 'string') return { body: params, headers: JSON_HEADERS };
  if (uploads === undefined || Object.keys(uploads).length === 0)
    return { body: JSON.stringify(params), headers: JSON_HEADERS };
  const fields = Object.entries(params).flatMap(([name, value]) =>
    value === undefined || value === null
      ? []
      : [[name, typeof value === 'string' ? value : JSON.stringify(value)] as const],
  );
  return multipart({ fields: Object.fromEntries(fields), files: uploads });
}

function factsOf(seen: Seen): CallFacts {
  if (seen.seen !== 'answer') return seen;
  const { status, body, elapsedMs, headers } = seen;
  const retryAfterHeader = Number(headers['retry-after']);
  return {
    seen: 'answer',
    status,
    body,
    elapsedMs,
    ...(Number.isFinite(retryAfterHeader) && { retryAfterHeader }),
  };
}

function openPool(root: URL, connections: number): Pool {
  return new Pool(root.origin, {
    connections,
    pipelining: 1,
    // One call per connection, so that a stall holds up nothing else.
    allowH2: false,
    connectTimeout: CONNECT_TIMEOUT_MS,
    // Exchange keeps its own, exact deadline over head and body together; these two are the net below it.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

function pollSeconds(params: Readonly<Record<string, unknown>> | string): number {
  const seconds = typeof params === 'string' ? 0 : params.timeout;
  return typeof seconds === 'number' && seconds > 0 ? seconds : 0;
}

function parseRoot(apiRoot: string): URL {
  const root = URL.canParse(apiRoot) ? new URL(apiRoot) : undefined;
  if (root?.protocol !== 'http:' && root?.protocol !== 'https:') {
    throw new Error('The root of the Bot API must be an http:// or https:// address');
  }
  return root;
}

function parseToken(token: string): string {
  if (!/^[0-9]{1,17}:[A-Za-z0-9_-]{1,64}$/.test(token)) {
    throw new Error('The bot token must look like 123456:ABC-def, as BotFather prints it');
  }
  return token;
}
