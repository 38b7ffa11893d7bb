import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { LineOrder } from './line.ts';
import type { LineProgram } from './line-bundle.ts';
import type { KillAt } from './line-process.ts';

/** A process of a line. */
export interface LineChild {
  /** Resolves when it has said this, or has ended. */
  said(line: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** How it ended. Rejects when it ended in disorder, or hung. */
  readonly ended: Promise<'in order' | 'killed'>;
  /** What it said last. */
  last(): string;
}

/** Starts a process of a line; `hangsAfterMs` after that it is ended, and has hung. */
export function startChild(
  program: LineProgram,
  told: { readonly order: LineOrder; readonly kill: KillAt | null },
  hangsAfterMs: number,
): LineChild {
  // A warning of a library of telegraf's concerns nobody here.
  const child = spawn(process.execPath, ['--no-deprecation', program.path, JSON.stringify(told)], {
    env: program.env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.on('error', () => undefined);
  const lines: string[] = [];
  const heard = new EventEmitter();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    heard.emit('line');
  });
  const closed = once(child, 'close');
  const hangs = setTimeout(() => child.kill('SIGABRT'), hangsAfterMs);
  const ended = closed.then(() => {
    clearTimeout(hangs);
    if (child.signalCode === 'SIGKILL') return 'killed';
    if (child.exitCode === 0) return 'in order';
    throw new Error(`a process of the line ended with ${child.exitCode ?? child.signalCode}`);
  });
  // Whoever waits for it hears of it; until somebody does, it is nobody's failure.
  ended.catch(() => undefined);
  return {
    ended,
    kill: (signal) => void child.kill(signal),
    last: () => lines.at(-1) ?? '',
    async said(line) {
      while (!lines.includes(line) && child.exitCode === null && child.signalCode === null) {
        await Promise.race([once(heard, 'line'), closed]);
      }
    },
  };
}
