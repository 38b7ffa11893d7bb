/*
 * Kills the service in every way and judges what came of it by Telegram's own ledger: processes at every named point
 * and at random times, PostgreSQL's backends and postmasters, and a leader that is stopped for five minutes.
 *
 * Usage: npm run crash -- [--seeds 25] [--only <regular expression>] [--random 250] [--terminated 40]
 *   [--backends 30] [--postmasters 30] [--stop-seconds 300] [--lanes 6]
 *
 * The same seed meets the same point the same time; what runs beside it is the machine's. Exit code 1 when anything
 * was lost, sent twice, repeated without its mark or without a reason, or when a point was not reached.
 */
import { parseArgs } from 'node:util';
import { crash } from './support/crash.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '25' },
    only: { type: 'string', default: '' },
    random: { type: 'string', default: '250' },
    terminated: { type: 'string', default: '40' },
    backends: { type: 'string', default: '30' },
    postmasters: { type: 'string', default: '30' },
    'stop-seconds': { type: 'string', default: '300' },
    lanes: { type: 'string', default: '6' },
  },
});
const began = performance.now();
const report = await crash({
  seeds: Number(values.seeds),
  only: new RegExp(values.only),
  randomKills: Number(values.random),
  databaseKills: {
    terminated: Number(values.terminated),
    backends: Number(values.backends),
    postmasters: Number(values.postmasters),
  },
  stopMs: Number(values['stop-seconds']) * 1000,
  lanes: Number(values.lanes),
  progress: (line) => console.error(`${Math.round((performance.now() - began) / 1000)} s: ${line}`),
});
console.table(report.figures);
console.log(
  `${report.points} points, ${values.seeds} seeds each, in ${Math.round((performance.now() - began) / 1000)} s`,
);
for (const fault of report.faults) console.log(`FAULT ${fault}`);
console.log(report.faults.length === 0 ? 'holds' : `${report.faults.length} faults`);
process.exitCode = report.faults.length === 0 ? 0 : 1;
