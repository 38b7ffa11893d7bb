import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { figure } from '../../bench/support/figures.ts';
import { circumstances, type Measured, resultFiles, writeResults } from '../../bench/support/results.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bray-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

const files = () => ({ results: join(folder, 'a.json'), circumstances: join(folder, 'b.json') });
const read = async (path: string) => JSON.parse(await readFile(path, 'utf8'));

function measured(name: string, figures: Record<string, number>): Measured {
  return {
    name,
    figures: Object.entries(figures).map(([figureName, value]) =>
      figure(
        { figure: figureName, value, unit: 's', against: 'nothing', againstValue: 1 },
        { valueAtMost: 9 },
      ),
    ),
    circumstances: { ...circumstances('18.4'), seconds: 1 },
  };
}

test('what was measured again takes the place of what was there, and the rest stays, in the order of all', async () => {
  const order = ['drain', 'urgent', 'plan'];
  await writeResults(files(), order, [measured('plan', { plan: 1 }), measured('drain', { drain: 1 })]);
  await writeResults(files(), order, [measured('urgent', { urgent: 2, 'urgent.first': 3 })]);
  await writeResults(files(), order, [measured('drain', { drain: 4 })]);
  const figures: { figure: string; value: number }[] = await read(files().results);
  expect(figures.map(({ figure: name, value }) => [name, value])).toEqual([
    ['drain', 4],
    ['urgent', 2],
    ['urgent.first', 3],
    ['plan', 1],
  ]);
  expect(Object.keys(await read(files().circumstances))).toEqual(order);
});

test('it is on record on what machine and when', async () => {
  await writeResults(files(), ['plan'], [measured('plan', { plan: 1 })]);
  expect(await read(files().circumstances)).toEqual({
    plan: {
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      loadBefore: expect.any(Number),
      cores: expect.any(Number),
      processor: expect.any(String),
      memoryGigabytes: expect.any(Number),
      node: process.versions.node,
      postgresql: '18.4',
      seconds: 1,
    },
  });
});

test('small numbers go elsewhere', () => {
  const full: readonly string[] = Object.values(resultFiles.full);
  for (const path of Object.values(resultFiles.quick)) expect(full).not.toContain(path);
});
