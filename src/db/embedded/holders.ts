import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { byLine, type HolderLine, type Supervision, type SupervisorLine } from './protocol.ts';

/** Who connects and does not say the token is cut off after this. */
const TOKEN_WITHIN_MS = 2_000;

/** The processes that use the database: it is served until the last of them has gone. */
export interface Holders {
  readonly address: Pick<Supervision, 'holderPort' | 'token'>;
  /** The process that spawned us has gone (when it holds over a connection of its own by now, nothing changes). */
  starterGone(): void;
  /** Resolves when nobody holds any more; from then on nobody can join. */
  readonly allGone: Promise<void>;
  /** Tells those who wait for the end that PostgreSQL has ended, and closes their connections. */
  stopped(): void;
}

/**
 * Listens on 127.0.0.1 for processes that hold the database. TCP and a token from a file of mode 0600, and not a
 * Unix socket: a socket's path may be 104 bytes long at most, and data folders lie deep.
 */
export async function acceptHolders(): Promise<Holders> {
  const token = randomBytes(32).toString('base64url');
  const open = new Set<Socket>();
  const holding = new Set<Socket | 'starter'>(['starter']);
  const leaving = new Set<Socket>();
  const { promise: allGone, resolve: resolveAllGone } = Promise.withResolvers<void>();

  const leave = (holder: Socket | 'starter') => {
    if (!holding.delete(holder) || holding.size > 0) return;
    server.close();
    resolveAllGone();
  };

  const server = createServer((socket) => {
    open.add(socket);
    const impatience = setTimeout(() => socket.destroy(), TOKEN_WITHIN_MS);
    const take = (line: HolderLine) => {
      if (line.type === 'hold' && server.listening && sameToken(line.token, token)) {
        clearTimeout(impatience);
        holding.add(socket);
        if (line.starter) leave('starter');
        send(socket, { type: 'held' });
      } else if (line.type === 'release' && holding.has(socket)) {
        if (holding.size > 1) send(socket, { type: 'released' });
        else leaving.add(socket);
        leave(socket);
      } else socket.destroy();
    };
    const lines = byLine((line) => {
      const parsed = parse(line);
      if (parsed === undefined) socket.destroy();
      else take(parsed);
    });
    socket.setEncoding('utf8').on('data', lines);
    // A holder that was killed ends its connection with an error; `close` follows, and that is what counts.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(impatience);
      open.delete(socket);
      leaving.delete(socket);
      leave(socket);
    });
  });

  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  await listening;
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the supervisor has no port');

  return {
    address: { holderPort: bound.port, token },
    starterGone: () => leave('starter'),
    allGone,
    stopped() {
      server.close();
      for (const socket of leaving) send(socket, { type: 'stopped' });
      for (const socket of open) socket.end();
    },
  };
}

function send(socket: Socket, line: SupervisorLine): void {
  socket.write(`${JSON.stringify(line)}\n`);
}

/** Anything on the machine can connect: what is not ours is undefined. */
function parse(line: string): HolderLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  if (value.type === 'release') return { type: 'release' };
  if (value.type === 'hold' && 'token' in value && typeof value.token === 'string') {
    return { type: 'hold', token: value.token, starter: 'starter' in value && value.starter === true };
  }
  return undefined;
}

function sameToken(said: string, token: string): boolean {
  const [a, b] = [Buffer.from(said), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
