import type { Failure, Refusal, SendOutcome } from '../../domain/outcome.ts';
import type { ClaimedDelivery } from './claim.ts';

/** What follows from the outcome of one attempt at a delivery. `outcome` is a class, safe to log and to keep. */
export type Verdict =
  | { readonly do: 'sent'; readonly messageId: number }
  /** Back to `planned`. `afterMs`: not before, counted from now; `repeat`: it may have arrived already. */
  | { readonly do: 'again'; readonly outcome: string; readonly afterMs: number; readonly repeat: boolean }
  | { readonly do: 'failed'; readonly outcome: string }
  /** The chat cannot be written to: nothing else is tried until it comes back. */
  | { readonly do: 'unreachable'; readonly outcome: string }
  /** The fault is in the text: what is left of it in this language goes to nobody. */
  | { readonly do: 'halt-text'; readonly outcome: string }
  /** Whether it arrived cannot be told, and it is not tried again. */
  | { readonly do: 'unknown'; readonly outcome: string }
  /** The chat has another id now; the same delivery goes there. */
  | { readonly do: 'move'; readonly to: () => number };

/** How long a chat that Telegram did not find is left alone before it is asked once more. */
const CONFIRM_AFTER_MS = 60_000;
/** How long after a 409 on a call that sends, which only a misconfigured server gives, to try again. */
const CONFLICT_MS = 5000;

/**
 * The policy for the ambiguous: an alert is sent once more, marked as a possible repeat (at least once); a post
 * is not (at most once). Pure.
 */
export function judgeUnknown(
  delivery: Pick<ClaimedDelivery, 'broadcastKind' | 'repeat'>,
  outcome: string,
): Verdict {
  if (delivery.broadcastKind === 'alert' && !delivery.repeat) {
    return { do: 'again', outcome, afterMs: 0, repeat: true };
  }
  return { do: 'unknown', outcome };
}

/** What follows from an outcome. Pure and total. */
export function judge(delivery: ClaimedDelivery, outcome: SendOutcome): Verdict {
  switch (outcome.kind) {
    case 'sent':
      return { do: 'sent', messageId: outcome.messageId };
    case 'unsent':
      // How long to wait is the token's matter and not the row's: it keeps its turn.
      return { do: 'again', outcome: 'unsent', afterMs: 0, repeat: delivery.repeat };
    case 'unknown':
      return judgeUnknown(delivery, 'unknown');
    case 'refused':
      return judgeRefusal(delivery, outcome.refusal);
  }
}

function judgeRefusal(delivery: ClaimedDelivery, refusal: Refusal): Verdict {
  const outcome = classOf({ kind: 'refused', refusal });
  const again = (afterMs: number): Verdict => ({ do: 'again', outcome, afterMs, repeat: delivery.repeat });
  switch (refusal.class) {
    case 'unreachable':
    case 'chat-gone':
      return { do: 'unreachable', outcome };
    case 'chat-not-found':
      return delivery.outcome === outcome ? { do: 'unreachable', outcome } : again(CONFIRM_AFTER_MS);
    case 'migrated':
      // A group moves once: what is told again at the new id would be told for ever.
      return delivery.outcome === outcome ? { do: 'failed', outcome } : { do: 'move', to: refusal.to };
    case 'content':
      return { do: 'halt-text', outcome };
    case 'rate-limited':
      return again(refusal.retryAfterSeconds * 1000);
    case 'conflict':
      return again(CONFLICT_MS);
    case 'bot-stopped':
      return again(0);
    case 'no-rights':
    case 'message-gone':
    case 'message-unchanged':
    case 'query-expired':
    case 'forbidden-other':
    case 'bad-request-other':
      return { do: 'failed', outcome };
  }
}

/** The class of a failure as it is kept and logged, with its reason or code where it has one. */
export function classOf(failure: Failure): string {
  if (failure.kind !== 'refused') return failure.kind;
  const { refusal } = failure;
  if ('reason' in refusal) return `${refusal.class} ${refusal.reason}`;
  if ('code' in refusal) return `${refusal.class} ${refusal.code}`;
  return refusal.class;
}
