import { createHash } from 'node:crypto';
import type { CallOutcome } from '../domain/outcome.ts';
import type { LimitedChat } from './chat-limits.ts';

/** Nothing left us: the lane has no slot for it now, and may have one after so many seconds. */
export type NoSlot = { readonly kind: 'no-slot'; readonly seconds: number; readonly code: string };

/** Makes a call once its slot has come. `mayStart`: asked in the moment in which its first byte would leave. */
export type CallInSlot = (mayStart: () => boolean) => Promise<CallOutcome<unknown>>;

/** Gives slots of one token's lane to calls beside the sender's rows: what goes to the campaign's own channels. */
export interface SlotGiver {
  /** Why nothing can go to the chat for some seconds, as far as is known; null: its turn comes soon. */
  refusal(chat: LimitedChat): NoSlot | null;
  /** Makes the call in a slot of its own, which it waits for some seconds at most. Rejects only if `call` does. */
  take(chat: LimitedChat, call: CallInSlot): Promise<CallOutcome<unknown> | NoSlot>;
}

const NOBODY_SENDS: NoSlot = { kind: 'no-slot', seconds: 1, code: 'NO_SENDER' };

/**
 * Where slots are asked for. Whoever holds the token's lease in this process gives them, for as long as it does; where
 * nobody does nothing goes out, so that no call passes the lane by.
 */
export class Slots implements SlotGiver {
  #giver: SlotGiver | null = null;

  /** Answers how the giver ends. */
  givenBy(giver: SlotGiver): () => void {
    this.#giver = giver;
    return () => {
      if (this.#giver === giver) this.#giver = null;
    };
  }

  /** Why there is no slot for this chat now; null when there may be one. */
  refusal(chat: LimitedChat): NoSlot | null {
    return this.#giver === null ? NOBODY_SENDS : this.#giver.refusal(chat);
  }

  /** Makes the call as soon as there is a slot for it, or says why there will be none. */
  async take(chat: LimitedChat, call: CallInSlot): Promise<CallOutcome<unknown> | NoSlot> {
    return this.#giver === null ? NOBODY_SENDS : this.#giver.take(chat, call);
  }
}

/** By what the limits know a group or channel: the same whoever writes there, and not its id. */
export function groupKey(chatId: number): string {
  return createHash('sha256').update(`channel|${chatId}`).digest('hex');
}
