import { and, eq, isNull } from 'drizzle-orm';
import { hashToken, isSecretCodeShaped } from '../../crypto/token.ts';
import { sessions, staff } from '../../db/schema/index.ts';
import type { StaffActor } from '../../domain/actor.ts';
import type { SessionId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { sessionStands } from '../../domain/session.ts';
import type { StaffSiteContext } from '../context.ts';
import { actorOf, staffColumns } from '../staff/find.ts';

/** A browser's session. */
export interface Session {
  readonly id: SessionId;
  readonly startedAt: Temporal.Instant;
}

/** Who a session is, with what they may do. */
export interface SignedIn {
  readonly actor: StaffActor;
  /** The language in which they want to be spoken to. */
  readonly language: Language;
  readonly session: Session;
}

/** Between two notes of when a session was last used. */
const noteEvery = Temporal.Duration.from({ seconds: 20 });

/**
 * Who a browser's cookie belongs to; null when it is nobody's, or its session is over. To ask counts as use, unless a page
 * asks by itself (`byItself`): one that is left open must not keep its session from ending.
 */
export async function resumeSession(
  ctx: StaffSiteContext,
  cookie: string,
  { byItself = false }: { readonly byItself?: boolean | undefined } = {},
): Promise<SignedIn | null> {
  if (!isSecretCodeShaped(cookie)) return null;
  const [found] = await ctx.db
    .select({ session: sessions, staff: staffColumns })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .where(
      and(
        eq(sessions.hash, hashToken(cookie)),
        isNull(sessions.endedAt),
        isNull(staff.revokedAt),
        eq(staff.campaignId, ctx.campaignId),
      ),
    );
  const now = ctx.clock.now();
  if (found === undefined || !sessionStands(found.session, now)) return null;
  const { session } = found;
  if (!byItself && Temporal.Instant.compare(now, session.lastSeenAt.add(noteEvery)) >= 0) {
    await ctx.db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id));
  }
  return {
    actor: actorOf(found.staff, 'console'),
    language: found.staff.language,
    session: { id: session.id, startedAt: session.startedAt },
  };
}
