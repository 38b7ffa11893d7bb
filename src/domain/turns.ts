import type { CaseId } from './ids.ts';

/** Something due that waits for its turn. */
export interface Waiting {
  /** Lower goes first. */
  readonly rank: number;
  /** Null for what belongs to no case. */
  readonly caseId: CaseId | null;
}

/**
 * The order in which what is due leaves: a more pressing rank before any other; within a rank the cases take turns,
 * one each, so that a case that has millions waiting starves none that has few; within a case as given.
 * `served`: when each case had its last turn, in any number that grows; the one that waits longest begins, and who
 * never had one before all others.
 */
export function inTurns<One extends Waiting>(
  waiting: readonly One[],
  served: ReadonlyMap<CaseId | null, number>,
): One[] {
  const ranks = Map.groupBy(waiting, ({ rank }) => rank);
  return [...ranks.keys()].sort((a, b) => a - b).flatMap((rank) => takeTurns(ranks.get(rank) ?? [], served));
}

function takeTurns<One extends Waiting>(
  waiting: readonly One[],
  served: ReadonlyMap<CaseId | null, number>,
): readonly One[] {
  const byCase = Map.groupBy(waiting, ({ caseId }) => caseId);
  if (byCase.size === 1) return waiting;
  const lastTurn = (caseId: CaseId | null) => served.get(caseId) ?? Number.NEGATIVE_INFINITY;
  const queues = [...byCase]
    // Two that never had a turn are equal: their difference would be no number.
    .sort(([a], [b]) => (lastTurn(a) === lastTurn(b) ? 0 : lastTurn(a) - lastTurn(b)))
    .map(([, queue]) => queue);
  const longest = Math.max(...queues.map(({ length }) => length));
  const order: One[] = [];
  for (let turn = 0; turn < longest; turn += 1) {
    for (const queue of queues) {
      const one = queue[turn];
      if (one !== undefined) order.push(one);
    }
  }
  return order;
}
