import { eq } from 'drizzle-orm';
import { campaigns, pauses } from '../../db/schema/index.ts';
import { type CaseId, newId, type PauseId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { findCaseOrNone } from '../cases/find.ts';
import { isOwnCase } from '../cases/scope.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { standingPauses } from './standing.ts';
import { tellOfPause } from './tell-staff.ts';

export type PausePostsRefusal = { readonly code: 'case-unknown' } | { readonly code: 'limited-to-cases' };

/**
 * Stops all posts, or those of one case, at once and by one person whatever their role: from the moment that this is
 * committed none is published, and of what is on its way nothing more leaves but what the sender has in its hands. Alerts
 * of hearings go on. To pause what is paused changes nothing, and takes back a request to start it again.
 */
export async function pausePosts(
  ctx: StaffContext,
  input: { readonly caseId: CaseId | null },
): Promise<Result<{ readonly pauseId: PauseId }, PausePostsRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { caseId } = input;
    if (caseId === null && !isOwnCase(tx, null)) return refused({ code: 'limited-to-cases' });
    if (caseId !== null && (await findCaseOrNone(tx, caseId)) === undefined) {
      return refused({ code: 'case-unknown' });
    }
    await lockPauses(tx);
    const standing = (await standingPauses(tx)).find((pause) => pause.caseId === caseId);
    if (standing !== undefined) {
      if (standing.askedBy === null) return done({ pauseId: standing.id });
      await tx.db.update(pauses).set({ askedBy: null, askedAt: null }).where(eq(pauses.id, standing.id));
      await audit(tx, { verb: 'pauses/drop-request', subject: { type: 'pause', id: standing.id } });
      return done({ pauseId: standing.id });
    }
    const pauseId = newId<PauseId>();
    await tx.db.insert(pauses).values({
      id: pauseId,
      campaignId: tx.campaignId,
      caseId,
      pausedBy: tx.actor.id,
      pausedAt: tx.clock.now(),
    });
    await audit(tx, {
      verb: 'pauses/pause',
      subject: { type: 'pause', id: pauseId },
      details: { case: caseId, via: tx.actor.via },
    });
    await tellOfPause(tx, { what: 'paused', pauseId, caseId, names: [tx.actor.name] });
    return done({ pauseId });
  });
}

/** Lets one transaction at a time change what stands. */
export async function lockPauses(ctx: StaffContext): Promise<void> {
  await ctx.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.id, ctx.campaignId))
    .for('no key update');
}
