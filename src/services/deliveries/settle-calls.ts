import { sql } from 'drizzle-orm';
import { binding } from '../../domain/bindings.ts';
import { shownCount } from '../../domain/shown-count.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { reach } from '../fail-point.ts';
import type { ClaimedCall } from './claim-calls.ts';
import type { CallVerdict } from './judge-call.ts';
import { after, jsonRows } from './statement.ts';

/** What became of a call that was claimed. */
export interface CallSettlement {
  readonly call: ClaimedCall;
  readonly end:
    | CallVerdict
    /** Nothing was tried; it keeps its turn. */
    | { readonly do: 'put-back' };
}

/**
 * Records what became of calls: what is over is deleted, the rest takes its turn again. A row whose attempt is no
 * longer the one of `epoch` that was claimed is left as it is. Doing it twice changes nothing.
 */
export async function settleCalls(
  ctx: Context,
  input: { readonly epoch: number; readonly settlements: readonly CallSettlement[] },
): Promise<void> {
  if (input.settlements.length === 0) return;
  await inTransaction(ctx, async (tx) => {
    await dropCalls(tx, input);
    reach('record.calls-dropped');
    await replanCalls(tx, input);
    reach('record.calls-replanned');
  });
}

interface Input {
  readonly epoch: number;
  readonly settlements: readonly CallSettlement[];
}

async function dropCalls(ctx: Context, { epoch, settlements }: Input): Promise<void> {
  const rows = settlements.flatMap(({ call, end }) =>
    end.do === 'drop'
      ? [{ id: call.id, attempts: call.attempts, unreachable: end.chat === 'unreachable' }]
      : [],
  );
  if (rows.length === 0) return;
  const [changed] = await ctx.db.execute<{ count: number }>(sql`
    with dropped as (
      delete from calls c using jsonb_to_recordset(${jsonRows(rows)})
        as x(id uuid, attempts int, unreachable boolean)
      where c.id = x.id and c.state = 'attempting' and c.epoch = ${epoch} and c.attempts = x.attempts
      returning c.chat_index, x.unreachable
    ), changed as (
      update subscribers s set state = 'unreachable' from dropped d
      where d.unreachable and s.bot_id = ${ctx.botId} and s.chat_index = d.chat_index and s.state = 'active'
      returning 1
    )
    select count(*)::int as count from changed`);
  if (changed === undefined || changed.count === 0) return;
  await audit(ctx, {
    verb: 'deliveries/settle-calls',
    subject: { type: 'subscriber', id: null },
    details: { unreachable: shownCount(changed.count) },
  });
}

async function replanCalls(ctx: Context, { epoch, settlements }: Input): Promise<void> {
  const now = ctx.clock.now();
  const rows = settlements.flatMap(({ call, end }) =>
    end.do === 'drop' ? [] : [{ id: call.id, attempts: call.attempts, ...replanned(ctx, call, end, now) }],
  );
  if (rows.length === 0) return;
  await ctx.db.execute(sql`
    update calls c set
      state = 'planned', outcome = coalesce(x.outcome, c.outcome), due_at = coalesce(x.due_at, c.due_at),
      sealed_chat = coalesce(decode(x.sealed, 'hex'), c.sealed_chat)
    from jsonb_to_recordset(${jsonRows(rows)})
      as x(id uuid, attempts int, outcome text, due_at timestamptz, sealed text)
    where c.id = x.id and c.state = 'attempting' and c.epoch = ${epoch} and c.attempts = x.attempts`);
}

function replanned(
  ctx: Context,
  call: ClaimedCall,
  end: Exclude<CallSettlement['end'], { do: 'drop' }>,
  now: Temporal.Instant,
): { readonly outcome?: string; readonly due_at?: string; readonly sealed?: string } {
  if (end.do === 'move') {
    const sealed = ctx.seal(String(end.to()), binding.callChat(call.id));
    return { outcome: 'migrated', sealed: Buffer.from(sealed).toString('hex') };
  }
  if (end.do === 'put-back') return {};
  return {
    outcome: end.outcome,
    ...(end.afterMs > 0 && { due_at: after(now, end.afterMs).toString() }),
  };
}
