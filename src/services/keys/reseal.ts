import { and, desc, eq, lte, type SQL, sql } from 'drizzle-orm';
import type { Opener, Sealer } from '../../crypto/seal.ts';
import { auditEntries } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import type { AccountId, CallId, ContactId, EndpointId, StaffId, SubscriberId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { jsonRows } from '../deliveries/statement.ts';

/** Everything that is sealed to the sender's key: in which column, and to what it is bound. */
const sealed: readonly {
  readonly table: string;
  readonly column: string;
  readonly bound: (id: string) => string;
}[] = [
  { table: 'subscribers', column: 'sealed_chat', bound: (id) => binding.subscriberChat(id as SubscriberId) },
  { table: 'staff', column: 'sealed_chat', bound: (id) => binding.staffChat(id as StaffId) },
  { table: 'calls', column: 'sealed_chat', bound: (id) => binding.callChat(id as CallId) },
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

/** How long an old private key is kept after nothing needs it any more: what goes wrong shows within it. */
const oldKeysKept = Temporal.Duration.from({ hours: 7 * 24 });

/** What one batch came to, in rows. */
export interface Resealed {
  readonly resealed: number;
  /** What opens with none of our keys: changed by hand, or sealed to a key that is gone. It stays as it is. */
  readonly unreadable: number;
}

/**
 * Seals anew to the key of `epoch` whatever is sealed to an older one, a batch at a time, while the service goes on: a
 * row that changes meanwhile keeps its change. It may be cut off and done again. Whoever sends must know the new key
 * before it is called.
 */
export async function reseal(
  ctx: CoreContext,
  keys: { readonly epoch: number; readonly opener: Opener; readonly sealer: Sealer },
): Promise<Resealed> {
  const done = { resealed: 0, unreadable: 0 };
  for (const one of sealed) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await ctx.db.execute<{ id: string; sealed: Uint8Array }>(sql`
        select id, ${sql.raw(one.column)} as sealed from ${sql.raw(one.table)}
        where id > ${after}::uuid and ${isOld(one.column, keys.epoch)} order by id limit ${BATCH}`);
      const changes = rows.flatMap(({ id, sealed: old }) => {
        const opened = keys.opener.open(old, one.bound(id));
        if (!opened.ok) return [];
        const anew = Buffer.from(keys.sealer.seal(opened.value, one.bound(id)));
        return [{ id, old: Buffer.from(old).toString('hex'), anew: anew.toString('hex') }];
      });
      after = rows.at(-1)?.id ?? after;
      done.unreadable += rows.length - changes.length;
      const result = await ctx.db.execute(sql`
        update ${sql.raw(one.table)} t set ${sql.raw(one.column)} = decode(c.anew, 'hex')
        from jsonb_to_recordset(${jsonRows(changes)}) as c(id uuid, old text, anew text)
        where t.id = c.id and t.${sql.raw(one.column)} = decode(c.old, 'hex')`);
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

/** Whether old private keys may go: nothing is sealed to them, and that was so already `oldKeysKept` ago. */
export async function mayForgetOldKeys(ctx: CoreContext, epoch: number): Promise<boolean> {
  if ((await countOld(ctx, epoch)) > 0) return false;
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

/** Version 1 of a sealed value begins with its version and, in two bytes, the epoch of its key. */
function isOld(column: string, epoch: number): SQL {
  const bytes = sql.raw(column);
  return sql`${bytes} is not null and length(${bytes}) > 3
    and get_byte(${bytes}, 1) * 256 + get_byte(${bytes}, 2) < ${epoch}`;
}
