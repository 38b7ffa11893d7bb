/**
 * The head of one HTTP/1.1 request. Headers are searched when they are asked for and never put into an object: a bot
 * asks for three of them, and this is the stand-in's hottest path.
 */
export class RequestHead {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly #minor: string;
  readonly #headers: string;
  readonly #lower: string;

  constructor(method: string, target: string, minor: string, headers: string) {
    this.method = method;
    this.target = target;
    this.#minor = minor;
    this.#headers = headers;
    this.#lower = headers.toLowerCase();
  }

  /** The value of a header, by its lower-case name; undefined when it was not sent. */
  header(name: string): string | undefined {
    const at = this.#lower.indexOf(`\r\n${name}:`);
    if (at < 0) return undefined;
    const start = at + name.length + 3;
    const end = this.#headers.indexOf('\r\n', start);
    return this.#headers.slice(start, end < 0 ? undefined : end).trim();
  }

  /** Bytes of the body; `chunked`, or null when what the client says makes no sense. */
  bodyLength(): number | 'chunked' | null {
    const length = this.header('content-length');
    if (length === undefined) {
      return this.header('transfer-encoding')?.toLowerCase() === 'chunked' ? 'chunked' : 0;
    }
    const bytes = Number(length);
    return Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null;
  }

  get keepAlive(): boolean {
    const connection = this.header('connection')?.toLowerCase();
    return this.#minor === '1' ? connection !== 'close' : connection === 'keep-alive';
  }

  get expectsContinue(): boolean {
    return this.header('expect')?.toLowerCase() === '100-continue';
  }
}

/** Reads a head (without the empty line that ends it); null when it is not HTTP/1. */
export function readHead(text: string): RequestHead | null {
  const lineEnd = text.indexOf('\r\n');
  const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const methodEnd = line.indexOf(' ');
  const targetEnd = line.lastIndexOf(' ');
  if (methodEnd <= 0 || targetEnd <= methodEnd) return null;
  if (!line.startsWith('HTTP/1.', targetEnd + 1)) return null;
  const headers = lineEnd < 0 ? '' : text.slice(lineEnd);
  return new RequestHead(
    line.slice(0, methodEnd),
    line.slice(methodEnd + 1, targetEnd),
    line.slice(targetEnd + 8),
    headers,
  );
}

/** A chunked body as far as it has arrived: the decoded body with the bytes it took, or what is known so far. */
export type Chunked =
  | { readonly state: 'complete'; readonly body: Buffer; readonly end: number }
  | { readonly state: 'incomplete' }
  | { readonly state: 'broken' };

/** Decodes a chunked body that starts at `start`. */
export function readChunked(bytes: Buffer, start: number): Chunked {
  const parts: Buffer[] = [];
  let at = start;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at, 'latin1');
    if (lineEnd < 0) return { state: 'incomplete' };
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (!Number.isSafeInteger(size) || size < 0) return { state: 'broken' };
    const data = lineEnd + 2;
    if (size === 0) {
      const trailersEnd =
        bytes.indexOf('\r\n', data, 'latin1') === data ? data : bytes.indexOf('\r\n\r\n', data);
      if (trailersEnd < 0) return { state: 'incomplete' };
      return {
        state: 'complete',
        body: Buffer.concat(parts),
        end: trailersEnd === data ? data + 2 : trailersEnd + 4,
      };
    }
    if (bytes.length < data + size + 2) return { state: 'incomplete' };
    parts.push(bytes.subarray(data, data + size));
    at = data + size + 2;
  }
}
