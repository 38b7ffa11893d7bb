import { and, asc, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm';
import { updates } from '../../db/schema/index.ts';
import type { InboxContext } from './inbox.ts';
import { maxAttempts, orderedAttempts } from './retry.ts';

/** Updates of one chat, in the order in which they are to be handled, one after the other. */
export type Lane = readonly number[];

/** A lane is handed out in pieces of so many, so that looking for it again and again costs little. */
const laneLength = 50;

/** Rows looked at in one query; the first is short, since mostly little or nothing waits. */
const firstWindow = 64;
const window = 1024;

/** So far back a chat is found behind another one's flood. */
const deepest = 5000;

/**
 * Up to `limit` chats whose turn it is, the longest waiting first, each with what it waits for. A chat's updates
 * keep their order; chats do not wait for each other. `inHand` are updates handed out before and not finished.
 */
export async function openLanes(
  ctx: InboxContext,
  input: { readonly inHand: ReadonlySet<number>; readonly limit: number },
): Promise<Lane[]> {
  const now = ctx.clock.now();
  const lanes = new Map<string, number[]>();
  const blocked = new Set<string>();
  let after = -1;
  for (let seen = 0, size = firstWindow; seen < deepest; size = window) {
    const rows = await openRows(ctx, after, size);
    for (const row of rows) {
      const chat = row.chatIndex === null ? `#${row.updateId}` : Buffer.from(row.chatIndex).toString('hex');
      if (input.inHand.has(row.updateId)) {
        blocked.add(chat);
      } else if (row.retryAt !== null && Temporal.Instant.compare(row.retryAt, now) > 0) {
        if (row.attempts < orderedAttempts) blocked.add(chat);
      } else if (!blocked.has(chat)) {
        const lane = lanes.get(chat);
        if (lane === undefined) {
          if (lanes.size < input.limit) lanes.set(chat, [row.updateId]);
        } else if (lane.length < laneLength) lane.push(row.updateId);
      }
    }
    seen += rows.length;
    after = rows.at(-1)?.updateId ?? after;
    if (rows.length < size || lanes.size === input.limit) break;
  }
  return [...lanes.values()];
}

function openRows(ctx: InboxContext, after: number, limit: number) {
  return ctx.db
    .select({
      updateId: updates.updateId,
      chatIndex: updates.chatIndex,
      attempts: updates.attempts,
      retryAt: updates.retryAt,
    })
    .from(updates)
    .where(
      and(
        eq(updates.botId, ctx.botId),
        gt(updates.updateId, after),
        isNull(updates.handledAt),
        lt(updates.attempts, maxAttempts),
      ),
    )
    .orderBy(asc(updates.updateId))
    .limit(limit);
}

/** An update that is to be handled; `body` is null when it cannot be opened with the key we hold. */
export interface OpenUpdate {
  readonly updateId: number;
  readonly attempts: number;
  readonly body: string | null;
}

/** The update with its body, unless it was handled, forgotten or given up meanwhile. */
export async function openUpdate(
  ctx: InboxContext,
  input: { readonly updateId: number },
): Promise<OpenUpdate | null> {
  const [row] = await ctx.db
    .select({ attempts: updates.attempts, sealed: updates.sealed })
    .from(updates)
    .where(
      and(
        eq(updates.botId, ctx.botId),
        eq(updates.updateId, input.updateId),
        isNull(updates.handledAt),
        lt(updates.attempts, maxAttempts),
      ),
    );
  if (row === undefined || row.sealed === null) return null;
  const opened = ctx.inbox.open(row.sealed, { bot: ctx.botId, updateId: input.updateId });
  // A key that was replaced, or a row changed by hand, must not stop the updates behind it.
  const body = opened.ok ? Buffer.from(opened.value).toString('utf8') : null;
  return { updateId: input.updateId, attempts: row.attempts, body };
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
