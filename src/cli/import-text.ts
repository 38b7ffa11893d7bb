import type { HearingFacts } from '../domain/hearing.ts';
import type { ComparedField } from '../domain/hearing-said.ts';
import type { ImportItem } from '../services/hearings/plan-import.ts';
import type { WeighedChange } from '../services/hearings/weigh.ts';

/** An import as an operator reads it: for each row what it is, and for a change what it was and would be. */
export function importLines(items: readonly ImportItem[]): string[] {
  return items.flatMap((item) => [head(item), ...details(item).map((line) => `    ${line}`)]);
}

/** How many rows of a file come to what, and what is to be done next. */
export function importSummary(items: readonly ImportItem[], applied: boolean): string {
  const counts = Map.groupBy(items, ({ weighed }) => weighed.outcome);
  const parts = [...counts].map(([outcome, of]) => `${of.length} ${outcome}`);
  const what = items.length === 0 ? 'The file holds no hearing.' : `${parts.join(', ')}.`;
  const next = applied
    ? 'What is new or changed waits for a second person.'
    : 'Nothing was recorded; say --apply to do so.';
  return `${what} ${next}`;
}

function head({ line, key, of, weighed }: ImportItem): string {
  const words = weighed.outcome === 'changed' ? changeWord(weighed) : outcomeWords[weighed.outcome];
  return [`line ${line}`, key ?? '(no id)', of?.slug, words].filter((part) => part !== undefined).join('  ');
}

const outcomeWords = {
  new: 'NEW',
  unchanged: 'unchanged',
  rejected: 'left alone: a second person has rejected just this',
  older: 'left alone: a newer version was seen before',
  over: 'left alone: it is over, and what came of it is not said',
  refused: 'REFUSED',
} as const;

function changeWord({ move, before, facts }: WeighedChange): string {
  if (before.status !== facts.status) return facts.status.toUpperCase();
  if (move === 'earlier') return 'MOVED EARLIER';
  return move === 'later' ? 'MOVED LATER' : 'CHANGED';
}

function details({ weighed }: ImportItem): string[] {
  switch (weighed.outcome) {
    case 'new':
      return [`${when(weighed.facts)}, ${shown(weighed.facts.court)}`];
    case 'changed':
      return [
        ...weighed.changes.map(
          (field) => `${names[field]}: ${shown(weighed.before[field])} -> ${shown(weighed.facts[field])}`,
        ),
        ...(weighed.hearing.by === 'date'
          ? ['joined to the hearing of that day which was recorded by hand']
          : []),
        ...(weighed.inReview === null ? [] : ['replaces a change that waits for a second person']),
      ];
    case 'unchanged':
      return weighed.state === 'in_review' ? ['waits for a second person'] : [];
    case 'refused':
      return weighed.faults.map(({ field, detail }) => `${field}: ${detail}`);
    default:
      return [];
  }
}

function when({ localDate, localTime, zone }: HearingFacts): string {
  return [localDate ?? 'no date yet', localTime ?? 'no time yet', zone].join(' ');
}

const names: Readonly<Record<ComparedField, string>> = {
  status: 'status',
  localDate: 'date',
  localTime: 'time',
  zone: 'zone',
  court: 'court',
  room: 'room',
  openness: 'openness',
  kind: 'kind',
  judge: 'judge',
  outcome: 'outcome',
  sources: 'sources',
};

function shown(value: HearingFacts[ComparedField]): string {
  if (value === null) return 'not known';
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([key, text]) => (Array.isArray(value) ? text : `(${key}) ${text}`))
    .join(' ');
}
