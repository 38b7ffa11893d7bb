import { eq, type SQL, sql } from 'drizzle-orm';
import type { Opener, Sealer } from '../../crypto/seal.ts';
import { staff } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import type { AccountId, CallId, ContactId, EndpointId, StaffId, SubscriberId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { hex, jsonRows } from '../deliveries/statement.ts';
import { mergeSubscribers } from '../subscribers/merge.ts';

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

/** What one batch came to, in rows. */
export interface Resealed {
  readonly resealed: number;
  /** What opens with none of our keys: changed by hand, or sealed to a key that is gone. It stays as it is. */
  readonly unreadable: number;
  /** Chats that were taken for new ones, by a bot with the old keys, and are one again. */
  readonly merged: number;
}

/**
 * Seals anew to the key of `epoch` whatever is sealed to an older one, and lets chats be found by `chatIndex`, a batch at a
 * time, while the service goes on: a row that changes meanwhile keeps its change. It may be cut off and done again. Whoever
 * sends, and the bot, must know the new keys before it is called (`otherKeysInUse`). A chat that has a row by the new keys
 * already gets what the older one had.
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
  const done = { resealed: 0, unreadable: 0, merged: 0 };
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
      if (one.table === 'subscribers') done.merged += await mergeDoubles(ctx, changes);
      if (one.table === 'staff') await unlinkDoubles(ctx, changes);
      if (rows.length < BATCH) break;
    }
  }
  await inTransaction(ctx, (tx) =>
    audit(tx, {
      verb: 'keys/reseal',
      subject: { type: 'key', id: String(keys.epoch) },
      details: { epoch: keys.epoch, ...done },
    }),
  );
  return done;
}

/** A row that was to be sealed anew, in hex: as it was found, and the index by which its chat is found from now on. */
interface Change {
  readonly id: string;
  readonly old: string;
  readonly chat: string | null;
}

/** Of chats that have a row by the new index already: that one gets what the older one has. */
async function mergeDoubles(ctx: CoreContext, changes: readonly Change[]): Promise<number> {
  const doubles = await doublesOf<SubscriberId>(ctx, 'subscribers', changes);
  for (const { id, present } of doubles) await inTransaction(ctx, (tx) => mergeSubscribers(tx, id, present));
  return doubles.length;
}

/** A chat that was linked to somebody else since is theirs, as it would be without a rotation. */
async function unlinkDoubles(ctx: CoreContext, changes: readonly Change[]): Promise<void> {
  for (const { id } of await doublesOf<StaffId>(ctx, 'staff', changes)) {
    await ctx.db
      .update(staff)
      .set({ botId: null, chatIndex: null, sealedChat: null })
      .where(eq(staff.id, id));
  }
}

/** Those of the rows that were left as they were, since another is found by the index that they were to have. */
async function doublesOf<Row extends SubscriberId | StaffId>(
  ctx: CoreContext,
  table: 'subscribers' | 'staff',
  changes: readonly Change[],
): Promise<{ id: Row; present: Row }[]> {
  return [
    ...(await ctx.db.execute<{ id: Row; present: Row }>(sql`
      select t.id, o.id as present from jsonb_to_recordset(${jsonRows(changes)}) as c(id uuid, old text, chat text)
      join ${sql.raw(table)} t on t.id = c.id and t.sealed_chat = decode(c.old, 'hex')
      join ${sql.raw(table)} o on o.bot_id = t.bot_id and o.chat_index = decode(c.chat, 'hex') and o.id <> t.id`)),
  ];
}

/** A value that is sealed to an older key than the present one. */
export interface OldValue {
  readonly table: string;
  /** Whether one of our keys opens it. */
  readonly opens: boolean;
}

/** Every value that is sealed to an older key than that of `epoch`. */
export async function oldValues(
  ctx: Pick<CoreContext, 'db'>,
  { epoch, opener }: { readonly epoch: number; readonly opener: Opener },
): Promise<OldValue[]> {
  const found: OldValue[] = [];
  for (const { table, column, bound } of sealed) {
    const rows = await ctx.db.execute<{ id: string; sealed: Uint8Array }>(sql`
      select id, ${sql.raw(column)} as sealed from ${sql.raw(table)} where ${isOld(column, epoch)}`);
    for (const row of rows) found.push({ table, opens: opener.open(row.sealed, bound(row.id)).ok });
  }
  return found;
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
