import { randomBytes } from 'node:crypto';
import { type AccountDeliveryId, parseId } from './ids.ts';
import type { JsonObject } from './network.ts';

const SECRET_BYTES = 16;

/**
 * A `Message-ID` that only its reader and their server learn: the delivery's id, which staff see, is followed by 128 random
 * bits that nobody is shown. So no report about a mail can be made up by whoever did not get it.
 */
export function newMailId(deliveryId: string, from: string): string {
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  return `<${deliveryId}.${secret}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}

/** Which delivery a `Message-ID` names; whether it is really that one's is to be seen by what was prepared for it. */
export function deliveryNamedIn(mailId: string): AccountDeliveryId | null {
  const named = /^<([^.@]+)\.[0-9a-f]+@/.exec(mailId)?.[1];
  return named === undefined ? null : parseId<AccountDeliveryId>(named);
}

/** The whole `Message-ID`, of what was prepared for a mail; null where it has none that is secret. */
export function preparedMailId(prepared: JsonObject | null): string | null {
  const id = prepared?.id;
  return typeof id === 'string' ? id : null;
}
