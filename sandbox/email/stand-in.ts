import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { type HttpFault, isCarriedOut } from '../http/faults.ts';

/** What a server can answer to a recipient or to a whole mail instead of taking it. */
export interface Refusal {
  readonly at: 'recipient' | 'mail';
  readonly code: number;
  readonly text: string;
}

/**
 * A mail server (npm smtp-server) that keeps every mail by its recipient, byte for byte, and whose answer to the final dot
 * can be spoilt. It knows one password; it delivers the same `Message-ID` as often as it is sent, as servers do.
 */
export class MailServerStandIn {
  readonly password = 'a-password-of-the-list';
  readonly #mails: { readonly to: readonly string[]; readonly raw: string }[] = [];
  readonly #faults = new Map<string, (HttpFault | Refusal)[]>();
  readonly #sockets = new Map<number, Socket>();
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      authOptional: false,
      onAuth: ({ username, password }, _session, callback) =>
        password === this.password
          ? callback(null, { user: username })
          : callback(answer(535, '5.7.8 Authentication failed')),
      onRcptTo: ({ address }, _session, callback) => {
        const [next] = this.#faults.get(address) ?? [];
        if (typeof next === 'object' && next.at === 'recipient') {
          this.#faults.get(address)?.shift();
          callback(answer(next.code, next.text));
        } else callback();
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => this.#take(session, Buffer.concat(chunks).toString('utf8'), callback));
      },
    });
    this.#server.on('error', () => undefined);
    this.#server.server.on('connection', (socket) => {
      const port = socket.remotePort ?? 0;
      this.#sockets.set(port, socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(port));
    });
  }

  static async start(): Promise<MailServerStandIn> {
    const standIn = new MailServerStandIn();
    await new Promise<void>((resolve) => standIn.#server.listen(0, '127.0.0.1', () => resolve()));
    return standIn;
  }

  get url(): string {
    const address = this.#server.server.address();
    if (address === null || typeof address === 'string') throw new Error('It listens on no port.');
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** The next mail to this address meets it. */
  fail(address: string, fault: HttpFault | Refusal): void {
    this.#faults.set(address, [...(this.#faults.get(address) ?? []), fault]);
  }

  /** Every mail that was taken for this address, as it came. */
  delivered(address: string): readonly string[] {
    return this.#mails.flatMap(({ to, raw }) => (to.includes(address) ? [raw] : []));
  }

  /** For how many recipients each mail was. */
  get recipients(): readonly number[] {
    return this.#mails.map(({ to }) => to.length);
  }

  close(): Promise<void> {
    for (const socket of this.#sockets.values()) socket.destroy();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #take(session: SMTPServerSession, raw: string, callback: (error?: Error | null) => void): void {
    const to = session.envelope.rcptTo.map(({ address }) => address);
    const fault = this.#faults.get(to[0] ?? '')?.shift();
    if (fault === undefined || (typeof fault === 'string' && isCarriedOut(fault)))
      this.#mails.push({ to, raw });
    if (fault === undefined) callback();
    else if (typeof fault === 'object') callback(answer(fault.code, fault.text));
    else this.#spoil(fault, this.#sockets.get(session.remotePort), callback);
  }

  #spoil(fault: HttpFault, socket: Socket | undefined, callback: (error?: Error | null) => void): void {
    switch (fault) {
      case 'slow':
        setTimeout(callback, 60);
        break;
      case 'time-out before':
      case 'time-out after':
        break;
      case '5xx before':
        callback(answer(451, '4.3.0 Try again later'));
        break;
      case '429 with header':
        callback(answer(421, '4.7.0 Too many connections'));
        break;
      case '429 without header':
        callback(answer(450, '4.7.1 Greylisted'));
        break;
      case 'HTML before':
      case 'HTML after':
        socket?.write('<html><body>Bad gateway</body></html>\r\n');
        break;
      case 'truncated JSON':
        socket?.end('25');
        break;
      default:
        socket?.destroy();
    }
  }
}

function answer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
