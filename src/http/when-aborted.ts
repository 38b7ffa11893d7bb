/** What is to be done for each signal that can still be aborted. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `then` once when a signal is aborted, unless what is answered here was called before. For thousands a second
 * that wait for the same signal: they share one listener, of which each of their own would cost as much as a tenth of a
 * request. Of a signal that was aborted already nothing is called.
 */
export function whenAborted(signal: AbortSignal, then: () => void): () => void {
  const all = waiting.get(signal) ?? listenTo(signal);
  all.add(then);
  return () => {
    all.delete(then);
  };
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const all = new Set<() => void>();
  waiting.set(signal, all);
  signal.addEventListener(
    'abort',
    () => {
      for (const then of all) then();
      all.clear();
    },
    { once: true },
  );
  return all;
}
