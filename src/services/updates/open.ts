import { and, asc, eq, isNotNull, isNull, lt, lte, notExists, notInArray, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { updates } from '../../db/schema/index.ts';
import type { InboxContext } from './inbox.ts';
import { maxAttempts, orderedAttempts } from './retry.ts';

/** An update that is to be handled; `body` is null when it cannot be opened with the key we hold. */
export interface OpenUpdate {
  readonly updateId: number;
  readonly attempts: number;
  readonly body: string | null;
}

/**
 * The updates whose turn it is, oldest first: of each chat the first that is open, so that a chat's wishes are
 * carried out in their order, while chats do not wait for each other. `except` names those already in hand.
 */
export async function openUpdates(
  ctx: InboxContext,
  input: { readonly except: readonly number[]; readonly limit: number },
): Promise<OpenUpdate[]> {
  const earlier = alias(updates, 'earlier');
  const rows = await ctx.db
    .select({ updateId: updates.updateId, attempts: updates.attempts, sealed: updates.sealed })
    .from(updates)
    .where(
      and(
        eq(updates.botId, ctx.botId),
        isNull(updates.handledAt),
        isNotNull(updates.sealed),
        lt(updates.attempts, maxAttempts),
        or(isNull(updates.retryAt), lte(updates.retryAt, ctx.clock.now())),
        input.except.length === 0 ? undefined : notInArray(updates.updateId, [...input.except]),
        notExists(
          ctx.db
            .select({ updateId: earlier.updateId })
            .from(earlier)
            .where(
              and(
                eq(earlier.botId, updates.botId),
                eq(earlier.chatIndex, updates.chatIndex),
                lt(earlier.updateId, updates.updateId),
                isNull(earlier.handledAt),
                lt(earlier.attempts, orderedAttempts),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(updates.updateId))
    .limit(input.limit);
  return rows.map(({ updateId, attempts, sealed }) => ({
    updateId,
    attempts,
    body: sealed === null ? null : unseal(ctx, updateId, sealed),
  }));
}

/** The next instant at which an update that failed is to be tried again; null when none waits. */
export async function nextRetry(ctx: InboxContext): Promise<Temporal.Instant | null> {
  const [first] = await ctx.db
    .select({ at: updates.retryAt })
    .from(updates)
    .where(
      and(
        eq(updates.botId, ctx.botId),
        isNull(updates.handledAt),
        lt(updates.attempts, maxAttempts),
        isNotNull(updates.retryAt),
      ),
    )
    .orderBy(asc(updates.retryAt))
    .limit(1);
  return first?.at ?? null;
}

/** Null for a key that was replaced or a row changed by hand: it must not stop the updates behind it. */
function unseal(ctx: InboxContext, updateId: number, sealed: Uint8Array): string | null {
  const opened = ctx.inbox.open(sealed, { bot: ctx.botId, updateId });
  return opened.ok ? Buffer.from(opened.value).toString('utf8') : null;
}
