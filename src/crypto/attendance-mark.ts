import { createHmac, type KeyObject } from 'node:crypto';
import { joinParts } from './aad.ts';
import { chatIdText } from './chat-id.ts';

/**
 * The 32 bytes by which a chat that said it will attend is counted once and can take its word back: HMAC-SHA256 over
 * `attends|<bot>|<hearing>|<day>|<chat id>`. Two hearings of one chat have marks that nobody can join without the key.
 */
export function attendanceMark(
  key: KeyObject,
  bot: string,
  hearing: { readonly hearingId: string; readonly day: string },
  chatId: string | bigint | number,
): Uint8Array {
  return createHmac('sha256', key)
    .update(joinParts(['attends', bot, hearing.hearingId, hearing.day, chatIdText(chatId)]), 'utf8')
    .digest();
}
