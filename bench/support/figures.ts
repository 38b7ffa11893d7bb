/** One line of `bench/results.json`: a figure beside what it is held against. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly against: string;
  readonly againstValue: number;
  /** `value` divided by `againstValue`; null where that is 0. */
  readonly ratio: number | null;
  /** What is to be reached: of the ratio, unless it names the unit. */
  readonly target: string;
  readonly holds: boolean;
}

/** What is to be reached: by the ratio, by the value itself, or by how much more than the other it may be. */
export type Target =
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly valueAtMost: number }
  | { readonly moreByAtMost: number };

/** Sets a measured value beside another one, and judges it by the numbers as they were measured. */
export function figure(
  measured: Pick<Figure, 'figure' | 'value' | 'unit' | 'against' | 'againstValue'>,
  target: Target,
): Figure {
  const { value, unit, against, againstValue } = measured;
  const ratio = value / againstValue;
  return {
    figure: measured.figure,
    value: rounded(value),
    unit,
    against,
    againstValue: rounded(againstValue),
    ratio: againstValue === 0 ? null : rounded(ratio),
    target: inWords(target, unit),
    holds: isReached(target, { value, againstValue, ratio }),
  };
}

/** The middle one; of an even number, the higher of the two in the middle. Throws when there is none. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[values.length >> 1];
  if (middle === undefined) throw new Error('There is no median of nothing.');
  return middle;
}

/** The value below which a share of the values lies, by nearest rank. Throws when there is none. */
export function percentile(values: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * values.length));
  const found = values.toSorted((a, b) => a - b)[rank - 1];
  if (found === undefined) throw new Error('There is no percentile of nothing.');
  return found;
}

/**
 * The power of a count with which what it takes grows, by least squares over the logarithms: 1 in proportion, 0 not at
 * all. Throws for fewer than two points.
 */
export function exponent(points: readonly (readonly [count: number, took: number])[]): number {
  if (points.length < 2) throw new Error('From one point nothing can be told of how something grows.');
  const logs = points.map(([count, took]) => ({ x: Math.log(count), y: Math.log(took) }));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(logs.map((log) => log.x)), mean(logs.map((log) => log.y))];
  const above = logs.reduce((sum, log) => sum + (log.x - x) * (log.y - y), 0);
  return above / logs.reduce((sum, log) => sum + (log.x - x) ** 2, 0);
}

/**
 * Runs every contender `runs` times; answers the median of each by its name. They take turns (A B C, A B C, …), so
 * that whatever else the machine does meanwhile hits all of them.
 */
export async function inTurn<Name extends string>(
  runs: number,
  contenders: readonly { readonly name: Name; readonly run: (number: number) => Promise<number> }[],
  say: (line: string) => void,
): Promise<(name: Name) => number> {
  const measured = new Map<Name, number[]>();
  for (let number = 1; number <= runs; number += 1) {
    for (const { name, run } of contenders) {
      const value = await run(number);
      measured.set(name, [...(measured.get(name) ?? []), value]);
      say(`${name}, run ${number} of ${runs}: ${rounded(value)}`);
    }
  }
  return (name) => median(measured.get(name) ?? []);
}

function inWords(target: Target, unit: string): string {
  if ('atLeast' in target) return `≥ ${target.atLeast}`;
  if ('atMost' in target) return `≤ ${target.atMost}`;
  if ('valueAtMost' in target) return `≤ ${target.valueAtMost} ${unit}`;
  return `≤ +${target.moreByAtMost} ${unit}`;
}

function isReached(
  target: Target,
  {
    value,
    againstValue,
    ratio,
  }: { readonly value: number; readonly againstValue: number; readonly ratio: number },
): boolean {
  if ('atLeast' in target) return ratio >= target.atLeast;
  if ('atMost' in target) return ratio <= target.atMost;
  if ('valueAtMost' in target) return value <= target.valueAtMost;
  return value - againstValue <= target.moreByAtMost;
}

/** To four significant digits below a thousand, to whole numbers above. */
function rounded(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4));
}
