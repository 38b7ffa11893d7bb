import { and, eq } from 'drizzle-orm';
import { contacts } from '../../db/schema/index.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { ContactState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import type { CoreContext } from '../context.ts';

/**
 * Ends what a contact is sent and forgets who it was: only outlet, topic and the day of consent stay. False when it had
 * ended before. Call it in the transaction that says why.
 */
export async function endContact(
  ctx: CoreContext,
  id: ContactId,
  state: Exclude<ContactState, 'active'>,
): Promise<boolean> {
  const ended = await ctx.db
    .update(contacts)
    .set({ state, sealed: null, endedAt: ctx.clock.now() })
    .where(and(eq(contacts.id, id), eq(contacts.campaignId, ctx.campaignId), eq(contacts.state, 'active')))
    .returning({ id: contacts.id });
  if (ended.length === 0) return false;
  await audit(ctx, { verb: 'contacts/end', subject: { type: 'contact', id }, details: { state } });
  return true;
}
