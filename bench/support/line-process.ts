/*
 * One process of a line, to be killed. Its only argument is its work as JSON. It says `ready` on standard output
 * once its sender stands by, and at its end how often each point was reached, as JSON.
 */
import { type CrashPoint, crashPoints, onCrashPoint } from './crash-points.ts';
import { type LineOrder, runLine } from './line.ts';

/** `hit`: the how-manieth time that the point is reached, from 1. */
export interface KillAt {
  readonly point: CrashPoint;
  readonly hit: number;
}

const { order, kill }: { order: LineOrder; kill: KillAt | null } = JSON.parse(process.argv[2] ?? '');
const hits = new Map<CrashPoint, number>();

onCrashPoint((point) => {
  const hit = (hits.get(point) ?? 0) + 1;
  hits.set(point, hit);
  // SIGKILL to oneself ends the process before this call returns.
  if (kill !== null && point === kill.point && hit === kill.hit) process.kill(process.pid, 'SIGKILL');
});

await runLine(order, () => process.stdout.write('ready\n'));
process.stdout.write(
  `${JSON.stringify(Object.fromEntries(crashPoints.map((point) => [point, hits.get(point) ?? 0])))}\n`,
);
