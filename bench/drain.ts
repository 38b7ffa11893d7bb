/*
 * How fast deliveries drain when nothing paces: a sender on PostgreSQL, sealed chat ids, every attempt committed
 * before its bytes go out and every outcome recorded, against a bare loop over undici's Pool without any of that.
 * Each runs in one process, against the same stand-in in another.
 *
 * Usage: node bench/drain.ts [--deliveries 20000] [--runs 3] [--connections 64]
 */
import { parseArgs } from 'node:util';
import { drain } from './support/drain.ts';

const { values } = parseArgs({
  options: {
    deliveries: { type: 'string', default: '20000' },
    runs: { type: 'string', default: '3' },
    connections: { type: 'string', default: '64' },
  },
});
const { drained, bare } = await drain({
  deliveries: Number(values.deliveries),
  runs: Number(values.runs),
  connections: Number(values.connections),
  progress: (line) => console.error(line),
});
console.table([
  { figure: 'drain', 'per second': Math.round(drained), 'of the limit': (drained / bare).toFixed(2) },
  { figure: 'drain.limit (bare Pool)', 'per second': Math.round(bare), 'of the limit': '1.00' },
]);
