import { and, desc, eq, inArray } from 'drizzle-orm';
import { hearingRevisions } from '../../db/schema/index.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import type { FieldFault, SaidHearing } from '../../domain/hearing-file/said.ts';
import {
  type ComparedField,
  changesBySaid,
  factsFromSaid,
  isOver,
  type SaidDefaults,
} from '../../domain/hearing-said.ts';
import { compareMove, type Move } from '../../domain/hearing-time.ts';
import { type HearingId, newId } from '../../domain/ids.ts';
import type { CaseRow } from '../cases/find.ts';
import type { CoreContext } from '../context.ts';
import { refuseFacts, refuseNewDate } from './check.ts';
import { factsOf, type RevisionRow } from './facts.ts';
import { refuseTooLong } from './fits.ts';
import { refuseUnfitResult } from './fits-case.ts';
import { findKnown, type KeyOrigin, type KnownHearing } from './known-as.ts';
import { refuseProtectedNames } from './protected.ts';

/** A revision that what is said calls for. */
export interface WeighedChange {
  readonly outcome: 'changed';
  readonly hearing: KnownHearing;
  readonly basedOn: number;
  /** Whose words it would take the place of: a revision that waits for a second person. */
  readonly inReview: RevisionRow | null;
  readonly move: Move;
  readonly changes: readonly ComparedField[];
  readonly before: HearingFacts;
  readonly facts: HearingFacts;
}

/** A hearing that is not known yet. */
export interface WeighedNew {
  readonly outcome: 'new';
  readonly facts: HearingFacts;
}

/** What would become of one hearing as somebody else tells it. */
export type Weighed =
  | WeighedNew
  | WeighedChange
  /** Known already: in effect, or waiting for a second person. */
  | {
      readonly outcome: 'unchanged';
      readonly hearing: KnownHearing;
      readonly state: 'in_effect' | 'in_review';
    }
  /** A second person has rejected just this. */
  | { readonly outcome: 'rejected'; readonly hearing: KnownHearing; readonly revision: number }
  /** A newer version of it was seen before (SEQUENCE). */
  | { readonly outcome: 'older'; readonly hearing: KnownHearing }
  /** It has taken place, and what came of it is not said. */
  | { readonly outcome: 'over' }
  | { readonly outcome: 'refused'; readonly faults: readonly FieldFault[] };

/** Compares what is said of a hearing with what is on record; changes nothing. */
export async function weighHearing(
  ctx: CoreContext,
  input: {
    readonly of: CaseRow;
    readonly origin: KeyOrigin;
    readonly said: SaidHearing;
    readonly defaults: SaidDefaults;
    /** Whose name stands in the question to a second person. */
    readonly recorder: string;
  },
): Promise<Weighed> {
  const { of, origin, defaults, recorder } = input;
  const found = await findKnown(ctx, { caseId: of.id, origin, said: input.said });
  if (found.kind === 'unclear') {
    const detail = `${found.count} hearings of the case are on that day. Give the id of the one that is meant, as the list of its hearings shows it.`;
    return refuse({ field: 'id', detail });
  }
  if (found.kind === 'new') {
    const facts = factsFromSaid(input.said, null, defaults);
    if (isOver(input.said, facts, ctx.clock.now())) return { outcome: 'over' };
    const fault = await faultOf(ctx, { of, facts, before: null, revision: 1, recorder, hearingId: newId() });
    return fault === null ? { outcome: 'new', facts } : refuse(fault);
  }
  const { hearing } = found;
  if ((input.said.sequence ?? Number.MAX_SAFE_INTEGER) < (hearing.sequence ?? 0)) {
    return { outcome: 'older', hearing };
  }
  return weighKnown(ctx, { ...input, hearing });
}

