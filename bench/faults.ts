/*
 * The fault matrix: every way in which Telegram, the network, the clocks and the database can fail, while an alert
 * and while a post goes out; judged by Telegram's own ledger. Afterwards the service goes on by itself.
 *
 * Usage: npm run faults -- [--only <regular expression>] [--short] [--lanes 6]
 *
 * Exit code 1 when anything was lost, sent twice, repeated without its mark, or did not go on.
 */
import { parseArgs } from 'node:util';
import { inLanes } from './support/crash-report.ts';
import { type FaultFigures, faultCases, realTimes, runFault, shortTimes } from './support/faults.ts';
import { emptyDatabases, ownServer } from './support/line-ground.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    short: { type: 'boolean', default: false },
    lanes: { type: 'string', default: '6' },
  },
});
const only = new RegExp(values.only);
const times = values.short ? shortTimes : realTimes;
const server = await ownServer();
const databases = await emptyDatabases(server.url);
const figures: FaultFigures[] = [];
const bad: string[] = [];
const jobs = faultCases
  .filter(({ name }) => only.test(name))
  .flatMap((fault) => (['alert', 'bulk'] as const).map((kind) => ({ fault, kind })));
try {
  await inLanes(Number(values.lanes), jobs, async ({ fault, kind }) => {
    try {
      const { faults, ...figure } = await databases.with((databaseUrl) =>
        runFault(fault, kind, { databaseUrl, times }),
      );
      figures.push(figure);
      bad.push(...faults.map((one) => `${fault.name}, ${kind}: ${one}`));
    } catch (error) {
      bad.push(`${fault.name}, ${kind}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
} finally {
  await databases.close();
  await server.stop();
}
const order = (name: string) => faultCases.findIndex((fault) => fault.name === name);
console.table(figures.toSorted((a, b) => order(a.fault) - order(b.fault)));
for (const one of bad) console.log(`FAULT ${one}`);
console.log(bad.length === 0 ? 'holds' : `${bad.length} faults`);
process.exitCode = bad.length === 0 ? 0 : 1;
