/*
 * Measures the service against its limits and its peers, prints a table and writes `bench/results.json`.
 * docs/bench.md tells what each figure means.
 *
 * Usage: npm run bench -- [--only drain,plan] [--quick] [--deep | --shallow]
 *
 *   --only   only these; what was measured of the others before stays in the file
 *   --quick  small numbers, in a minute or two: they show that it works and prove nothing. They go into
 *            `bench/results.quick.json`
 *   --deep   the queue of ten million too, also where less than 40 GB are free or the database is elsewhere
 *   --shallow  without it, wherever it is
 *
 * Exit code: 0 when every figure holds, 1 when one does not, 2 when one could not be measured.
 */
import { parseArgs } from 'node:util';
import { measurements } from './figures/index.ts';
import type { Bench, Measurement } from './support/bench.ts';
import { type Million, makeMillion } from './support/million.ts';
import { circumstances, type Measured, resultFiles, writeResults } from './support/results.ts';
import { startServer } from './support/server.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    deep: { type: 'boolean', default: false },
    shallow: { type: 'boolean', default: false },
  },
});
const { quick, deep, shallow } = values;
const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);

const chosen = choose(values.only);
await using server = await startServer();
let million: Promise<Million> | undefined;
const bench: Bench = {
  quick,
  deep,
  shallow,
  server,
  say,
  million: () => {
    million ??= makeMillion({ server, say, followers: quick ? 20_000 : 1_000_000 });
    return million;
  },
};
const measured: Measured[] = [];
let failed = 0;
try {
  for (const measurement of chosen) await take(measurement);
} finally {
  await (await million)?.[Symbol.asyncDispose]();
}
const figures = measured.flatMap((one) => one.figures);
console.table(figures);
const files = quick ? resultFiles.quick : resultFiles.full;
await writeResults(
  files,
  measurements.map(({ name }) => name),
  measured,
);
say(`written: ${files.results}`);
if (quick) say('small numbers: they show that it works, and prove nothing');
if (failed > 0) process.exitCode = 2;
else if (!quick && figures.some(({ holds }) => !holds)) process.exitCode = 1;

function choose(only: string | undefined): readonly Measurement[] {
  if (only === undefined) return measurements;
  const names = only.split(',');
  const known = measurements.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return measurements.filter(({ name }) => names.includes(name));
  console.error(`There is no figure ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(2);
}

/** One that cannot be measured keeps back none of the others. */
async function take({ name, measure }: Measurement): Promise<void> {
  say(`${name} …`);
  const before = circumstances(server.version);
  const began = performance.now();
  try {
    const found = await measure(bench);
    const seconds = Math.round((performance.now() - began) / 1000);
    measured.push({ name, figures: found, circumstances: { ...before, seconds } });
  } catch (error) {
    failed += 1;
    console.error(error);
  }
}
