import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Inbox } from '../../crypto/inbox.ts';
import type { Opener } from '../../crypto/seal.ts';
import { auditEntries, updates } from '../../db/schema/index.ts';
import type { CoreContext } from '../context.ts';
import { oldValues } from './reseal.ts';

/** How long an old key is kept after nothing needs it any more: what goes wrong shows within it. */
const oldKeysKept = Temporal.Duration.from({ hours: 7 * 24 });

/** What still needs the keys before the present ones, and from when on they may go. */
export interface OldKeys {
  /** Values that one of the older keys opens. */
  readonly sealed: number;
  /** Of each table, how many values open with none of the keys: these lose nothing by their end. */
  readonly unreadable: Readonly<Record<string, number>>;
  /** What the bot was told and has not handled, under an older inbox key. */
  readonly updates: number;
  /** A week after what was sealed was sealed anew for the first time; null: never yet. */
  readonly from: Temporal.Instant | null;
}

/** What still needs the older keys. `opener`: with all keys; `inbox`: with the present key alone. */
export async function readOldKeys(
  ctx: CoreContext,
  { epoch, opener, inbox }: { readonly epoch: number; readonly opener: Opener; readonly inbox: Inbox },
): Promise<OldKeys> {
  const old = await oldValues(ctx, { epoch, opener });
  const unreadable: Record<string, number> = {};
  for (const { table, opens } of old) if (!opens) unreadable[table] = (unreadable[table] ?? 0) + 1;
  const [first] = await ctx.db
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .where(and(eq(auditEntries.verb, 'keys/reseal'), eq(auditEntries.subjectId, String(epoch))))
    .orderBy(asc(auditEntries.at))
    .limit(1);
  return {
    sealed: old.filter(({ opens }) => opens).length,
    unreadable,
    updates: await countUnopened(ctx, inbox),
    from: first?.at.add(oldKeysKept) ?? null,
  };
}

/** Whether the older keys may go. `despite`: what opens with none of the keys may stay so. */
export function mayForgetOldKeys(
  { sealed, unreadable, updates: waiting, from }: OldKeys,
  { now, despite }: { readonly now: Temporal.Instant; readonly despite: boolean },
): boolean {
  const isClear = sealed === 0 && waiting === 0 && (despite || Object.keys(unreadable).length === 0);
  return isClear && from !== null && Temporal.Instant.compare(from, now) <= 0;
}

/** How much of what lies in the inbox does not open with its present key; little waits there at any time. */
async function countUnopened(ctx: CoreContext, inbox: Inbox): Promise<number> {
  const kept = await ctx.db
    .select({ bot: updates.botId, updateId: updates.updateId, sealed: updates.sealed })
    .from(updates)
    .where(isNotNull(updates.sealed));
  return kept.filter(({ sealed, ...ids }) => sealed !== null && !inbox.open(sealed, ids).ok).length;
}
