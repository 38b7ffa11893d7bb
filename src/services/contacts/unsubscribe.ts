import { and, eq } from 'drizzle-orm';
import { contacts } from '../../db/schema/index.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { hashOfToken } from './add.ts';
import { endContact } from './end.ts';

/**
 * Ends what a contact is sent, by the token from their mail, and forgets who they are. Whoever has no such token learns
 * nothing: the answer is the same, and so it is the second time.
 */
export async function unsubscribeContact(ctx: CoreContext, token: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.tokenHash, hashOfToken(token)), eq(contacts.campaignId, tx.campaignId)));
    if (found !== undefined) await endContact(tx, found.id, 'unsubscribed');
  });
}
