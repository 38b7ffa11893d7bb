import { eq } from 'drizzle-orm';
import { hearings } from '../../db/schema/index.ts';
import { isSameFact, nextFacts } from '../../domain/hearing.ts';
import type { HearingId } from '../../domain/ids.ts';
import { namedCaseAndPersons } from '../cases/named.ts';
import type { Context } from '../context.ts';
import { areFactsApproved } from '../revisions/approved.ts';
import { adjourning } from './adjourning.ts';
import { factsOf, hearingContentHash, type RevisionRow } from './facts.ts';

/** Whether a revision's facts still are what a second person approved; see `areFactsApproved`. */
export async function isApproved(ctx: Context, revision: RevisionRow): Promise<boolean> {
  const [hearing] = await ctx.db.select().from(hearings).where(eq(hearings.id, revision.hearingId));
  if (hearing === undefined) throw new Error('A revision names a hearing that does not exist.');
  const named = await namedCaseAndPersons(ctx, hearing.caseId);
  const approved = await areFactsApproved(ctx, {
    subject: { type: 'hearing', id: hearing.id },
    contentHash: hearingContentHash(hearing.id, revision.revision, factsOf(revision), named),
    recordedBy: revision.recordedBy,
  });
  return approved || (await isNamedByAdjournment(ctx, hearing.adjournedFrom, revision));
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
