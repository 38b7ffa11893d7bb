import { and, eq, gt, isNull } from 'drizzle-orm';
import { hashToken, isSecretCodeShaped } from '../../crypto/token.ts';
import { invitations, staff } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { StaffSiteContext } from '../context.ts';

/** Whom a link invites. */
export interface Invitation {
  readonly id: string;
  readonly staffId: StaffId;
  readonly name: string;
  readonly language: Language;
  /** Not before this can it be used; null: now. */
  readonly waitsUntil: Temporal.Instant | null;
}

/** Whom a link's code invites; null when it was never given, was used, or has expired. To read it uses nothing up. */
export async function readInvitation(ctx: StaffSiteContext, code: string): Promise<Invitation | null> {
  if (!isSecretCodeShaped(code)) return null;
  const now = ctx.clock.now();
  const [found] = await ctx.db
    .select({
      id: invitations.id,
      staffId: staff.id,
      name: staff.name,
      language: staff.language,
      validFrom: invitations.validFrom,
    })
    .from(invitations)
    .innerJoin(staff, eq(staff.id, invitations.staffId))
    .where(
      and(
        eq(invitations.hash, hashToken(code)),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, now),
        isNull(staff.revokedAt),
        eq(staff.campaignId, ctx.campaignId),
      ),
    );
  if (found === undefined) return null;
  const { validFrom, ...invitation } = found;
  return { ...invitation, waitsUntil: Temporal.Instant.compare(now, validFrom) < 0 ? validFrom : null };
}

/** The same, locked until the transaction ends: of two browsers at the same moment the second finds it used. */
export async function lockInvitation(tx: StaffSiteContext, code: string): Promise<Invitation | null> {
  if (!isSecretCodeShaped(code)) return null;
  await tx.db
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.hash, hashToken(code)))
    .for('update');
  return readInvitation(tx, code);
}
