import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { StandInClient } from '../../sandbox/telegram/control/client.ts';
import type { RateModel } from '../../sandbox/telegram/limits.ts';
import type { SenderStats } from '../../src/sender/sender.ts';
import type { SenderOrder } from './sender-process.ts';

/** A child process of ours that speaks in lines of JSON. */
export interface Running {
  readonly pid: number;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves when it is gone. */
  stop(): Promise<void>;
}

export interface RunningSender extends Running {
  /** What it last said of itself. */
  stats(): SenderStats | null;
}

/** Starts a sender in a process of its own; resolves when it stands by for its lease. */
export async function spawnSender(order: SenderOrder): Promise<RunningSender> {
  let last: SenderStats | null = null;
  const { child, first } = run('./sender-process.ts', [], (line) => {
    last = JSON.parse(line);
  });
  child.stdin?.write(`${JSON.stringify(order)}\n`);
  await first;
  return { ...running(child), stats: () => last };
}

export interface RunningStandIn extends Running {
  readonly url: string;
  readonly control: StandInClient;
}

/** Starts the Telegram stand-in in a process of its own, as a sender meets it: on the other side of a network. */
export async function spawnStandIn(rates: RateModel): Promise<RunningStandIn> {
  const { child, first } = run(
    '../../sandbox/telegram/main.ts',
    ['--ledger', 'compact', '--rates', rates],
    () => undefined,
  );
  const { url }: { url: string } = JSON.parse(await first);
  return { ...running(child), url, control: new StandInClient(url) };
}

function run(module: string, args: readonly string[], onLine: (line: string) => void) {
  const path = fileURLToPath(new URL(module, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
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
  return { pid: child.pid ?? 0, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
