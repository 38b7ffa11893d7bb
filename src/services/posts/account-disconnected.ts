import { and, asc, eq, lte, or } from 'drizzle-orm';
import { accounts, postAccounts } from '../../db/schema/index.ts';
import type { Language } from '../../domain/language.ts';
import type { NetworkName } from '../../domain/network.ts';
import type { CoreContext } from '../context.ts';
import type { PostRow } from './find.ts';

/** An account of a text whose credentials are known to serve no more: nothing would go out there. */
export type AccountOfTextDisconnected = {
  readonly code: 'account-of-text-disconnected';
  readonly handle: string;
  readonly network: NetworkName;
};

/** The first account of a post for a language that is disconnected, or whose credentials have ended; null: none is. */
export async function accountDisconnected(
  ctx: CoreContext,
  post: Pick<PostRow, 'id'>,
  language: Language,
): Promise<AccountOfTextDisconnected | null> {
  const [found] = await ctx.db
    .select({ handle: accounts.handle, network: accounts.network })
    .from(postAccounts)
    .innerJoin(accounts, eq(accounts.id, postAccounts.accountId))
    .where(
      and(
        eq(postAccounts.postId, post.id),
        eq(accounts.language, language),
        or(eq(accounts.state, 'disconnected'), lte(accounts.credentialsEndAt, ctx.clock.now())),
      ),
    )
    .orderBy(asc(postAccounts.position))
    .limit(1);
  return found === undefined ? null : { code: 'account-of-text-disconnected', ...found };
}
