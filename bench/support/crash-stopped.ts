import { setTimeout as delay } from 'node:timers/promises';
import { startTcpProxy } from '../../sandbox/fault-proxy/tcp.ts';
import type { CrashPoint } from './crash-points.ts';
import { Part } from './crash-report.ts';
import { runLine } from './line.ts';
import { startChild } from './line-child.ts';
import {
  HANGS_AFTER_MS,
  inPlace,
  type LineGround,
  noteDoubts,
  noteLateDoubts,
  type Place,
  within,
} from './line-place.ts';

/** Where a leader is stopped: with its hands full, while it waits for an answer, and inside transactions. */
const STOPPED_AT: readonly CrashPoint[] = [
  'claim.held',
  'send.bytes-out',
  'record.deletions',
  'recover.deliveries',
];
/** What a process that wakes may take to find out that it is no longer the leader, and to end. */
const WAKES_WITHIN_MS = 30_000;

/**
 * Stops leaders with SIGSTOP for `ms` milliseconds: another process takes over and ends the line; the one that
 * wakes sends nothing more and writes nothing more.
 */
export async function stopLeaders(ground: LineGround, ms: number, points = STOPPED_AT): Promise<Part> {
  const part = new Part('leaders stopped');
  await Promise.all(
    points.map(async (point) => {
      const seed = `stopped at ${point}`;
      try {
        part.add(seed, await inPlace(ground, { seed }, (place) => stopAt(ground, place, point, ms)));
      } catch (error) {
        part.broke(seed, error);
      }
    }),
  );
  return part;
}

async function stopAt(ground: LineGround, place: Place, point: CrashPoint, ms: number) {
  const proxy = await startTcpProxy({ to: { host: '127.0.0.1', port: place.telegram.port } });
  const began = performance.now();
  const order = { ...place.order, name: 'bray leader', apiRoot: `http://127.0.0.1:${proxy.port}` };
  const hit = point.startsWith('recover') ? 1 : 3;
  const kill = { point, hit, signal: 'SIGSTOP' } as const;
  const leader = startChild(ground.program, { order, kill }, ms + WAKES_WITHIN_MS + HANGS_AFTER_MS);
  try {
    await leader.said('stopping');
    if (leader.last() !== 'stopping') throw new Error('the point was not reached');
    await noteDoubts(place, order.name);
    const noting = setInterval(() => void noteLateDoubts(place), 50);
    await within(HANGS_AFTER_MS, runLine({ ...place.order, name: 'bray standby' })).finally(() =>
      clearInterval(noting),
    );
    await delay(Math.max(0, began + ms - performance.now()));
    const before = { bytes: proxy.fromClients, rows: await rowsOf(place) };
    leader.kill('SIGCONT');
    await leader.ended;
    const verdict = await place.judge();
    const faults = [...verdict.faults];
    if (proxy.fromClients !== before.bytes) faults.push('it sent when it woke');
    if ((await rowsOf(place)) !== before.rows) faults.push('it wrote when it woke');
    return { ...verdict, faults, killed: 1 };
  } finally {
    // Also of one that is stopped: nobody else would ever end it.
    leader.kill('SIGKILL');
    await proxy.close();
  }
}

/** Everything about deliveries that a sender writes, as one text. */
async function rowsOf({ sql }: Place): Promise<string> {
  const rows = await sql`
    select id, state, outcome, repeat, attempts, epoch, settled_at from deliveries
    union all select id, state, outcome, false, attempts, epoch, due_at from calls order by id`;
  return JSON.stringify(rows);
}
