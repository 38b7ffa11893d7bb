import { and, asc, eq, gte, isNull, lt, or, type SQL } from 'drizzle-orm';
import { cases, hearingRevisions, hearings } from '../../db/schema/index.ts';
import type { HearingId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { ofCase } from '../cases/find.ts';
import { namedCaseAndPersons, namedCases } from '../cases/named.ts';
import { type Context, inTransaction } from '../context.ts';
import { askingAgain } from './above-question.ts';
import { isApproved, whichAreApproved } from './approved.ts';
import { askForHearingApproval } from './ask-for-approval.ts';
import { factsOf, hearingContentHash, type RevisionRow } from './facts.ts';
import {
  type HearingRow,
  lockHearing,
  type NumberedRevision,
  revisionNumbered,
  revisionsNumbered,
} from './find.ts';
import { recorderOf } from './recorder.ts';

/** Whoever does not answer is asked again after so long. */
const askedEvery = Temporal.Duration.from({ hours: 24 });

/** So many hearings are looked at at once: their signatures are verified, and what falls due meanwhile waits for that. */
const AT_ONCE = 50;

/**
 * Asks anew about every hearing ahead whose facts are in effect without an approval that counts: the approver has left,
 * the case got another name, or the approval was given before decisions were signed. Until somebody approves the facts
 * anew nobody is reminded of them, and a hearing must not be missed for that. Answers how many hearings it asked about.
 */
export async function askAgain(ctx: Context): Promise<number> {
  let count = 0;
  const found = await unasked(ctx);
  for (let at = 0; at < found.length; at += AT_ONCE) {
    for (const hearingId of await unapproved(ctx, found.slice(at, at + AT_ONCE))) {
      if (await inTransaction(ctx, (tx) => askAgainAbout(tx, hearingId))) count += 1;
    }
  }
  return count;
}

/** Which of them are of facts that nobody has approved as they stand. Nothing is locked: nearly all are approved. */
async function unapproved(
  ctx: Context,
  numbered: readonly NumberedRevision[],
): Promise<readonly HearingId[]> {
  const known = await revisionsNumbered(ctx, numbered);
  const named = await namedCases(
    ctx,
    known.map(({ hearing }) => hearing.caseId),
  );
  const approved = await whichAreApproved(
    ctx,
    known.map((one) => ({ ...one, named: ofCase(named, one.hearing.caseId) })),
  );
  return known.flatMap(({ hearing }, at) => (approved[at] === true ? [] : [hearing.id]));
}

/** Once more with the hearing locked: somebody may have approved it since. */
async function askAgainAbout(tx: Context, hearingId: HearingId): Promise<boolean> {
  const hearing = await lockHearing(tx, hearingId);
  const [found] = await unasked(tx, hearingId);
  if (hearing === undefined || found === undefined) return false;
  const revision = await revisionNumbered(tx, hearingId, found.revision);
  if (revision === undefined || (await isApproved(tx, revision))) return false;
  await askAbout(tx, hearing, revision);
  return true;
}

/** Of a revision joined with its hearing and case: whether followers may still have to be reminded of it. */
export function inEffectAhead(ctx: Context): SQL | undefined {
  const yesterday = ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 });
  return and(
    eq(hearings.campaignId, ctx.campaignId),
    eq(cases.status, 'open'),
    eq(hearingRevisions.state, 'in_effect'),
    eq(hearingRevisions.historic, false),
    eq(hearingRevisions.status, 'scheduled'),
    gte(hearingRevisions.localDate, yesterday.toString()),
  );
}

async function unasked(ctx: Context, only?: HearingId): Promise<readonly NumberedRevision[]> {
  const now = ctx.clock.now();
  return ctx.db
    .select({ hearingId: hearingRevisions.hearingId, revision: hearingRevisions.revision })
    .from(hearingRevisions)
    .innerJoin(hearings, eq(hearings.id, hearingRevisions.hearingId))
    .innerJoin(cases, eq(cases.id, hearings.caseId))
    .where(
      and(
        inEffectAhead(ctx),
        or(
          isNull(hearingRevisions.askedAgainAt),
          lt(hearingRevisions.askedAgainAt, now.subtract(askedEvery)),
        ),
        only === undefined ? undefined : eq(hearings.id, only),
      ),
    )
    .orderBy(asc(hearingRevisions.localDate));
}

async function askAbout(ctx: Context, hearing: HearingRow, row: RevisionRow): Promise<void> {
  const { hearingId, revision } = row;
  const facts = factsOf(row);
  const named = await namedCaseAndPersons(ctx, hearing.caseId);
  const contentHash = hearingContentHash(hearingId, revision, facts, named);
  await ctx.db
    .update(hearingRevisions)
    .set({ contentHash, askedAgainAt: ctx.clock.now() })
    .where(and(eq(hearingRevisions.hearingId, hearingId), eq(hearingRevisions.revision, revision)));
  const question = { hearingId, caseId: hearing.caseId, revision, facts, before: null };
  const asked = await askForHearingApproval(ctx, question, {
    recorder: await recorderOf(ctx, row),
    above: askingAgain(named.name),
  });
  ctx.log.warn('hearing-asked-again', { id: hearingId, count: asked.length });
  await audit(ctx, {
    verb: 'hearings/ask-again',
    subject: { type: 'hearing', id: hearingId },
    details: { revision, contentHash, asked: asked.length },
  });
}
