import { and, eq, isNull } from 'drizzle-orm';
import { partnerSecrets, partners } from '../../db/schema/index.ts';
import type { PartnerId, PartnerSecretId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { findPartner } from './find.ts';

export type RevokePartnerRefusal = { readonly code: 'partner-unknown' };

/** Listens to a partner no more, at once and for good. What they reported stands where it was decided on. */
export async function revokePartner(
  ctx: CoreContext,
  partnerId: PartnerId,
): Promise<Result<{ readonly partnerId: PartnerId }, RevokePartnerRefusal>> {
  return inTransaction(ctx, async (tx) => {
    if ((await findPartner(tx, partnerId)) === undefined) return refused({ code: 'partner-unknown' });
    const revokedAt = tx.clock.now();
    await tx.db.update(partners).set({ revokedAt }).where(eq(partners.id, partnerId));
    // Not only void but gone: nobody needs them again.
    await tx.db.delete(partnerSecrets).where(eq(partnerSecrets.partnerId, partnerId));
    await audit(tx, { verb: 'partners/revoke', subject: { type: 'partner', id: partnerId } });
    return done({ partnerId });
  });
}

export type RevokePartnerSecretRefusal =
  | { readonly code: 'partner-unknown' }
  | { readonly code: 'partner-secret-unknown' };

/** Voids one secret of a partner, at once. */
export async function revokePartnerSecret(
  ctx: CoreContext,
  input: { readonly partnerId: PartnerId; readonly secretId: PartnerSecretId },
): Promise<Result<{ readonly secretId: PartnerSecretId }, RevokePartnerSecretRefusal>> {
  const { partnerId, secretId } = input;
  return inTransaction(ctx, async (tx) => {
    if ((await findPartner(tx, partnerId)) === undefined) return refused({ code: 'partner-unknown' });
    const [revoked] = await tx.db
      .update(partnerSecrets)
      .set({ revokedAt: tx.clock.now() })
      .where(
        and(
          eq(partnerSecrets.id, secretId),
          eq(partnerSecrets.partnerId, partnerId),
          isNull(partnerSecrets.revokedAt),
        ),
      )
      .returning({ id: partnerSecrets.id });
    if (revoked === undefined) return refused({ code: 'partner-secret-unknown' });
    await audit(tx, {
      verb: 'partners/revoke-secret',
      subject: { type: 'partner', id: partnerId },
      details: { secret: secretId },
    });
    return done({ secretId });
  });
}
