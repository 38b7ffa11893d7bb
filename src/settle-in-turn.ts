/**
 * Takes the steps of a group together, one group after the other: none is left out because another one failed.
 * Rejects with what failed once all are over.
 */
export async function settleInTurn(groups: readonly (readonly (() => Promise<void>)[])[]): Promise<void> {
  const faults: unknown[] = [];
  for (const group of groups) {
    const settled = await Promise.allSettled(group.map((step) => step()));
    for (const one of settled) if (one.status === 'rejected') faults.push(one.reason);
  }
  if (faults.length === 1) throw faults[0];
  if (faults.length > 1) throw new AggregateError(faults, 'Several roles did not stop as they should.');
}
