import { connect, createServer, type Server, type Socket } from 'node:net';

export interface TcpProxyOptions {
  /** Whom it stands in front of. */
  readonly to: { readonly host: string; readonly port: number };
  /** 0 (any free one) unless given. */
  readonly port?: number;
}

/** A network between a client and a server that can be made to fail. It listens on 127.0.0.1. */
export interface TcpProxy {
  readonly port: number;
  /** Connections that stand now. */
  readonly connections: number;
  /** Bytes that clients have sent since it was started. */
  readonly fromClients: number;
  /** Nobody listens any more, and every connection is reset: what a server looks like whose machine is gone. */
  goAway(): Promise<void>;
  /** After `goAway`: listens again on the same port. */
  comeBack(): Promise<void>;
  /** Resets every connection, and takes new ones. */
  cut(): void;
  /** While true nothing passes in either direction, and nobody is told: a cable that was pulled. */
  stall(on: boolean): void;
  close(): Promise<void>;
}

/** Looks at what passes from client to server, and may hold it back or put something else in its place. */
export type Filter = (chunk: Buffer, pass: (bytes: Buffer) => void) => void;

/** Starts a proxy; `filter` is asked for a new filter for every connection. */
export async function startTcpProxy(
  { to, port: wished = 0 }: TcpProxyOptions,
  filter: () => Filter = () => (chunk, pass) => pass(chunk),
): Promise<TcpProxy> {
  const pairs = new Set<{ readonly client: Socket; readonly server: Socket }>();
  let fromClients = 0;
  let stalled = false;
  let listening: Server | undefined;

  function join(client: Socket): void {
    const server = connect(to);
    const pair = { client, server };
    const through = filter();
    pairs.add(pair);
    client.setNoDelay(true);
    server.setNoDelay(true);
    if (stalled) pause(pair);
    client.on('data', (chunk: Buffer) => {
      fromClients += chunk.length;
      through(chunk, (bytes) => server.write(bytes));
    });
    server.on('data', (chunk) => client.write(chunk));
    client.on('end', () => server.end());
    server.on('end', () => client.end());
    // Whichever side breaks, the other one sees it break.
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => other.resetAndDestroy());
      one.on('close', () => {
        pairs.delete(pair);
        other.destroySoon();
      });
    }
  }

  function pause({ client, server }: { readonly client: Socket; readonly server: Socket }): void {
    client.pause();
    server.pause();
  }

  async function listen(port: number): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const made = createServer(join);
    made.once('error', reject);
    made.listen(port, '127.0.0.1', () => resolve());
    await promise;
    listening = made;
    const address = made.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy listens on no TCP port');
    return address.port;
  }

  function cut(): void {
    for (const { client, server } of pairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  async function goAway(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (listening === undefined) resolve();
    else listening.close(() => resolve());
    listening = undefined;
    cut();
    await promise;
  }

  const port = await listen(wished);
  return {
    port,
    get connections() {
      return pairs.size;
    },
    get fromClients() {
      return fromClients;
    },
    goAway,
    async comeBack() {
      await listen(port);
    },
    cut,
    stall(on) {
      stalled = on;
      for (const pair of pairs) {
        if (on) pause(pair);
        else {
          pair.client.resume();
          pair.server.resume();
        }
      }
    },
    close: goAway,
  };
}
