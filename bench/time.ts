/*
 * Hearings at all hours of the days around every change of the clocks of 2009–2030 in twenty zones, with reminders of
 * every lead time, quiet hours and the time in words, beside an oracle with another tz database.
 *
 * Usage: npm run proof:time
 *
 * Exit code 1 when anything differs.
 */
import moment from 'moment-timezone';
import { provenLeadTimes, proveTime } from './support/time-proof.ts';

const began = performance.now();
const { wrong, ...counts } = proveTime({
  days: [-2, -1, 0, 1, 2, 8, 31],
  times: [...Array.from({ length: 48 }, (_, i) => i * 30), null],
  leadTimes: provenLeadTimes,
  every: 5,
});
console.table({ ...counts, wrong: wrong.length, seconds: Math.round((performance.now() - began) / 1000) });
console.log(`Rules: ${process.versions.tz} here, ${moment.tz.dataVersion} in the oracle.`);
for (const line of wrong.slice(0, 20)) console.error(line);
process.exitCode = wrong.length === 0 ? 0 : 1;
