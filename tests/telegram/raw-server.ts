import { once } from 'node:events';
import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createNetServer, type Server, type Socket } from 'node:net';

export interface Listening {
  readonly root: string;
  readonly port: number;
  /** How many connections were opened to it so far. */
  connections(): number;
  close(): Promise<void>;
}

/** A plain TCP server that does what is wanted with each connection. */
export async function tcpServer(onConnection: (socket: Socket) => void): Promise<Listening> {
  return listen(
    createNetServer((socket) => {
      socket.on('error', () => {
        // Tests break connections on purpose, from either side.
      });
      onConnection(socket);
    }),
  );
}

export async function httpServer(listener: RequestListener): Promise<Listening> {
  return listen(createServer(listener));
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = await tcpServer(() => {});
  await server.close();
  return server.port;
}

async function listen(server: Server | HttpServer): Promise<Listening> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}`,
    port,
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
