import { calls } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import { type CallId, newId, type StaffId } from '../../domain/ids.ts';
import { type RenderedMessage, sendCall } from '../../domain/message.ts';
import type { Context } from '../context.ts';
import { wake } from '../wake.ts';

/** How long a notice to staff is still worth sending. */
const noticeLasts = Temporal.Duration.from({ hours: 72 });

/**
 * Sends a message to a staff member's linked chat, once the present transaction has been committed. Answers the
 * call's id: its row goes when it is over.
 */
export async function notifyStaff(ctx: Context, staffId: StaffId, message: RenderedMessage): Promise<CallId> {
  const id = newId<CallId>();
  const { method, params } = sendCall(message);
  const now = ctx.clock.now();
  await ctx.db.insert(calls).values({
    id,
    botId: ctx.botId,
    purpose: 'notice',
    method,
    sealedParams: ctx.seal(JSON.stringify(params), binding.callParams(id)),
    staffId,
    state: 'planned',
    dueAt: now,
    notAfter: now.add(noticeLasts),
  });
  await wake(ctx, 'sender');
  return id;
}
