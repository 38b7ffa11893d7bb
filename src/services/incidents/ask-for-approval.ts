import type { CaseId, IncidentId } from '../../domain/ids.ts';
import {
  disclosuresOf,
  type IncidentFacts,
  incidentAlert,
  isPressing,
  toldChanges,
} from '../../domain/incident.ts';
import type { Language } from '../../domain/language.ts';
import { type Localised, localise } from '../../domain/localised.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { bold, compose, lines, type Piece, paragraphs } from '../../domain/text/message.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { isolate } from '../../i18n/isolate.ts';
import { findCase, type PersonRow, personsOf } from '../cases/find.ts';
import type { StaffContext } from '../context.ts';
import { reachOfCase } from '../follows/reach.ts';
import { askDeciders, decisionButtons, otherLanguages } from '../revisions/ask.ts';
import { type WhatFollows, whatFollows } from '../revisions/what-follows.ts';
import { aspectLine, aspects, certaintyLine } from './text.ts';
import { incidentFactsToldBefore } from './told.ts';

/** What those who may decide are asked. */
export interface IncidentQuestion {
  readonly incidentId: IncidentId;
  readonly caseId: CaseId;
  readonly revision: number;
  readonly facts: IncidentFacts;
  /** What is in effect now; null for a new incident. */
  readonly before: IncidentFacts | null;
}

/** Asks everyone who may confirm an incident's facts, with what changed put first; answers how many were asked. */
export async function askForIncidentApproval(ctx: StaffContext, question: IncidentQuestion): Promise<number> {
  const notices = await askDeciders(ctx, { caseId: question.caseId, recorder: ctx.actor.id }, async () => {
    const { name } = await findCase(ctx, question.caseId);
    const persons = await personsOf(ctx, question.caseId);
    const follows = await whatFollowsOfIncident(ctx, question);
    const known = { caseName: name, persons, recorder: ctx.actor.name, follows };
    return (language) => renderIncidentQuestion(language, question, known);
  });
  return notices.length;
}

/** Whether followers are told once these facts are approved, and how soon: by the alert that they would call for now. */
export async function whatFollowsOfIncident(
  ctx: StaffContext,
  { incidentId, caseId, revision, facts }: Omit<IncidentQuestion, 'before'>,
): Promise<WhatFollows> {
  const now = ctx.clock.now();
  const known = await incidentFactsToldBefore(ctx, incidentId, revision);
  if (incidentAlert(known, facts, now) === null) return { told: 'nothing' };
  const passesQuietHours = isPressing(facts, now, SYSTEM_ZONE_RULES);
  return { told: 'at-once', reach: await reachOfCase(ctx, caseId), passesQuietHours };
}

/** The question as a decider gets it, with what happened in every language in which it goes out. */
export function renderIncidentQuestion(
  language: Language,
  question: IncidentQuestion,
  known: {
    readonly caseName: Localised;
    readonly persons: readonly PersonRow[];
    readonly recorder: string;
    readonly follows: WhatFollows;
  },
): RenderedMessage {
  const { before, facts } = question;
  const { persons } = known;
  const name = { case: localise(known.caseName, language) };
  const place = facts.place;
  const told = disclosuresOf(facts);
  const message = compose(
    paragraphs(
      bold(
        before === null
          ? translate(language, 'staff-incident-new-title', name)
          : translate(language, 'staff-incident-title', { ...name, amendment: facts.amendment }),
      ),
      before === null ? null : changes(language, before, facts, persons),
      lines(
        facts.status === 'retracted' ? translate(language, 'staff-incident-retracted') : null,
        localise(facts.what, language),
        otherLanguages(language, facts.what, isolate),
      ),
      lines(
        ...aspects.map((aspect) => aspectLine(language, aspect, facts, persons)),
        place === null
          ? null
          : otherLanguages(language, place, (where) =>
              translate(language, 'incident-where', { place: where }),
            ),
        certaintyLine(language, facts),
        told.length === 0
          ? null
          : translate(language, 'staff-incident-consent', {
              what: formatList(
                language,
                told.map((disclosure) => translate(language, 'disclosure-word', { disclosure })),
              ),
            }),
      ),
      lines(
        translate(language, 'staff-hearing-recorded-by', { author: known.recorder }),
        whatFollows(language, known.follows),
      ),
    ),
  );
  return {
    ...message,
    buttons: decisionButtons(language, (decision) => ({
      action: 'decideIncident',
      incidentId: question.incidentId,
      revision: question.revision,
      decision,
    })),
  };
}

/** What was, beside what is: deciders see also what followers are not told again. */
function changes(
  language: Language,
  before: IncidentFacts,
  facts: IncidentFacts,
  persons: readonly PersonRow[],
): Piece {
  const was = toldChanges(before, facts).includes('what')
    ? translate(language, 'staff-incident-was', { was: localise(before.what, language) })
    : null;
  return lines(
    was,
    ...aspects.map((aspect) => {
      const line = aspectLine(language, aspect, before, persons);
      if (line === null || line === aspectLine(language, aspect, facts, persons)) return null;
      return translate(language, 'staff-incident-was', { was: line });
    }),
  );
}
