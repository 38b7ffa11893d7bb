import { hashToken, newSecretCode } from '../../crypto/token.ts';
import { sessions } from '../../db/schema/index.ts';
import { newId, type PasskeyId, type SessionId, type StaffId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** Begins a session; answers what the browser keeps in its cookie, of which only the hash is stored. */
export async function beginSession(
  ctx: CoreContext,
  by: { readonly staffId: StaffId; readonly passkeyId: PasskeyId },
): Promise<string> {
  const cookie = newSecretCode();
  const now = ctx.clock.now();
  await ctx.db
    .insert(sessions)
    .values({ id: newId<SessionId>(), ...by, hash: hashToken(cookie), startedAt: now, lastSeenAt: now });
  return cookie;
}
