import { encodeCallbackData } from '../../domain/callback-data.ts';
import type { Language } from '../../domain/language.ts';
import { localise } from '../../domain/localised.ts';
import type { MessageButton, RenderedMessage } from '../../domain/message.ts';
import { TELEGRAM_TEXT_MAX } from '../../domain/text/measure.ts';
import { bold, compose, italic, lines, type Piece, paragraphs } from '../../domain/text/message.ts';
import { formatDate } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { decisionLines } from '../hearings/decision-text.ts';
import { hearingWhen, reportedMoveLine, sourcesLine } from '../hearings/text.ts';
import { aspectLine, certaintyLine } from '../incidents/text.ts';
import type { CaseWeek } from './week.ts';

/** So many cases have a button of their own. */
const BUTTONS = 8;

/** How much of a case is told: all, all but what courts decided, or only how much there is. */
type Form = 'outcomes' | 'facts' | 'counts';

/**
 * A digest as one reader gets it, of cases each of which has something to tell: what happened, then what is next, each
 * fact with its source as everywhere. An
 * outcome stands in full or not at all; a case that alone is too much for a message is told in numbers; when there are
 * too many cases for one message, it says how many are left out.
 */
export function renderDigest(language: Language, weeks: readonly CaseWeek[]): RenderedMessage {
  const outcomes = composed(language, weeks, { formOf: () => 'outcomes', left: 0 });
  if (fits(outcomes)) return outcomes;
  const tooMuch = new Set(
    weeks.filter(
      (week, i) => !fits(composed(language, [week], { formOf: () => 'facts', left: weeks.length - i })),
    ),
  );
  const formOf = (week: CaseWeek): Form => (tooMuch.has(week) ? 'counts' : 'facts');
  for (let shown = weeks.length; shown > 0; shown -= 1) {
    const message = composed(language, weeks.slice(0, shown), { formOf, left: weeks.length - shown });
    if (fits(message)) return message;
  }
  throw new Error('The name of a case is too long for a message.');
}

function fits({ text }: RenderedMessage): boolean {
  return text.length <= TELEGRAM_TEXT_MAX;
}

function composed(
  language: Language,
  weeks: readonly CaseWeek[],
  { formOf, left }: { readonly formOf: (week: CaseWeek) => Form; readonly left: number },
): RenderedMessage {
  const message = compose(
    paragraphs(
      bold(translate(language, 'digest-title')),
      ...weeks.map((week) => ofCase(language, week, formOf(week))),
      left === 0 ? null : translate(language, 'digest-more', { count: left }),
    ),
  );
  return { ...message, buttons: buttons(language, weeks) };
}

function buttons(language: Language, weeks: readonly CaseWeek[]): RenderedMessage['buttons'] {
  const ofCases = weeks.slice(0, BUTTONS).map(({ case: one }): MessageButton[] => [
    {
      text: localise(one.name, language),
      data: encodeCallbackData({ action: 'openCase', caseId: one.id }),
    },
  ]);
  const off = {
    text: translate(language, 'button-digest-stop'),
    data: encodeCallbackData({ action: 'digestStop' }),
  };
  return [
    ...ofCases,
    [off, { text: translate(language, 'button-stop-all'), data: encodeCallbackData({ action: 'stopAll' }) }],
  ];
}

function ofCase(language: Language, week: CaseWeek, form: Form): Piece {
  return lines(
    bold(localise(week.case.name, language)),
    week.case.fictional ? italic(translate(language, 'case-fictional')) : null,
    form === 'counts' ? counts(language, week) : told(language, week, form === 'outcomes'),
  );
}

function counts(language: Language, week: CaseWeek): Piece {
  const line = (
    text: 'digest-incidents' | 'digest-hearings' | 'digest-posts' | 'digest-ahead',
    count: number,
  ): Piece | null => (count === 0 ? null : translate(language, text, { count }));
  return lines(
    line('digest-incidents', week.incidents.length),
    line('digest-hearings', week.hearings.length),
    line('digest-posts', week.posts),
    line('digest-ahead', week.next.length),
  );
}

function told(language: Language, week: CaseWeek, outcomes: boolean): Piece {
  return lines(
    ...week.incidents.map((facts) =>
      lines(
        translate(language, 'digest-incident', {
          what: aspectLine(language, 'kind', facts, []) ?? '',
          date: formatDate(language, Temporal.PlainDate.from(facts.localDate)),
        }),
        certaintyLine(language, facts),
      ),
    ),
    ...week.hearings.map((one) => ofHearing(language, one, outcomes)),
    week.posts === 0 ? null : translate(language, 'digest-posts', { count: week.posts }),
    ...week.next.map(({ hearingId, facts, reported }) =>
      lines(
        translate(language, 'digest-next', {
          kind: translate(language, 'hearing-kind', { kind: facts.kind }),
          when: hearingWhen(language, facts) ?? '',
        }),
        reportedMoveLine(language, reported),
        // What stands above already, with its source, does not name it twice.
        week.hearings.some((above) => above.hearingId === hearingId)
          ? null
          : sourcesLine(language, facts.sources),
      ),
    ),
  );
}

function ofHearing(
  language: Language,
  { facts, reported, isNew, decided }: CaseWeek['hearings'][number],
  outcomes: boolean,
): Piece {
  const kind = translate(language, 'hearing-kind', { kind: facts.kind });
  const when = hearingWhen(language, facts) ?? translate(language, 'value-unknown');
  if (facts.status === 'scheduled') {
    return lines(
      translate(language, isNew ? 'digest-hearing-new' : 'digest-hearing-changed', { kind, when }),
      reportedMoveLine(language, reported),
      sourcesLine(language, facts.sources),
    );
  }
  const status = translate(language, 'hearing-status', { status: facts.status });
  return lines(
    translate(language, 'digest-hearing', { kind, status, when }),
    facts.outcome === null || !outcomes
      ? null
      : translate(language, 'hearing-outcome', { outcome: localise(facts.outcome, language) }),
    outcomes ? decisionLines(language, decided) : null,
    sourcesLine(language, facts.sources),
  );
}
