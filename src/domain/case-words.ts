import { factDeciders, hasRole, type StaffActor, worksOnCase } from './actor.ts';
import { type ContentHash, contentHash } from './canonical.ts';
import type { CaseId, StaffId } from './ids.ts';
import type { Localised } from './localised.ts';
import type { ShownAs } from './words.ts';

/** Everything that readers are told of a case by its card, in all its languages. */
export interface CaseWords {
  readonly id: CaseId;
  readonly slug: string;
  readonly name: Localised;
  readonly summary: Localised;
  readonly country: string;
  readonly fictional: boolean;
  readonly persons: readonly { readonly name: Localised; readonly shownAs: ShownAs }[];
}

/** What the second person's key signs: the very words of the case. */
export function caseWordsHash({
  id,
  slug,
  name,
  summary,
  country,
  fictional,
  persons,
}: CaseWords): ContentHash {
  const named = persons.map((person) => ({ name: person.name, shownAs: person.shownAs }));
  return contentHash({ type: 'case', id, slug, name, summary, country, fictional, persons: named });
}

/** Who opened a case, and who agreed to its words as the second person. */
interface CaseSayings {
  /** Null: the operator at the machine, who opens one alone. */
  readonly openedBy: StaffId | null;
  readonly agreedBy: StaffId | null;
}

/** Whether a case waits for a second person: until then nobody but the staff is told that it is there. */
export function waitsForSecond({ openedBy, agreedBy }: CaseSayings): boolean {
  return openedBy !== null && agreedBy === null;
}

/** Why a staff member may not be the second person for a case that waits; null when they may. */
export function mayAgreeToCase(
  { id, openedBy }: Pick<CaseSayings, 'openedBy'> & { readonly id: CaseId },
  actor: Pick<StaffActor, 'id' | 'roles' | 'cases'>,
): { readonly code: 'not-an-approver' | 'own-request' } | null {
  if (!hasRole(actor, ...factDeciders) || !worksOnCase(actor, id)) return { code: 'not-an-approver' };
  return openedBy === actor.id ? { code: 'own-request' } : null;
}
