import { isSameFact, nextFacts } from '../../domain/hearing.ts';
import type { HearingId } from '../../domain/ids.ts';
import { type NamedCaseAndPersons, namedCaseAndPersons } from '../cases/named.ts';
import type { Context } from '../context.ts';
import { whichFactsAreApproved } from '../revisions/approved.ts';
import { adjourning } from './adjourning.ts';
import { factsOf, hearingContentHash, type RevisionRow } from './facts.ts';
import { findHearing, type HearingRow } from './find.ts';

/** A revision with what its approval covers beside it. */
export interface NamedRevision {
  readonly hearing: HearingRow;
  readonly revision: RevisionRow;
  readonly named: NamedCaseAndPersons;
}

/** Whether a revision's facts still are what a second person approved; see `areFactsApproved`. */
export async function isApproved(ctx: Context, revision: RevisionRow): Promise<boolean> {
  const hearing = await findHearing(ctx, revision.hearingId);
  return isNamedApproved(ctx, {
    hearing,
    revision,
    named: await namedCaseAndPersons(ctx, hearing.caseId),
  });
}

/** The same of what was read already. */
export async function isNamedApproved(ctx: Context, one: NamedRevision): Promise<boolean> {
  const [approved] = await whichAreApproved(ctx, [one]);
  return approved === true;
}

/** The same of each of several, in their order. */
export async function whichAreApproved(
  ctx: Context,
  revisions: readonly NamedRevision[],
): Promise<readonly boolean[]> {
  const approved = await whichFactsAreApproved(
    ctx,
    'hearing',
    revisions.map(({ hearing, revision, named }) => ({
      subjectId: hearing.id,
      contentHash: hearingContentHash(hearing.id, revision.revision, factsOf(revision), named),
      recordedBy: revision.recordedBy,
    })),
  );
  const counted: boolean[] = [];
  for (const [at, { hearing, revision }] of revisions.entries()) {
    counted.push(approved[at] === true || (await isNamedByAdjournment(ctx, hearing.adjournedFrom, revision)));
  }
  return counted;
}

/** Whether facts are in effect of which no approval counts any more: they may be approved once more. */
export async function hasLapsed(ctx: Context, revision: RevisionRow): Promise<boolean> {
  return revision.state === 'in_effect' && !revision.historic && !(await isApproved(ctx, revision));
}

/** Whether these are the facts that an approved adjournment of another hearing names: that approval covered them. */
async function isNamedByAdjournment(
  ctx: Context,
  from: HearingId | null,
  revision: RevisionRow,
): Promise<boolean> {
  if (from === null || revision.revision !== 1) return false;
  const facts = factsOf(revision);
  for (const row of await adjourning(ctx, from)) {
    const adjourned = factsOf(row);
    const next = adjourned.adjourned?.next ?? null;
    if (next === null || !isSameFact({ ...nextFacts(adjourned, next) }, { ...facts })) continue;
    if (await isApproved(ctx, row)) return true;
  }
  return false;
}
