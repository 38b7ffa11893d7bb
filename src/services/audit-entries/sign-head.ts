import { desc } from 'drizzle-orm';
import { sign } from '../../crypto/signing.ts';
import { auditHeads } from '../../db/schema/index.ts';
import { headContent } from '../../domain/audit-chain.ts';
import type { CoreContext, SigningContext } from '../context.ts';
import { chainAuditEntries, lastPlace } from './chain.ts';

/**
 * Links what is not linked yet and signs the end of the chain; answers its position, or null when nothing was added
 * since it was signed last.
 */
export async function signAuditHead(
  ctx: CoreContext & Pick<SigningContext, 'signingKey'>,
): Promise<number | null> {
  await chainAuditEntries(ctx, { all: true });
  const { position, hash } = await lastPlace(ctx);
  const [signed] = await ctx.db
    .select({ position: auditHeads.position })
    .from(auditHeads)
    .orderBy(desc(auditHeads.position))
    .limit(1);
  if (position <= (signed?.position ?? 0)) return null;
  const head = { position, hash, signedAt: ctx.clock.now() };
  const signature = sign(ctx.signingKey, 'audit-head', headContent(head));
  // Another scheduler may have signed the same end.
  await ctx.db
    .insert(auditHeads)
    .values({ ...head, keyId: ctx.signingKey.id, signature })
    .onConflictDoNothing();
  return position;
}
