import { createHmac, type KeyObject } from 'node:crypto';
import { joinParts } from './aad.ts';
import { chatIdText } from './chat-id.ts';

/**
 * The 32 bytes by which a chat's row is found without its id being stored: HMAC-SHA256 over
 * `tg|<bot>|<chat id>`. There are only about 10^10 ids: whoever holds the key and the database has them all.
 */
export function chatIndex(key: KeyObject, bot: string, chatId: string | bigint | number): Uint8Array {
  return createHmac('sha256', key)
    .update(joinParts(['tg', bot, chatIdText(chatId)]), 'utf8')
    .digest();
}
