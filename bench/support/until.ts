import { setTimeout as delay } from 'node:timers/promises';

export interface Until {
  /** Milliseconds between two looks. */
  readonly every: number;
  /** Seconds after which it is given up; default 300. */
  readonly within?: number;
}

/** Resolves once `condition` holds. Throws when that takes too long, so that no run hangs. */
export async function until(
  what: string,
  condition: () => Promise<boolean> | boolean,
  { every, within = 300 }: Until,
): Promise<void> {
  const deadline = performance.now() + within * 1000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`waited ${within} s for ${what}`);
    await delay(every);
  }
}
