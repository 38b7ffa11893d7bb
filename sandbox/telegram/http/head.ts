/** The head of one HTTP/1.1 request, read from its bytes (without the empty line that ends it). */
export interface RequestHead {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly keepAlive: boolean;
  readonly contentLength: number;
  readonly chunked: boolean;
  readonly expectsContinue: boolean;
  /** The value of a header, by its lower-case name; undefined when it was not sent. */
  header(name: string): string | undefined;
}

/**
 * Reads a head; null when it is not HTTP/1. Headers are searched when they are asked for and never put into an
 * object: a bot asks for two of them, and this is the stand-in's hottest path.
 */
export function readHead(text: string): RequestHead | null {
  const lineEnd = text.indexOf('\r\n');
  const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const methodEnd = line.indexOf(' ');
  const targetEnd = line.lastIndexOf(' ');
  if (methodEnd <= 0 || targetEnd <= methodEnd) return null;
  const version = line.slice(targetEnd + 1);
  if (version !== 'HTTP/1.1' && version !== 'HTTP/1.0') return null;

  const headers = lineEnd < 0 ? '' : text.slice(lineEnd);
  const lower = headers.toLowerCase();
  const header = (name: string): string | undefined => {
    const at = lower.indexOf(`\r\n${name}:`);
    if (at < 0) return undefined;
    const start = at + name.length + 3;
    const end = headers.indexOf('\r\n', start);
    return headers.slice(start, end < 0 ? undefined : end).trim();
  };

  const length = header('content-length');
  const contentLength = length === undefined ? 0 : Number(length);
  if (!Number.isSafeInteger(contentLength) || contentLength < 0) return null;
  const connection = header('connection')?.toLowerCase();
  return {
    method: line.slice(0, methodEnd),
    target: line.slice(methodEnd + 1, targetEnd),
    keepAlive: version === 'HTTP/1.1' ? connection !== 'close' : connection === 'keep-alive',
    contentLength,
    chunked: header('transfer-encoding')?.toLowerCase() === 'chunked',
    expectsContinue: header('expect')?.toLowerCase() === '100-continue',
    header,
  };
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
