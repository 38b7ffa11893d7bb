import { sql } from 'drizzle-orm';
import type { CallId, StaffId } from '../../domain/ids.ts';
import type { CallMethod, CallPurpose } from '../../domain/words.ts';
import type { Context } from '../context.ts';
import { holdsEpoch } from '../leases/holds.ts';
import { uuidArray } from './statement.ts';

/** A call in its sender's hands: committed as `attempting` under the sender's epoch. */
export interface ClaimedCall {
  readonly kind: 'call';
  readonly id: CallId;
  readonly purpose: CallPurpose;
  readonly method: CallMethod;
  /** Together with the epoch it names this attempt: whoever settles an older one changes nothing. */
  readonly attempts: number;
  /** The class of the attempt before, if there was one. */
  readonly outcome: string | null;
  /** Milliseconds since 1970. */
  readonly notAfter: number;
  readonly sealedParams: Uint8Array;
  /** Null for a staff member who has no chat any more. */
  readonly destination: CallDestination | null;
  readonly chatIndex: Uint8Array | null;
}

/** Whose sealed chat it goes to, since that decides what the sealed value is bound to. */
export type CallDestination =
  | { readonly to: 'chat'; readonly sealedChat: Uint8Array }
  | { readonly to: 'staff'; readonly staffId: StaffId; readonly sealedChat: Uint8Array };

interface Row extends Record<string, unknown>, Omit<ClaimedCall, 'kind' | 'destination'> {
  readonly dueAt: number;
  readonly staffId: StaffId | null;
  readonly sealedChat: Uint8Array | null;
}

/**
 * Takes the calls that are due: replies and notices first, deletions after them. Calls to one chat leave one
 * after the other in the order they were made (deletions aside, whose order tells nothing). Takes nothing when
 * `epoch` is no longer the token's.
 */
export async function claimCalls(
  ctx: Context,
  input: {
    readonly epoch: number;
    readonly limit: number;
    /** False leaves deletions where they are. */
    readonly deletions: boolean;
    /** Calls that must wait for their chats; those made after them for the same chat wait too. */
    readonly except: readonly string[];
  },
): Promise<readonly ClaimedCall[]> {
  const now = ctx.clock.now().toString();
  const rows = await ctx.db.execute<Row>(sql`
    with due as materialized (
      select c.id from calls c
      where c.bot_id = ${ctx.botId} and c.state = 'planned' and c.due_at <= ${now}::timestamptz
        and c.id <> all(${uuidArray(input.except)})
        and ${holdsEpoch(ctx, input.epoch)}
        and (c.purpose <> 'deletion' or ${input.deletions})
        and (c.purpose = 'deletion' or not exists (
          select 1 from calls e
          where e.bot_id = c.bot_id and e.id < c.id and e.purpose <> 'deletion'
            and e.state in ('planned', 'attempting')
            and (e.chat_index = c.chat_index or e.staff_id = c.staff_id)))
      order by (c.purpose = 'deletion'), c.due_at, c.id
      limit ${input.limit}
      for no key update of c skip locked
    ), taken as (
      update calls c set
        state = 'attempting', epoch = ${input.epoch}, attempted_at = ${now}::timestamptz,
        attempts = least(c.attempts + 1, 32767)
      from due where c.id = due.id
      returning c.*
    )
    select t.id, t.purpose, t.method, t.attempts, t.outcome, t.staff_id as "staffId",
      (extract(epoch from t.due_at) * 1000)::float8 as "dueAt",
      (extract(epoch from t.not_after) * 1000)::float8 as "notAfter", t.sealed_params as "sealedParams",
      coalesce(t.sealed_chat, s.sealed_chat) as "sealedChat", coalesce(t.chat_index, s.chat_index) as "chatIndex"
    from taken t left join staff s on s.id = t.staff_id and s.bot_id = t.bot_id`);
  return rows.toSorted(inTurn).map(toCall);
}

function inTurn(a: Row, b: Row): number {
  const deletions = Number(a.purpose === 'deletion') - Number(b.purpose === 'deletion');
  return deletions || a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1);
}

function toCall({ dueAt: _, staffId, sealedChat, ...call }: Row): ClaimedCall {
  return { ...call, kind: 'call', destination: destinationOf(staffId, sealedChat) };
}

function destinationOf(staffId: StaffId | null, sealedChat: Uint8Array | null): CallDestination | null {
  if (sealedChat === null) return null;
  return staffId === null ? { to: 'chat', sealedChat } : { to: 'staff', staffId, sealedChat };
}
