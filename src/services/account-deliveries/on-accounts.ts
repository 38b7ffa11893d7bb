import { asc, eq, sql } from 'drizzle-orm';
import { accountDeliveries, accounts } from '../../db/schema/index.ts';
import { type DeliveryStanding, isRetractable, standingOf } from '../../domain/account-delivery.ts';
import type { AccountId, PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { NetworkName } from '../../domain/network.ts';
import type { Context } from '../context.ts';
import type { TranslationRow } from '../posts/find.ts';

/** How one post stands on one account. */
export interface PostOnAccount {
  readonly accountId: AccountId;
  readonly handle: string;
  readonly network: NetworkName;
  readonly language: Language;
  /** Whether its network takes anything back. */
  readonly takesBack: boolean;
  /** Part by part; what goes to contacts together, by how it stands. */
  readonly deliveries: readonly {
    readonly standing: DeliveryStanding;
    readonly count: number;
    /** Where it stands, or stood. */
    readonly url: string | null;
  }[];
  /** Whether a retraction would change anything there. */
  readonly isRetractable: boolean;
}

/** How a post stands on its accounts, in the order of their turns; of a post that the asker may see (`posts/read`). */
export async function postOnAccounts(ctx: Context, postId: PostId): Promise<PostOnAccount[]> {
  const { accountId, contactId, state, retraction, url, dueAt } = accountDeliveries;
  const part = sql<number | null>`case when ${contactId} is null then ${accountDeliveries.part} end`;
  const found = await ctx.db
    .select({
      accountId,
      handle: accounts.handle,
      network: accounts.network,
      language: accounts.language,
      state,
      retraction,
      url: sql<string | null>`max(case when ${contactId} is null then ${url} end)`,
      count: sql<number>`count(*)::int`,
    })
    .from(accountDeliveries)
    .innerJoin(accounts, eq(accounts.id, accountId))
    .where(eq(accountDeliveries.postId, postId))
    .groupBy(accountId, accounts.handle, accounts.network, accounts.language, part, state, retraction)
    .orderBy(asc(sql`min(${dueAt})`), asc(accountId), asc(part), asc(state));
  return [...Map.groupBy(found, (row) => row.accountId).values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { handle, network, language } = first;
    const { retract: takesBack } = ctx.networks[network].abilities;
    const deliveries = rows.map((row) => ({
      standing: standingOf(row),
      count: row.count,
      url: row.url,
    }));
    return {
      accountId: first.accountId,
      handle,
      network,
      language,
      takesBack,
      deliveries,
      isRetractable: deliveries.some(({ standing }) => isRetractable(standing, takesBack)),
    };
  });
}

/** Whether a retraction of a whole post would still change something, for followers of its texts or on an account. */
export function isPostRetractable(
  texts: readonly Pick<TranslationRow, 'state' | 'retractedAt'>[],
  accounts: readonly PostOnAccount[],
): boolean {
  const reaches = texts.some(({ state, retractedAt }) => state === 'published' && retractedAt === null);
  return reaches || accounts.some(({ isRetractable }) => isRetractable);
}
