import { type Actor, hasRole, mayForAllCases } from '../../domain/actor.ts';
import type { Role } from '../../domain/words.ts';

/** Whose word counts: staff with one of the roles, and whoever sits at the machine. */
export function may(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.kind === 'operator' || (actor.kind === 'staff' && hasRole(actor, ...roles));
}

/** The same about what serves all cases: accounts and the press list. */
export function mayForAll(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.kind === 'operator' || (actor.kind === 'staff' && mayForAllCases(actor, ...roles));
}

/** Who connects accounts and takes them away. */
export const connectors = ['admin', 'coordinator'] as const satisfies readonly Role[];

/** Who stops posts: whoever stops a broadcast of one, and who connects accounts. */
export const stoppers = ['approver', 'coordinator', 'lawyer', 'admin'] as const satisfies readonly Role[];

/** Who lets posts go out again: to start them is to decide once more that they go out. */
export const starters = ['approver'] as const satisfies readonly Role[];
