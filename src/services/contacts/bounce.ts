import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import {
  BOUNCES_IN_A_ROW_MAX,
  type Bounce,
  type BounceFault,
  type BounceMeaning,
  meaningOf,
  readBounce,
} from '../../domain/bounce.ts';
import { type AccountDeliveryId, type ContactId, parseId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { type AccountDeliveryRow, lockDelivery } from '../account-deliveries/job.ts';
import { connectors, may } from '../accounts/may.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { endContact } from './end.ts';

export type BounceRefusal =
  | { readonly code: 'not-a-connector' }
  | { readonly code: BounceFault }
  /** A report, but about no mail that is known to have left for a contact of ours. */
  | { readonly code: 'bounce-unmatched' };

export interface RecordedBounce {
  readonly status: string;
  /** `known`: the same report, or another about the same mail, was here before. */
  readonly effect: 'nothing' | 'known' | 'failed' | 'contact-off';
}

const FOR_NOW = 'bounced-4.';

/**
 * Takes in a mail that came back, found by its `Message-ID`: its delivery has failed, and a contact who cannot be reached
 * for good, or has not been three times in a row, gets nothing more. Nothing of what the mail says is kept but its code.
 * Harmless to repeat.
 */
export async function recordBounce(
  ctx: CoreContext,
  raw: Uint8Array,
): Promise<Result<RecordedBounce, BounceRefusal>> {
  if (!may(ctx.actor, ...connectors)) return refused({ code: 'not-a-connector' });
  const bounce = await readBounce(raw);
  if (typeof bounce === 'string') return refused({ code: bounce });
  const { status } = bounce;
  const meaning = meaningOf(bounce);
  return inTransaction(ctx, async (tx) => {
    const found = await deliveryOf(tx, bounce);
    if (found === null) return refused({ code: 'bounce-unmatched' });
    const { delivery, contactId } = found;
    if (meaning === 'nothing') return done({ status, effect: 'nothing' });
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
    const isOff = await isToEnd(tx, contactId, meaning);
    if (isOff) await endContact(tx, contactId, 'refused');
    return done({ status, effect: isOff ? 'contact-off' : 'failed' });
  });
}

/** Whoever makes up a report has to know the whole `Message-ID`, which only its mail tells. */
async function deliveryOf(
  ctx: CoreContext,
  { messageId }: Bounce,
): Promise<{ readonly delivery: AccountDeliveryRow; readonly contactId: ContactId } | null> {
  const id = parseId<AccountDeliveryId>(messageId.slice(1, messageId.indexOf('@')));
  const delivery = id === null ? undefined : await lockDelivery(ctx, id);
  if (delivery === undefined || delivery.contactId === null) return null;
  const isKnownToHaveLeft = delivery.state === 'unknown' || delivery.remoteId === messageId;
  return isKnownToHaveLeft ? { delivery, contactId: delivery.contactId } : null;
}

async function isToEnd(ctx: CoreContext, contactId: ContactId, meaning: BounceMeaning): Promise<boolean> {
  if (meaning !== 'failed-for-now') return meaning === 'contact-gone';
  const last = await ctx.db
    .select({ outcome: accountDeliveries.outcome })
    .from(accountDeliveries)
    .where(and(eq(accountDeliveries.contactId, contactId), isNotNull(accountDeliveries.attemptedAt)))
    .orderBy(desc(accountDeliveries.attemptedAt))
    .limit(BOUNCES_IN_A_ROW_MAX);
  return (
    last.length === BOUNCES_IN_A_ROW_MAX && last.every(({ outcome }) => outcome?.startsWith(FOR_NOW) === true)
  );
}
