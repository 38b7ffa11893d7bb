import { eq } from 'drizzle-orm';
import { hashToken, sameHash } from '../../crypto/token.ts';
import { accountDeliveries } from '../../db/schema/index.ts';
import { type Bounce, type BounceFault, meaningOf, readBounce } from '../../domain/bounce.ts';
import type { ContactId } from '../../domain/ids.ts';
import { deliveryNamedIn, preparedMailId } from '../../domain/mail-id.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { type AccountDeliveryRow, lockDelivery } from '../account-deliveries/job.ts';
import { connectors, mayForAll } from '../accounts/may.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { endContact } from './end.ts';
import { endIfUnreached } from './end-if-unreached.ts';

export type BounceRefusal =
  | { readonly code: 'not-a-connector' }
  | { readonly code: BounceFault }
  /** A report, but about no mail that is known to have left for a contact of ours. */
  | { readonly code: 'bounce-unmatched' }
  /** Its mail is in hand: whether it has left is not recorded yet. Nothing was changed; give it again. */
  | { readonly code: 'bounce-too-early' };

/** What a mail that came back has changed. */
export interface RecordedBounce {
  readonly status: string;
  /** `known`: the same report, or another about the same mail, was here before. */
  readonly effect: 'nothing' | 'known' | 'failed' | 'contact-off';
}

/**
 * Takes in a mail that came back, found by its `Message-ID`: its delivery has failed, and a contact who cannot be reached
 * for good, or has not been three times in a row, gets nothing more. Nothing of what the mail says is kept but its code.
 * Harmless to repeat.
 */
export async function recordBounce(
  ctx: CoreContext,
  raw: Uint8Array,
): Promise<Result<RecordedBounce, BounceRefusal>> {
  if (!mayForAll(ctx.actor, ...connectors)) return refused({ code: 'not-a-connector' });
  const bounce = await readBounce(raw);
  if (typeof bounce === 'string') return refused({ code: bounce });
  const { status } = bounce;
  const meaning = meaningOf(bounce);
  return inTransaction(ctx, async (tx) => {
    const found = await deliveryOf(tx, bounce);
    if (found === null) return refused({ code: 'bounce-unmatched' });
    const { delivery, contactId } = found;
    if (delivery.state === 'attempting') return refused({ code: 'bounce-too-early' });
    if (meaning === null) return done({ status, effect: 'nothing' });
    if (delivery.state === 'failed') return done({ status, effect: 'known' });
    await tx.db
      .update(accountDeliveries)
      .set({ state: 'failed', outcome: `bounced-${status}`, lookAt: null, settledAt: tx.clock.now() })
      .where(eq(accountDeliveries.id, delivery.id));
    await audit(tx, {
      verb: 'contacts/bounce',
      subject: { type: 'account-delivery', id: delivery.id },
      details: { status },
    });
    if (meaning === 'gone') await endContact(tx, contactId, 'refused');
    const isOff = meaning === 'gone' || (meaning === 'unreached' && (await endIfUnreached(tx, contactId)));
    return done({ status, effect: isOff ? 'contact-off' : 'failed' });
  });
}

/**
 * The mail that a report is about. Staff see the ids of deliveries, and say themselves where one stands: so it counts only
 * what was prepared for it, of which its reader's server alone learns the whole.
 */
async function deliveryOf(
  ctx: CoreContext,
  { messageId }: Bounce,
): Promise<{ readonly delivery: AccountDeliveryRow; readonly contactId: ContactId } | null> {
  const id = deliveryNamedIn(messageId);
  const delivery = id === null ? undefined : await lockDelivery(ctx, id);
  if (delivery === undefined || delivery.contactId === null) return null;
  const mailId = preparedMailId(delivery.prepared);
  if (mailId === null || !sameHash(hashToken(mailId), hashToken(messageId))) return null;
  const mayHaveLeft = delivery.state !== 'planned' && delivery.state !== 'cancelled';
  return mayHaveLeft ? { delivery, contactId: delivery.contactId } : null;
}
