import type { Server } from 'node:http';
import { serve } from '@hono/node-server';

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** How many ports are tried from the wanted one on, unless it was named. */
const portsToTry = 20;

/** Serves on the wanted port of this machine, or on the next that is free. Throws when none is. */
export async function listenNear(
  fetch: (request: Request) => Response | Promise<Response>,
  wanted: { readonly port: number; readonly exactly: boolean },
): Promise<Listening> {
  const last = wanted.port + (wanted.exactly ? 0 : portsToTry);
  for (let port = wanted.port; port <= last; port++) {
    const listening = await listenOn(fetch, port);
    if (listening !== null) return listening;
  }
  throw new Error(
    wanted.exactly
      ? `Port ${wanted.port} is in use. Name another with --port.`
      : `The ports ${wanted.port} to ${last} are all in use. Name another with --port.`,
  );
}

/** Null when the port is taken. */
async function listenOn(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Listening | null> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const server = serve({ fetch, hostname: '127.0.0.1', port }, () => resolve(true));
  server.once('error', (error: NodeJS.ErrnoException) =>
    error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
  );
  if (!(await promise)) return null;
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () => {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      server.close(() => end());
      // Pages hold their event streams open for ever.
      if (isHttp(server)) server.closeAllConnections();
      return ended;
    },
  };
}

function isHttp(server: object): server is Server {
  return 'closeAllConnections' in server;
}
