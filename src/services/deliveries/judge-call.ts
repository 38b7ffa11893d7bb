import type { CallOutcome } from '../../domain/outcome.ts';
import { isSending } from '../../domain/words.ts';
import type { ClaimedCall } from './claim-calls.ts';
import { classOf } from './judge.ts';

/** What follows from the outcome of one attempt at a call. A call that is over leaves no row. */
export type CallVerdict =
  | { readonly do: 'drop'; readonly outcome: string; readonly chat: 'stays' | 'unreachable' }
  | { readonly do: 'again'; readonly outcome: string; readonly afterMs: number }
  | { readonly do: 'move'; readonly to: () => number };

const CONFIRM_AFTER_MS = 60_000;
const CONFLICT_MS = 5000;
/** Between two tries of a call that may be carried out twice without harm. */
const HARMLESS_AFTER_MS = 2000;
const HARMLESS_TRIES = 5;

/**
 * The policy for the ambiguous. Deleting, editing and leaving come to the same when done twice, so they are tried
 * again. A notice to staff, whose buttons somebody waits for, is sent once more; a reply is not. Pure.
 */
function judgeUnknownCall(
  call: Pick<ClaimedCall, 'method' | 'purpose' | 'outcome' | 'attempts'>,
): CallVerdict {
  const outcome = 'unknown';
  const harmless = !isSending(call.method) && call.attempts < HARMLESS_TRIES;
  if (harmless) return { do: 'again', outcome, afterMs: HARMLESS_AFTER_MS };
  const secondNotice = call.purpose === 'notice' && call.outcome !== outcome;
  if (secondNotice) return { do: 'again', outcome, afterMs: 0 };
  return { do: 'drop', outcome, chat: 'stays' };
}

/** What follows from an outcome. Pure and total. */
export function judgeCall(call: ClaimedCall, outcome: CallOutcome<unknown>): CallVerdict {
  if (outcome.kind === 'done') return { do: 'drop', outcome: 'done', chat: 'stays' };
  if (outcome.kind === 'unknown') return judgeUnknownCall(call);
  // That a notice may have arrived already must not be forgotten over a flood wait.
  const remembered = call.outcome === 'unknown' ? 'unknown' : classOf(outcome);
  if (outcome.kind === 'unsent') return { do: 'again', outcome: remembered, afterMs: 0 };
  const { refusal } = outcome;
  const refused = classOf(outcome);
  switch (refusal.class) {
    case 'unreachable':
    case 'chat-gone':
      return { do: 'drop', outcome: refused, chat: 'unreachable' };
    case 'chat-not-found':
      return call.outcome === refused
        ? { do: 'drop', outcome: refused, chat: 'unreachable' }
        : { do: 'again', outcome: refused, afterMs: CONFIRM_AFTER_MS };
    case 'migrated':
      return { do: 'move', to: refusal.to };
    case 'rate-limited':
      return { do: 'again', outcome: remembered, afterMs: refusal.retryAfterSeconds * 1000 };
    case 'conflict':
      return { do: 'again', outcome: remembered, afterMs: CONFLICT_MS };
    case 'bot-stopped':
      return { do: 'again', outcome: remembered, afterMs: 0 };
    case 'content':
    case 'no-rights':
    case 'message-gone':
    case 'message-unchanged':
    case 'query-expired':
    case 'forbidden-other':
    case 'bad-request-other':
      return { do: 'drop', outcome: refused, chat: 'stays' };
  }
}
