import type { MessageId } from '../domain/ids.ts';

/** Texts that are known to be fine: broadcasts under way times languages times two modes, with room. */
const MOST = 1024;
/**
 * How long a canary without an answer keeps the rest back. Telegram refuses a text at once; what takes longer is the
 * network or a flood wait, and says nothing about the text. So a lost answer costs an urgent alert seconds and not
 * half a minute.
 */
const PATIENCE_MS = 3000;

/**
 * A text of which Telegram has accepted nothing under this lease goes to one follower first: if Telegram refuses the
 * text itself, one row fails and not a window full of them.
 */
export class Canaries {
  readonly #proven = new Set<MessageId>();
  /** Texts that are being tried, and since when, in monotonic milliseconds. */
  readonly #out = new Map<MessageId, number>();

  /** Whether a delivery of this text may be claimed and sent now. */
  mayGo(id: MessageId, now: number): boolean {
    if (this.#proven.has(id)) return true;
    const since = this.#out.get(id);
    return since === undefined || now - since >= PATIENCE_MS;
  }

  /** Whether Telegram has accepted this text: if it then refuses it, the fault lies in the one chat. */
  isProven(id: MessageId): boolean {
    return this.#proven.has(id);
  }

  /** A delivery of this text is on its way. */
  letOut(id: MessageId, now: number): void {
    if (!this.#proven.has(id)) this.#out.set(id, now);
  }

  /** It came back without an answer that says anything about the text: the next one may go. */
  cameBack(id: MessageId): void {
    this.#out.delete(id);
  }

  /** Telegram has taken this text from us; it may go to everybody. */
  accepted(id: MessageId): void {
    if (this.#proven.has(id)) return;
    this.#out.delete(id);
    this.#proven.add(id);
    const oldest = this.#proven.keys().next();
    if (this.#proven.size > MOST && !oldest.done) this.#proven.delete(oldest.value);
  }

  /** Telegram refused the text: until that is on record, and the rows are taken back, none follows. */
  refused(id: MessageId, now: number): void {
    this.#out.set(id, now);
  }
}
