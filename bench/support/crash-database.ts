import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { existingLayout } from '../../src/db/embedded/folder.ts';
import { Part } from './crash-report.ts';
import type { LineProgram } from './line-bundle.ts';
import { startChild } from './line-child.ts';
import { openGround, ownServer } from './line-ground.ts';
import { inPlace, type LineGround, type Place, persist } from './line-place.ts';
import { type Random, random } from './random.ts';

export interface DatabaseKills {
  /** Backends ended by pg_terminate_backend: one connection breaks. */
  readonly terminated: number;
  /** Backends killed by SIGKILL: PostgreSQL throws everybody out and recovers. */
  readonly backends: number;
  /** Postmasters killed by SIGKILL: the embedded database's supervisor starts another one. */
  readonly postmasters: number;
}

/** Slow enough to be broken several times on the way: a line of 120 messages takes about three seconds. */
const LIMITER = { freePerSecond: 80 } as const;
const HANGS_AFTER_MS = 120_000;
/** The supervisor starts a server three times within a minute, and then it gives up. */
const BETWEEN_POSTMASTERS_MS = 21_000;
const APPLICATION = 'bray line';

/** One way to break the database. */
interface Break {
  readonly name: string;
  readonly count: number;
  /** How often one line is broken at most. */
  readonly perLine: number;
  /** From the beginning of one line to that of the next, at least. */
  readonly everyMs: number;
  /** False when there was nothing to break at that moment. */
  readonly once: (place: Place, chance: Random) => Promise<boolean>;
}

/** Breaks the database under senders that live on: nothing may be lost, doubled, or even in doubt. */
export async function crashDatabase(
  program: LineProgram,
  kills: DatabaseKills,
  progress: (line: string) => void,
): Promise<Part[]> {
  const often = { perLine: 5, everyMs: 0 };
  const [connections, servers] = await Promise.all([
    onOwnServer(program, async (ground) => [
      await breakLines(
        ground,
        { ...often, name: 'backends terminated', count: kills.terminated, once: terminate },
        progress,
      ),
      await breakLines(
        ground,
        { ...often, name: 'backends killed', count: kills.backends, once: killBackend },
        progress,
      ),
    ]),
    onOwnServer(program, async (ground, folder) => {
      const once = async () => killPostmaster(folder);
      const how = { perLine: 1, everyMs: BETWEEN_POSTMASTERS_MS, once };
      return [
        await breakLines(ground, { ...how, name: 'postmasters killed', count: kills.postmasters }, progress),
      ];
    }),
  ]);
  return [...connections, ...servers];
}

async function onOwnServer<Value>(
  program: LineProgram,
  work: (ground: LineGround, folder: string) => Promise<Value>,
): Promise<Value> {
  const server = await ownServer();
  try {
    const ground = await openGround(server.url, program);
    try {
      return await work(ground, server.folder);
    } finally {
      await ground.close();
    }
  } finally {
    await server.stop();
  }
}

/** One line after the other, each broken while it runs, until there were as many breaks as wanted. */
async function breakLines(ground: LineGround, how: Break, progress: (line: string) => void): Promise<Part> {
  const part = new Part(how.name);
  for (let line = 0; part.figures.kills < how.count && part.faults.length === 0; line += 1) {
    const seed = `${how.name} ${line}`;
    const rest = delay(how.everyMs);
    try {
      const most = Math.min(how.perLine, how.count - part.figures.kills);
      part.add(seed, await breakLine(ground, seed, most, how.once));
      progress(`${part.figures.kills} of ${how.count} ${how.name}`);
    } catch (error) {
      part.broke(seed, error);
    }
    if (part.figures.kills < how.count) await rest;
  }
  return part;
}

async function breakLine(ground: LineGround, seed: string, most: number, once: Break['once']) {
  return inPlace(ground, { seed, limiter: LIMITER }, async (place) => {
    const chance = random(`${seed} breaks`);
    const order = { ...place.order, name: APPLICATION };
    const child = startChild(ground.program, { order, kill: null }, HANGS_AFTER_MS);
    await child.said('ready');
    let over = false;
    let killed = 0;
    const ended = child.ended.finally(() => {
      over = true;
    });
    while (!over && killed < most) {
      await Promise.race([ended, delay(50 + chance.below(700))]);
      if (!over && (await once(place, chance))) killed += 1;
    }
    await ended;
    return { ...(await place.judge()), killed };
  });
}

/** A connection of the line's that is at work or waits for work. */
async function someBackend({ sql }: Place, chance: Random): Promise<number | undefined> {
  const rows = await persist(
    () => sql<{ pid: number }[]>`
      select pid from pg_stat_activity
      where datname = current_database() and application_name = ${APPLICATION} order by pid`,
  );
  return rows.length === 0 ? undefined : chance.pick(rows).pid;
}

async function terminate(place: Place, chance: Random): Promise<boolean> {
  const pid = await someBackend(place, chance);
  if (pid === undefined) return false;
  const [done] = await persist(
    () => place.sql<{ ended: boolean }[]>`select pg_terminate_backend(${pid}) as ended`,
  );
  return done?.ended === true;
}

async function killBackend(place: Place, chance: Random): Promise<boolean> {
  const pid = await someBackend(place, chance);
  return pid !== undefined && killed(pid);
}

function killPostmaster(dataFolder: string): boolean {
  const layout = existingLayout(dataFolder);
  if (layout === undefined) throw new Error('the data folder is gone');
  const [pid] = readFileSync(join(layout.cluster, 'postmaster.pid'), 'utf8').split('\n');
  return killed(Number(pid));
}

/** False when that process had just ended by itself. */
function killed(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
