import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import { isThisMachine } from '../domain/this-machine.ts';
import { ADDRESS_NOT_PUBLIC, isInnerAddress, lookupPublic } from '../http/lookup-public.ts';

/*
 * One connection to a mail server, for one mail. nodemailer (8.0.9, November 2026) does not tell whether a mail had begun
 * to leave when a connection broke: its error names the command "CONN" in any case. So the mail is given to it as a
 * stream that is read only after the server has said "354", and that says so.
 */

/** Where something ended before a mail was accepted, with what the server answered. */
export type SmtpEnd =
  | { readonly kind: 'accepted' }
  /** The server's answer, to a step: its code, and the code of RFC 3463 where it gave one. */
  | {
      readonly kind: 'refused';
      readonly at: 'login' | 'sender' | 'recipient' | 'mail' | 'connection';
      readonly code: number;
      readonly enhanced: string | null;
    }
  /** Without an answer, before anything of the mail had left. */
  | { readonly kind: 'unsent'; readonly code: string }
  /** Without an answer, when some or all of the mail had left. */
  | { readonly kind: 'unknown'; readonly code: string };

/** Every end but that the server took the mail. */
export type SmtpFailure = Exclude<SmtpEnd, { readonly kind: 'accepted' }>;

/** An open connection to a mail server, for one mail after the other. */
export interface Smtp {
  readonly kind: 'open';
  send(mail: {
    readonly from: string;
    readonly to: string;
    readonly bytes: Uint8Array;
    readonly mayStart: () => boolean;
  }): Promise<SmtpEnd>;
  close(): void;
}

export interface SmtpOptions {
  readonly server: URL;
  readonly user: string;
  readonly password: string;
  /** How long the server may say nothing. */
  readonly timeoutMs: number;
  /** Connects to a public address alone. */
  readonly publicOnly: boolean;
}

const CONNECT_MS = 60_000;

/** A connection that is signed in; what it takes to be so is tried once. Over the network only with TLS. */
export async function openSmtp({
  server,
  user,
  password,
  timeoutMs,
  publicOnly,
}: SmtpOptions): Promise<Smtp | SmtpFailure> {
  const isTls = server.protocol === 'smtps:';
  const patience = Math.min(timeoutMs, CONNECT_MS);
  const name = server.hostname.replace(/^\[|\]$/g, '');
  const host = publicOnly ? await publicAddressOf(name) : name;
  if (typeof host !== 'string') return host;
  const connection = new SMTPConnection({
    host,
    // Its certificate is its name's, also where it was looked up here.
    ...(isIP(name) === 0 && { servername: name }),
    port: Number(server.port === '' ? (isTls ? 465 : 587) : server.port),
    secure: isTls,
    requireTLS: !isTls && !isThisMachine(server.hostname),
    ignoreTLS: !isTls && isThisMachine(server.hostname),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: timeoutMs,
    logger: false,
  });
  const close = () => connection.close();
  // One that nobody waits for: it has broken after its mail was accepted.
  connection.on('error', () => undefined);
  const connected = await step(connection, (done) => connection.connect(done));
  if (connected !== null) {
    close();
    return endOf(connected, 'connection', false);
  }
  const signedIn = await step(connection, (done) =>
    connection.login({ user, pass: password, credentials: { user, pass: password } }, done),
  );
  if (signedIn !== null) {
    close();
    return endOf(signedIn, 'login', false);
  }
  return {
    kind: 'open',
    close,
    async send({ from, to, bytes, mayStart }) {
      if (!mayStart()) return { kind: 'unsent', code: 'NOT_ALLOWED' };
      let begun = false;
      const givenUp = Promise.withResolvers<SmtpEnd>();
      const mail = Readable.from(
        (async function* () {
          if (!mayStart()) {
            close();
            givenUp.resolve({ kind: 'unsent', code: 'NOT_ALLOWED' });
            // What ends here would end the mail with a dot.
            await new Promise<never>(() => undefined);
          }
          begun = true;
          yield bytes;
        })(),
      );
      const sent = async (): Promise<SmtpEnd> => {
        const partly: SMTPConnection.SMTPError[] = [];
        const failed = await step(connection, (done) =>
          connection.send({ from, to: [to] }, mail, (error, info) => {
            // It calls a success what some recipients were refused in.
            partly.push(...(info?.rejectedErrors ?? []));
            done(error ?? undefined);
          }),
        );
        const [refusal] = partly;
        if (failed === null)
          return refusal === undefined ? { kind: 'accepted' } : endOf(refusal, 'recipient', begun);
        return endOf(failed, 'mail', begun);
      };
      return Promise.race([sent(), givenUp.promise]);
    },
  };
}

/**
 * The public address that a name leads to, or that it is. Nothing looks the name up again: nodemailer asks in its own way, and
 * could be told of another address.
 */
async function publicAddressOf(name: string): Promise<string | SmtpFailure> {
  if (isIP(name) !== 0) return isInnerAddress(name) ? { kind: 'unsent', code: ADDRESS_NOT_PUBLIC } : name;
  return new Promise((resolve) => {
    lookupPublic(name, { all: false }, (error, address) => {
      if (error !== null) resolve(endOf(error, 'connection', false));
      else resolve(typeof address === 'string' ? address : { kind: 'unsent', code: 'ENOTFOUND' });
    });
  });
}

/** How a step failed; null when it did not. A broken connection ends every step. */
function step(
  connection: SMTPConnection,
  begin: (done: (error?: SMTPConnection.SMTPError | null) => void) => void,
): Promise<SMTPConnection.SMTPError | null> {
  return new Promise((resolve) => {
    const settle = (error?: SMTPConnection.SMTPError | null) => {
      connection.off('error', settle);
      connection.off('end', end);
      resolve(error ?? null);
    };
    const end = () => settle(Object.assign(new Error('The connection ended.'), { code: 'ECONNECTION' }));
    connection.once('error', settle);
    connection.once('end', end);
    begin(settle);
  });
}

function endOf(
  error: SMTPConnection.SMTPError,
  at: 'connection' | 'login' | 'recipient' | 'mail',
  begun: boolean,
): SmtpFailure {
  const { responseCode: code, response, command } = error;
  if (code !== undefined && code >= 400) {
    const place = command === 'MAIL FROM' ? 'sender' : command === 'RCPT TO' ? 'recipient' : at;
    const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response ?? '')?.[1] ?? null;
    return { kind: 'refused', at: place, code, enhanced };
  }
  const reason = /^[A-Z_]{1,40}$/.test(error.code ?? '') ? (error.code ?? '') : 'FAULT';
  return begun ? { kind: 'unknown', code: reason } : { kind: 'unsent', code: reason };
}

/** A mail server as somebody typed it; null for what is none. */
export function parseMailServer(text: string): URL | null {
  const url = URL.parse(text.trim());
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '') return null;
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return null;
  return ['smtp:', 'smtps:'].includes(url.protocol) ? url : null;
}
