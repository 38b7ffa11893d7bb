import { and, eq, inArray } from 'drizzle-orm';
import { hearingRevisions, hearings } from '../../db/schema/index.ts';
import type { Language } from '../../domain/language.ts';
import { type Localised, localise } from '../../domain/localised.ts';
import { findLinks } from '../../domain/text/find-links.ts';
import { findNames, type Span } from '../../domain/text/find-name.ts';
import { findSurnames, surnameOf } from '../../domain/text/find-surnames.ts';
import {
  type FindFacts,
  type FoundFact,
  isLockable,
  type LockedFact,
} from '../../domain/text/locked-facts.ts';
import { namedDays } from '../../domain/text/weekdays.ts';
import { findDays, findTimes } from '../../i18n/find-times.ts';
import { findWeekdays, weekdayForms } from '../../i18n/find-weekdays.ts';
import { formatDay, formatDayOfYear, formatTime, formatWeekday } from '../../i18n/format.ts';
import { personsOf } from '../cases/find.ts';
import type { CoreContext } from '../context.ts';
import type { PostRow } from './find.ts';

/** What is found of facts in a post's source, and in its text in one language. */
export interface PostFacts {
  readonly inSource: FindFacts;
  readonly inText: FindFacts;
  /**
   * The facts of a paragraph of the source that its translation has to carry, in their order. A name or a court of which
   * nobody has written down what it is called in that language is none: its translator says it.
   */
  readonly of: (source: string) => readonly (LockedFact & Span)[];
}

interface Named {
  readonly kind: 'name' | 'court';
  /** One for each, in no language of its own. */
  readonly value: string;
  readonly text: Localised;
}

/** The facts of a post's texts: of its case's persons and courts, and days, hours and addresses that stand in them. */
export async function postFacts(
  ctx: CoreContext,
  post: Pick<PostRow, 'caseId' | 'sourceLanguage'>,
  language: Language,
): Promise<PostFacts> {
  const named = await namedOf(ctx, post);
  const inSource = (text: string) => factsIn(post.sourceLanguage, text, named);
  const inText = (text: string) => factsIn(language, text, named);
  const of = (source: string) =>
    isLockable(source)
      ? inSource(source).flatMap((found) => {
          const fact = factIn(language, found, named);
          return fact === null || /[{}|\n]/.test(fact.shown) ? [] : [{ ...found, ...fact }];
        })
      : [];
  return { inSource, inText, of };
}

/** Persons who appear by name, and courts that somebody approved. */
async function namedOf(ctx: CoreContext, { caseId }: Pick<PostRow, 'caseId'>): Promise<Named[]> {
  const persons = (await personsOf(ctx, caseId)).filter(({ shownAs }) => shownAs === 'name');
  const courts = await ctx.db
    .selectDistinct({ court: hearingRevisions.court })
    .from(hearingRevisions)
    .innerJoin(hearings, eq(hearings.id, hearingRevisions.hearingId))
    .where(and(eq(hearings.caseId, caseId), inArray(hearingRevisions.state, ['in_effect', 'superseded'])));
  return [
    ...persons.map(({ name }): Named => ({ kind: 'name', value: localise(name, 'en'), text: name })),
    ...courts.map(({ court }): Named => ({ kind: 'court', value: localise(court, 'en'), text: court })),
  ];
}

function factsIn(language: Language, text: string, named: readonly Named[]): FoundFact[] {
  const found: FoundFact[] = [
    ...findLinks(text).map(({ href, ...span }): FoundFact => ({ kind: 'link', value: href, ...span })),
    ...findDays(language, text).map(
      ({ date, ...span }): FoundFact => ({ kind: 'date', value: date.toString(), ...span }),
    ),
    ...findTimes(language, text).map(
      ({ time, ...span }): FoundFact => ({
        kind: 'time',
        value: time.toString({ smallestUnit: 'minute' }),
        ...span,
      }),
    ),
    ...named.flatMap(({ kind, value, text: forms }) =>
      findNames(text, Object.values(forms)).map((span): FoundFact => ({ kind, value, ...span })),
    ),
    ...findWeekdays(language, text).map(
      ({ weekday, ...span }): FoundFact => ({ kind: 'weekday', value: String(weekday), ...span }),
    ),
    ...surnamesIn(text, named),
  ];
  // Where two share a stretch the one that stands first in this order has it: an address may hold a day, a court a name.
  const apart = found.filter(
    ({ start, end }, i) => !found.slice(0, i).some((other) => start < other.end && other.start < end),
  );
  const dated = new Set(namedDays(text, apart).map(({ weekday }) => weekday));
  return apart
    .map((one) => (one.kind === 'weekday' && !dated.has(one) ? ({ ...one, soft: true } as const) : one))
    .toSorted((a, b) => a.start - b.start);
}

/** Persons by their surnames alone. One that two of them share is neither's. */
function surnamesIn(text: string, named: readonly Named[]): FoundFact[] {
  const found = named.flatMap(({ kind, value, text: forms }) =>
    kind === 'name'
      ? findSurnames(text, Object.values(forms)).map(
          (span) => ({ kind, value, ...span, soft: true }) as const,
        )
      : [],
  );
  return found.filter(({ value, start }) =>
    found.every((other) => other.start !== start || other.value === value),
  );
}

/** A fact as a language writes it; null where nobody has written down how. */
function factIn(language: Language, found: FoundFact, named: readonly Named[]): LockedFact | null {
  const { kind, value, soft } = found;
  const shown = shownIn(language, found, named);
  if (shown === null) return null;
  if (kind === 'weekday')
    return { kind, value, shown, forms: weekdayForms(language, Number(value)), ...(soft && { soft }) };
  if (soft !== true) return { kind, value, shown };
  const surname = surnameOf(shown);
  return surname === null ? null : { kind, value, shown: surname, name: shown, soft };
}

function shownIn(
  language: Language,
  { kind, value }: Pick<FoundFact, 'kind' | 'value'>,
  named: readonly Named[],
): string | null {
  switch (kind) {
    case 'weekday':
      return formatWeekday(language, Number(value));
    case 'link':
      return value;
    case 'time':
      return formatTime(language, Temporal.PlainTime.from(value));
    case 'date':
      return /^\d{4}-/.test(value)
        ? formatDay(language, Temporal.PlainDate.from(value))
        : formatDayOfYear(language, Temporal.PlainMonthDay.from(value));
    default:
      return named.find((one) => one.kind === kind && one.value === value)?.text[language] ?? null;
  }
}
