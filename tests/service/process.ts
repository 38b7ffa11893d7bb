import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preloads } from '../helpers/preloads.ts';
import { scratchFolder } from '../helpers/scratch.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url));

/** The service in a process of its own, as `npm start` runs it. */
export interface ServiceProcess {
  readonly child: ChildProcess;
  /** Everything it wrote so far: what people read, and the log. */
  errors(): string;
  log(): string;
  /** Resolves with the match once the process has written it (to either), or fails when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** The port it listens on, once it does. */
  port(): Promise<number>;
  /** Resolves with its exit code, or the signal that killed it. */
  readonly exited: Promise<number | NodeJS.Signals | null>;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** A folder of its own for each trial, and the processes that work in it. End it with `close()`. */
export interface ServiceTrial {
  readonly folder: string;
  start(env?: Readonly<Record<string, string>>): ServiceProcess;
  close(): Promise<void>;
}

/** `base` is the environment of every process; nothing of the test's own environment reaches them. */
export async function serviceTrial(base: Readonly<Record<string, string>>): Promise<ServiceTrial> {
  const folder = await scratchFolder('service-');
  const processes: ServiceProcess[] = [];
  return {
    folder,
    start(env = {}) {
      const { PATH = '', HOME = '' } = process.env;
      const started = startProcess(folder, {
        PATH,
        HOME,
        // Starting takes most of a second of stripping types, otherwise, each time.
        NODE_COMPILE_CACHE: CACHE,
        PORT: '0',
        DATA_FOLDER: join(folder, 'data'),
        ...base,
        ...env,
      });
      processes.push(started);
      return started;
    },
    async close() {
      await Promise.all(processes.map((one) => one.end('SIGKILL')));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function startProcess(cwd: string, env: Readonly<Record<string, string>>): ServiceProcess {
  const child = spawn(process.execPath, [...preloads, MAIN], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const written = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  const heard = (stream: 'stdout' | 'stderr') => (text: string) => {
    written[stream] += text;
    for (const listener of listeners) listener();
  };
  child.stdout?.setEncoding('utf8').on('data', heard('stdout'));
  child.stderr?.setEncoding('utf8').on('data', heard('stderr'));
  // `close`: only then everything that it wrote has arrived.
  const exited = once(child, 'close').then(([code, signal]) => code ?? signal);

  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(`${written.stderr}\n${written.stdout}`);
        if (match === null) return;
        listeners.delete(look);
        resolve(match);
      };
      listeners.add(look);
      look();
      void exited.then((code) =>
        reject(new Error(`it ended (${code}) without saying ${pattern}: ${written.stderr}${written.stdout}`)),
      );
    });

  return {
    child,
    errors: () => written.stderr,
    log: () => written.stdout,
    says,
    port: async () => Number((await says(/"port":(\d+),?.*"event":"listening"/))[1]),
    exited,
    async end(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

/** Asks again until the answer is there; fails after `ms`. */
export async function eventually<T>(
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  ms = 15_000,
): Promise<T> {
  const deadline = performance.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(`not within ${ms} ms: ${ask.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
