import { and, asc, eq, gt } from 'drizzle-orm';
import { accounts } from '../../db/schema/index.ts';
import { isEndToTell } from '../../domain/credentials-end.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { lockAccount } from './find.ts';
import { tellOfCredentialsEnd } from './tell-staff.ts';

/** Tells staff of accounts whose credentials will end, while there is time to give them new ones. Answers how many. */
export async function warnOfEnds(ctx: Context): Promise<number> {
  const ending = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.campaignId, ctx.campaignId), gt(accounts.credentialsEndAt, ctx.clock.now())))
    .orderBy(asc(accounts.credentialsEndAt));
  let told = 0;
  for (const { id } of ending) {
    const isTold = await inTransaction(ctx, async (tx) => {
      const account = await lockAccount(tx, id);
      // Of one that is disconnected staff were told already, and it takes new ones anyway.
      if (account === undefined || account.state === 'disconnected') return false;
      const { credentialsEndAt, endToldAt } = account;
      const now = tx.clock.now();
      if (credentialsEndAt === null || !isEndToTell(credentialsEndAt, endToldAt, now)) return false;
      await tx.db.update(accounts).set({ endToldAt: now }).where(eq(accounts.id, id));
      await audit(tx, {
        verb: 'accounts/warn-of-end',
        subject: { type: 'account', id },
        details: { endsAt: credentialsEndAt.toString() },
      });
      await tellOfCredentialsEnd(tx, account, credentialsEndAt);
      return true;
    });
    if (isTold) told += 1;
  }
  return told;
}
