import { sql } from 'drizzle-orm';
import type { CallId, StaffId } from '../../domain/ids.ts';
import type { CallMethod, CallPurpose } from '../../domain/words.ts';
import type { Context } from '../context.ts';
import { holdsEpoch } from '../leases/holds.ts';
import { inOrderOf, uuidArray } from './statement.ts';

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
  readonly staffId: StaffId | null;
  readonly sealedChat: Uint8Array | null;
}

/**
 * Takes calls in hand, in one statement: once this returns, the attempts are on record and their bytes may go out.
 * What is no longer planned is left out. Takes nothing when `epoch` is no longer the token's.
 */
export async function claimCalls(
  ctx: Context,
  input: { readonly epoch: number; readonly ids: readonly CallId[] },
): Promise<ClaimedCall[]> {
  if (input.ids.length === 0) return [];
  const rows = await ctx.db.execute<Row>(sql`
    with due as materialized (
      select c.id from calls c
      where c.id = any(${uuidArray(input.ids)}) and c.state = 'planned' and ${holdsEpoch(ctx, input.epoch)}
      for no key update of c skip locked
    ), taken as (
      update calls c set
        state = 'attempting', epoch = ${input.epoch},
        attempted_at = ${ctx.clock.now().toString()}::timestamptz, attempts = least(c.attempts + 1, 32767)
      from due where c.id = due.id
      returning c.*
    )
    select t.id, t.purpose, t.method, t.attempts, t.outcome, t.staff_id as "staffId",
      (extract(epoch from t.not_after) * 1000)::float8 as "notAfter", t.sealed_params as "sealedParams",
      coalesce(t.sealed_chat, s.sealed_chat) as "sealedChat", coalesce(t.chat_index, s.chat_index) as "chatIndex"
    from taken t left join staff s on s.id = t.staff_id and s.bot_id = t.bot_id`);
  return inOrderOf(input.ids, rows.map(toCall));
}

function toCall({ staffId, sealedChat, ...call }: Row): ClaimedCall {
  return { ...call, kind: 'call', destination: destinationOf(staffId, sealedChat) };
}

function destinationOf(staffId: StaffId | null, sealedChat: Uint8Array | null): CallDestination | null {
  if (sealedChat === null) return null;
  return staffId === null ? { to: 'chat', sealedChat } : { to: 'staff', staffId, sealedChat };
}
