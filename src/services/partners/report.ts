import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { sameHash } from '../../crypto/token.ts';
import { type Noted, partnerReports, partners } from '../../db/schema/index.ts';
import { type HearingFacts, isSameFact } from '../../domain/hearing.ts';
import type { FieldFault, SaidHearing } from '../../domain/hearing-file/said.ts';
import { type ComparedField, comparedFields } from '../../domain/hearing-said.ts';
import type { HearingId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { ReportOutcome } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { type CaseRow, findCaseBySlug } from '../cases/find.ts';
import { lockCase } from '../cases/lock.ts';
import { inTransaction, type PartnerContext } from '../context.ts';
import { factsOf, type RevisionRow } from '../hearings/facts.ts';
import { lockHearing } from '../hearings/find.ts';
import { findKnown, rememberKey } from '../hearings/known-as.ts';
import { type Weighed, type WeighedChange, weighHearing } from '../hearings/weigh.ts';
import { type RecordedRevision, writeWeighed } from '../hearings/write.ts';
import { tellOfDiffering } from './tell-of-differing.ts';

/** One signed report of a monitor. */
export interface Report {
  /** The `webhook-id`: a repeat of the same is answered as it was, and changes nothing. */
  readonly reportId: string;
  /** The bytes that were signed. */
  readonly body: Uint8Array;
  readonly said: SaidHearing;
}

/** What came of a report. */
export interface ReportTaken {
  readonly outcome: ReportOutcome;
  readonly hearingId: HearingId | null;
  /** The revision that now waits for a person; null when none was recorded. */
  readonly revision: number | null;
}

/** With what staff are to see of it. */
interface Taken extends ReportTaken {
  readonly noted?: Noted;
}

export type ReportHearingRefusal =
  | { readonly code: 'case-unknown' }
  | { readonly code: 'case-closed' }
  /** The id was used before, for other words. */
  | { readonly code: 'report-id-reused' }
  | { readonly code: 'report-refused'; readonly faults: readonly FieldFault[] };

/**
 * Takes what a partner's monitor says of a hearing: as a revision in review with the partner as its source, which a
 * person decides on. Where somebody else's revision waits already, it is not put in its place: what differs stands beside
 * it, and whoever decides is told. Taken means on disk; whatever is refused may be sent again.
 */
export async function reportHearing(
  ctx: PartnerContext,
  report: Report,
): Promise<Result<ReportTaken, ReportHearingRefusal>> {
  const partnerId = ctx.actor.id;
  const bodyHash = createHash('sha256').update(report.body).digest();
  return inTransaction(ctx, async (tx) => {
    const found = await findCaseBySlug(tx, report.said.caseSlug ?? '');
    if (found === undefined) return refused({ code: 'case-unknown' });
    // Held from here on: a repeat that comes at the same time waits, and then finds the first.
    const of = await lockCase(tx, found.id);
    if (of === undefined || of.status === 'closed') return refused({ code: 'case-closed' });
    const before = await takenBefore(tx, report.reportId);
    if (before !== null) {
      const { bodyHash: known, ...taken } = before;
      return sameHash(known, bodyHash) ? done(taken) : refused({ code: 'report-id-reused' });
    }
    const known = await findKnown(tx, { caseId: of.id, origin: partnerId, said: report.said });
    if (known.kind === 'known') await lockHearing(tx, known.hearing.hearingId);
    const weighed = await weighHearing(tx, {
      of,
      origin: partnerId,
      said: report.said,
      recorder: tx.actor.name,
      defaults: {
        zone: of.zone,
        kind: 'other',
        source: tx.actor.name,
        today: tx.clock.now().toZonedDateTimeISO(of.zone).toPlainDate().toString(),
      },
    });
    if (weighed.outcome === 'refused') return refused({ code: 'report-refused', faults: weighed.faults });
    const taken = await take(tx, of, weighed);
    const now = tx.clock.now();
    if (taken.hearingId !== null) {
      const { key, sequence = null } = report.said;
      await rememberKey(tx, { caseId: of.id, origin: partnerId, key, hearingId: taken.hearingId, sequence });
    }
    await tx.db
      .insert(partnerReports)
      .values({ partnerId, reportId: report.reportId, bodyHash, ...taken, receivedAt: now });
    await tx.db.update(partners).set({ heardAt: now }).where(eq(partners.id, partnerId));
    const { outcome, hearingId, revision } = taken;
    return done({ outcome, hearingId, revision });
  });
}

async function takenBefore(ctx: PartnerContext, reportId: string) {
  const [row] = await ctx.db
    .select({
      bodyHash: partnerReports.bodyHash,
      outcome: partnerReports.outcome,
      hearingId: partnerReports.hearingId,
      revision: partnerReports.revision,
    })
    .from(partnerReports)
    .where(and(eq(partnerReports.partnerId, ctx.actor.id), eq(partnerReports.reportId, reportId)));
  return row ?? null;
}

async function take(
  ctx: PartnerContext,
  of: CaseRow,
  weighed: Exclude<Weighed, { readonly outcome: 'refused' }>,
): Promise<Taken> {
  switch (weighed.outcome) {
    case 'new':
      return recorded(await writeWeighed(ctx, of.id, weighed));
    case 'changed': {
      const { inReview } = weighed;
      if (inReview !== null && inReview.partnerId !== ctx.actor.id) return note(ctx, of, weighed, inReview);
      return recorded(await writeWeighed(ctx, of.id, weighed));
    }
    case 'over':
      return { outcome: 'over', hearingId: null, revision: null };
    default:
      return { outcome: weighed.outcome, hearingId: weighed.hearing.hearingId, revision: null };
  }
}

function recorded({ hearingId, revision }: RecordedRevision): Taken {
  return { outcome: 'recorded', hearingId, revision };
}

/**
 * Both stand: the revision that waits, and the partner's word beside it, for staff to see. It is not among the
 * disagreements that followers are shown, since nobody has approved it.
 */
async function note(
  ctx: PartnerContext,
  of: CaseRow,
  change: WeighedChange,
  waiting: RevisionRow,
): Promise<Taken> {
  const { hearingId } = change.hearing;
  const differing = fieldsThatDiffer(factsOf(waiting), change.facts);
  const noted: Noted = Object.fromEntries(differing.map((field) => [field, change.facts[field]]));
  const taken: Taken = { outcome: 'noted', hearingId, revision: null, noted };
  // A monitor that says every hour what it said before calls nobody again.
  if (isSameFact(await lastNoted(ctx, hearingId), noted)) return taken;
  const told = await tellOfDiffering(ctx, of, { waiting: factsOf(waiting), said: change.facts, differing });
  await audit(ctx, {
    verb: 'partners/report',
    subject: { type: 'hearing', id: hearingId },
    details: { outcome: 'noted', fields: differing.length, told },
  });
  return taken;
}

function fieldsThatDiffer(waiting: HearingFacts, said: HearingFacts): ComparedField[] {
  return comparedFields.filter((field) => field !== 'sources' && !isSameFact(waiting[field], said[field]));
}

/** The partner's last word on a hearing that was noted; null when there is none. */
async function lastNoted(ctx: PartnerContext, hearingId: HearingId): Promise<Noted | null> {
  const [last] = await ctx.db
    .select({ noted: partnerReports.noted })
    .from(partnerReports)
    .where(
      and(
        eq(partnerReports.partnerId, ctx.actor.id),
        eq(partnerReports.hearingId, hearingId),
        eq(partnerReports.outcome, 'noted'),
      ),
    )
    .orderBy(desc(partnerReports.receivedAt))
    .limit(1);
  return last?.noted ?? null;
}
