import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { StandInClient } from '../../sandbox/telegram/control/client.ts';
import type { RateModel } from '../../sandbox/telegram/limits.ts';
import { DONE, type PeerOrder } from '../peers/peer.ts';
import type { SchedulerOrder } from './scheduler-process.ts';
import type { SenderOrder, SenderReport } from './sender-process.ts';

/** A child process of ours that speaks in lines of JSON. Disposing of it kills it. */
export interface Running extends AsyncDisposable {
  readonly pid: number;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves when it is gone. */
  stop(): Promise<void>;
}

export interface RunningSender extends Running {
  /** What it last said of itself. */
  stats(): SenderReport | null;
}

/** Starts a sender in a process of its own; resolves when it stands by for its lease. */
export async function spawnSender(order: SenderOrder): Promise<RunningSender> {
  let last: SenderReport | null = null;
  const { child, first } = run('./sender-process.ts', [], (line) => {
    last = JSON.parse(line);
  });
  child.stdin.write(`${JSON.stringify(order)}\n`);
  await first;
  return { ...running(child), stats: () => last };
}

/** Starts a scheduler in a process of its own; resolves when it works. */
export async function spawnScheduler(order: SchedulerOrder): Promise<Running> {
  const { child, first } = run('./scheduler-process.ts', [], () => undefined);
  child.stdin.write(`${JSON.stringify(order)}\n`);
  await first;
  return running(child);
}

export interface RunningStandIn extends Running {
  readonly url: string;
  readonly control: StandInClient;
  /** How many messages it has accepted. */
  accepted(): Promise<number>;
}

/**
 * Starts the Telegram stand-in in a process of its own, as a sender meets it: on the other side of a network.
 * `ledger`: `full` to know afterwards when each message was accepted.
 */
export async function spawnStandIn(
  rates: RateModel,
  ledger: 'compact' | 'full' = 'compact',
): Promise<RunningStandIn> {
  const { child, first } = run(
    '../../sandbox/telegram/main.ts',
    ['--ledger', ledger, '--rates', rates],
    () => undefined,
  );
  const { url }: { url: string } = JSON.parse(await first);
  const control = new StandInClient(url);
  const accepted = async () => (await control.run('counts', {})).sendMessage?.accepted ?? 0;
  return { ...running(child), url, control, accepted };
}

export interface RunningPeer extends Running {
  /** Lets it begin; resolves when it has sent everything and recorded what it records. */
  drain(): Promise<void>;
}

/** Starts a peer (`bench/peers/<name>.ts`) in a process of its own; resolves when all it is to send is prepared. */
export async function spawnPeer(name: string, order: PeerOrder): Promise<RunningPeer> {
  const done = Promise.withResolvers<void>();
  const { child, first } = run(`../peers/${name}.ts`, [], (line) => {
    if (line === DONE) done.resolve();
    else process.stderr.write(`[${name}] ${line}\n`);
  });
  child.once('exit', (code) => done.reject(new Error(`${name} ended with ${code} before it was done`)));
  // Whoever is killed while nobody waits for it is nobody's failure.
  done.promise.catch(() => undefined);
  child.stdin.write(`${JSON.stringify(order)}\n`);
  await first;
  return {
    ...running(child),
    drain() {
      child.stdin.write('go\n');
      return done.promise;
    },
  };
}

/** How Node keeps memory, as the service is started with it: for the sender, its peers and the stand-in alike. */
const memory = process.execArgv.filter((word) => word.startsWith('--max-semi-space-size='));

function run(module: string, args: readonly string[], onLine: (line: string) => void) {
  const path = fileURLToPath(new URL(module, import.meta.url));
  const child = spawn(process.execPath, [...memory, path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { promise: first, resolve, reject } = Promise.withResolvers<string>();
  let begun = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (begun) {
      onLine(line);
      return;
    }
    begun = true;
    resolve(line);
  });
  child.once('exit', (code) => reject(new Error(`${module} ended with ${code} before it was ready`)));
  // Killed with the pipe still open: nothing more is to be said to it.
  child.stdin.on('error', () => undefined);
  return { child, first };
}

function running(child: ChildProcess): Running {
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  const kill = () => end('SIGKILL');
  return { pid: child.pid ?? 0, kill, stop: () => end('SIGTERM'), [Symbol.asyncDispose]: kill };
}
