import type { ClaimedDelivery } from '../services/deliveries/claim.ts';
import type { ClaimedCall } from '../services/deliveries/claim-calls.ts';
import type { MessageText } from '../services/deliveries/texts.ts';
import type { LimitedChat } from '../telegram/limiter.ts';

interface Ready {
  /** Lower goes first. */
  readonly rank: number;
  readonly chat: LimitedChat;
  readonly chatId: number;
  /** Since when it has been in our hands, in monotonic milliseconds. */
  readonly since: number;
}

/** A delivery that is opened and can go out. */
export interface DeliveryEntry extends Ready {
  readonly row: ClaimedDelivery;
  readonly text: MessageText;
}

/** A call that is opened and can go out. */
export interface CallEntry extends Ready {
  readonly row: ClaimedCall;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What the sender has in hand, with its place among the rest. */
export type Entry = DeliveryEntry | CallEntry;

/** Whether it belongs to a broadcast. */
export function isDelivery(entry: Entry): entry is DeliveryEntry {
  return entry.row.kind === 'delivery';
}
