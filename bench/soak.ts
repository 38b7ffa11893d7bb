/*
 * The long run: a million followers in seven languages, three cases, a post to each, an alert in the middle, two
 * senders of which one is killed twice; in real time at Telegram's paid rate, about 17 minutes.
 *
 * Usage: npm run soak -- [--followers 1000000]
 *
 * Prints its table as Markdown. Exit code 1 when anything was lost, sent twice, refused for its speed, or late.
 */
import { parseArgs } from 'node:util';
import { soak } from './support/soak.ts';

const { values } = parseArgs({ options: { followers: { type: 'string', default: '1000000' } } });
const began = performance.now();
const figures = await soak({
  followers: Number(values.followers),
  progress: (line) => console.error(`${Math.round((performance.now() - began) / 1000)} s: ${line}`),
});
console.log('| figure | value | |\n|---|---|---|');
for (const { figure, value, unit, holds } of figures) {
  const shown = `${value.toLocaleString('en')}${unit === '' ? '' : ` ${unit}`}`;
  console.log(`| ${figure} | ${shown} | ${holds === null ? '' : holds ? 'holds' : 'DOES NOT HOLD'} |`);
}
process.exitCode = figures.some(({ holds }) => holds === false) ? 1 : 0;
