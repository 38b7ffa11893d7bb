import { signedHead } from '../../crypto/webhook-signature.ts';
import type { JsonValue } from '../../domain/canonical.ts';
import type { CoreContext } from '../context.ts';
import type { ClaimedEvent } from './claim.ts';

/** What is sent of an event, and the headers by which its receiver knows whose it is and when it was sent. */
export interface SignedEvent {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** An event as it goes out now, signed with its receiver's secret. */
export function signEvent(
  { clock }: Pick<CoreContext, 'clock'>,
  { id, kind, createdAt }: Pick<ClaimedEvent, 'id' | 'kind' | 'createdAt'>,
  { data, secret }: { readonly data: JsonValue; readonly secret: string },
): SignedEvent {
  const told = { type: kind, timestamp: createdAt.toString(), data };
  const body = new TextEncoder().encode(JSON.stringify(told));
  const timestamp = Math.floor(clock.now().epochMilliseconds / 1000);
  return {
    body,
    headers: { 'content-type': 'application/json', ...signedHead({ id, timestamp }, body, secret) },
  };
}
