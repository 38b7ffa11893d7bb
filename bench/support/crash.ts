import { WORTH_PAYING_FROM } from '../../src/services/stars/worth-paying.ts';
import { crashDatabase, type DatabaseKills } from './crash-database.ts';
import { crashPoints } from './crash-points.ts';
import { killAtPoints, killAtRandom } from './crash-processes.ts';
import type { CrashFigures } from './crash-report.ts';
import { stopLeaders } from './crash-stopped.ts';
import { bundleLine } from './line-bundle.ts';
import { openGround, ownServer } from './line-ground.ts';

export interface CrashOptions {
  /** Lines for every named point. */
  readonly seeds: number;
  /** Only points whose names match. */
  readonly only: RegExp;
  readonly randomKills: number;
  readonly databaseKills: DatabaseKills;
  /** How long leaders are stopped with SIGSTOP; 0: none is. */
  readonly stopMs: number;
  /** Lines at once. */
  readonly lanes: number;
  readonly progress: (line: string) => void;
}

export interface CrashReport {
  readonly points: number;
  readonly figures: readonly CrashFigures[];
  /** One line for everything that must not be, with the seed that shows it again. Empty when all is well. */
  readonly faults: readonly string[];
}

/** Kills processes, connections and servers in every way, and judges each line by Telegram's own ledger. */
export async function crash(options: CrashOptions): Promise<CrashReport> {
  const { seeds, lanes, progress } = options;
  const points = crashPoints.filter((point) => options.only.test(point));
  const program = await bundleLine();
  const server = await ownServer();
  const ground = await openGround(server.url, program);
  const crowded = () => openGround(server.url, program, { crowd: WORTH_PAYING_FROM + 20 });
  try {
    const [processes, database, stopped] = await Promise.all([
      killAtPoints(ground, { points, seeds, lanes, crowded, progress }).then(async (part) => [
        part,
        await killAtRandom(ground, { kills: options.randomKills, lanes, progress }),
      ]),
      crashDatabase(program, options.databaseKills, progress),
      options.stopMs > 0 ? stopLeaders(ground, options.stopMs).then((part) => [part]) : [],
    ]);
    const parts = [...processes, ...database, ...stopped];
    return {
      points: points.length,
      figures: parts.map(({ figures }) => figures),
      faults: parts.flatMap(({ faults }) => faults),
    };
  } finally {
    await ground.close();
    await server.stop();
    await program.remove();
  }
}
