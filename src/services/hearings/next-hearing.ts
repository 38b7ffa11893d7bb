import { and, eq } from 'drizzle-orm';
import { hearingRevisions, hearings } from '../../db/schema/index.ts';
import { type HearingFacts, nextFacts } from '../../domain/hearing.ts';
import { type HearingId, newId } from '../../domain/ids.ts';
import { planAlerts } from '../alerts/plan.ts';
import { audit } from '../audit.ts';
import { namedCaseAndPersons } from '../cases/named.ts';
import type { Context, CoreContext } from '../context.ts';
import { announceHearing } from './announce.ts';
import { columnsOf, factsOf, hearingContentHash, type RevisionRow } from './facts.ts';
import type { HearingRow } from './find.ts';

/** The facts in effect of the hearing that this one's adjournment named; null when there is none. */
export async function hearingAfter(ctx: CoreContext, hearingId: HearingId): Promise<HearingFacts | null> {
  const [next] = await ctx.db
    .select({ revision: hearingRevisions })
    .from(hearings)
    .innerJoin(
      hearingRevisions,
      and(eq(hearingRevisions.hearingId, hearings.id), eq(hearingRevisions.state, 'in_effect')),
    )
    .where(eq(hearings.adjournedFrom, hearingId));
  return next === undefined ? null : factsOf(next.revision);
}

/**
 * Makes the hearing to which another was adjourned, in effect by the approval that covered the adjournment. Followers
 * hear of it with the outcome of the first; what is planned here are its reminders. Made once, however often the first
 * is corrected.
 */
export async function makeNextHearing(ctx: Context, from: HearingRow, revision: RevisionRow): Promise<void> {
  const facts = factsOf(revision);
  const next = facts.adjourned?.next ?? null;
  if (next === null || (await hearingAfter(ctx, from.id)) !== null) return;
  const id = newId<HearingId>();
  const now = ctx.clock.now();
  const { campaignId, caseId } = from;
  const [made] = await ctx.db
    .insert(hearings)
    .values({ id, campaignId, caseId, createdAt: now, adjournedFrom: from.id })
    .returning();
  if (made === undefined) throw new Error('A hearing was not made.');
  const ofNext = nextFacts(facts, next);
  const contentHash = hearingContentHash(id, 1, ofNext, await namedCaseAndPersons(ctx, caseId));
  await ctx.db.insert(hearingRevisions).values({
    hearingId: id,
    revision: 1,
    state: 'in_effect',
    ...columnsOf(ofNext),
    contentHash,
    recordedBy: revision.recordedBy,
    recordedAt: revision.recordedAt,
    effectiveAt: now,
  });
  await planAlerts(ctx, made, { revision: 1, after: ofNext, toldElsewhere: true });
  await announceHearing(ctx, made, 1);
  await audit(ctx, {
    verb: 'hearings/adjourn',
    subject: { type: 'hearing', id },
    details: { adjournedFrom: from.id, contentHash },
  });
}
