import { and, desc, eq, isNotNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Inbox } from '../../crypto/inbox.ts';
import type { Opener, Sealer } from '../../crypto/seal.ts';
import { auditEntries, updates } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import type { AccountId, CallId, ContactId, EndpointId, StaffId, SubscriberId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { hex, jsonRows } from '../deliveries/statement.ts';

/** Everything that is sealed to the sender's key: in which column, and to what it is bound. */
const sealed: readonly {
  readonly table: string;
  readonly column: string;
  readonly bound: (id: string) => string;
  /** It is a chat, and the row is found by its index; `once`: by one row at most. */
  readonly chat?: 'once' | 'any';
}[] = [
  {
    table: 'subscribers',
    column: 'sealed_chat',
    bound: (id) => binding.subscriberChat(id as SubscriberId),
    chat: 'once',
  },
  { table: 'staff', column: 'sealed_chat', bound: (id) => binding.staffChat(id as StaffId), chat: 'once' },
  { table: 'calls', column: 'sealed_chat', bound: (id) => binding.callChat(id as CallId), chat: 'any' },
  { table: 'calls', column: 'sealed_params', bound: (id) => binding.callParams(id as CallId) },
  {
    table: 'accounts',
    column: 'sealed_credentials',
    bound: (id) => binding.accountCredentials(id as AccountId),
  },
  {
    table: 'endpoints',
    column: 'sealed_secret',
    bound: (id) => binding.endpointSecret(id as EndpointId),
  },
  { table: 'contacts', column: 'sealed', bound: (id) => binding.contact(id as ContactId) },
];

/** The names of these columns, so that a test can see whether one is missing. */
export const resealedColumns = sealed.map(({ table, column }) => `${table}.${column}`);

const BATCH = 1000;

/** How long an old key is kept after nothing needs it any more: what goes wrong shows within it. */
const oldKeysKept = Temporal.Duration.from({ hours: 7 * 24 });

/** What one batch came to, in rows. */
export interface Resealed {
  readonly resealed: number;
  /** What opens with none of our keys: changed by hand, or sealed to a key that is gone. It stays as it is. */
  readonly unreadable: number;
}

/**
 * Seals anew to the key of `epoch` whatever is sealed to an older one, and lets chats be found by `chatIndex`, a batch at a
 * time, while the service goes on: a row that changes meanwhile keeps its change. It may be cut off and done again. Whoever
 * sends, and the bot, must know the new keys before it is called. A chat that has a row by the new keys already keeps its
 * older one until it speaks (`recogniseChat`).
 */
export async function reseal(
  ctx: CoreContext,
  keys: {
    readonly epoch: number;
    readonly opener: Opener;
    readonly sealer: Sealer;
    readonly chatIndex: (botId: string, chatId: string) => Uint8Array;
  },
): Promise<Resealed> {
  const done = { resealed: 0, unreadable: 0 };
  for (const one of sealed) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await ctx.db.execute<{ id: string; sealed: Uint8Array; botId: string | null }>(sql`
        select id, ${sql.raw(one.column)} as sealed, ${sql.raw(one.chat ? 'bot_id' : 'null')} as "botId" from ${sql.raw(one.table)}
        where id > ${after}::uuid and ${isOld(one.column, keys.epoch)} order by id limit ${BATCH}`);
      const changes = rows.flatMap(({ id, sealed: old, botId }) => {
        const opened = keys.opener.open(old, one.bound(id));
        if (!opened.ok) return [];
        const anew = keys.sealer.seal(opened.value, one.bound(id));
        const chat =
          botId === null ? null : keys.chatIndex(botId, Buffer.from(opened.value).toString('latin1'));
        return [{ id, old: hex(old), anew: hex(anew), chat: chat && hex(chat) }];
      });
      after = rows.at(-1)?.id ?? after;
      done.unreadable += rows.length - changes.length;
      const result = await ctx.db.execute(sql`
        update ${sql.raw(one.table)} t set ${sql.raw(one.column)} = decode(c.anew, 'hex')
          ${sql.raw(one.chat ? ", chat_index = decode(c.chat, 'hex')" : '')}
        from jsonb_to_recordset(${jsonRows(changes)}) as c(id uuid, old text, anew text, chat text)
        where t.id = c.id and t.${sql.raw(one.column)} = decode(c.old, 'hex')
          ${one.chat === 'once' ? isFree(one.table) : sql``}`);
      done.resealed += result.count;
      if (rows.length < BATCH) break;
    }
  }
  await inTransaction(ctx, (tx) =>
    audit(tx, {
      verb: 'keys/reseal',
      subject: { type: 'key', id: String(keys.epoch) },
      details: { epoch: keys.epoch, resealed: done.resealed, unreadable: done.unreadable },
    }),
  );
  return done;
}

/** How many values are sealed to an older key than that of `epoch`. */
export async function countOld(ctx: Pick<CoreContext, 'db'>, epoch: number): Promise<number> {
  let count = 0;
  for (const { table, column } of sealed) {
    const [row] = await ctx.db.execute<{ count: number }>(sql`
      select count(*)::int as count from ${sql.raw(table)} where ${isOld(column, epoch)}`);
    count += row?.count ?? 0;
  }
  return count;
}

/**
 * Whether old keys may go: nothing is sealed to them, and that was so already `oldKeysKept` ago. `inbox`: with the present
 * key alone.
 */
export async function mayForgetOldKeys(
  ctx: CoreContext,
  { epoch, inbox }: { readonly epoch: number; readonly inbox: Inbox },
): Promise<boolean> {
  if ((await countOld(ctx, epoch)) > 0 || !(await allOpen(ctx, inbox))) return false;
  const [resealed] = await ctx.db
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.verb, 'keys/reseal'),
        eq(auditEntries.subjectId, String(epoch)),
        lte(auditEntries.at, ctx.clock.now().subtract(oldKeysKept)),
      ),
    )
    .orderBy(desc(auditEntries.at))
    .limit(1);
  return resealed !== undefined;
}

/** Whether all that lies in the inbox opens with its present key; few wait there at any time. */
async function allOpen(ctx: CoreContext, inbox: Inbox): Promise<boolean> {
  const kept = await ctx.db
    .select({ bot: updates.botId, updateId: updates.updateId, sealed: updates.sealed })
    .from(updates)
    .where(isNotNull(updates.sealed));
  return kept.every(({ sealed, ...ids }) => sealed === null || inbox.open(sealed, ids).ok);
}

/** That no other row is found by the index that this one is to have. */
function isFree(table: string): SQL {
  return sql`and not exists (
    select from ${sql.raw(table)} o where o.bot_id = t.bot_id and o.chat_index = decode(c.chat, 'hex') and o.id <> t.id)`;
}

/** Version 1 of a sealed value begins with its version and, in two bytes, the epoch of its key. */
function isOld(column: string, epoch: number): SQL {
  const bytes = sql.raw(column);
  return sql`${bytes} is not null and length(${bytes}) > 3
    and get_byte(${bytes}, 1) * 256 + get_byte(${bytes}, 2) < ${epoch}`;
}
