import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figures.ts';

/** Under what the figures of one measurement came about. */
export interface Circumstances {
  /** When it began. */
  readonly at: string;
  readonly seconds: number;
  /** Processes that wanted to run in the minute before, on average: 0 on a machine that does nothing else. */
  readonly loadBefore: number;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGigabytes: number;
  readonly node: string;
  readonly postgresql: string;
}

/** What one measurement brought. */
export interface Measured {
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly circumstances: Circumstances;
}

/** The machine as it is at the beginning of a measurement. */
export function circumstances(postgresql: string): Omit<Circumstances, 'seconds'> {
  return {
    at: new Date().toISOString(),
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgresql,
  };
}

/** Where results lie: the list of figures, and beside it what was measured when and on what. */
export interface ResultFiles {
  readonly results: string;
  readonly circumstances: string;
}

const inBench = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** What is only tried out never stands where the figures of a full run are looked for. */
export const resultFiles = {
  full: { results: inBench('results.json'), circumstances: inBench('results.circumstances.json') },
  quick: {
    results: inBench('results.quick.json'),
    circumstances: inBench('results.quick.circumstances.json'),
  },
} as const satisfies Record<string, ResultFiles>;

/**
 * Writes what was measured in place of what the files hold of the same measurements; what was not measured this
 * time stays. `order`: of all measurements that there are; others are dropped.
 */
export async function writeResults(
  files: ResultFiles,
  order: readonly string[],
  measured: readonly Measured[],
): Promise<void> {
  const kept = await readJson<Figure[]>(files.results, []);
  const under = await readJson<Record<string, Circumstances>>(files.circumstances, {});
  const fresh = new Map(measured.map((one) => [one.name, one]));
  const figures = order.flatMap(
    (name) => fresh.get(name)?.figures ?? kept.filter((figure) => belongsTo(figure, name)),
  );
  const all = order.flatMap((name) => {
    const known = fresh.get(name)?.circumstances ?? under[name];
    return known === undefined ? [] : [[name, known] as const];
  });
  await writeJson(files.results, figures);
  await writeJson(files.circumstances, Object.fromEntries(all));
}

/** A measurement's figures bear its name, or begin with it: `urgent`, `urgent.first`. */
function belongsTo({ figure }: Figure, name: string): boolean {
  return figure === name || figure.startsWith(`${name}.`);
}

async function readJson<Content>(path: string, otherwise: Content): Promise<Content> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise;
    throw error;
  }
}

async function writeJson(path: string, content: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`);
}
