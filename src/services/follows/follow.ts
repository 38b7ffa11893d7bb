import { follows } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { planChosenReminders } from '../alerts/lead-times.ts';
import { audit } from '../audit.ts';
import { type CaseRow, findCaseOrNone } from '../cases/find.ts';
import { type BotContext, inTransaction } from '../context.ts';
import { lockHearingsOf } from '../hearings/lock.ts';
import { type EnrolSubscriber, enrolSubscriber } from '../subscribers/enrol.ts';
import type { Subscriber } from '../subscribers/find.ts';

/** Which chat follows which case. */
export interface FollowCase extends EnrolSubscriber {
  readonly caseId: CaseId;
}

/** Who follows what now. */
export interface Followed {
  readonly subscriber: Subscriber;
  readonly case: CaseRow;
  /** False when the chat followed the case already. */
  readonly changed: boolean;
}

/** Lets a chat follow a case; makes the chat a subscriber when it is none. To do it twice changes nothing. */
export async function followCase(
  ctx: BotContext,
  input: FollowCase,
): Promise<Result<Followed, { readonly code: 'case-unknown' }>> {
  return inTransaction(ctx, async (tx) => {
    const found = await findCaseOrNone(tx, input.caseId);
    if (found === undefined) return refused({ code: 'case-unknown' });
    const { subscriber } = await enrolSubscriber(tx, input);
    // Whoever follows is shown what holds now and is told of what takes effect later: a decision on a hearing comes before
    // both, or after both. Whoever has chosen lead times may have reminders planned as well.
    await lockHearingsOf(tx, found.id, subscriber.leadTimes === null ? 'key share' : 'update');
    const added = await tx.db
      .insert(follows)
      .values({ subscriberId: subscriber.id, caseId: found.id, createdAt: tx.clock.now() })
      .onConflictDoNothing()
      .returning({ caseId: follows.caseId });
    if (added.length > 0) {
      if (subscriber.leadTimes !== null) {
        await planChosenReminders(tx, { subscriberId: subscriber.id, caseId: found.id });
      }
      await audit(tx, { verb: 'follows/follow', subject: { type: 'case', id: found.id } });
    }
    return done({ subscriber, case: found, changed: added.length > 0 });
  });
}
