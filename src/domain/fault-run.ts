/**
 * How many deliveries of one broadcast may fail one after the other, in one class that speaks of us, before it is
 * halted. A fault of ours strikes every follower, so twenty in a row are certain to be one; a single strange chat
 * never makes twenty; and what it costs is no more than twenty followers to be written to once more.
 */
export const HALT_AFTER = 20;

/** Classes of refusals and faults of which the follower's chat is not the cause. */
const ofOurs: ReadonlySet<string> = new Set([
  'content',
  'forbidden-other',
  'bad-request-other',
  'message-gone',
  'message-unchanged',
  'query-expired',
  'unsealable',
  'unsigned',
]);

/** Failures of one class that followed each other. */
export interface FaultRun {
  readonly class: string;
  readonly count: number;
}

/** What a delivery came to, as far as it counts here: `outcome` is its class, a reason or code may follow it. */
export type CountedEnd = { readonly do: 'sent' } | { readonly do: 'failed'; readonly outcome: string };

/** The run after one more end. A success ends it; what only its own chat is the cause of says nothing. Pure. */
export function afterEnd(run: FaultRun | null, end: CountedEnd): FaultRun | null {
  if (end.do === 'sent') return null;
  const failed = end.outcome.split(' ', 1)[0] ?? '';
  if (!ofOurs.has(failed)) return run;
  return { class: failed, count: run?.class === failed ? run.count + 1 : 1 };
}
