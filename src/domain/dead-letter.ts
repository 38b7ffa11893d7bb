import type { BroadcastKind, DeliveryState } from './words.ts';

/** Why what was not delivered is not sent once more at a person's word. */
export type NotResent =
  /** Nobody can say whether it arrived, and nobody may get a post twice. */
  | 'may-have-arrived'
  /** The chat cannot be written to. When it comes back, it hears what is new by then. */
  | 'chat-away'
  /** Its time is over. */
  | 'too-late'
  /** Newer facts took its place. */
  | 'superseded'
  /** Staff cancelled it, or its reader no longer wanted it. */
  | 'not-wanted'
  /** Its chat cannot be opened with our keys, or its text is not what was rendered. */
  | 'unreadable'
  /** Of no class of which it is certain that another try is safe. */
  | 'not-certain';

/** Whether a class of dead letters may be planned again. */
export type Resend = { readonly safe: true } | { readonly safe: false; readonly why: NotResent };

/** Telegram said no, for a reason that may have been mended since: a right given, a fault of theirs or of ours. */
const mendable: readonly string[] = ['no-rights', 'content', 'forbidden-other', 'bad-request-other'];

/**
 * Whether deliveries that ended in this state with this outcome may be sent once more: only where it is certain that
 * they never arrived, and where another try has a point. What may have arrived is sent once more only for an alert,
 * marked as a repeat. An outcome that is not named here is never resent.
 */
export function resendOf(kind: BroadcastKind, state: DeliveryState, outcome: string): Resend {
  // The class comes first, a reason or code may follow it.
  const outcomeClass = outcome.split(' ', 1)[0] ?? '';
  if (state === 'unknown') return kind === 'alert' ? { safe: true } : no('may-have-arrived');
  if (state === 'failed' && mendable.includes(outcomeClass)) return { safe: true };
  switch (outcomeClass) {
    case 'text-halted':
      return state === 'cancelled' ? { safe: true } : no('not-certain');
    case 'unreachable':
    case 'chat-gone':
    case 'chat-not-found':
      return no('chat-away');
    case 'expired':
      return no('too-late');
    case 'superseded':
      return no('superseded');
    case 'withdrawn':
    case 'unfollowed':
    case 'discreet':
      return no('not-wanted');
    case 'unsealable':
    case 'unsigned':
      return no('unreadable');
    default:
      return no('not-certain');
  }
}

function no(why: NotResent): Resend {
  return { safe: false, why };
}
