import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import type { ContactId } from '../../domain/ids.ts';
import { answerIn, mailFault, UNREACHED_IN_A_ROW_MAX } from '../../domain/mail-fault.ts';
import type { CoreContext } from '../context.ts';
import { endContact } from './end.ts';

/** Ends a contact whom the last mails have not reached, three in a row; false when one of them did, or there are fewer. */
export async function endIfUnreached(ctx: CoreContext, contactId: ContactId): Promise<boolean> {
  const last = await ctx.db
    .select({ state: accountDeliveries.state, outcome: accountDeliveries.outcome })
    .from(accountDeliveries)
    .where(and(eq(accountDeliveries.contactId, contactId), isNotNull(accountDeliveries.attemptedAt)))
    .orderBy(desc(accountDeliveries.attemptedAt))
    .limit(UNREACHED_IN_A_ROW_MAX);
  const isUnreached =
    last.length === UNREACHED_IN_A_ROW_MAX &&
    last.every(({ state, outcome }) => state === 'failed' && wasUnreached(outcome));
  return isUnreached && (await endContact(ctx, contactId, 'refused'));
}

/** Whether a mail ended for want of its reader. */
export function wasUnreached(outcome: string | null): boolean {
  const answer = outcome === null ? null : answerIn(outcome);
  return answer !== null && mailFault(answer) === 'unreached';
}
