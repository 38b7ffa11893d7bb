import type { AnnouncedField, Differing, HearingFacts } from '../../domain/hearing.ts';
import type { Language } from '../../domain/language.ts';
import { type Localised, localise } from '../../domain/localised.ts';
import { bold, lines, type Piece } from '../../domain/text/message.ts';
import { cityName } from '../../i18n/cities.ts';
import { formatDate, formatHearingTime, formatList, formatTime } from '../../i18n/format.ts';
import { type MessageArgs, translate } from '../../i18n/index.ts';

/** When a hearing is, in the reader's words: the court's time with its zone, and UTC; null without a date. */
export function hearingWhen(
  language: Language,
  facts: Pick<HearingFacts, 'localDate' | 'localTime' | 'zone'>,
): string | null {
  if (facts.localDate === null) return null;
  return formatHearingTime(language, {
    date: Temporal.PlainDate.from(facts.localDate),
    time: facts.localTime === null ? null : Temporal.PlainTime.from(facts.localTime),
    zone: facts.zone,
  });
}

/** All that is known of a hearing, a line each: who, when, where, whether one may attend, says who. */
export function hearingLines(language: Language, facts: HearingFacts, persons: readonly Localised[]): Piece {
  const when = hearingWhen(language, facts);
  return lines(
    translate(language, 'hearing-kind', { kind: facts.kind }),
    persons.length === 0
      ? null
      : translate(language, 'hearing-who', {
          names: formatList(
            language,
            persons.map((name) => localise(name, language)),
          ),
        }),
    when === null ? null : translate(language, 'hearing-when', { when }),
    translate(language, 'hearing-court', { court: localise(facts.court, language) }),
    facts.room === null
      ? translate(language, 'hearing-room-unknown')
      : translate(language, 'hearing-room', { room: facts.room }),
    facts.judge === null ? null : translate(language, 'hearing-judge', { judge: facts.judge }),
    translate(language, 'hearing-openness', { openness: facts.openness }),
    hearingSources(language, facts),
    differences(language, facts.disagree ?? []),
  );
}

/** The move that followers were told of and that no second person has confirmed yet; null where there is none. */
export function reportedMoveLine(language: Language, move: HearingFacts | null | undefined): Piece | null {
  const when = move ? hearingWhen(language, move) : null;
  return when === null ? null : bold(translate(language, 'alert-reported-move', { when }));
}

/** "Source: IRFS"; null where nobody is named. */
export function sourcesLine(language: Language, sources: readonly string[]): string | null {
  if (sources.length === 0) return null;
  return translate(language, 'hearing-sources', {
    count: sources.length,
    sources: formatList(language, sources),
  });
}

/** Who reported the facts, and when a person last compared them: every fact carries its source. */
export function hearingSources(language: Language, facts: HearingFacts): Piece {
  return lines(
    sourcesLine(language, facts.sources),
    facts.status === 'scheduled'
      ? translate(language, 'hearing-checked', {
          date: formatDate(language, Temporal.PlainDate.from(facts.checkedOn)),
        })
      : null,
  );
}

/** What single sources say differently, under a heading; null where they agree. */
export function differences(language: Language, differing: readonly Differing[]): Piece | null {
  if (differing.length === 0) return null;
  return lines(
    translate(language, 'hearing-sources-disagree'),
    ...differing.map((one) => differenceLine(language, one)),
  );
}

/** What one source says differently; named by the fact it is about, where that is one of those which we name. */
function differenceLine(language: Language, { field, value, source }: Differing): string {
  const says = { source, value };
  const named = namedFacts[field];
  if (named === undefined) return translate(language, 'hearing-source-says', says);
  return translate(language, 'hearing-source-says-of', {
    field: translate(language, 'field-name', { field: named }),
    ...says,
  });
}

/** The facts that a source may differ in, as a case's record calls them. */
export const namedFacts: Readonly<Record<string, MessageArgs['field-name']['field']>> = {
  date: 'localDate',
  time: 'localTime',
  court: 'court',
  room: 'room',
  judge: 'judge',
  kind: 'kind',
  status: 'status',
  openness: 'openness',
  outcome: 'outcome',
  charge: 'charge',
};

/** What changed in a way that is told as "was …, now …": what sources say differently stands by itself. */
export type ToldField = Exclude<AnnouncedField, 'disagree'>;

/** The changed fields of which an alert says that they changed; disagreements are shown as they stand. */
export function toldFields(changed: readonly AnnouncedField[]): ToldField[] {
  return changed.filter((field) => field !== 'disagree');
}

/** One line for a changed fact: its name, what it was, what it is now. */
export function changeLine(
  language: Language,
  field: ToldField,
  before: HearingFacts,
  after: HearingFacts,
): string {
  return translate(language, 'alert-change-line', {
    field: translate(language, 'field-name', { field }),
    from: fieldValue(language, field, before),
    to: fieldValue(language, field, after),
  });
}

function fieldValue(language: Language, field: ToldField, facts: HearingFacts): string {
  const unknown = translate(language, 'value-unknown');
  switch (field) {
    case 'status':
      return translate(language, 'hearing-status', { status: facts.status });
    case 'localDate':
      return facts.localDate === null
        ? unknown
        : formatDate(language, Temporal.PlainDate.from(facts.localDate));
    case 'localTime':
      return facts.localTime === null
        ? unknown
        : formatTime(language, Temporal.PlainTime.from(facts.localTime));
    case 'zone':
      return cityName(language, facts.zone);
    case 'court':
      return localise(facts.court, language);
    case 'room':
      return facts.room ?? unknown;
    case 'openness':
      return translate(language, 'openness-word', { openness: facts.openness });
  }
}
