/*
 * The ids of 10,000 followers, looked for in all that the service leaves behind: its data folder with heap files and log of
 * changes, after a kill and at the end; backup; every table; its own log at its most talkative; pages, errors, metrics.
 *
 * Usage: npm run canaries -- [--count 10000] [--by-webhook 500]
 *
 * Exit code 1 when any is found in any form, or when one is not found that was put into the database in the clear.
 */
import { parseArgs } from 'node:util';
import { runCanaries } from './support/canaries.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '10000' }, 'by-webhook': { type: 'string', default: '500' } },
});
const { sightings, bytes, controlForms, ...figures } = await runCanaries({
  count: Number(values.count),
  byWebhook: Number(values['by-webhook']),
  progress: (line) => console.error(line),
});
console.table(bytes);
console.table(figures);
console.log(`Put in the clear and found as: ${controlForms.join(', ')}`);
for (const { where, offset, form } of sightings.slice(0, 20)) console.log(`${where} at ${offset}: ${form}`);
console.log(`${sightings.length} found`);
process.exitCode = sightings.length === 0 && controlForms.length > 0 ? 0 : 1;
