import { eq } from 'drizzle-orm';
import { type alerts, hearings } from '../../db/schema/index.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import type { HearingId } from '../../domain/ids.ts';
import { movedOnly } from '../../domain/ring.ts';
import { confirms } from '../../domain/unconfirmed.ts';
import type { Context } from '../context.ts';
import { isApproved } from './approved.ts';
import { factsOf, type RevisionRow } from './facts.ts';
import { type HearingRow, revisionIn } from './find.ts';
import { soleWordOf } from './sole-word.ts';
import { factsSaid, toldUnconfirmed } from './told-unconfirmed.ts';

/** What an alert tells of a hearing, and how far it is confirmed. */
export interface Tellable {
  readonly facts: HearingFacts;
  /** One person's word, of which no second has decided yet. */
  readonly unconfirmed: boolean;
  /** Beside confirmed facts: the move that was told meanwhile, and that no second person has decided on. */
  readonly reported: HearingFacts | null;
  /** What followers were told unconfirmed, and what turned out to be wrong. */
  readonly wrong: HearingFacts | null;
  /** The revision that told the unconfirmed move that this alert answers, if it answers one. */
  readonly answers: number | null;
}

type AlertRow = typeof alerts.$inferSelect & { readonly hearingId: HearingId };

/**
 * Asked right before an alert goes out: what it may tell. `overtaken`: something newer stands. `unapproved`: somebody
 * changed a row by hand, and it tells nobody anything.
 */
export async function tellableOf(
  ctx: Context,
  alert: AlertRow,
  revision: RevisionRow,
): Promise<Tellable | 'overtaken' | 'unapproved'> {
  const hearing = await findHearing(ctx, alert);
  if (alert.unconfirmed) return tellableUnconfirmed(ctx, alert, hearing, revision);
  const inEffect = alert.kind === 'corrected' ? await revisionIn(ctx, hearing.id, 'in_effect') : revision;
  if (inEffect?.state !== 'in_effect') return 'overtaken';
  if (!(await isApproved(ctx, inEffect))) return 'unapproved';
  const facts = factsOf(inEffect);
  const answers = alert.answersRevision;
  const said = answers === null ? null : await factsSaid(ctx, hearing, answers);
  return {
    facts,
    unconfirmed: false,
    reported: alert.kind === 'reminder' ? await reportedMove(ctx, hearing) : null,
    wrong: said === null || confirms(facts, said) ? null : said,
    answers,
  };
}

/** The unconfirmed move that followers know of and that still waits for a second person. */
export async function reportedMove(ctx: Context, hearing: HearingRow): Promise<HearingFacts | null> {
  const told = await toldUnconfirmed(ctx, hearing);
  if (told === null || (await revisionIn(ctx, hearing.id, 'in_review')) === undefined) return null;
  return told.facts;
}

async function tellableUnconfirmed(
  ctx: Context,
  alert: AlertRow,
  hearing: HearingRow,
  revision: RevisionRow,
): Promise<Tellable | 'overtaken' | 'unapproved'> {
  const inReview = await revisionIn(ctx, hearing.id, 'in_review');
  const inEffect = await revisionIn(ctx, hearing.id, 'in_effect');
  if (inReview === undefined || inEffect === undefined) return 'overtaken';
  if (hearing.unconfirmedRevision !== alert.revision) return 'overtaken';
  if (!(await isApproved(ctx, inEffect))) return 'unapproved';
  // A reminder tells again what was told; it waits for the decision that is to come, on whichever revision.
  if (alert.kind !== 'reminder') {
    if (inReview.revision !== alert.revision) return 'overtaken';
    if ((await soleWordOf(ctx, hearing, revision)) === null) return 'unapproved';
  } else if ((await toldUnconfirmed(ctx, hearing))?.revision !== alert.revision) {
    return 'overtaken';
  }
  const facts = movedOnly(factsOf(inEffect), factsOf(revision));
  return { facts, unconfirmed: true, reported: null, wrong: null, answers: null };
}

async function findHearing(ctx: Context, alert: AlertRow): Promise<HearingRow> {
  const [hearing] = await ctx.db.select().from(hearings).where(eq(hearings.id, alert.hearingId));
  if (hearing === undefined) throw new Error('An alert names a hearing that does not exist.');
  return hearing;
}
