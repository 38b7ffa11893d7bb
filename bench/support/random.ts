import { createHash } from 'node:crypto';

/** Chance that a seed decides: the same seed, the same numbers. */
export interface Random {
  /** A whole number from 0, below `count`. */
  below(count: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

export function random(seed: string): Random {
  let turn = 0;
  function below(count: number): number {
    turn += 1;
    const digest = createHash('sha256').update(`${seed}#${turn}`).digest();
    return Math.floor((digest.readUInt32BE(0) / 2 ** 32) * count);
  }
  return {
    below,
    pick(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
  };
}
