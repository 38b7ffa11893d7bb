import { isMovedEarlier, isResultTakenBack } from '../../domain/alert.ts';
import { announcedChanges, type HearingFacts } from '../../domain/hearing.ts';
import { compareMove } from '../../domain/hearing-time.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { parseLeadTime } from '../../domain/lead-time.ts';
import { type Localised, localise } from '../../domain/localised.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { bold, compose, italic, lines, type Piece, paragraphs } from '../../domain/text/message.ts';
import type { AlertKind } from '../../domain/words.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { formatDate, formatInstant, formatTime } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { adjournment } from '../hearings/adjournment-text.ts';
import { decisionLines } from '../hearings/decision-text.ts';
import type { ShownDecision } from '../hearings/shown-decisions.ts';
import {
  changeLine,
  differences,
  hearingLines,
  hearingSources,
  hearingWhen,
  reportedMoveLine,
  toldFields,
} from '../hearings/text.ts';
import { stopButtons } from '../posts/render.ts';
import { isLate } from './late.ts';

/** Everything an alert says, whatever the reader's language. */
export interface AlertContent {
  readonly kind: AlertKind;
  readonly leadTime: string | null;
  readonly caseId: CaseId;
  readonly caseName: Localised;
  readonly fictional: boolean;
  readonly persons: readonly Localised[];
  readonly facts: HearingFacts;
  /** The facts that were in effect before; null for the first revision. */
  readonly before: HearingFacts | null;
  /** Another hearing of the case that is ahead, where the alert tells of it. */
  readonly next: HearingFacts | null;
  /** What was decided per person and charge. */
  readonly decided?: readonly ShownDecision[];
  /** One person's word, of which no second has decided. */
  readonly unconfirmed?: boolean;
  /** Beside confirmed facts: a move that was told and not decided on yet. */
  readonly reported?: HearingFacts | null;
  /** What followers were told unconfirmed, and what was wrong. */
  readonly wrong?: HearingFacts | null;
  readonly dueAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant;
}

/** An alert as one reader gets it: the fact first, then the details with their source, then what one can do. */
export function renderAlert(language: Language, alert: AlertContent): RenderedMessage {
  const stillAhead = alert.facts.status === 'scheduled' && alert.kind !== 'no_outcome';
  const message = compose(
    paragraphs(
      lines(
        bold(title(language, alert)),
        alert.fictional ? italic(translate(language, 'case-fictional')) : null,
        lateLine(language, alert),
      ),
      doubt(language, alert),
      news(language, alert),
      stillAhead
        ? hearingLines(language, alert.facts, alert.persons)
        : lines(hearingSources(language, alert.facts), differences(language, alert.facts.disagree ?? [])),
      stillAhead ? italic(translate(language, 'alert-decide-yourself')) : null,
    ),
  );
  return { ...message, buttons: stopButtons(language, alert.caseId) };
}

function title(language: Language, alert: AlertContent): string {
  const name = { case: localise(alert.caseName, language) };
  const { facts, before } = alert;
  switch (alert.kind) {
    case 'announced':
      return translate(language, 'alert-announced-title', name);
    case 'reminder':
      return reminderTitle(language, alert, name);
    case 'cancelled':
      return translate(language, 'alert-cancelled-title', name);
    case 'outcome':
      if (isResultTakenBack(before, facts)) return translate(language, 'alert-corrected-title', name);
      return facts.adjourned === undefined
        ? translate(language, 'alert-outcome-title', name)
        : translate(language, 'alert-adjourned-title', name);
    case 'no_outcome':
      return translate(language, 'alert-no-outcome-title', name);
    case 'confirmed':
      return translate(language, 'alert-confirmed-title', name);
    case 'corrected':
      return translate(language, 'alert-corrected-title', name);
    case 'changed':
      if (facts.status === 'postponed') return translate(language, 'alert-postponed-title', name);
      if (before !== null && isMovedEarlier(before, facts, SYSTEM_ZONE_RULES)) {
        return movedEarlierTitle(language, before, facts, name);
      }
      if (before?.status === 'scheduled' && compareMove(before, facts) === 'later') {
        return translate(language, 'alert-moved-later-title', name);
      }
      return translate(language, 'alert-changed-title', name);
  }
}

/**
 * How far off the hearing is when the reminder is sent, on the court's calendar, and not when it was planned to
 * be: one that was held up over midnight must not say "tomorrow" on the day itself.
 */
