import { lt } from 'drizzle-orm';
import { hashToken, newSecretCode } from '../../crypto/token.ts';
import { sessions } from '../../db/schema/index.ts';
import { newId, type PasskeyId, type SessionId, type StaffId } from '../../domain/ids.ts';
import { sessionLasts } from '../../domain/session.ts';
import type { CoreContext } from '../context.ts';

/**
 * Begins a session; answers what the browser keeps in its cookie, of which only the hash is stored. With it go those that
 * began so long ago that none can stand any more.
 */
export async function beginSession(
  ctx: CoreContext,
  by: { readonly staffId: StaffId; readonly passkeyId: PasskeyId },
): Promise<string> {
  const cookie = newSecretCode();
  const now = ctx.clock.now();
  await ctx.db.delete(sessions).where(lt(sessions.startedAt, now.subtract(sessionLasts)));
  await ctx.db
    .insert(sessions)
    .values({ id: newId<SessionId>(), ...by, hash: hashToken(cookie), startedAt: now, lastSeenAt: now });
  return cookie;
}
