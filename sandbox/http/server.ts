import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { FaultPlan, type HttpFault, isCarriedOut, type PlannedFault } from './faults.ts';

/** One request, read to its end. */
export interface StandInRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface StandInAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes as JSON. */
  readonly body: object | string | null;
}

export interface FaultyServer {
  readonly url: string;
  readonly port: number;
  /** Requests that match meet the fault, each planned one so many times. */
  fail(plan: PlannedFault): void;
  /** No fault is to come any more. */
  heal(): void;
  close(): Promise<void>;
}

/** Where an answer with the fault of a redirect leads. */
export const ELSEWHERE = '/elsewhere';

/** How long a slow answer takes: shorter than any client waits. */
const SLOW_MS = 60;

/**
 * A service over real HTTP whose way there and back can be spoilt. `carryOut` does what is asked and says how it is
 * answered; it is called at most once for each request, and never for one that meets a fault on the way there.
 */
export async function startFaultyServer(
  carryOut: (request: StandInRequest) => StandInAnswer | Promise<StandInAnswer>,
  { host = '127.0.0.1', port = 0 }: { readonly host?: string; readonly port?: number } = {},
): Promise<FaultyServer> {
  const faults = new FaultPlan();
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    const url = new URL(incoming.url ?? '/', `http://${host}`);
    const method = incoming.method ?? 'GET';
    const request = { method, url, headers: incoming.headers, body: Buffer.concat(chunks) };
    const fault = faults.take(method, url.pathname, request);
    const answer = fault === null || isCarriedOut(fault) ? await carryOut(request) : null;
    if (fault === 'slow') await delay(SLOW_MS);
    if (fault === null || fault === 'slow') send(outgoing, answer ?? { status: 500, body: null });
    else spoil(outgoing, fault, answer);
  }

  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  await listening;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in listens on no TCP port');
  return {
    url: `http://${host}:${address.port}`,
    port: address.port,
    fail: (plan) => faults.add(plan),
    heal: () => faults.clear(),
    close() {
      const { promise, resolve: closed } = Promise.withResolvers<void>();
      server.close(() => closed());
      server.closeAllConnections();
      return promise;
    },
  };
}

function send(outgoing: ServerResponse, { status, headers, body }: StandInAnswer): void {
  const isJson = typeof body === 'object' && body !== null;
  outgoing.writeHead(status, { 'content-type': isJson ? 'application/json' : 'text/html', ...headers });
  outgoing.end(isJson ? JSON.stringify(body) : (body ?? ''));
}

const PAGE = '<!doctype html><title>Bad Gateway</title><p>The server is away for a moment.';

function spoil(outgoing: ServerResponse, fault: HttpFault, answer: StandInAnswer | null): void {
  const json = JSON.stringify(answer?.body ?? {});
  switch (fault) {
    case 'time-out before':
    case 'time-out after':
      // Nothing, for ever: the client gives up first.
      return;
    case 'reset before':
    case 'reset after':
      outgoing.socket?.resetAndDestroy();
      return;
    case 'reset mid-body':
      outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': String(json.length) });
      outgoing.write(json.slice(0, Math.ceil(json.length / 2)), () => outgoing.socket?.resetAndDestroy());
      return;
    case '5xx before':
    case '5xx after':
      send(outgoing, { status: 503, body: { error: 'Service Unavailable' } });
      return;
    case '429 with header':
      send(outgoing, { status: 429, headers: { 'retry-after': '7' }, body: { error: 'Too many requests' } });
      return;
    case '429 without header':
      send(outgoing, { status: 429, body: { error: 'Too many requests' } });
      return;
    case 'truncated JSON':
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end(json.slice(0, Math.ceil(json.length / 2)));
      return;
    case 'HTML before':
      send(outgoing, { status: 200, body: PAGE });
      return;
    case 'HTML after':
      send(outgoing, { status: 502, body: PAGE });
      return;
    case 'redirect':
      send(outgoing, { status: 307, headers: { location: ELSEWHERE }, body: null });
      return;
    default:
      throw new Error(`not a fault that spoils: ${fault}`);
  }
}
