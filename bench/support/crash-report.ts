import type { Verdict } from './delivery-judge.ts';

/** One row of the table that a run ends with. */
export interface CrashFigures {
  readonly part: string;
  readonly lines: number;
  readonly kills: number;
  readonly deliveries: number;
  readonly accepted: number;
  readonly unknown: number;
  readonly repeats: number;
  readonly lost: number;
  readonly twice: number;
}

/** Adds up what came of the lines of one part. */
export class Part {
  /** One line for everything that must not be, with the seed that shows it again. */
  readonly faults: string[] = [];
  #figures: CrashFigures;

  constructor(part: string) {
    const none = {
      lines: 0,
      kills: 0,
      deliveries: 0,
      accepted: 0,
      unknown: 0,
      repeats: 0,
      lost: 0,
      twice: 0,
    };
    this.#figures = { part, ...none };
  }

  get figures(): CrashFigures {
    return this.#figures;
  }

  add(seed: string, end: Verdict & { readonly killed: number }): void {
    const sum = this.#figures;
    this.#figures = {
      part: sum.part,
      lines: sum.lines + 1,
      kills: sum.kills + end.killed,
      deliveries: sum.deliveries + end.deliveries,
      accepted: sum.accepted + end.accepted,
      unknown: sum.unknown + end.unknown,
      repeats: sum.repeats + end.repeats,
      lost: sum.lost + end.lost,
      twice: sum.twice + end.twice,
    };
    this.faults.push(...end.faults.map((fault) => `${seed}: ${fault}`));
  }

  /** A line that could not be carried out, or did not come to its end. */
  broke(seed: string, error: unknown): void {
    this.faults.push(`${seed}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Carries out work `lanes` at a time, in order. */
export async function inLanes<Job>(
  lanes: number,
  jobs: Iterable<Job>,
  work: (job: Job) => Promise<void>,
): Promise<void> {
  const waiting = jobs[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
    }),
  );
}
