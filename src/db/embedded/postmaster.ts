import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { asAccount } from './account.ts';
import { POSTGRES_ENV } from './binaries.ts';
import type { Setting } from './cluster.ts';
import { EmbeddedDatabaseError, explain } from './errors.ts';
import { giveToOwner, type Layout, readPrivate, writePrivate } from './folder.ts';

/** How long PostgreSQL may take to recover after a crash before we say that it does not start. */
const READY_WITHIN_MS = 120_000;
/** How long a fast stop (with its last checkpoint) may take, then how long an immediate one. */
const FAST_STOP_MS = 10_000;
const IMMEDIATE_STOP_MS = 5_000;
const LOG_KEPT_BYTES = 5_000_000;

/**
 * Errors of statements go to the caller and not into the log, since their texts quote values; the log keeps
 * what concerns the server (`log` ranks above `error` in log_min_messages).
 */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
  'max_connections=100',
] as const;
/** A crash of PostgreSQL then still loses nothing that was committed; a crash of the machine may lose it all. */
const NOT_DURABLE = ['fsync=off', 'full_page_writes=off', 'max_wal_size=1GB'] as const;

/** A PostgreSQL server that is ready. */
export interface Postmaster {
  readonly port: number;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it: open connections are cut, a last checkpoint is written. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL on a port of 127.0.0.1 (the one used last, when it is free) and waits until it is ready. */
export async function startPostmaster(setting: Setting): Promise<Postmaster> {
  const { layout } = setting;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? Number(readPrivate(layout.port) ?? 0) : 0);
    try {
      const postmaster = await startOn(port, setting);
      writePrivate(layout, layout.port, `${port}\n`);
      return postmaster;
    } catch (error) {
      // Between our look and PostgreSQL's bind another program may have taken the port.
      const portTaken = error instanceof EmbeddedDatabaseError && error.kind === 'no port';
      if (!portTaken || attempt === 5) throw error;
    }
  }
}

/** Starts PostgreSQL again on the port that its clients know. */
export async function restartPostmaster(port: number, setting: Setting): Promise<Postmaster> {
  const deadline = performance.now() + FAST_STOP_MS;
  for (;;) {
    try {
      return await startOn(port, setting);
    } catch (error) {
      // Processes of the server that died may hold its memory and its port for a moment longer.
      const passing =
        error instanceof EmbeddedDatabaseError &&
        (error.kind === 'held by another process' || error.kind === 'no port');
      if (!passing || performance.now() > deadline) throw error;
      await delay(200);
    }
  }
}

async function startOn(port: number, setting: Setting): Promise<Postmaster> {
  const { layout, account, binaries, durable, signal } = setting;
  const settings = [`port=${port}`, ...SETTINGS, ...(durable ? [] : NOT_DURABLE)];
  const logStart = existsSync(layout.log) ? statSync(layout.log).size : 0;
  const log = openSync(layout.log, 'a', 0o600);
  const child = spawn(
    binaries.postgres,
    ['-D', layout.cluster, ...settings.flatMap((value) => ['-c', value])],
    { ...asAccount(account), cwd: '/', env: POSTGRES_ENV, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  giveToOwner(layout, layout.log);
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  child.once('error', () => resolve());
  child.once('exit', () => resolve());
  const stop = () => stopChild(child, ended, durable);

  const deadline = performance.now() + READY_WITHIN_MS;
  while (!isReady(layout, child.pid)) {
    if (signal.aborted || performance.now() > deadline) await stop();
    await Promise.race([ended, delay(10)]);
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      signal.throwIfAborted();
      throw explain('PostgreSQL did not start', readFileSync(layout.log).subarray(logStart).toString('utf8'));
    }
  }
  return { port, ended, stop };
}

/** The last line of postmaster.pid tells the state, as pg_ctl reads it (PostgreSQL 10 and later). */
function isReady({ cluster }: Layout, pid: number | undefined): boolean {
  const lines = pidFile(cluster);
  return lines !== undefined && Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function pidFile(cluster: string): string[] | undefined {
  const path = join(cluster, 'postmaster.pid');
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : undefined;
}

async function stopChild(child: ChildProcess, ended: Promise<void>, durable: boolean): Promise<void> {
  const within = (ms: number) => Promise.race([ended.then(() => true), delay(ms, false, { ref: false })]);
  // PostgreSQL's fast stop is SIGINT, its immediate one SIGQUIT: https://www.postgresql.org/docs/18/server-shutdown.html
  if (durable) {
    child.kill('SIGINT');
    if (await within(FAST_STOP_MS)) return;
  }
  child.kill('SIGQUIT');
  if (await within(IMMEDIATE_STOP_MS)) return;
  child.kill('SIGKILL');
  await ended;
}

/** A port of 127.0.0.1 on which nobody listens: the wished one if possible (0: any). */
async function freePort(wished: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.once('error', reject);
  server.listen({ host: '127.0.0.1', port: wished }, () => {
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    server.close(() => resolve(port));
  });
  try {
    return await promise;
  } catch (error) {
    if (wished !== 0) return freePort(0);
    throw explain('No port could be had for PostgreSQL', 'could not bind IPv4 address', error);
  }
}

/**
 * Clears the way before a start. PostgreSQL outlives a supervisor that was killed by SIGKILL: such a server is
 * ended here. A postmaster.pid whose number now belongs to some other program (after a reboot, or in a container,
 * where numbers repeat) would keep PostgreSQL from starting: it is removed. Only for the holder of the lock.
 */
export async function clearTheWay({ layout, log }: Setting): Promise<void> {
  rotateLog(layout);
  const lines = pidFile(layout.cluster);
  if (lines === undefined) return;
  const pid = Number(lines[0]);
  if (!serves(pid, layout.cluster)) {
    rmSync(join(layout.cluster, 'postmaster.pid'), { force: true });
    return;
  }
  log(`ending a PostgreSQL (process ${pid}) that a killed start left behind`);
  for (const [signal, ms] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
  ] as const) {
    process.kill(pid, signal);
    const deadline = performance.now() + ms;
    while (performance.now() < deadline) {
      if (!serves(pid, layout.cluster)) return;
      await delay(20);
    }
  }
  throw new EmbeddedDatabaseError(
    'held by another process',
    `PostgreSQL (process ${pid}) still serves ${layout.cluster} and does not end. End it (kill -QUIT ${pid}), then start again.`,
  );
}

/** Whether that process is a PostgreSQL on that cluster: we name the cluster on its command line. */
function serves(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return commandLine(pid).includes(cluster);
}

function commandLine(pid: number): string {
  const proc = `/proc/${pid}/cmdline`;
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(proc, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    // It ended while we looked: a process that is gone serves nothing.
    return '';
  }
}

function rotateLog({ log }: Layout): void {
  if (existsSync(log) && statSync(log).size > LOG_KEPT_BYTES) renameSync(log, `${log}.1`);
}
