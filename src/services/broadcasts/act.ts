import { eq } from 'drizzle-orm';
import { broadcasts } from '../../db/schema/index.ts';
import {
  type ActionRequest,
  type ActionVerdict,
  judgeAction,
  requestLasts,
} from '../../domain/broadcast-action.ts';
import type { BroadcastId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { shownCount } from '../../domain/shown-count.ts';
import type { BroadcastAction, BroadcastState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { wake } from '../wake.ts';
import { type BroadcastRow, lockBroadcast } from './find.ts';
import { requestFor } from './request.ts';
import { askSecondPerson, tellOfAction } from './tell-staff.ts';
import { WITHDRAWN_AT_ONCE, withdrawPlanned } from './withdraw-planned.ts';

/** What somebody wants done to which broadcast. */
export interface ActOnBroadcast {
  readonly broadcastId: BroadcastId;
  readonly action: BroadcastAction;
  /** Only as the second person: when nobody waits for one, it is refused and nothing new is asked for. */
  readonly agreeing?: boolean;
}

export type ActOnBroadcastRefusal =
  | { readonly code: 'broadcast-unknown' }
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'action-impossible'; readonly action: BroadcastAction; readonly state: BroadcastState }
  | { readonly code: 'own-request' }
  | { readonly code: 'request-lapsed' };

/** What came of it. */
export interface Acted {
  readonly state: BroadcastState;
  readonly effect: 'done' | 'awaits-second-person';
  /** Until when a second person may agree; null when it is done. */
  readonly lapsesAt: Temporal.Instant | null;
  /** How many were asked, or had been asked before, in the bot to be the second person. */
  readonly asked: number;
}

/**
 * Pauses, resumes or cancels a broadcast, alone or as the second of two (`domain/broadcast-action.ts`). What a pause
 * or cancel stops goes out no more from the moment that this is committed, but for what the sender has in its hands. To
 * ask for what is so already changes nothing, and takes back a request for something else.
 */
export async function actOnBroadcast(
  ctx: StaffContext,
  input: ActOnBroadcast,
): Promise<Result<Acted, ActOnBroadcastRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { action } = input;
    const broadcast = await lockBroadcast(tx, input.broadcastId);
    if (broadcast === undefined) return refused({ code: 'broadcast-unknown' });
    const { kind, state } = broadcast;
    const asked = await requestFor(tx, broadcast);
    const verdict = judgeAction({ kind, state, asked }, action, tx.actor, tx.clock.now());
    switch (verdict.do) {
      case 'refuse':
        return verdict.code === 'not-an-approver'
          ? refused({ code: verdict.code })
          : refused({ code: verdict.code, action, state });
      case 'nothing':
        if (asked !== null) await dropRequest(tx, broadcast, action);
        return done({ state, effect: 'done', lapsesAt: null, asked: 0 });
      case 'ask':
        if (input.agreeing) return refused({ code: verdict.again ? 'own-request' : 'request-lapsed' });
        return done(await ask(tx, broadcast, action, verdict.again ? asked : null));
      case 'move':
        return done(await move(tx, broadcast, action, verdict));
    }
  });
}

async function ask(
  ctx: StaffContext,
  broadcast: BroadcastRow,
  action: BroadcastAction,
  standing: ActionRequest | null,
): Promise<Acted> {
  const { state } = broadcast;
  const awaiting = { state, effect: 'awaits-second-person' } as const;
  if (standing !== null) return { ...awaiting, lapsesAt: standing.at.add(requestLasts), asked: 0 };
  const at = ctx.clock.now();
  await ctx.db
    .update(broadcasts)
    .set({ asked: action, askedBy: ctx.actor.id, askedAt: at })
    .where(eq(broadcasts.id, broadcast.id));
  const asked = await askSecondPerson(ctx, broadcast, action);
  await audit(ctx, {
    verb: 'broadcasts/ask',
    subject: { type: 'broadcast', id: broadcast.id },
    details: { action, state, asked, via: ctx.actor.via },
  });
  return { ...awaiting, lapsesAt: at.add(requestLasts), asked };
}

async function dropRequest(
  ctx: StaffContext,
  broadcast: BroadcastRow,
  action: BroadcastAction,
): Promise<void> {
  await ctx.db.update(broadcasts).set(nothingAsked).where(eq(broadcasts.id, broadcast.id));
  await audit(ctx, {
    verb: 'broadcasts/drop-request',
    subject: { type: 'broadcast', id: broadcast.id },
    details: { action, dropped: broadcast.asked, askedBy: broadcast.askedBy, via: ctx.actor.via },
  });
}

async function move(
  ctx: StaffContext,
  broadcast: BroadcastRow,
  action: BroadcastAction,
  { to, agreedWith }: Extract<ActionVerdict, { do: 'move' }>,
): Promise<Acted> {
  await ctx.db
    .update(broadcasts)
    .set({ state: to, haltedFor: null, ...nothingAsked })
    .where(eq(broadcasts.id, broadcast.id));
  // What is too much for one statement is left to the job that withdraws.
  const withdrawn = to === 'cancelled' ? await withdrawPlanned(ctx, broadcast.id) : 0;
  await audit(ctx, {
    verb: 'broadcasts/act',
    subject: { type: 'broadcast', id: broadcast.id },
    details: {
      action,
      before: broadcast.state,
      after: to,
      agreedWith,
      withdrawn: shownCount(withdrawn),
      via: ctx.actor.via,
    },
  });
  await tellOfAction(ctx, broadcast, { action, agreedWith });
  await wake(ctx, 'sender');
  if (withdrawn === WITHDRAWN_AT_ONCE) await wake(ctx, 'scheduler');
  return { state: to, effect: 'done', lapsesAt: null, asked: 0 };
}

const nothingAsked = { asked: null, askedBy: null, askedAt: null } as const;
