import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { whenAborted } from './when-aborted.ts';

/** More than Telegram's getUpdates ever answers (the server cuts its list at 4 MB; Client.cpp, May 2026). */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** One request, as undici takes it. */
export interface ExchangeRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body: string | Uint8Array | Readable | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** What was seen of one request. */
export type Seen =
  /** It ended before its first byte was handed to a connection. */
  | { readonly seen: 'nothing-left'; readonly code: string }
  /** Bytes left, and no complete answer came. */
  | { readonly seen: 'no-answer'; readonly code: string }
  /** A complete answer. `body` is its parsed JSON, undefined when it is not JSON. Redirects are not followed. */
  | {
      readonly seen: 'answer';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly body: unknown;
      readonly elapsedMs: number;
    };

/**
 * One request and its answer on a dispatcher. It exists to know for certain whether a byte of the request has
 * left: undici calls `onRequestStart` in the same turn in which it writes the head to a connected socket, and
 * never before (undici 8, `writeH1`). An end before that is `nothing-left`; any end after it is not.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal | undefined;
  readonly #mayStart: (() => boolean) | undefined;
  readonly #facts: Promise<Seen>;
  #settle: (facts: Seen) => void = () => {};
  #settled = false;
  #controller: Dispatcher.DispatchController | undefined;
  #forgetSignal: (() => void) | undefined;
  #deadline: NodeJS.Timeout | undefined;
  #startedAt = 0;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(options: {
    readonly timeoutMs: number;
    readonly signal: AbortSignal | undefined;
    readonly mayStart?: (() => boolean) | undefined;
  }) {
    this.#timeoutMs = options.timeoutMs;
    this.#signal = options.signal;
    this.#mayStart = options.mayStart;
    this.#facts = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** Sends once and says what was seen. Never rejects. */
  run(dispatcher: Dispatcher, origin: string, request: ExchangeRequest): Promise<Seen> {
    if (this.#signal?.aborted) {
      this.#end({ seen: 'nothing-left', code: 'ABORTED' });
      return this.#facts;
    }
    if (this.#signal !== undefined) this.#forgetSignal = whenAborted(this.#signal, this.#onAbort);
    this.#deadline = setTimeout(this.#onDeadline, this.#timeoutMs);
    dispatcher.dispatch({ origin, ...request }, this);
    return this.#facts;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled) {
      // Given up while it waited for a connection: it must not go out now.
      controller.abort(new Error('given up before it was sent'));
      return;
    }
    if (this.#controller) {
      // undici may put a request of a broken connection on another one; we never send twice.
      this.#end({ seen: 'no-answer', code: 'SENT_ONCE_ALREADY' });
      controller.abort(new Error('would be sent twice'));
      return;
    }
    if (this.#mayStart?.() === false) {
      this.#end({ seen: 'nothing-left', code: 'NOT_ALLOWED' });
      controller.abort(new Error('must not be sent any more'));
      return;
    }
    this.#controller = controller;
    this.#startedAt = performance.now();
  }

  /** The time for the answer counts from the last chunk of the request: neither queueing nor uploading is a stall. */
  onBodySent(): void {
    this.#deadline?.refresh();
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > MAX_ANSWER_BYTES) {
      this.#end({ seen: 'no-answer', code: 'ANSWER_TOO_LARGE' });
      controller.abort(new Error('answer too large'));
      return;
    }
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#end({
      seen: 'answer',
      status: this.#status,
      headers: this.#headers,
      body: parseJson(this.#chunks),
      elapsedMs: performance.now() - this.#startedAt,
    });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#broken(errorCode(error));
  }

  #onDeadline = (): void => {
    this.#broken('TIMEOUT');
    this.#controller?.abort(new Error('timed out'));
  };

  #onAbort = (): void => {
    this.#broken('ABORTED');
    this.#controller?.abort(new Error('aborted'));
  };

  #broken(code: string): void {
    this.#end({ seen: this.#controller ? 'no-answer' : 'nothing-left', code });
  }

  #end(facts: Seen): void {
    if (this.#settled) return;
    this.#settled = true;
    clearTimeout(this.#deadline);
    this.#forgetSignal?.();
    this.#chunks = [];
    this.#settle(facts);
  }
}

/** The parsed body, undefined when it is not JSON: an HTML page, or an answer cut off. */
function parseJson(chunks: readonly Buffer[]): unknown {
  const [first, ...others] = chunks;
  const bytes = first !== undefined && others.length === 0 ? first : Buffer.concat(chunks);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The code alone: messages of network errors name addresses and paths, and a path may carry a token. */
function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,63}$/.test(code) ? code : 'ERROR_WITHOUT_CODE';
}
