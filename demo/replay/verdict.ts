import type { Expected } from './expected.ts';

/** A message that Telegram's stand-in accepted for a chat. */
export interface Accepted {
  /** As a reader sees it. */
  readonly text: string;
  /** Milliseconds of the machine's monotonic clock. */
  readonly at: number;
}

/** An expected message with the one that came for it, or null. */
export interface Matched {
  readonly expected: Expected;
  readonly accepted: Accepted | null;
}

/** How one chat fared. */
export interface Verdict {
  readonly matched: readonly Matched[];
  readonly missing: number;
  readonly twice: number;
  readonly outOfOrder: number;
  /** Messages that nothing in the script calls for. */
  readonly unexpected: number;
}

/** Compares what a chat got, in the order of acceptance, with what it had to get, in the order of the script. */
export function judgeChat(expected: readonly Expected[], accepted: readonly Accepted[]): Verdict {
  const came = new Map<Expected, Accepted>();
  let twice = 0;
  let outOfOrder = 0;
  let unexpected = 0;
  let furthest = -1;
  for (const message of accepted) {
    const fitting = expected.filter(({ contains }) => contains.every((part) => message.text.includes(part)));
    const next = fitting.find((one) => !came.has(one));
    if (next === undefined) {
      if (fitting.length > 0) twice += 1;
      else unexpected += 1;
      continue;
    }
    came.set(next, message);
    const place = expected.indexOf(next);
    if (place < furthest) outOfOrder += 1;
    furthest = Math.max(furthest, place);
  }
  const matched = expected.map((one) => ({ expected: one, accepted: came.get(one) ?? null }));
  return { matched, missing: expected.length - came.size, twice, outOfOrder, unexpected };
}
