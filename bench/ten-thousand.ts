/*
 * 10,000 followers in seven languages get one approved post through the Telegram stand-in at its free limit, and
 * the sender is killed in the middle and started again.
 *
 * Usage: node bench/ten-thousand.ts [--followers 10000] [--kills 1]
 *
 * Exit code 1 when anything was refused for its speed, lost, or sent twice.
 */
import { parseArgs } from 'node:util';
import { tenThousand } from './support/ten-thousand.ts';

const { values } = parseArgs({
  options: {
    followers: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '1' },
  },
});
const figures = await tenThousand({
  followers: Number(values.followers),
  kills: Number(values.kills),
  progress: (line) => console.error(line),
});
console.table(figures);
const bad = figures.tooManyRequests + figures.lost + figures.twice + figures.wrongLanguage;
process.exitCode = bad === 0 ? 0 : 1;
