import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import {
  type Embedded,
  EmbeddedDatabaseError,
  type EmbeddedOptions,
  startEmbedded,
} from '../../src/db/embedded/index.ts';
import { scratchFolder } from '../helpers/scratch.ts';

const HOLDER = fileURLToPath(new URL('embedded-holder.ts', import.meta.url));

/** A data folder of a test's own, and what runs on it; `end()` leaves nothing behind, however the test went. */
export class Trial {
  readonly base: string;
  readonly dataFolder: string;
  readonly home: string;
  /** What the starts logged. */
  said: string[] = [];
  readonly #embedded: Embedded[] = [];
  readonly #children: ChildProcess[] = [];

  private constructor(base: string) {
    this.base = base;
    this.dataFolder = join(base, 'data');
    this.home = join(this.dataFolder, 'postgresql');
  }

  static async begin(): Promise<Trial> {
    return new Trial(await scratchFolder('embedded-'));
  }

  async end(): Promise<void> {
    for (const child of this.#children) child.kill('SIGKILL');
    await Promise.all(this.#embedded.map((held) => held.stop()));
    await until(() => !existsSync(this.#supervisionPath) || !isAlive(this.supervision().pid));
    await rm(this.base, { recursive: true, force: true });
  }

  /** Makes the data folder a copy of another trial's, since making a new cluster takes seconds. */
  useAgain(used: Trial): void {
    execFileSync('cp', ['-a', used.dataFolder, this.dataFolder]);
  }

  async start(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
    const log = (line: string) => void this.said.push(line);
    const held = await startEmbedded({ dataFolder: this.dataFolder, log, durable: false, ...options });
    this.#embedded.push(held);
    return held;
  }

  /** The error that a start ends with. */
  async failure(): Promise<EmbeddedDatabaseError> {
    try {
      await this.start();
    } catch (error) {
      if (error instanceof EmbeddedDatabaseError) return error;
      throw error;
    }
    throw new Error('it started');
  }

  /** Starts a process that holds the database; `url` when it does. */
  holder(): { child: ChildProcess; started: Promise<unknown>; url: Promise<string> } {
    const child = spawn(process.execPath, [HOLDER, this.dataFolder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    if (child.stdout === null) throw new Error('no output');
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const started = lines.next();
    const url = started.then(() => lines.next()).then(({ value }) => String(value));
    return { child, started, url };
  }

  supervision(): { pid: number; postgresPort: number; holderPort: number } {
    return JSON.parse(readFileSync(this.#supervisionPath, 'utf8'));
  }

  get #supervisionPath(): string {
    return join(this.home, 'supervisor.json');
  }

  postmasterPid(): number {
    return Number(readFileSync(join(this.home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }
}

/**
 * Sets the hooks of a file that make and end its trials: one whose data folder was used once, for tests that need no
 * new one, and for each test one that is empty.
 */
export function trials(used: (made: Trial) => void, own: (made: Trial) => void): void {
  let once: Trial;
  let trial: Trial;
  beforeAll(async () => {
    once = await Trial.begin();
    await (await once.start()).stop();
    used(once);
  });
  beforeEach(async () => {
    trial = await Trial.begin();
    own(trial);
  });
  afterEach(() => trial.end());
  afterAll(() => once.end());
}

/** A process that has ended but that nobody has waited for (state Z) is not alive. */
export function isAlive(pid: number): boolean {
  if (process.platform === 'linux') {
    const stat = `/proc/${pid}/stat`;
    return existsSync(stat) && !/\) Z /.test(readFileSync(stat, 'utf8'));
  }
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 40_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Runs one statement on a connection of its own. */
export async function ask<T extends object>(url: string, statement: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await sql.unsafe<T[]>(statement);
  } finally {
    await sql.end();
  }
}
