import { resultOf } from '../../domain/hearing.ts';
import type { Language } from '../../domain/language.ts';
import { localise } from '../../domain/localised.ts';
import { bold, lines, type Piece } from '../../domain/text/message.ts';
import { formatPartialDate } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { decisionLines } from '../hearings/decision-text.ts';
import { differences, hearingWhen, sourcesLine } from '../hearings/text.ts';
import { incidentPieces } from '../incidents/text.ts';
import type { TimelineEntry, TimelineItem } from './timeline.ts';

/** What happened, with its day, its sources and what other sources say, as followers and staff read it. */
export function timelinePiece(language: Language, { date, item, disagreements }: TimelineEntry): Piece {
  return lines(
    bold(formatPartialDate(language, date)),
    ...itemPieces(language, item),
    differences(language, disagreements),
  );
}

function itemPieces(language: Language, item: TimelineItem): (Piece | null)[] {
  switch (item.kind) {
    case 'event':
      return [localise(item.what, language), sourcesLine(language, item.sources)];
    case 'statement':
      return [translate(language, 'case-statement', { who: item.who }), sourcesLine(language, item.sources)];
    case 'incident':
      return incidentPieces(language, item.facts, item.persons);
    case 'hearing':
      return hearingPieces(language, item);
  }
}

function hearingPieces(
  language: Language,
  { facts, decided }: Extract<TimelineItem, { kind: 'hearing' }>,
): (Piece | null)[] {
  const outcome = facts.outcome === null ? null : localise(facts.outcome, language);
  // What was to take place and of which nobody has told us more is neither held nor still ahead.
  const untold = facts.status === 'scheduled' || (facts.status === 'held' && resultOf(facts) === null);
  const when = hearingWhen(language, facts);
  return [
    translate(language, 'hearing-kind', { kind: facts.kind }),
    translate(language, 'hearing-court', { court: localise(facts.court, language) }),
    facts.status === 'scheduled' ? null : translate(language, 'hearing-status', { status: facts.status }),
    outcome !== null
      ? translate(language, 'hearing-outcome', { outcome })
      : untold && when !== null
        ? translate(language, 'alert-no-outcome', { when })
        : null,
    decisionLines(language, decided),
    sourcesLine(language, facts.sources),
  ];
}
