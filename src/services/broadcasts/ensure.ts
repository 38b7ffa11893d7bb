import { sql } from 'drizzle-orm';
import { broadcasts } from '../../db/schema/index.ts';
import { type AlertId, type BroadcastId, type CaseId, newId, type PostId } from '../../domain/ids.ts';
import type { BroadcastState } from '../../domain/words.ts';
import type { Context } from '../context.ts';
import { jsonRows } from '../deliveries/statement.ts';

/** What a broadcast is made of. */
export interface BroadcastToMake {
  readonly subject:
    | { readonly kind: 'alert'; readonly alertId: AlertId }
    | { readonly kind: 'post'; readonly postId: PostId };
  readonly caseId: CaseId;
  readonly priority: number;
  readonly notAfter: Temporal.Instant | null;
}

/** The broadcast, locked until the transaction ends: whoever ends it, or takes it back, waits and then sees all. */
export interface Broadcast {
  readonly id: BroadcastId;
  readonly state: BroadcastState;
  /** Just made: nothing was planned for it before. */
  readonly isNew: boolean;
}

/** The broadcast of each of these plans, made where there is none yet. */
export async function ensureBroadcasts<Plan extends BroadcastToMake>(
  ctx: Context,
  plans: readonly Plan[],
): Promise<ReadonlyMap<Plan, Broadcast>> {
  const made = new Map<Plan, Broadcast>();
  for (const [kind, ofKind] of Map.groupBy(plans, ({ subject }) => subject.kind)) {
    const rows = ofKind.map(({ subject, caseId, priority, notAfter }) => ({
      id: newId<BroadcastId>(),
      case_id: caseId,
      alert_id: subject.kind === 'alert' ? subject.alertId : null,
      post_id: subject.kind === 'post' ? subject.postId : null,
      priority,
      not_after: notAfter?.toString() ?? null,
    }));
    const target = kind === 'alert' ? sql`bot_id, alert_id` : sql`bot_id, post_id`;
    const written = await ctx.db.execute<{ id: BroadcastId; state: BroadcastState; about: string }>(sql`
      insert into ${broadcasts}
        (id, campaign_id, bot_id, case_id, kind, alert_id, post_id, priority, state, not_after, created_at)
      select p.id, ${ctx.campaignId}, ${ctx.botId}, p.case_id, ${kind}, p.alert_id, p.post_id, p.priority, 'running',
        p.not_after, ${ctx.clock.now().toString()}
      from jsonb_to_recordset(${jsonRows(rows)}) as p(id uuid, case_id uuid, alert_id uuid, post_id uuid,
        priority smallint, not_after timestamptz)
      on conflict (${target}) do update set priority = excluded.priority
      returning id, state, coalesce(alert_id, post_id) as about`);
    const by = new Map(written.map((row) => [row.about, row]));
    for (const [at, plan] of ofKind.entries()) {
      const found = by.get(plan.subject.kind === 'alert' ? plan.subject.alertId : plan.subject.postId);
      if (found === undefined) throw new Error('A broadcast was neither made nor found.');
      made.set(plan, { id: found.id, state: found.state, isNew: found.id === rows[at]?.id });
    }
  }
  return made;
}