async function weighKnown(
  ctx: CoreContext,
  input: Parameters<typeof weighHearing>[1] & { readonly hearing: KnownHearing },
): Promise<Weighed> {
  const { of, defaults, recorder, hearing } = input;
  const { newest, inEffect, inReview, rejected } = await revisionsOf(ctx, hearing.hearingId);
  const standing = inReview ?? inEffect ?? newest;
  if (standing === undefined) throw new Error('A hearing has no revision.');
  const said = asOurCalendarSays(input.said, hearing, factsOf(standing));
  const facts = factsFromSaid(said, factsOf(standing), defaults);
  // Who repeats what is in effect does not speak against a change that somebody else has recorded since.
  for (const one of [inReview, inEffect]) {
    if (one === undefined || !saysNothingNew(said, factsOf(one), defaults)) continue;
    return { outcome: 'unchanged', hearing, state: one === inEffect ? 'in_effect' : 'in_review' };
  }
  if (isOver(said, facts, ctx.clock.now())) return { outcome: 'over' };
  const same = rejected.find((one) => saysNothingNew(said, factsOf(one), defaults));
  if (same !== undefined) return { outcome: 'rejected', hearing, revision: same.revision };
  const basedOn = newest?.revision ?? 0;
  const effective = inEffect === undefined ? null : factsOf(inEffect);
  const before = effective ?? factsOf(standing);
  const fault =
    refuseNewDate(effective, facts) ??
    (await faultOf(ctx, {
      of,
      facts,
      before: effective,
      revision: basedOn + 1,
      recorder,
      hearingId: hearing.hearingId,
    }));
  if (fault !== null) return refuse('remedy' in fault ? { field: fault.field, detail: fault.remedy } : fault);
  return {
    outcome: 'changed',
    hearing,
    basedOn,
    inReview: inReview ?? null,
    move: compareMove(before, facts),
    changes: changesBySaid(said, before, facts),
    before,
    facts,
  };
}

function saysNothingNew(said: SaidHearing, known: HearingFacts, defaults: SaidDefaults): boolean {
  return changesBySaid(said, known, factsFromSaid(said, known, defaults)).length === 0;
}

/** The revisions that count for a comparison: those that stand, and those rejected since the one in effect. */
async function revisionsOf(ctx: CoreContext, hearingId: HearingId) {
  const rows = await ctx.db
    .select()
    .from(hearingRevisions)
    .where(
      and(
        eq(hearingRevisions.hearingId, hearingId),
        inArray(hearingRevisions.state, ['in_effect', 'in_review', 'rejected', 'superseded']),
      ),
    )
    .orderBy(desc(hearingRevisions.revision));
  const inEffect = rows.find(({ state }) => state === 'in_effect');
  return {
    newest: rows[0],
    inEffect,
    inReview: rows.find(({ state }) => state === 'in_review'),
    rejected: rows.filter(
      ({ state, revision }) => state === 'rejected' && revision > (inEffect?.revision ?? 0),
    ),
  };
}

/** Our own calendars show what is postponed without a date where it stood, as cancelled: that is no news. */
function asOurCalendarSays(said: SaidHearing, hearing: KnownHearing, known: HearingFacts): SaidHearing {
  if (hearing.by !== 'id' || known.status !== 'postponed' || said.status !== 'cancelled') return said;
  const { status: _, localDate: __, localTime: ___, zone: ____, ...rest } = said;
  return rest;
}

async function faultOf(
  ctx: CoreContext,
  question: {
    readonly of: CaseRow;
    readonly facts: HearingFacts;
    readonly before: HearingFacts | null;
    readonly revision: number;
    readonly recorder: string;
    readonly hearingId: HearingId;
  },
): Promise<FieldFault | null> {
  const { of, recorder, ...rest } = question;
  const wrong = refuseFacts(question.facts, ctx.clock.now());
  if (wrong !== null) return { field: wrong.field, detail: wrong.remedy };
  const named = await refuseProtectedNames(ctx, of.id, question.facts);
  if (named !== null) return { field: named.field, detail: 'names somebody who appears by role only.' };
  if ((await refuseUnfitResult(ctx, { caseId: of.id, ...rest })) !== null) {
    const detail = 'has a result that does not fit the case by now. Record this hearing by hand.';
    return { field: 'row', detail };
  }
  const long = await refuseTooLong(ctx, { caseId: of.id, ...rest }, recorder);
  if (long === null) return null;
  return {
    field: 'row',
    detail: `makes a message in "${long.language}" of ${long.length} characters, where Telegram takes ${long.limit}. Shorten court, judge, outcome or sources.`,
  };
}

function refuse(...faults: readonly FieldFault[]): Weighed {
  return { outcome: 'refused', faults };
}
