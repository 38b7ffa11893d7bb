import { type ActionRequest, rolesFor, stands } from '../../domain/broadcast-action.ts';
import type { CoreContext } from '../context.ts';
import { standingRequest } from '../staff/standing-request.ts';
import type { BroadcastRow } from './find.ts';

/** What somebody asked for of a broadcast, for as long as they may; null when nobody did. That it lapses is not looked at. */
export async function requestFor(ctx: CoreContext, broadcast: BroadcastRow): Promise<ActionRequest | null> {
  const { asked: action, askedBy: by, askedAt: at } = broadcast;
  if (action === null) return null;
  const roles = rolesFor(broadcast.kind, action);
  const standing = await standingRequest(ctx, { by, at }, { roles, caseId: broadcast.caseId });
  return standing === null ? null : { action, ...standing };
}

/** What still waits for a second person. */
export async function waitingRequest(
  ctx: CoreContext,
  broadcast: BroadcastRow,
): Promise<ActionRequest | null> {
  if (!stands({ at: broadcast.askedAt }, ctx.clock.now())) return null;
  return requestFor(ctx, broadcast);
}
