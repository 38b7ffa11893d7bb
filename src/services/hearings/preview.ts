import { isAhead } from '../../domain/alert.ts';
import { type HearingFacts, nextFacts } from '../../domain/hearing.ts';
import { type CaseId, type HearingId, newId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { FormattedText } from '../../domain/text/message.ts';
import { calledFor } from '../alerts/called-for.ts';
import { renderAlert } from '../alerts/render.ts';
import { findCaseOrNone } from '../cases/find.ts';
import { shownNames } from '../cases/shown-names.ts';
import type { StaffContext } from '../context.ts';
import { type FactsRefusal, refuseFacts } from './check.ts';
import { factsOf } from './facts.ts';
import { readHearing } from './find.ts';
import { hearingAfter } from './next-hearing.ts';
import { shownDecisions } from './shown-decisions.ts';
import { refuseUnfit, type UnfitRefusal } from './unfit.ts';

/** What followers would be told if a second person approved facts at this moment. */
export interface FactsPreview {
  /** Told at once, as a reader of one language gets it; null: nobody is. */
  readonly news: FormattedText | null;
  /** When reminders would be due, soonest first. */
  readonly reminders: readonly Temporal.Instant[];
}

export type PreviewHearingRefusal =
  | FactsRefusal
  | UnfitRefusal
  | { readonly code: 'case-unknown' }
  | { readonly code: 'hearing-unknown' };

/** What facts would lead to; refused as recording them would be. Records nothing. */
export async function previewHearing(
  ctx: StaffContext,
  input: {
    readonly caseId: CaseId;
    /** Null: of a new hearing. */
    readonly hearingId: HearingId | null;
    readonly facts: HearingFacts;
    readonly language: Language;
  },
): Promise<Result<FactsPreview, PreviewHearingRefusal>> {
  const { caseId, hearingId, facts, language } = input;
  const now = ctx.clock.now();
  const fault = refuseFacts(facts, now);
  if (fault !== null) return refused(fault);
  const ofCase = await findCaseOrNone(ctx, caseId);
  if (ofCase === undefined) return refused({ code: 'case-unknown' });
  const found = hearingId === null ? null : await readHearing(ctx, hearingId);
  if (found === undefined) return refused({ code: 'hearing-unknown' });
  const revision = (found?.revisions.at(-1)?.revision ?? 0) + 1;
  const inEffect = found?.revisions.find(({ state }) => state === 'in_effect');
  const before = inEffect === undefined ? null : factsOf(inEffect);
  const question = { hearingId: hearingId ?? newId<HearingId>(), caseId, revision, facts, before };
  const unfit = await refuseUnfit(ctx, question);
  if (unfit !== null) return refused(unfit);
  const { planned, told, word } = await calledFor(ctx, {
    hearing: found?.hearing ?? null,
    caseId,
    revision,
    after: facts,
  });
  const reminders = planned.filter(({ kind }) => kind === 'reminder').map(({ dueAt }) => dueAt);
  const news = planned.find(({ kind }) => !isAhead(kind));
  if (news === undefined) return done({ news: null, reminders: soonestFirst(reminders) });
  const next = facts.adjourned?.next ?? null;
  const { text, entities } = renderAlert(language, {
    kind: news.kind,
    leadTime: null,
    caseId,
    caseName: ofCase.name,
    fictional: ofCase.fictional,
    persons: await shownNames(ctx, caseId),
    facts,
    before: told,
    // Made once: what is on record of it by then is told.
    next: (await hearingAfter(ctx, question.hearingId)) ?? (next === null ? null : nextFacts(facts, next)),
    decided: await shownDecisions(ctx, caseId, facts),
    wrong: news.kind === 'corrected' ? (word?.facts ?? null) : null,
    dueAt: now,
    sentAt: now,
  });
  return done({ news: { text, entities }, reminders: soonestFirst(reminders) });
}

function soonestFirst(instants: readonly Temporal.Instant[]): readonly Temporal.Instant[] {
  return instants.toSorted(Temporal.Instant.compare);
}
