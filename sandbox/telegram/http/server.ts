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

export interface HttpRequest extends RequestHead {
  readonly body: Buffer;
}

/** An answer that stays open: server-sent events. */
export interface OpenAnswer {
  write(text: string): void;
  /** Calls back once when the client has gone. */
  onClose(gone: () => void): void;
}

/** How one request is answered; exactly one of the methods is called, once. */
export interface Reply {
  send(status: number, contentType: string, body: string | Buffer, headers?: string): void;
  /** Announces the whole body but closes after half of it. */
  truncate(status: number, contentType: string, body: string): void;
  /** Resets the connection without a byte of an answer. */
  reset(): void;
  open(contentType: string, headers?: string): OpenAnswer;
  /** True when the client has gone before it was answered. */
  readonly gone: boolean;
  onGone(gone: () => void): void;
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
        if (bytes.length > MAX_HEAD_BYTES) {
          this.#refuse(400);
          return;
        }
        this.#needed = bytes.length + 1;
        return;
      }
      const head = readHead(bytes.toString('latin1', 0, headEnd));
      if (head === null) {
        this.#refuse(400);
        return;
      }
      if (head.contentLength > MAX_BODY_BYTES) {
        this.#refuse(413);
        return;
      }
      const bodyStart = headEnd + HEAD_END.length;
      const body = head.chunked
        ? readChunked(bytes, bodyStart)
        : readPlain(bytes, bodyStart, bodyStart + head.contentLength);
      if (body.state === 'broken') {
        this.#refuse(400);
        return;
      }
      if (body.state === 'incomplete') {
        if (bytes.length > bodyStart + MAX_BODY_BYTES) {
          this.#refuse(413);
          return;
        }
        this.#needed = head.chunked ? bytes.length + 1 : bodyStart + head.contentLength;
        if (head.expectsContinue && !this.#continued) {
          this.#continued = true;
          this.socket.write('HTTP/1.1 100 Continue\r\n\r\n');
        }
        return;
      }
      this.#keep(bytes, body.end);
      this.#busy = true;
      this.#handle(withBody(head, body.body), this.#reply(head.keepAlive));
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

  #refuse(status: number): void {
    this.#busy = true;
    this.#reply(false).send(status, 'text/plain', REASONS[status] ?? '');
  }

  #reply(keepAlive: boolean): Reply {
    const { socket } = this;
    const finish = () => {
      if (!keepAlive) {
        socket.end();
        return;
      }
      this.#busy = false;
      // Pipelined requests: the next one may have arrived already.
      if (this.#size >= this.#needed) setImmediate(() => this.#advance());
    };
    const head = (status: number, contentType: string, length: number, headers: string) =>
      `HTTP/1.1 ${status} ${REASONS[status] ?? 'Status'}\r\nContent-Type: ${contentType}\r\nContent-Length: ${length}\r\n${
        keepAlive ? '' : 'Connection: close\r\n'
      }${headers}\r\n`;
    return {
      get gone() {
        return socket.destroyed;
      },
      onGone(gone) {
        socket.once('close', gone);
      },
      send(status, contentType, body, headers = '') {
        if (typeof body === 'string') {
          // One string, one write, one packet.
          socket.write(head(status, contentType, Buffer.byteLength(body), headers) + body);
        } else {
          socket.write(head(status, contentType, body.length, headers));
          socket.write(body);
        }
        finish();
      },
      truncate(status, contentType, body) {
        const whole = Buffer.from(body);
        const part = whole.subarray(0, Math.floor(whole.length / 2));
        socket.end(Buffer.concat([Buffer.from(head(status, contentType, whole.length, '')), part]));
      },
      reset() {
        socket.resetAndDestroy();
      },
      open(contentType, headers = '') {
        socket.write(
          `HTTP/1.1 200 OK\r\nContent-Type: ${contentType}\r\nCache-Control: no-store\r\nConnection: close\r\n${headers}\r\n`,
        );
        return {
          write: (text) => {
            socket.write(text);
          },
          onClose: (gone) => {
            socket.once('close', gone);
          },
        };
      },
    };
  }
}

type Plain = { state: 'complete'; body: Buffer; end: number } | { state: 'incomplete' };

const readPlain = (bytes: Buffer, start: number, end: number): Plain =>
  bytes.length < end ? { state: 'incomplete' } : { state: 'complete', body: bytes.subarray(start, end), end };

const withBody = (head: RequestHead, body: Buffer): HttpRequest => Object.assign(head, { body });
