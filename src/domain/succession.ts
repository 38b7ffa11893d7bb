import { hasRole, type StaffActor } from './actor.ts';
import type { StaffId } from './ids.ts';
import { done, type Result, refused } from './result.ts';
import { invitationLasts, replacementWaits, rolesForRequest, staffRequestLasts } from './staff-request.ts';
import type { Role } from './words.ts';

/*
 * Who takes over a role when those are gone who hold it. Two people name a colleague in advance, in calm; on the day one of
 * those who are left asks them to take over, everybody is told and can object for a day, and then they come into the role by
 * a key of their own. So one person who is left is enough, and an infiltrator alone neither names nor hastens anything.
 *
 * A naming stands by the words of two who could give them today. Where one of them has gone it cannot be told whether they were
 * arrested, for which they named somebody, or found out, for which their word is worth nothing. So it is in doubt: everybody
 * is told, whoever objects ends it, and for a week it can be called on as before, which takes a day. Unless others have put
 * their own word in place of each that is gone by then, it lapses.
 */

/** How long a naming of which a word is gone can be called on, and waits for somebody else's. */
export const doubtLasts = Temporal.Duration.from({ hours: 7 * 24 });

/** Somebody whom two have named for some roles. */
export interface NamedSuccessor {
  readonly staffId: StaffId;
  readonly roles: readonly Role[];
}

/** Whose word on a successor counts: whoever vouches for colleagues. */
export const successionVouchers: readonly Role[] = rolesForRequest['replace-keys'];

export type SuccessionRefusal =
  | { readonly code: 'role-missing'; readonly roles: readonly Role[] }
  | { readonly code: 'limited-to-cases' }
  /** Nobody speaks for themselves. */
  | { readonly code: 'own-keys' }
  | { readonly code: 'own-request' }
  | { readonly code: 'request-lapsed' };

/** Whether `actor` may name somebody for roles: an admin for any, everybody else who vouches for those that they hold. */
export function mayNameSuccessor(
  actor: StaffActor,
  { staffId, roles }: NamedSuccessor,
): SuccessionRefusal | null {
  const forbidden = mayCallSuccessor(actor, staffId);
  if (forbidden !== null) return forbidden;
  const own = hasRole(actor, 'admin') || roles.every((role) => hasRole(actor, role));
  return own ? null : { code: 'role-missing', roles: ['admin'] };
}

/** Whether `actor` may be the second one to name them. */
export function mayAgreeToSuccessor(
  actor: StaffActor,
  named: { readonly staffId: StaffId; readonly namedBy: StaffId; readonly namedAt: Temporal.Instant },
  now: Temporal.Instant,
): SuccessionRefusal | null {
  const forbidden = mayCallSuccessor(actor, named.staffId);
  if (forbidden !== null) return forbidden;
  if (named.namedBy === actor.id) return { code: 'own-request' };
  return isPast(named.namedAt.add(staffRequestLasts), now) ? { code: 'request-lapsed' } : null;
}

/** Whether `actor` may ask somebody who was named to take over: whoever vouches, works on all cases and is another. */
export function mayCallSuccessor(actor: StaffActor, staffId: StaffId): SuccessionRefusal | null {
  if (!hasRole(actor, ...successionVouchers)) return { code: 'role-missing', roles: successionVouchers };
  if (actor.cases !== null) return { code: 'limited-to-cases' };
  return staffId === actor.id ? { code: 'own-keys' } : null;
}

/** From when on, and until when, whoever was asked can take over. */
export function takesOver(calledAt: Temporal.Instant): { from: Temporal.Instant; until: Temporal.Instant } {
  const from = calledAt.add(replacementWaits);
  return { from, until: from.add(invitationLasts) };
}

/** What tells how far a naming has come. */
export interface NamingProgress {
  readonly namedAt: Temporal.Instant;
  readonly agreedAt: Temporal.Instant | null;
  /** When it was found that one of the two could give their word no more. */
  readonly doubtedAt: Temporal.Instant | null;
  readonly calledAt: Temporal.Instant | null;
}

/** Whether a naming waits for its second person, stands, stands in doubt, or nothing can come of it any more. */
export function namingState(
  { namedAt, agreedAt, doubtedAt, calledAt }: NamingProgress,
  now: Temporal.Instant,
): 'waits' | 'stands' | 'doubted' | 'lapsed' {
  if (agreedAt === null) return isPast(namedAt.add(staffRequestLasts), now) ? 'lapsed' : 'waits';
  if (doubtedAt === null) return 'stands';
  // Who was asked to take over in time has all of it.
  if (callState(calledAt, now) !== 'none') return 'doubted';
  return isPast(doubtedAt.add(doubtLasts), now) ? 'lapsed' : 'doubted';
}

/** The two words by which a naming stands: of who named, and of who agreed as the second. */
export type Word = 'named' | 'agreed';

/** By whose words a naming stands: who could give theirs today, and which of the two are gone, with whose they were. */
export interface Words {
  readonly standing: readonly StaffId[];
  readonly gone: readonly { readonly word: Word; readonly staffId: StaffId }[];
}

const mayGive: Readonly<
  Record<Word, (actor: StaffActor, named: NamedSuccessor) => SuccessionRefusal | null>
> = {
  named: mayNameSuccessor,
  agreed: (actor, { staffId }) => mayCallSuccessor(actor, staffId),
};

/** Whether somebody's word still counts: they are on the staff, and could give it today. */
export function stillCounts(word: Word, giver: StaffActor | null, named: NamedSuccessor): boolean {
  return giver !== null && mayGive[word](giver, named) === null;
}

/** Whether `actor` may put their word in place of one that is gone; `standing`: whose word counts still. */
function mayConfirmSuccessor(
  actor: StaffActor,
  named: NamedSuccessor,
  { word, standing }: { readonly word: Word; readonly standing: readonly StaffId[] },
): SuccessionRefusal | null {
  const forbidden = mayGive[word](actor, named);
  if (forbidden !== null) return forbidden;
  return standing.includes(actor.id) ? { code: 'own-request' } : null;
}

/** Which of the words that are gone `actor` may put their own in place of, or why none. */
export function wordToConfirm(
  actor: StaffActor,
  named: NamedSuccessor,
  { standing, gone }: Words,
): Result<Words['gone'][number], SuccessionRefusal> {
  let why: SuccessionRefusal = { code: 'request-lapsed' };
  for (const lost of gone) {
    const forbidden = mayConfirmSuccessor(actor, named, { word: lost.word, standing });
    if (forbidden === null) return done(lost);
    why = forbidden;
  }
  return refused(why);
}

/** How far the asking of somebody to take over has come. */
export function callState(
  calledAt: Temporal.Instant | null,
  now: Temporal.Instant,
): 'none' | 'waits' | 'counts' {
  if (calledAt === null) return 'none';
  const { from, until } = takesOver(calledAt);
  if (isPast(until, now)) return 'none';
  return isPast(from, now) ? 'counts' : 'waits';
}

function isPast(end: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(end, now) <= 0;
}
