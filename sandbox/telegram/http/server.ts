import { createServer, type Server, type Socket } from 'node:net';
import { type RequestHead, readChunked, readHead } from './head.ts';

/*
 * A small HTTP/1.1 server of its own, for two reasons. node:http answers 12,000 to 14,000 requests a second of one
 * core here even when it does nothing, and the stand-in must not be the bottleneck of what it judges; this one
 * answers about twice that. And a fault on demand (a reset in the middle of an answer) needs the socket itself.
 */

const HEAD_END = Buffer.from('\r\n\r\n');
const MAX_HEAD_BYTES = 64 * 1024;
const MAX_BODY_BYTES = 64 * 1024 * 1024;
const MAX_UNREAD_BYTES = 16 * 1024 * 1024;

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Request Entity Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

export interface HttpRequest extends Pick<RequestHead, 'method' | 'target' | 'header'> {
  readonly body: Buffer;
}

/** An answer that stays open: server-sent events. */
export interface OpenAnswer {
  write(text: string): void;
  /** Calls back once when the client has gone. */
  onClose(gone: () => void): void;
}

export type Handler = (request: HttpRequest, reply: Reply) => void;

export interface HttpServer {
  readonly host: string;
  readonly port: number;
  /** Drops the connections that are waiting for their next request. */
  dropIdle(): void;
  /** Nobody listens for `ms` milliseconds: connecting is refused. All connections are reset. */
  goDown(ms: number): void;
  close(): Promise<void>;
}

export interface HttpServerOptions {
  readonly host: string;
  readonly port: number;
  readonly handle: Handler;
  /** Asked for every new connection; false destroys it before anything is read. */
  readonly accept: () => boolean;
}

/** Starts listening; rejects when the address cannot be had. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const connections = new Set<Connection>();
  const server = createServer({ noDelay: true }, (socket) => {
    if (!options.accept()) {
      socket.resetAndDestroy();
      return;
    }
    const connection = new Connection(socket, options.handle);
    connections.add(connection);
    socket.once('close', () => connections.delete(connection));
  });
  await listen(server, options.port, options.host);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in listens on no TCP port');
  const { port } = address;
  let revival: NodeJS.Timeout | undefined;
  let closed = false;

  const resetAll = () => {
    for (const connection of connections) connection.socket.resetAndDestroy();
  };
  return {
    host: options.host,
    port,
    dropIdle() {
      for (const connection of connections) if (connection.idle) connection.socket.resetAndDestroy();
    },
    goDown(ms) {
      clearTimeout(revival);
      server.close();
      resetAll();
      revival = setTimeout(() => {
        if (!closed) server.listen(port, options.host);
      }, ms);
    },
    close() {
      closed = true;
      clearTimeout(revival);
      const { promise, resolve } = Promise.withResolvers<void>();
      // close() reports an error only for a server that is down already, which is what we want.
      server.close(() => resolve());
      resetAll();
      return promise;
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, () => {
    server.off('error', reject);
    resolve();
  });
  return promise;
}

/** One client connection: requests are answered one after the other, in the order they came. */
class Connection {
  readonly socket: Socket;
  readonly #handle: Handler;
  #chunks: Buffer[] = [];
  #size = 0;
  /** Bytes that must have arrived before it makes sense to look again. */
  #needed = 1;
  #busy = false;
  #continued = false;

  constructor(socket: Socket, handle: Handler) {
    this.socket = socket;
    this.#handle = handle;
    socket.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#size += chunk.length;
      if (!this.#busy && this.#size >= this.#needed) this.#advance();
    });
    // A client that breaks off is no fault of ours, and what it had asked for has been done or not done already.
    socket.on('error', () => socket.destroy());
  }

  get idle(): boolean {
    return !this.#busy && this.#size === 0;
  }

  #advance(): void {
    while (!this.#busy && this.#size >= this.#needed) {
      const bytes = this.#joined();
      const headEnd = bytes.indexOf(HEAD_END);
      if (headEnd < 0) {
        this.#needed = bytes.length + 1;
        if (bytes.length > MAX_HEAD_BYTES) this.#refuse(400);
        return;
      }
      const head = readHead(bytes.toString('latin1', 0, headEnd));
      const length = head?.bodyLength() ?? null;
      if (head === null || length === null) {
        this.#refuse(400);
        return;
      }
      const bodyStart = headEnd + HEAD_END.length;
      const body = length === 'chunked' ? readChunked(bytes, bodyStart) : readPlain(bytes, bodyStart, length);
      if (body.state === 'complete') {
        this.#keep(bytes, body.end);
        this.#busy = true;
        this.#handle(new Request(head, body.body), new Reply(this, head.keepAlive));
      } else {
        this.#await(head, body, bytes.length, bodyStart);
        return;
      }
    }
  }

  /** A body that is not there yet, or never will be. */
  #await(head: RequestHead, body: IncompleteBody, arrived: number, bodyStart: number): void {
    if (body.state === 'broken') {
      this.#refuse(400);
      return;
    }
    this.#needed = body.end ?? arrived + 1;
    if (this.#needed > bodyStart + MAX_BODY_BYTES) {
      this.#refuse(413);
    } else if (head.expectsContinue && !this.#continued) {
      this.#continued = true;
      this.socket.write('HTTP/1.1 100 Continue\r\n\r\n');
    }
  }

  #joined(): Buffer {
    const [first] = this.#chunks;
    if (this.#chunks.length === 1 && first !== undefined) return first;
    const all = Buffer.concat(this.#chunks, this.#size);
    this.#chunks = [all];
    return all;
  }

  #keep(bytes: Buffer, from: number): void {
    this.#size = bytes.length - from;
    this.#chunks = this.#size === 0 ? [] : [bytes.subarray(from)];
    this.#needed = 1;
    this.#continued = false;
  }

  /** The answer is complete: the next request may have arrived already. */
  done(): void {
    this.#busy = false;
    if (this.#size >= this.#needed) setImmediate(() => this.#advance());
  }

  #refuse(status: number): void {
    this.#busy = true;
    new Reply(this, false).send(status, 'text/plain', REASONS[status] ?? '');
  }
}

