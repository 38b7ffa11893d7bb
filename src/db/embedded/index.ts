import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DATABASE, ROLE } from './cluster.ts';
import { EmbeddedDatabaseError, explainException } from './errors.ts';
import { existingLayout, type Layout, readPrivate } from './folder.ts';
import {
  byLine,
  type HolderLine,
  type Supervision,
  type SupervisorLine,
  type SupervisorNews,
  type SupervisorOrder,
} from './protocol.ts';

export { EmbeddedDatabaseError } from './errors.ts';

/** How long a supervisor that can neither be joined nor replaced may keep us from the data folder. */
const HELD_AT_MOST_MS = 30_000;

export interface EmbeddedOptions {
  /** Created when missing. PostgreSQL's part of it is the folder (or, as root, the link) `postgresql`. */
  readonly dataFolder: string;
  /** Gets a line for each thing that takes long or that an operator should know. */
  readonly log: (line: string) => void;
  /** False only for tests: a crash of the machine may then lose everything. Default true. */
  readonly durable?: boolean;
  /** Deletes the database when the last holder has gone, also when that one was killed. For tests. */
  readonly removeAtEnd?: boolean;
  /** A folder whose `node_modules` brings another PostgreSQL than ours. For tests. */
  readonly packages?: string;
}

/** A hold on the embedded database. It runs for as long as one process holds it. */
export interface Embedded {
  /** For `openDatabase`: role `bray` (no superuser, may create databases) on database `bray`, with its password. */
  readonly url: string;
  /** Lets go; when this was the last holder, waits until PostgreSQL has ended. Close connections before. */
  stop(): Promise<void>;
  /** Resolves if the supervisor goes although we hold on: the database is then lost to this process. */
  readonly lost: Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that another process of the same user has
 * started. The hold does not keep the process alive, and it ends with the process, however that ends.
 * Throws `EmbeddedDatabaseError`, whose message names the cause and the remedy.
 */
export async function startEmbedded(asked: EmbeddedOptions): Promise<Embedded> {
  // The supervisor works in another folder than we do.
  const options = { ...asked, dataFolder: resolve(asked.dataFolder) };
  if (process.platform === 'win32') {
    throw new EmbeddedDatabaseError(
      'unsupported platform',
      'The embedded database does not run on Windows itself. Use WSL, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
  const deadline = performance.now() + HELD_AT_MOST_MS;
  for (;;) {
    const joined = await join(options.dataFolder, false);
    if (joined !== undefined) return joined;
    const started = await spawnSupervisor(options);
    if (started !== 'held') return started;
    if (performance.now() > deadline) throw heldTooLong(options.dataFolder);
    await delay(100);
  }
}

function heldTooLong(dataFolder: string): EmbeddedDatabaseError {
  const supervision = readSupervision(existingLayout(dataFolder));
  const holder = supervision === undefined ? 'another process' : `process ${supervision.pid}`;
  const remedy = supervision === undefined ? 'end it' : `end it (kill -KILL ${supervision.pid})`;
  return new EmbeddedDatabaseError(
    'held by another process',
    `The database in ${dataFolder} is held by ${holder}, which does not answer. If no other Bray runs on it, ${remedy}, then start again.`,
  );
}

function readSupervision(layout: Layout | undefined): Supervision | undefined {
  const text = layout === undefined ? undefined : readPrivate(layout.supervision);
  return text === undefined ? undefined : (JSON.parse(text) as Supervision);
}

/** Joins a running supervisor; undefined when none answers (none runs, or it was killed, or it is ending). */
async function join(dataFolder: string, starter: boolean): Promise<Embedded | undefined> {
  let layout: Layout | undefined;
  let supervision: Supervision | undefined;
  try {
    layout = existingLayout(dataFolder);
    supervision = readSupervision(layout);
  } catch (error) {
    throw explainException(`The data folder ${dataFolder} cannot be read`, error);
  }
  if (layout === undefined || supervision === undefined) return undefined;
  const connection = await hold(supervision, starter);
  if (connection === undefined) return undefined;
  const password = readFileSync(layout.password, 'utf8').trim();
  const url = `postgres://${ROLE}:${password}@127.0.0.1:${supervision.postgresPort}/${DATABASE}`;
  return { url, ...connection };
}

/** Connects as a holder; undefined when the supervisor of that description is no more. */
async function hold(
  { holderPort, token }: Supervision,
  starter: boolean,
): Promise<Pick<Embedded, 'stop' | 'lost'> | undefined> {
  const socket = connect({ host: '127.0.0.1', port: holderPort });
  const { promise: held, resolve: resolveHeld } = Promise.withResolvers<boolean>();
  const { promise: released, resolve: resolveReleased } = Promise.withResolvers<void>();
  const { promise: closed, resolve: resolveClosed } = Promise.withResolvers<void>();
  const take = byLine((line) => {
    const { type } = JSON.parse(line) as SupervisorLine;
    if (type === 'held') resolveHeld(true);
    else resolveReleased();
  });
  socket.setEncoding('utf8').on('data', take);
  // Refused or reset: `close` follows, and says all that matters.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    resolveHeld(false);
    resolveReleased();
    resolveClosed();
  });
  socket.on('connect', () => send(socket, { type: 'hold', token, starter }));
  if (!(await held)) return undefined;
  socket.unref();

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    socket.ref();
    send(socket, { type: 'release' });
    await released;
    socket.destroy();
  };
  const lost = closed.then(() => (stopping === undefined ? undefined : new Promise<void>(() => undefined)));
  return {
    lost,
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

function send(socket: Socket, line: HolderLine): void {
  socket.write(`${JSON.stringify(line)}\n`);
}

/** Starts a supervisor and holds its database; 'held' when another one has the data folder. */
async function spawnSupervisor({
  dataFolder,
  log,
  durable = true,
  removeAtEnd = false,
  packages,
}: EmbeddedOptions): Promise<Embedded | 'held'> {
  const order: SupervisorOrder = { dataFolder, durable, removeAtEnd, packages: packages ?? null };
  const program = fileURLToPath(new URL('supervisor.ts', import.meta.url));
  // Nothing else of our environment: it holds tokens and keys, which are none of the database's business.
  const { PATH, HOME, LD_LIBRARY_PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    detached: true,
    cwd: '/',
    env: { PATH, HOME, LD_LIBRARY_PATH, NODE_COMPILE_CACHE },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { promise: news, resolve: resolveNews, reject } = Promise.withResolvers<SupervisorNews>();
  const take = byLine((line) => {
    const said = JSON.parse(line) as SupervisorNews;
    if (said.type === 'progress') log(said.line);
    else resolveNews(said);
  });
  child.stdout.setEncoding('utf8').on('data', take);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  child.once('error', reject);
  child.once('close', () =>
    reject(
      new EmbeddedDatabaseError('unexplained', `The supervisor of the database ended: ${complaint.trim()}`),
    ),
  );
  try {
    const said = await news;
    if (said.type === 'failed') throw new EmbeddedDatabaseError(said.kind, said.message);
    if (said.type === 'held') return 'held';
    const joined = await join(dataFolder, true);
    if (joined !== undefined) return joined;
    throw new EmbeddedDatabaseError(
      'unexplained',
      'The supervisor of the database went as soon as it was ready.',
    );
  } finally {
    // From here on the connection holds the database, or nothing does.
    child.stdin.destroy();
    child.stdout.destroy();
    child.stderr.destroy();
    child.unref();
  }
}
