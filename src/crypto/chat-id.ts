import { broken, type Opened } from './opened.ts';
import type { Opener } from './seal.ts';

/** Bot API 10.3 (November 2026): an id has at most 52 significant bits; groups are negative, channels -100…. */
const LARGEST = 2n ** 52n - 1n;

/**
 * A chat id in its one decimal form. Throws a RangeError, which does not carry the id, for anything that is
 * not an integer of at most 52 bits, and for 0.
 */
export function chatIdText(chatId: string | bigint | number): string {
  const text = String(chatId);
  if (!/^-?[1-9]\d{0,15}$/.test(text)) throw new RangeError('not a chat id');
  const value = BigInt(text);
  if (value > LARGEST || value < -LARGEST) throw new RangeError('a chat id of more than 52 bits');
  return text;
}

/** The chat id as the number that the Bot API takes (52 bits are exact in a double). */
export function openChatId(opener: Opener, sealed: Uint8Array, aad: string): Opened<number> {
  const opened = opener.open(sealed, aad);
  if (!opened.ok) return opened;
  const { buffer, byteOffset, byteLength } = opened.value;
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
  return /^-?[1-9]\d{0,15}$/.test(text) ? { ok: true, value: Number(text) } : broken('format');
}
