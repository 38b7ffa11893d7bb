/*
 * One process of a line, to be killed or stopped. Its only argument is its work as JSON. It says `ready` on standard
 * output once its sender stands by, `stopping` before it stops itself, and at its end how often each point was
 * reached, as JSON.
 */
import { writeSync } from 'node:fs';
import { type CrashPoint, crashPoints, onCrashPoint } from './crash-points.ts';
import { type LineOrder, runLine } from './line.ts';

/** `hit`: the how-manieth time that the point is reached, from 1. */
export interface KillAt {
  readonly point: CrashPoint;
  readonly hit: number;
  /** SIGKILL unless given. */
  readonly signal?: 'SIGKILL' | 'SIGSTOP';
}

const { order, kill }: { order: LineOrder; kill: KillAt | null } = JSON.parse(process.argv[2] ?? '');
const hits = new Map<CrashPoint, number>();

onCrashPoint((point) => {
  const hit = (hits.get(point) ?? 0) + 1;
  hits.set(point, hit);
  if (kill === null || point !== kill.point || hit !== kill.hit) return;
  // Either signal, sent to oneself, acts before this call returns.
  if (kill.signal === 'SIGSTOP') say('stopping');
  process.kill(process.pid, kill.signal ?? 'SIGKILL');
});

// Whoever started us holds the other end: when it is gone, nobody would ever end us.
process.stdin.on('close', () => process.exit(1)).resume();
process.stdin.on('error', () => undefined);

await runLine(order, () => say('ready'));
say(JSON.stringify(Object.fromEntries(crashPoints.map((point) => [point, hits.get(point) ?? 0]))));

process.exit();

/** At once, since the next moment may not come. */
function say(line: string): void {
  writeSync(process.stdout.fd, `${line}\n`);
}
