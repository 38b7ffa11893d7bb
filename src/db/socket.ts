import { Socket } from 'node:net';

/*
 * How connections of the driver (postgres 3.4.9) end. Left to itself it loses statements, and connections:
 *
 * - What is given to a connection between its socket's `error` and its `close` is never answered: only what was there
 *   before is refused. Whoever waits for it waits for ever.
 * - A connection that closes while a message waits to be written keeps that message, and believes for good that it is
 *   being written: nothing is ever written on it again, and each try to open it anew lasts until `connect_timeout`
 *   (porsager/postgres#1209 and #1215, open in November 2026).
 * - A server that closes a connection which is still being opened is asked again without end or pause, and whoever
 *   waits is told nothing (#1193).
 *
 * A sender that waits for ever for the end of one statement sends nothing any more. All three come from when and how the
 * driver is told that a socket has closed, so here it is told in its own time. A connection with TLS is made by the
 * driver on top of this one, and ends as the driver lets it.
 */

/** Where a connection goes, as the driver says it. */
export interface SocketTarget {
  readonly host: readonly string[] | string;
  readonly port: readonly number[] | number;
  readonly path?: string | false | undefined;
}

/** For the driver's option `socket`: a connection that is being opened. */
export function openSocket({ host, port, path }: SocketTarget): DriverSocket {
  const socket = new DriverSocket();
  const name = typeof host === 'string' ? host : host[0];
  const number = typeof port === 'number' ? port : port[0];
  // The driver looks here for the name that a certificate must be for.
  socket.host = name;
  if (path) socket.connect(path);
  else if (number !== undefined) socket.connect(number, name ?? 'localhost');
  socket.guardWrites();
  return socket;
}

/**
 * So long the driver is not told that a socket has closed, unless it writes: long enough that a connection in use is
 * written to, and short enough to be no burden when nothing is.
 */
const TELL_WITHIN_MS = 250;

type WriteDone = (error?: Error | null) => void;

/** The socket that the driver is given in place of one that Node makes for it. */
export class DriverSocket extends Socket {
  host: string | undefined;
  /** It has closed, and the driver has not been told. */
  #closing: NodeJS.Timeout | undefined;
  #told = false;
  /** The driver has said goodbye; a socket also ends by itself when the server does. */
  #ended = false;
  #failed = false;
  #written = false;
  #heard = false;

  constructor() {
    super();
    this.once('data', () => {
      this.#heard = true;
    });
    // The driver writes its greeting in the next turn; one of an earlier connection that it still holds, never.
    setImmediate(() => setImmediate(() => setImmediate(() => this.#expectGreeting())));
  }

  /** Call it once the connection is being opened: `connect` gives a socket Node's own `write` (Node 26.10). */
  guardWrites(): void {
    this.write = (
      chunk: Uint8Array | string,
      encodingOrDone?: BufferEncoding | WriteDone,
      done?: WriteDone,
    ) => this.#writeOpen(chunk, encodingOrDone, done);
  }

  #writeOpen(
    chunk: Uint8Array | string,
    encodingOrDone?: BufferEncoding | WriteDone,
    done?: WriteDone,
  ): boolean {
    if (this.#closing !== undefined) {
      // Once what the driver is doing is done: then nothing of it waits to be written.
      process.nextTick(() => this.#tellClosed());
      return false;
    }
    if (!this.#written && !isGreeting(chunk)) {
      this.destroy(new ConnectionSpoilt());
      return false;
    }
    this.#written = true;
    return typeof encodingOrDone === 'function'
      ? super.write(chunk, encodingOrDone)
      : super.write(chunk, encodingOrDone, done);
  }

  override end(
    chunk?: Uint8Array | string | (() => void),
    encodingOrDone?: BufferEncoding | (() => void),
    done?: () => void,
  ): this {
    if (chunk === undefined || typeof chunk === 'function') return super.end(chunk);
    this.#ended = true;
    return typeof encodingOrDone === 'function'
      ? super.end(chunk, encodingOrDone)
      : super.end(chunk, encodingOrDone, done);
  }

  override emit(event: string | symbol, ...given: unknown[]): boolean {
    if (event === 'error') this.#failed = true;
    if (event !== 'close' || this.#told) return super.emit(event, ...given);
    // Nothing can wait to be written on what the driver has ended itself, or never wrote to.
    if (this.#ended || !this.#written) this.#tellClosed();
    else this.#closing ??= setTimeout(() => this.#tellClosed(), TELL_WITHIN_MS);
    return true;
  }

  #tellClosed(): void {
    if (this.#told) return;
    this.#told = true;
    clearTimeout(this.#closing);
    // Without a word of the server, and without an error, the driver would try again without telling anybody.
    if (!this.#heard && !this.#failed) super.emit('error', new ConnectionSpoilt());
    // Never "had an error": then it would refuse only what was there when the error came.
    super.emit('close', false);
  }

  #expectGreeting(): void {
    if (!this.#written && !this.destroyed) this.destroy(new ConnectionSpoilt());
  }
}

/** A greeting is one message that begins with its own length (PostgreSQL 18, "Message Formats", November 2026). */
function isGreeting(chunk: Uint8Array | string): boolean {
  if (typeof chunk === 'string' || chunk.byteLength < 8) return false;
  return new DataView(chunk.buffer, chunk.byteOffset).getUint32(0) === chunk.byteLength;
}

/** A connection that could not be opened, or on which the driver could not begin. The next try begins anew. */
class ConnectionSpoilt extends Error {
  override readonly name = 'ConnectionSpoilt';
  readonly code = 'CONNECTION_SPOILT';

  constructor() {
    super('The connection to the database could not be begun.');
  }
}
