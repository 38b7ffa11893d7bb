import { hashToken, newToken } from '../../crypto/token.ts';
import { staffTokens } from '../../db/schema/index.ts';
import { newId, type StaffId, type StaffTokenId } from '../../domain/ids.ts';
import { type TokenScope, tokenLasts } from '../../domain/token-scope.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';

/**
 * Makes a bearer token for the admin API. It is answered once and stored only as a hash. `scopes`: what it may be used for,
 * beside what its holder's roles allow; null: all that they allow. `lasts`: 90 days, or less.
 */
export async function issueToken(
  ctx: CoreContext,
  staffId: StaffId,
  {
    scopes = null,
    lasts = tokenLasts,
  }: { readonly scopes?: readonly TokenScope[] | null; readonly lasts?: Temporal.Duration } = {},
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const token = newToken();
    const now = tx.clock.now();
    const longest = now.add(tokenLasts);
    const wanted = now.add(lasts);
    await tx.db.insert(staffTokens).values({
      id: newId<StaffTokenId>(),
      staffId,
      hash: hashToken(token),
      scopes: scopes === null ? null : [...new Set(scopes)],
      createdAt: now,
      expiresAt: Temporal.Instant.compare(wanted, longest) < 0 ? wanted : longest,
    });
    await audit(tx, {
      verb: 'staff/issue-token',
      subject: { type: 'staff', id: staffId },
      details: { scopes: scopes === null ? 'all' : scopes.join(' ') },
    });
    return token;
  });
}
