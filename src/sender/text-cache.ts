import type { MessageId } from '../domain/ids.ts';
import type { Context } from '../services/context.ts';
import { type MessageText, readTexts } from '../services/deliveries/texts.ts';

/** Broadcasts under way times languages times two modes, with room. */
const MOST = 256;

/** Rendered texts by message: each is read once and serves all its readers. The oldest are dropped. */
export class TextCache {
  readonly #texts = new Map<MessageId, MessageText>();

  /** The texts of all of `ids` that exist. */
  async read(ctx: Context, ids: Iterable<MessageId>): Promise<ReadonlyMap<MessageId, MessageText>> {
    const wanted = new Set(ids);
    const missing = [...wanted].filter((id) => !this.#texts.has(id));
    const read = missing.length > 0 ? await readTexts(ctx, missing) : new Map<MessageId, MessageText>();
    const found = new Map(read);
    for (const id of wanted) {
      const text = this.#texts.get(id);
      if (text !== undefined) found.set(id, text);
    }
    for (const [id, text] of read) this.#remember(id, text);
    return found;
  }

  #remember(id: MessageId, text: MessageText): void {
    this.#texts.set(id, text);
    const oldest = this.#texts.keys().next();
    if (this.#texts.size > MOST && !oldest.done) this.#texts.delete(oldest.value);
  }
}
