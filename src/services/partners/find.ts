import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { partnerSecrets, partners } from '../../db/schema/index.ts';
import type { PartnerId, PartnerSecretId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

export type PartnerRow = typeof partners.$inferSelect;

/** A partner with their valid secrets, which are not shown. */
export interface ListedPartner extends PartnerRow {
  readonly secrets: readonly { readonly id: PartnerSecretId; readonly createdAt: Temporal.Instant }[];
}

/** A partner who has not been revoked. */
export async function findPartner(ctx: CoreContext, partnerId: PartnerId): Promise<PartnerRow | undefined> {
  const [found] = await ctx.db.select().from(partners).where(present(ctx, partnerId));
  return found;
}

/** The present partners, in the order in which they were taken. */
export async function listPartners(ctx: CoreContext): Promise<ListedPartner[]> {
  const found = await ctx.db.select().from(partners).where(present(ctx)).orderBy(asc(partners.id));
  if (found.length === 0) return [];
  const secrets = await ctx.db
    .select({
      id: partnerSecrets.id,
      partnerId: partnerSecrets.partnerId,
      createdAt: partnerSecrets.createdAt,
    })
    .from(partnerSecrets)
    .where(
      and(
        isNull(partnerSecrets.revokedAt),
        inArray(
          partnerSecrets.partnerId,
          found.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(partnerSecrets.id));
  return found.map((partner) => ({
    ...partner,
    secrets: secrets.filter(({ partnerId }) => partnerId === partner.id),
  }));
}

/** The name to show for a partner, also one who was revoked since. */
export async function partnerName(ctx: CoreContext, partnerId: PartnerId): Promise<string> {
  const [found] = await ctx.db
    .select({ name: partners.name })
    .from(partners)
    .where(eq(partners.id, partnerId));
  if (found === undefined) throw new Error('A revision names a partner who does not exist.');
  return found.name;
}

function present(ctx: CoreContext, partnerId?: PartnerId) {
  return and(
    eq(partners.campaignId, ctx.campaignId),
    isNull(partners.revokedAt),
    partnerId === undefined ? undefined : eq(partners.id, partnerId),
  );
}