function reminderTitle(language: Language, alert: AlertContent, name: { case: string }): string {
  const { facts, sentAt } = alert;
  const leadTime = alert.leadTime === null ? null : parseLeadTime(alert.leadTime);
  if (leadTime === null || facts.localDate === null) {
    throw new Error('A reminder without a lead time or a date was to be rendered.');
  }
  if (leadTime.kind === 'hours' && !isLate(alert)) {
    return translate(language, 'alert-reminder-hours-title', { ...name, hours: leadTime.hours });
  }
  const today = sentAt.toZonedDateTimeISO(facts.zone).toPlainDate();
  const { days } = today.until(facts.localDate, { largestUnit: 'days' });
  if (days <= 0) return translate(language, 'alert-reminder-today-title', name);
  if (days === 1) return translate(language, 'alert-reminder-tomorrow-title', name);
  return translate(language, 'alert-reminder-days-title', { ...name, days });
}

function movedEarlierTitle(
  language: Language,
  before: HearingFacts,
  after: HearingFacts,
  name: { case: string },
): string {
  const { localDate, localTime } = after;
  if (
    before.localDate === localDate &&
    before.zone === after.zone &&
    before.localTime !== null &&
    localTime !== null &&
    localDate !== null
  ) {
    return translate(language, 'alert-moved-earlier', {
      ...name,
      from: formatTime(language, Temporal.PlainTime.from(before.localTime)),
      to: formatTime(language, Temporal.PlainTime.from(localTime)),
      date: formatDate(language, Temporal.PlainDate.from(localDate)),
    });
  }
  return translate(language, 'alert-moved-earlier-day', {
    ...name,
    from: hearingWhen(language, before) ?? '',
    to: hearingWhen(language, after) ?? '',
  });
}

/** How far what follows can be relied on, and what of that which was told before cannot. */
function doubt(
  language: Language,
  { unconfirmed, reported, wrong, before, facts }: AlertContent,
): Piece | null {
  const when = (known: HearingFacts | null | undefined) => known && hearingWhen(language, known);
  const [confirmed, mistaken, correct] = [before, wrong, facts].map(when);
  const stillOn = facts.status === 'scheduled';
  return lines(
    unconfirmed ? bold(translate(language, 'alert-unconfirmed')) : null,
    unconfirmed && confirmed ? translate(language, 'alert-confirmed-so-far', { when: confirmed }) : null,
    reportedMoveLine(language, reported),
    mistaken ? bold(translate(language, 'alert-wrong-move', { when: mistaken })) : null,
    mistaken && correct && stillOn ? translate(language, 'alert-correct-when', { when: correct }) : null,
  );
}

/** What is new, beyond what the title says. */
function news(language: Language, alert: AlertContent): Piece | null {
  const { kind, facts, before, next, persons, decided = [] } = alert;
  const outcome =
    facts.outcome === null
      ? null
      : translate(language, 'hearing-outcome', { outcome: localise(facts.outcome, language) });
  const was = before === null ? null : hearingWhen(language, before);
  const noLonger = was === null ? null : translate(language, 'alert-no-longer-at', { when: was });
  if (kind === 'no_outcome') {
    const [held, then] = [hearingWhen(language, facts), next && hearingWhen(language, next)];
    return lines(
      held === null ? null : translate(language, 'alert-no-outcome', { when: held }),
      then === null
        ? translate(language, 'alert-no-next-date')
        : translate(language, 'case-next-hearing', { when: then }),
    );
  }
  if (kind === 'outcome') {
    const when = hearingWhen(language, facts);
    return paragraphs(
      lines(
        when === null ? null : translate(language, 'hearing-when', { when }),
        isResultTakenBack(before, facts) ? translate(language, 'alert-outcome-taken-back') : outcome,
      ),
      decisionLines(language, decided),
      adjournment(language, facts, persons, next),
    );
  }
  if (kind === 'cancelled') return lines(noLonger, outcome);
  if ((kind !== 'changed' && kind !== 'confirmed') || before === null) return outcome;
  if (facts.status === 'postponed') return lines(noLonger, outcome, postponedTo(language, before, facts));
  const changed = announcedChanges(before, facts);
  return lines(...toldFields(changed).map((field) => changeLine(language, field, before, facts)), outcome);
}

function postponedTo(language: Language, before: HearingFacts, facts: HearingFacts): string {
  const when = hearingWhen(language, facts);
  const moved = facts.localDate !== before.localDate || facts.localTime !== before.localTime;
  return when !== null && moved
    ? translate(language, 'alert-postponed-to', { when })
    : translate(language, 'alert-postponed-no-date');
}

function lateLine(language: Language, alert: AlertContent): string | null {
  if (!isLate(alert)) return null;
  return translate(language, 'alert-late', { when: formatInstant(language, alert.dueAt, alert.facts.zone) });
}
