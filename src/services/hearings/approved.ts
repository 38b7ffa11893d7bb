import { eq } from 'drizzle-orm';
import { hearings } from '../../db/schema/index.ts';
import { namedCaseAndPersons } from '../cases/named.ts';
import type { Context } from '../context.ts';
import { areFactsApproved } from '../revisions/approved.ts';
import { factsOf, hearingContentHash, type RevisionRow } from './facts.ts';

/** Whether a revision's facts still are what a second person approved; see `areFactsApproved`. */
export async function isApproved(ctx: Context, revision: RevisionRow): Promise<boolean> {
  const [hearing] = await ctx.db.select().from(hearings).where(eq(hearings.id, revision.hearingId));
  if (hearing === undefined) throw new Error('A revision names a hearing that does not exist.');
  const named = await namedCaseAndPersons(ctx, hearing.caseId);
  return areFactsApproved(ctx, {
    subject: { type: 'hearing', id: hearing.id },
    contentHash: hearingContentHash(hearing.id, revision.revision, factsOf(revision), named),
    recordedBy: revision.recordedBy,
  });
}
