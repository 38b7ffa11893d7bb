import type { CaseId } from '../../domain/ids.ts';
import { type IncidentFacts, repeatsWhatWasTold } from '../../domain/incident.ts';
import type { Language } from '../../domain/language.ts';
import { type Localised, localise } from '../../domain/localised.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { bold, compose, italic, lines, type Piece, paragraphs } from '../../domain/text/message.ts';
import type { AlertKind } from '../../domain/words.ts';
import { formatInstant } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import type { PersonRow } from '../cases/find.ts';
import { stopButtons } from '../posts/render.ts';
import { fieldThatNamesProtected } from './protected.ts';
import { aspectLine, aspects, certaintyLine, incidentTitle } from './text.ts';

/** Everything an alert of an incident says, whatever the reader's language. */
export interface IncidentAlertContent {
  readonly kind: AlertKind;
  readonly caseId: CaseId;
  readonly caseName: Localised;
  readonly fictional: boolean;
  /** All of the case: names of those who are told by role only are known in order never to be told. */
  readonly persons: readonly PersonRow[];
  readonly facts: IncidentFacts;
  /** What followers were told last; null when nothing yet. */
  readonly before: IncidentFacts | null;
  /** When it was due, if it comes late. */
  readonly late: Temporal.Instant | null;
}

/**
 * An alert of an incident as one reader gets it: the fact first, with how sure it is right below it, then the details
 * and the source. A correction says what was wrong and what is right; of private facts it says only that they were
 * told.
 */
export function renderIncidentAlert(language: Language, alert: IncidentAlertContent): RenderedMessage {
  const { facts, persons, late } = alert;
  const retracted = facts.status === 'retracted';
  const unsure = facts.certainty !== 'established' && !retracted;
  const message = compose(
    paragraphs(
      lines(
        bold(title(language, alert)),
        alert.fictional ? italic(translate(language, 'case-fictional')) : null,
        late === null
          ? null
          : translate(language, 'alert-late', { when: formatInstant(language, late, facts.zone) }),
        unsure ? certaintyLine(language, facts) : null,
      ),
      body(language, alert),
      retracted
        ? null
        : lines(...aspects.slice(1).map((aspect) => aspectLine(language, aspect, facts, persons))),
      unsure ? null : certaintyLine(language, { ...facts, certainty: 'established' }),
    ),
  );
  return { ...message, buttons: stopButtons(language, alert.caseId) };
}

function title(language: Language, { kind, facts, caseName }: IncidentAlertContent): string {
  const name = localise(caseName, language);
  if (kind === 'announced') return incidentTitle(language, facts, name);
  const more = facts.amendment === 'adds' && kind !== 'cancelled';
  return translate(language, more ? 'incident-more-title' : 'incident-correction-title', { case: name });
}

function body(language: Language, alert: IncidentAlertContent): Piece {
  const { kind, facts, before, persons } = alert;
  const what = localise(facts.what, language);
  if (before === null || kind === 'announced') return what;
  if (facts.amendment === 'adds' && kind === 'changed')
    return lines(confirmed(language, before, facts), what);
  const withheld = !repeatsWhatWasTold(before, facts) || fieldThatNamesProtected(persons, before) !== null;
  if (withheld) {
    return lines(
      translate(language, 'incident-not-repeated'),
      translate(language, 'incident-correct', { fact: rightInstead(language, before, facts) }),
    );
  }
  return corrections(language, before, facts, persons);
}

/** Each thing that was told wrongly, beside what is right. What is only new stands with the details. */
function corrections(
  language: Language,
  before: IncidentFacts,
  facts: IncidentFacts,
  persons: readonly PersonRow[],
): Piece {
  const wasWhat = localise(before.what, language);
  const isWhat = localise(facts.what, language);
  const retracted = facts.status === 'retracted' && before.status === 'stands';
  const inWords =
    wasWhat === isWhat && !retracted
      ? isWhat
      : wrong(language, wasWhat, rightInstead(language, before, facts));
  if (retracted) return inWords;
  return paragraphs(
    inWords,
    ...aspects.map((aspect) => {
      const was = aspectLine(language, aspect, before, persons);
      const is = aspectLine(language, aspect, facts, persons);
      if (was === null || was === is) return null;
      return wrong(language, was, is ?? translate(language, 'value-unknown'));
    }),
    confirmed(language, before, facts),
  );
}

function wrong(language: Language, told: string, fact: string): Piece {
  return lines(
    translate(language, 'incident-wrong', { told }),
    translate(language, 'incident-correct', { fact }),
  );
}

/** In words what is right. Who retracts need not write anything but what was told. */
function rightInstead(language: Language, before: IncidentFacts, facts: IncidentFacts): string {
  const is = localise(facts.what, language);
  const same = is === localise(before.what, language);
  return same && facts.status === 'retracted' ? translate(language, 'incident-did-not-happen') : is;
}

function confirmed(language: Language, before: IncidentFacts, facts: IncidentFacts): string | null {
  return before.certainty !== 'established' && facts.certainty === 'established'
    ? translate(language, 'incident-confirmed')
    : null;
}
