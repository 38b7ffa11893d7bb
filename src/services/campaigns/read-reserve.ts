import { mayForAllCases } from '../../domain/actor.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import type { ReserveRequestId, StaffId } from '../../domain/ids.ts';
import {
  mayAgreeToReserve,
  type Reserve,
  reserveHash,
  reserveRequestLasts,
  reserveSetters,
} from '../../domain/reserve.ts';
import type { StaffContext } from '../context.ts';
import { lacksSecondKey } from '../passkeys/second-key.ts';
import { staffName } from '../staff/find.ts';
import { findCampaign } from './find.ts';
import { botNotices, type PreparedNotice } from './reserve.ts';
import { standingReserveRequest } from './reserve-request.ts';

/** What stands in reserve, and what waits to. */
export interface ReserveRead {
  readonly reserve: Reserve;
  readonly notices: readonly PreparedNotice[];
  /** What somebody named and a second person has not agreed to; null: nothing. */
  readonly asked: {
    readonly id: ReserveRequestId;
    readonly reserve: Reserve;
    readonly by: StaffId;
    /** Theirs who named it. */
    readonly name: string;
    readonly since: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly contentHash: ContentHash;
    /** Whether whoever reads this may agree: not while they have one key only. */
    readonly mayAgree: boolean;
  } | null;
  /** Whether whoever reads this may name another, and take one away. */
  readonly maySet: boolean;
}

/** Reads it for whoever asks, with what they may do about it. */
export async function readReserve(ctx: StaffContext): Promise<ReserveRead> {
  const { reserveBot: bot, reserveChannel: channel } = await findCampaign(ctx);
  const asked = await standingReserveRequest(ctx);
  return {
    reserve: { bot, channel },
    notices: await botNotices(ctx),
    asked: asked && {
      id: asked.id,
      reserve: asked.reserve,
      by: asked.by,
      name: await staffName(ctx, asked.by),
      since: asked.at,
      until: asked.at.add(reserveRequestLasts),
      contentHash: reserveHash(asked),
      mayAgree: mayAgreeToReserve(asked, ctx.actor) === null && !(await lacksSecondKey(ctx)),
    },
    maySet: mayForAllCases(ctx.actor, ...reserveSetters),
  };
}
