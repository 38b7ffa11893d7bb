import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

/*
 * Where tests keep what may be forgotten: one folder for the run, in memory where the system has room for it there,
 * else on disk. A cluster of PostgreSQL is a thousand files, and each test's database three hundred more; on a disk,
 * making and removing them cost more of the processor than all that the tests did in them (measured 2026-11: 400 ms
 * for a database, in memory 46).
 */

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of this run. */
    readonly scratch: string;
  }
}

const NAME = 'bray-tests-';
const MEMORY = '/dev/shm';
/** What the largest run has needed, twice. */
const ROOM = 2_000_000_000;

/** A folder of a test's own, which others may pass through: PostgreSQL runs under another account than root. */
export async function scratchFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(inject('scratch'), prefix));
  await chmod(folder, 0o711);
  return folder;
}

/** Makes the folder of this run, and removes those of runs that were killed. For vitest's globalSetup. */
export function makeRunFolder(): { readonly path: string; remove(): void } {
  const base = hasRoom(MEMORY) ? MEMORY : tmpdir();
  for (const name of readdirSync(base)) {
    const [, pid] = new RegExp(`^${NAME}(\\d+)-`).exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) remove(join(base, name));
  }
  const path = mkdtempSync(join(base, `${NAME}${process.pid}-`));
  chmodSync(path, 0o711);
  return { path, remove: () => remove(path) };
}

function hasRoom(folder: string): boolean {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ROOM && process.availableMemory() > 2 * ROOM;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function remove(path: string): void {
  // A program that was just killed may still be writing into it.
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
