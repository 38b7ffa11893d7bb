import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createClosed } from './api/setup/closed.ts';
import { CannotStart } from './cannot-start.ts';
import type { WebConfig } from './config.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** The port that this process listens on, and what answers there: it changes while the process lives. */
export interface Front {
  readonly address: AddressInfo;
  /** Lets the service answer everything that is nobody else's; null: nothing but `/healthz` is answered. */
  serve(fetch: Fetch | null): void;
  /** Lets pages answer at and below a path, before the service. */
  mount(base: string, fetch: Fetch): void;
  /** Takes no new connection and waits for the requests under way. */
  stop(): Promise<void>;
}

/** How long somebody may take, in milliseconds: who sends a byte now and then must not keep a connection for ever. */
export interface Patience {
  /** For the head of a request, from its connection or the answer before on. */
  readonly headMs: number;
  /** For all of a request. An image over a slow line takes minutes. */
  readonly requestMs: number;
  /** So often it is looked who has taken too long. */
  readonly everyMs: number;
}

const usual: Patience = { headMs: 15_000, requestMs: 300_000, everyMs: 5_000 };

/** Listens for HTTP; resolves once it does. Throws `CannotStart` when the port cannot be had. */
export async function openFront(
  { host, port }: Pick<WebConfig, 'host' | 'port'>,
  { headMs, requestMs, everyMs }: Patience = usual,
): Promise<Front> {
  const closed = createClosed().fetch;
  const pages = new Map<string, Fetch>();
  let service: Fetch | null = null;

  const answer = (request: Request) => {
    const { pathname } = new URL(request.url);
    const base = [...pages.keys()].find((one) => pathname === one || pathname.startsWith(`${one}/`));
    const mounted = base === undefined ? undefined : pages.get(base);
    return (mounted ?? service ?? closed)(request);
  };

  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>();
  const serverOptions = {
    headersTimeout: headMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: everyMs,
  };
  const server = serve({ fetch: answer, hostname: host, port, serverOptions }, resolve);
  server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, { host, port })));
  const address = await promise;
  return {
    address,
    serve: (fetch) => {
      service = fetch;
    },
    mount: (base, fetch) => {
      pages.set(base, fetch);
    },
    stop: () =>
      new Promise<void>((ended) => {
        server.close(() => ended());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

function explained(error: NodeJS.ErrnoException, { host, port }: Pick<WebConfig, 'host' | 'port'>): unknown {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CannotStart(
        `Port ${port} is in use. End what uses it (another Bray?), or choose another in PORT.`,
      );
    case 'EACCES':
      return new CannotStart(
        `This user may not listen on port ${port}. Choose one above 1023 in PORT, and put a proxy in front.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new CannotStart(
        `${host} is no address of this machine. Take 127.0.0.1, or 0.0.0.0 for all of them, in HOST.`,
      );
    default:
      return error;
  }
}
