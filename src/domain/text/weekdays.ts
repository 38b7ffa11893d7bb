import { type FindFacts, type FoundFact, fillFacts } from './locked-facts.ts';

/** A date with the day of the week that a text gives it. */
export interface NamedDay {
  readonly date: FoundFact;
  readonly weekday: FoundFact;
}

/** "Wednesday, 11 November", "Mittwoch, den 11.", "çərşənbə günü, 11 noyabr". */
const BEFORE_DATE = /^(?:\sgünü)?[\s,،(]*(?:(?:the|on|den|dem|le|в|во)\s)?$/iu;
/** "11 Kasım 2009 Çarşamba", "11 noyabr 2009-cu il, çərşənbə", "11 ноября 2009 года, в среду". */
const AFTER_DATE =
  /^(?:[-'’]?\p{L}{1,5})?(?:\s(?:il|ili|ildə|ilin|yılı|yılında))?[\s,،(]*(?:(?:a|on|am|einem|einen|le|un|в|во)\s)?$/iu;

/** Which days of the week stand beside which dates: each beside one, the nearer, and between two as the text begins. */
export function namedDays(text: string, found: readonly FoundFact[]): NamedDay[] {
  const days = found.filter(({ kind }) => kind === 'date' || kind === 'weekday');
  const weekdayFirst = days.toSorted((a, b) => a.start - b.start)[0]?.kind === 'weekday';
  return days.flatMap((weekday): NamedDay[] => {
    if (weekday.kind !== 'weekday') return [];
    const beside = days
      .flatMap((date) => {
        const gap = gapBetween(text, weekday, date);
        return gap === null ? [] : [{ date, gap, isAhead: date.start > weekday.start }];
      })
      .toSorted((a, b) => a.gap - b.gap || (a.isAhead === weekdayFirst ? -1 : 1));
    const [nearest] = beside;
    return nearest === undefined ? [] : [{ date: nearest.date, weekday }];
  });
}

/** How far a day of the week is from a date that it belongs to; null: it does not. */
function gapBetween(text: string, weekday: FoundFact, date: FoundFact): number | null {
  if (date.kind !== 'date') return null;
  if (date.start >= weekday.end) {
    const gap = text.slice(weekday.end, date.start);
    return BEFORE_DATE.test(gap) ? gap.length : null;
  }
  if (weekday.start < date.end) return null;
  const gap = text.slice(date.end, weekday.start);
  return AFTER_DATE.test(gap) ? gap.length : null;
}

/**
 * Dates that a text gives another day of the week than they have, as it writes them. Of a date without
 * its year nothing is said here: it may fall on each of them.
 */
export function wrongWeekdays(text: string, find: FindFacts): string[] {
  return namedDays(text, find(text)).flatMap((day) => (isOfDate(day) ? [] : [asWritten(text, day)]));
}

/**
 * The same of a paragraph of a translation; there also those to which its source gives another one, and not those to which
 * the source gives this one: that is for whoever writes the source.
 */
export function weekdaysAmiss(
  paragraph: { readonly source: string; readonly text: string },
  { inSource, inText }: { readonly inSource: FindFacts; readonly inText: FindFacts },
): string[] {
  const text = fillFacts(paragraph);
  const said = namedDays(paragraph.source, inSource(paragraph.source));
  return namedDays(text, inText(text)).flatMap((day) => {
    const own = said.filter(({ date }) => date.value === day.date.value);
    const isSaid = own.some(({ weekday }) => weekday.value === day.weekday.value);
    return isSaid || (own.length === 0 && isOfDate(day)) ? [] : [asWritten(text, day)];
  });
}

function isOfDate({ date, weekday }: NamedDay): boolean {
  if (!/^\d{4}-/.test(date.value)) return true;
  return Temporal.PlainDate.from(date.value).dayOfWeek === Number(weekday.value);
}

function asWritten(text: string, { date, weekday }: NamedDay): string {
  return text.slice(Math.min(date.start, weekday.start), Math.max(date.end, weekday.end));
}
