import type { alerts } from '../../db/schema/index.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import { movedOnly } from '../../domain/ring.ts';
import { confirms } from '../../domain/unconfirmed.ts';
import type { Context, CoreContext } from '../context.ts';
import { together } from '../together.ts';
import { isNamedApproved, type NamedRevision, whichAreApproved } from './approved.ts';
import { factsOf } from './facts.ts';
import { type HearingRow, revisionIn } from './find.ts';
import { soleWordOf } from './sole-word.ts';
import { answerIsPlanned, factsSaid, toldUnconfirmed } from './told-unconfirmed.ts';

/** What an alert tells of a hearing, and how far it is confirmed. */
export interface Tellable {
  readonly facts: HearingFacts;
  /** One person's word, of which no second has decided yet. */
  readonly unconfirmed: boolean;
  /** Beside confirmed facts: the move that was told meanwhile, and that no second person has decided on. */
  readonly reported: HearingFacts | null;
  /** What followers were told unconfirmed, and what turned out to be wrong. */
  readonly wrong: HearingFacts | null;
}

/** An alert with the revision that it tells of. */
export interface Asked extends NamedRevision {
  readonly alert: typeof alerts.$inferSelect;
}

/** What an alert may tell, or why it may tell nothing. */
export type Tellability = Tellable | 'overtaken' | 'unapproved';

/**
 * Asked right before alerts go out: what each may tell, in their order. `overtaken`: something newer stands.
 * `unapproved`: somebody changed a row by hand, and it tells nobody anything.
 */
export async function whatIsTellable(ctx: Context, asked: readonly Asked[]): Promise<readonly Tellability[]> {
  const ofInEffect = asked.filter(({ revision }) => revision.state === 'in_effect');
  const approved = await whichAreApproved(ctx, ofInEffect);
  const approvedOf = new Map(ofInEffect.map((one, at) => [one, approved[at] === true]));
  return together(asked.map((one) => tellableOf(ctx, one, approvedOf.get(one))));
}

/** `approved`: whether the alert's revision is, where that is in effect. */
async function tellableOf(ctx: Context, asked: Asked, approved: boolean | undefined): Promise<Tellability> {
  const { alert, hearing, revision, named } = asked;
  if (alert.unconfirmed) return tellableUnconfirmed(ctx, asked);
  const inEffect = alert.kind === 'corrected' ? await revisionIn(ctx, hearing.id, 'in_effect') : revision;
  if (inEffect?.state !== 'in_effect') return 'overtaken';
  const counts =
    inEffect === revision ? approved : await isNamedApproved(ctx, { hearing, revision: inEffect, named });
  if (!counts) return 'unapproved';
  const facts = factsOf(inEffect);
  const answers = alert.answersRevision;
  const said = answers === null ? null : await factsSaid(ctx, hearing, answers);
  return {
    facts,
    unconfirmed: false,
    reported: alert.kind === 'reminder' ? await reportedMove(ctx, hearing) : null,
    wrong: said === null || confirms(facts, said) ? null : said,
  };
}

/**
 * The unconfirmed move that followers know of and that still waits for a second person. Once one has decided it waits no
 * more, also while the word of that is still to go out and somebody has recorded the next change.
 */
export async function reportedMove(ctx: CoreContext, hearing: HearingRow): Promise<HearingFacts | null> {
  const told = await toldUnconfirmed(ctx, hearing);
  if (told === null || (await revisionIn(ctx, hearing.id, 'in_review')) === undefined) return null;
  return (await answerIsPlanned(ctx, hearing, told.revision)) ? null : told.facts;
}

async function tellableUnconfirmed(
  ctx: Context,
  { alert, hearing, revision, named }: Asked,
): Promise<Tellability> {
  const inReview = await revisionIn(ctx, hearing.id, 'in_review');
  const inEffect = await revisionIn(ctx, hearing.id, 'in_effect');
  if (inReview === undefined || inEffect === undefined) return 'overtaken';
  if (hearing.unconfirmedRevision !== alert.revision) return 'overtaken';
  if (!(await isNamedApproved(ctx, { hearing, revision: inEffect, named }))) return 'unapproved';
  // A reminder tells again what was told; it waits for the decision that is to come, on whichever revision.
  if (alert.kind !== 'reminder') {
    if (inReview.revision !== alert.revision) return 'overtaken';
    if ((await soleWordOf(ctx, hearing, revision)) === null) return 'unapproved';
  } else if ((await toldUnconfirmed(ctx, hearing))?.revision !== alert.revision) {
    return 'overtaken';
  }
  const facts = movedOnly(factsOf(inEffect), factsOf(revision));
  return { facts, unconfirmed: true, reported: null, wrong: null };
}
