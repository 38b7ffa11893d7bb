import { eq } from 'drizzle-orm';
import { pauses } from '../../db/schema/index.ts';
import { requestLasts } from '../../domain/broadcast-action.ts';
import type { PauseId } from '../../domain/ids.ts';
import { judgeLift, mayLift } from '../../domain/pause.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { isOwnCase } from '../cases/scope.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { staffName } from '../staff/find.ts';
import { standingRequest } from '../staff/standing-request.ts';
import { wake } from '../wake.ts';
import { lockPauses } from './pause.ts';
import { standingPauses } from './standing.ts';
import { tellOfPause } from './tell-staff.ts';

/** Which pause somebody wants lifted. */
export interface LiftPause {
  readonly pauseId: PauseId;
  /** Only as the second person: when nobody waits for one, it is refused and nothing new is asked for. */
  readonly agreeing?: boolean;
}

export type LiftPauseRefusal =
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'pause-unknown' }
  | { readonly code: 'own-request' }
  | { readonly code: 'request-lapsed' };

/** Whether the pause is over, or a second person must agree. */
export type Lifted =
  | { readonly effect: 'done' }
  /** Until when a second person may agree. */
  | { readonly effect: 'awaits-second-person'; readonly lapsesAt: Temporal.Instant };

/** Starts posts again, as the first or as the second of two; what was held goes out once both have spoken. */
export async function liftPause(
  ctx: StaffContext,
  input: LiftPause,
): Promise<Result<Lifted, LiftPauseRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await lockPauses(tx);
    const pause = (await standingPauses(tx)).find(({ id }) => id === input.pauseId);
    if (pause === undefined || !isOwnCase(tx, pause.caseId)) return refused({ code: 'pause-unknown' });
    const asked = await standingRequest(
      tx,
      { by: pause.askedBy, at: pause.askedAt },
      { roles: mayLift, caseId: pause.caseId },
    );
    const now = tx.clock.now();
    const verdict = judgeLift(asked, tx.actor, now);
    switch (verdict.do) {
      case 'refuse':
        return refused({ code: verdict.code });
      case 'ask': {
        if (input.agreeing) return refused({ code: verdict.again ? 'own-request' : 'request-lapsed' });
        if (verdict.again && asked !== null) return done(awaits(asked.at));
        await tx.db.update(pauses).set({ askedBy: tx.actor.id, askedAt: now }).where(eq(pauses.id, pause.id));
        await audit(tx, {
          verb: 'pauses/ask',
          subject: { type: 'pause', id: pause.id },
          details: { via: tx.actor.via },
        });
        await tellOfPause(tx, {
          what: 'asked',
          pauseId: pause.id,
          caseId: pause.caseId,
          names: [tx.actor.name],
        });
        return done(awaits(now));
      }
      case 'lift': {
        await tx.db.update(pauses).set({ liftedAt: now }).where(eq(pauses.id, pause.id));
        await audit(tx, {
          verb: 'pauses/lift',
          subject: { type: 'pause', id: pause.id },
          details: { agreedWith: verdict.agreedWith, via: tx.actor.via },
        });
        const names = [await staffName(tx, verdict.agreedWith), tx.actor.name];
        await tellOfPause(tx, { what: 'lifted', pauseId: pause.id, caseId: pause.caseId, names });
        await wake(tx, 'scheduler');
        await wake(tx, 'sender');
        return done({ effect: 'done' });
      }
    }
  });
}

function awaits(since: Temporal.Instant): Lifted {
  return { effect: 'awaits-second-person', lapsesAt: since.add(requestLasts) };
}
