import { hasRole } from '../../domain/actor.ts';
import { requestLasts, stands } from '../../domain/broadcast-action.ts';
import type { PauseId } from '../../domain/ids.ts';
import type { Localised } from '../../domain/localised.ts';
import { mayLift } from '../../domain/pause.ts';
import { findCase } from '../cases/find.ts';
import { isOwnCase } from '../cases/scope.ts';
import type { StaffContext } from '../context.ts';
import { staffName } from '../staff/find.ts';
import { standingRequest } from '../staff/standing-request.ts';
import { type PauseRow, standingPauses } from './standing.ts';

/** A pause that stands, as a staff member sees it on the stop switch. */
export interface ShownPause {
  readonly id: PauseId;
  /** The case whose posts are stopped; null: all posts are. */
  readonly caseName: Localised | null;
  /** The name of who stopped them. */
  readonly by: string;
  readonly since: Temporal.Instant;
  /** Who wants to start again, and until when a second person may agree. */
  readonly asked: { readonly name: string; readonly until: Temporal.Instant } | null;
  /** What the actor may do about it: start again as the first, or agree as the second; null: neither. */
  readonly mayDo: 'lift' | 'agree' | null;
}

/** The pauses that stand, oldest first. */
export async function shownPauses(ctx: StaffContext): Promise<ShownPause[]> {
  const shown: ShownPause[] = [];
  for (const pause of await standingPauses(ctx)) shown.push(await shownPause(ctx, pause));
  return shown;
}

async function shownPause(ctx: StaffContext, pause: PauseRow): Promise<ShownPause> {
  const { id, caseId, pausedBy, pausedAt, askedBy, askedAt } = pause;
  const asking = await standingRequest(ctx, { by: askedBy, at: askedAt }, { roles: mayLift, caseId });
  const asked = asking !== null && stands(asking, ctx.clock.now()) ? asking : null;
  const isOwn = asked?.by === ctx.actor.id;
  return {
    id,
    caseName: caseId === null ? null : (await findCase(ctx, caseId)).name,
    by: await staffName(ctx, pausedBy),
    since: pausedAt,
    asked: asked && { name: await staffName(ctx, asked.by), until: asked.at.add(requestLasts) },
    mayDo:
      !hasRole(ctx.actor, ...mayLift) || !isOwnCase(ctx, caseId) || isOwn ? null : asked ? 'agree' : 'lift',
  };
}
