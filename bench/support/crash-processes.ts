import type { CrashPoint } from './crash-points.ts';
import { inLanes, Part } from './crash-report.ts';
import type { OpenGround } from './line-ground.ts';
import type { LineGround, LineKind } from './line-place.ts';
import { type Counted, countHits, type Kill, runOne } from './line-run.ts';
import { random } from './random.ts';

export interface PointKills {
  readonly points: readonly CrashPoint[];
  /** Lines for every point. */
  readonly seeds: number;
  /** Lines at once. */
  readonly lanes: number;
  /** Opens ground whose lines have so many followers that speed is worth Stars. */
  readonly crowded: () => Promise<OpenGround>;
  readonly progress: (line: string) => void;
}

/** Every how-manieth seed waits until the dead process's lease has ended by itself. */
const WAITS_EVERY = 8;
/** What deals with what a dead process left: it must have been left something. */
const AFTER_A_DEATH = /^(recover|orphans|lease\.taken)/;
/** Points that only a line with the bot role passes. */
const OF_INTAKE = /^update\./;
/** Points that only a sender passes that buys speed. */
const OF_STARS = /^stars\./;

/** So fast that a line takes a second, and half of it is bought. */
const BUYS = { freePerSecond: 100, paid: {} } as const;

/** Kills a process at every point, as often as there are seeds, each time at another of the point's hits. */
export async function killAtPoints(plain: LineGround, options: PointKills): Promise<Part> {
  const buying = options.points.some((point) => OF_STARS.test(point)) ? await options.crowded() : null;
  try {
    return await killAll({ plain, crowded: buying ?? plain }, options);
  } finally {
    await buying?.close();
  }
}

interface Grounds {
  readonly plain: LineGround;
  /** With so many followers that speed is worth Stars. */
  readonly crowded: LineGround;
}

async function killAll(grounds: Grounds, options: PointKills): Promise<Part> {
  const part = new Part('at named points');
  const undisturbed = new Map<string, Counted>();
  for (const point of options.points) {
    const kind = kindOf(point);
    if (undisturbed.has(kind.name)) continue;
    const counted = await countHits(grounds[kind.on], { seed: `undisturbed_${kind.name}`, ...kind.run });
    undisturbed.set(kind.name, counted);
  }
  const jobs = options.points.flatMap((point) =>
    Array.from({ length: options.seeds }, (_, seed) => ({ point, seed })),
  );
  let done = 0;
  await inLanes(options.lanes, jobs, async ({ point, seed }) => {
    await killAtPoint(part, grounds, { point, seed, undisturbed });
    done += 1;
    if (done % 50 === 0) options.progress(`${done} of ${jobs.length} lines killed at named points`);
  });
  return part;
}

interface Kind {
  readonly name: string;
  readonly on: keyof Grounds;
  readonly run: Omit<LineKind, 'seed'>;
}

function kindOf(point: CrashPoint): Kind {
  if (OF_INTAKE.test(point)) return { name: 'intake', on: 'plain', run: { intake: true } };
  if (OF_STARS.test(point)) return { name: 'stars', on: 'crowded', run: { limiter: BUYS } };
  return { name: 'plain', on: 'plain', run: {} };
}

async function killAtPoint(
  part: Part,
  grounds: Grounds,
  {
    point,
    seed,
    undisturbed,
  }: {
    readonly point: CrashPoint;
    readonly seed: number;
    readonly undisturbed: ReadonlyMap<string, Counted>;
  },
): Promise<void> {
  const { name, on, run } = kindOf(point);
  const chance = random(`${point} ${seed}`);
  const hitsOf = (one: CrashPoint) => undisturbed.get(name)?.hits[one] ?? 0;
  const pick = (one: CrashPoint): Kill => ({
    point: one,
    // Not among the last: another line may reach it less often.
    hit: 1 + chance.below(Math.max(1, Math.floor(hitsOf(one) * 0.7))),
  });
  const first: Kill[] = AFTER_A_DEATH.test(point) ? [pick('send.bytes-out')] : [];
  const waitsForLease = seed % WAITS_EVERY === WAITS_EVERY - 1;
  const label = `${point} seed ${seed}`;
  try {
    for (const kill of [AFTER_A_DEATH.test(point) ? { point, hit: 1 } : pick(point), { point, hit: 1 }]) {
      const end = await runOne(grounds[on], { seed: label, kills: [...first, kill], waitsForLease, ...run });
      if (end.escaped !== null) continue;
      part.add(label, end);
      return;
    }
    part.broke(label, new Error('the point was not reached'));
  } catch (error) {
    part.broke(label, error);
  }
}

/** Kills a process at any moment of its life. */
export async function killAtRandom(
  ground: LineGround,
  options: { readonly kills: number; readonly lanes: number; readonly progress: (line: string) => void },
): Promise<Part> {
  const part = new Part('at random times');
  const kinds = [{}, {}, { intake: true }];
  const { ms } = await countHits(ground, { seed: 'undisturbed_random', intake: true });
  let done = 0;
  await inLanes(
    options.lanes,
    Array.from({ length: options.kills }, (_, seed) => seed),
    async (seed) => {
      const label = `random ${seed}`;
      const chance = random(label);
      try {
        // A line that was quicker than its death is not counted: death comes sooner then.
        for (let within = ms; ; within /= 2) {
          const kills = [{ afterMs: chance.below(Math.ceil(within)) }];
          const end = await runOne(ground, { seed: label, kills, ...kinds[seed % kinds.length] });
          if (end.escaped !== null) continue;
          part.add(label, end);
          break;
        }
      } catch (error) {
        part.broke(label, error);
      }
      done += 1;
      if (done % 50 === 0) options.progress(`${done} of ${options.kills} lines killed at random times`);
    },
  );
  return part;
}
