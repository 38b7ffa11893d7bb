/*
 * Random posts in twelve scripts, given to the adapter of every network: what it measures is what its server counts, by a
 * count that shares no code with it; dividing a text loses no character; links, tags and mentions stand on their words.
 *
 * Usage: npm run measures [-- --posts 100000] [-- --seed any]
 *
 * Exit code 1 when anything differs.
 */
import { parseArgs } from 'node:util';
import { proveMeasures } from './support/measures.ts';

const { values } = parseArgs({
  options: { posts: { type: 'string', default: '100000' }, seed: { type: 'string', default: 'measures' } },
});
const began = performance.now();
const { wrong, ...counts } = await proveMeasures(Number(values.posts), values.seed);
console.table({ ...counts, wrong: wrong.length, seconds: Math.round((performance.now() - began) / 1000) });
for (const line of wrong.slice(0, 20)) console.error(line);
process.exitCode = wrong.length === 0 ? 0 : 1;
