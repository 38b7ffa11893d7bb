import type { BotContext } from '../context.ts';

/** Encrypts what waits to be handled, under a key that only the bot role holds, outside the database. */
export interface InboxCipher {
  /** `binding` ties the bytes to their row; see `domain/bindings.ts`. */
  seal(plain: string, binding: string): Uint8Array;
  /** Throws when key, row or bytes are not the ones it was sealed with. */
  open(sealed: Uint8Array, binding: string): string;
}

/** For verbs on updates: they read and write what only the bot role may read. */
export interface InboxContext extends BotContext {
  readonly inbox: InboxCipher;
}