class Request implements HttpRequest {
  readonly method: string;
  readonly target: string;
  readonly body: Buffer;
  readonly #head: RequestHead;

  constructor(head: RequestHead, body: Buffer) {
    this.method = head.method;
    this.target = head.target;
    this.body = body;
    this.#head = head;
  }

  header(name: string): string | undefined {
    return this.#head.header(name);
  }
}

/** How one request is answered; exactly one of send, truncate, reset and open is called, once. */
export class Reply {
  readonly #connection: Connection;
  readonly #keepAlive: boolean;
  #gone: (() => void) | undefined;

  constructor(connection: Connection, keepAlive: boolean) {
    this.#connection = connection;
    this.#keepAlive = keepAlive;
  }

  /** Calls back once when the client goes before it was answered. */
  onGone(gone: () => void): void {
    this.#connection.socket.once('close', gone);
    this.#gone = gone;
  }

  send(status: number, contentType: string, body: string | Buffer, headers = ''): void {
    const { socket } = this.#connection;
    // Long polls follow each other on one connection: each would leave its listener there.
    if (this.#gone !== undefined) socket.off('close', this.#gone);
    if (typeof body === 'string') {
      // One string, one write, one packet.
      socket.write(this.#head(status, contentType, Buffer.byteLength(body), headers) + body);
    } else {
      socket.write(this.#head(status, contentType, body.length, headers));
      socket.write(body);
    }
    if (this.#keepAlive) this.#connection.done();
    else socket.end();
  }

  /** Announces the whole body but closes after half of it. */
  truncate(status: number, contentType: string, body: string): void {
    const whole = Buffer.from(body);
    const part = whole.subarray(0, Math.floor(whole.length / 2));
    const head = Buffer.from(this.#head(status, contentType, whole.length, ''));
    this.#connection.socket.end(Buffer.concat([head, part]));
  }

  /** Resets the connection without a byte of an answer. */
  reset(): void {
    this.#connection.socket.resetAndDestroy();
  }

  open(contentType: string, headers = ''): OpenAnswer {
    const { socket } = this.#connection;
    socket.write(
      `HTTP/1.1 200 OK\r\nContent-Type: ${contentType}\r\nCache-Control: no-store\r\nConnection: close\r\n${headers}\r\n`,
    );
    return {
      write: (text) => {
        socket.write(text);
        // Whoever does not read is cut off and may take up again where it was.
        if (socket.writableLength > MAX_UNREAD_BYTES) socket.destroy();
      },
      onClose: (gone) => {
        socket.once('close', gone);
      },
    };
  }

  #head(status: number, contentType: string, length: number, headers: string): string {
    const reason = REASONS[status] ?? 'Status';
    const connection = this.#keepAlive ? '' : 'Connection: close\r\n';
    return `HTTP/1.1 ${status} ${reason}\r\nContent-Type: ${contentType}\r\nContent-Length: ${length}\r\n${connection}${headers}\r\n`;
  }
}

type IncompleteBody =
  | { readonly state: 'broken' }
  /** `end`: where it will end, if the client said so. */
  | { readonly state: 'incomplete'; readonly end?: number };

type PlainBody =
  | { readonly state: 'complete'; readonly body: Buffer; readonly end: number }
  | { readonly state: 'incomplete'; readonly end: number };

function readPlain(bytes: Buffer, start: number, length: number): PlainBody {
  const end = start + length;
  return bytes.length < end
    ? { state: 'incomplete', end }
    : { state: 'complete', body: bytes.subarray(start, end), end };
}
