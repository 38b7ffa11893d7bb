/*
 * A million bodies that no Telegram sends, to the webhook of the whole service, then 100,000 updates that it has had
 * already, in another order: nothing may change and nobody be answered, and the service goes on.
 *
 * Usage: npm run malformed -- [--bodies 1000000] [--replays 100000]
 *
 * Exit code 1 when anything has changed, was answered otherwise than it must be, or failed in its handling but for being
 * set aside as malformed.
 */
import { parseArgs } from 'node:util';
import { runMalformed } from './support/malformed.ts';

const { values } = parseArgs({
  options: { bodies: { type: 'string', default: '1000000' }, replays: { type: 'string', default: '100000' } },
});
const { bodies, failed, changed, ...figures } = await runMalformed({
  bodies: Number(values.bodies),
  replays: Number(values.replays),
  progress: (line) => console.error(line),
});
console.table(bodies);
console.table(figures);
console.log('Set aside, or failed in their handling, by what failed:', failed);
console.log(`Tables changed: ${changed.length === 0 ? 'none' : changed.join(', ')}`);
const faults = Object.keys(failed).filter((fault) => fault !== 'malformed');
process.exitCode =
  changed.length + figures.wrongAnswers + figures.answersToReplays + faults.length === 0 ? 0 : 1;
