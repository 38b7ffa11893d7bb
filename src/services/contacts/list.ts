import { and, asc, eq, gt } from 'drizzle-orm';
import { contacts } from '../../db/schema/index.ts';
import type { AccountId, ContactId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { ContactState } from '../../domain/words.ts';
import { findAccount } from '../accounts/find.ts';
import { connectors, mayForAll } from '../accounts/may.ts';
import type { CoreContext } from '../context.ts';

/** A contact as staff may see it: never who it is. */
export interface ShownContact {
  readonly id: ContactId;
  readonly state: ContactState;
  readonly outlet: string;
  readonly topic: string;
  readonly consentedOn: string;
  readonly addedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}

export type ListContactsRefusal = { readonly code: 'not-a-connector' } | { readonly code: 'account-unknown' };

/** An account's list in the order in which it was made, or a page of it. */
export async function listContacts(
  ctx: CoreContext,
  accountId: AccountId,
  page: { readonly after: ContactId | null; readonly limit?: number } = { after: null },
): Promise<Result<readonly ShownContact[], ListContactsRefusal>> {
  if (!mayForAll(ctx.actor, ...connectors)) return refused({ code: 'not-a-connector' });
  const { after, limit } = page;
  if ((await findAccount(ctx, accountId)) === undefined) return refused({ code: 'account-unknown' });
  const { id, state, outlet, topic, consentedOn, addedAt, endedAt } = contacts;
  const rows = ctx.db
    .select({ id, state, outlet, topic, consentedOn, addedAt, endedAt })
    .from(contacts)
    .where(
      and(
        eq(contacts.accountId, accountId),
        eq(contacts.campaignId, ctx.campaignId),
        after === null ? undefined : gt(contacts.id, after),
      ),
    )
    .orderBy(asc(contacts.id));
  return done(await (limit === undefined ? rows : rows.limit(limit)));
}
