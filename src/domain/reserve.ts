import { mayForAllCases, type StaffActor } from './actor.ts';
import { type ContentHash, contentHash } from './canonical.ts';
import type { ReserveRequestId, StaffId } from './ids.ts';
import type { Role } from './words.ts';

/** Where followers find the campaign when its bot falls silent, by their public names in Telegram, without `@`. */
export interface Reserve {
  readonly bot: string | null;
  readonly channel: string | null;
}

/** Who names what stands in reserve, as the first of two, or takes it away; they work on all cases. */
export const reserveSetters = ['coordinator', 'admin'] as const satisfies readonly Role[];

/** Who agrees as the second: also whoever decides on every word that followers get. They work on all cases. */
export const reserveAgreers = ['approver', 'coordinator', 'admin'] as const satisfies readonly Role[];

/** How long it waits for a second person: it is named ahead of the day on which it is needed. */
export const reserveRequestLasts = Temporal.Duration.from({ hours: 24 });

/** A reserve that one person has named. */
export interface ReserveRequest {
  readonly id: ReserveRequestId;
  readonly reserve: Reserve;
  readonly by: StaffId;
  readonly at: Temporal.Instant;
}

/** Whether followers would be led to a place to which they are not led yet. Telegram's names have no case. */
function namesAnew(present: Reserve, wanted: Reserve): boolean {
  return (['bot', 'channel'] as const).some(
    (place) => wanted[place] !== null && wanted[place].toLowerCase() !== present[place]?.toLowerCase(),
  );
}

/** What becomes of the wish for another reserve. */
type ReserveVerdict =
  | { readonly do: 'refuse'; readonly code: 'not-a-coordinator' }
  /** It is so already; a request for something else is dropped. */
  | { readonly do: 'nothing' }
  /** It only takes away. */
  | { readonly do: 'set' }
  /** It takes a second person. `again`: the very same waits for one already. */
  | { readonly do: 'ask'; readonly again: boolean };

/**
 * What becomes of the wish that `wanted` stands in reserve. One person takes a place away at once, for it may have been
 * taken over; to name one takes two, since whoever named a false one alone could lead every follower there. Pure and total.
 */
export function judgeReserve(
  present: Reserve,
  wanted: Reserve,
  { asked, actor }: { readonly asked: ReserveRequest | null; readonly actor: StaffActor },
): ReserveVerdict {
  if (!mayForAllCases(actor, ...reserveSetters)) return { do: 'refuse', code: 'not-a-coordinator' };
  if (isSame(present, wanted)) return { do: 'nothing' };
  if (!namesAnew(present, wanted)) return { do: 'set' };
  return { do: 'ask', again: asked !== null && isSame(asked.reserve, wanted) };
}

/** Why a staff member may not be the second person; null when they may. */
export function mayAgreeToReserve(
  { by }: Pick<ReserveRequest, 'by'>,
  actor: StaffActor,
): { readonly code: 'not-an-approver' | 'own-request' } | null {
  if (!mayForAllCases(actor, ...reserveAgreers)) return { code: 'not-an-approver' };
  return by === actor.id ? { code: 'own-request' } : null;
}

/** Whether a request still waits at an instant. */
export function reserveRequestStands(
  { at }: { readonly at: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  return Temporal.Instant.compare(now, at.add(reserveRequestLasts)) < 0;
}

/** What the second person's key signs: the very names, of the very request. */
export function reserveHash({
  id,
  reserve: { bot, channel },
}: Pick<ReserveRequest, 'id' | 'reserve'>): ContentHash {
  return contentHash({ type: 'reserve', request: id, bot, channel });
}

function isSame(one: Reserve, other: Reserve): boolean {
  return one.bot === other.bot && one.channel === other.channel;
}
