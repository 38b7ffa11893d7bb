import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url));

/** What Node is given before a program of ours, as by every npm script: see scripts/bootstrap.mjs. */
export const preload = [
  '--import',
  new URL('../../scripts/bootstrap/quick-imports.mjs', import.meta.url).href,
] as const;

/** The whole service, as `npm start` runs it. */
export interface ServiceProcess extends AsyncDisposable {
  /** All that it has written, log and words for people alike. */
  written(): Buffer;
  /** Sends a signal; resolves when it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts the service with this environment and nothing of ours; resolves when it answers on `port`. */
export async function startServiceProcess(
  port: number,
  env: Readonly<Record<string, string>>,
): Promise<ServiceProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...preload, MAIN], {
    env: { PATH, HOME, NODE_COMPILE_CACHE: CACHE, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
  const closed = once(child, 'close');
  const written = () => Buffer.concat(parts);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await closed;
  };
  const ready = async () => {
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}: ${written()}`);
    return fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  };
  try {
    await until('the service', ready, { every: 50, within: 60 });
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
  return { written, end, [Symbol.asyncDispose]: () => end('SIGKILL') };
}

/** A port that is free now. Telegram must be told an address before anybody listens there. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
