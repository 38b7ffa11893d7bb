import type { Language } from '../domain/language.ts';
import { foldLetters } from '../domain/text/characters.ts';
import type { Span } from '../domain/text/find-name.ts';
import { formatWeekday } from './format.ts';

/** A day of the week where a text has it: 1 for Monday to 7 for Sunday. */
export interface FoundWeekday extends Span {
  readonly weekday: number;
}

/** What stands behind a word as it is looked up, and what it hangs on which part of it: `сред` + `а|ы|е`. */
type Declined = readonly [stem: string, endings: string];

/** Monday to Sunday, each with every form in which a text names one such day; plurals ("on Wednesdays") are none. */
const written: Readonly<Record<Language, readonly (readonly Declined[])[]>> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((name) => [
    [name, ''],
  ]),
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'].map((name) => [[name, '']]),
  de: [
    [['Montag', '|s']],
    [['Dienstag', '|s']],
    [['Mittwoch', '|s']],
    [['Donnerstag', '|s']],
    [['Freitag', '|s']],
    [
      ['Samstag', '|s'],
      ['Sonnabend', '|s'],
    ],
    [['Sonntag', '|s']],
  ],
  ru: [
    [['понедельник', '|а|у|ом|е']],
    [['вторник', '|а|у|ом|е']],
    [['сред', 'а|ы|е|у|ой|ою']],
    [['четверг', '|а|у|ом|е']],
    [['пятниц', 'а|ы|е|у|ей|ею']],
    [['суббот', 'а|ы|е|у|ой|ою']],
    [['воскресень', 'е|я|ю|ем']],
  ],
  az: [
    [['bazar ertəsi', '|nin|nə|ni|ndə|ndən']],
    [['çərşənbə axşamı', '|nın|na|nı|nda|ndan']],
    [['çərşənbə', '|nin|yə|ni|də|dən']],
    [['cümə axşamı', '|nın|na|nı|nda|ndan']],
    [['cümə', '|nin|yə|ni|də|dən']],
    [['şənbə', '|nin|yə|ni|də|dən']],
    [['bazar', '|ın|a|ı|da|dan']],
  ],
  tr: [
    [['pazartesi', '|nin|ye|yi|de|den|ne|ni|nde|nden']],
    [['salı', '|nın|ya|yı|da|dan']],
    [['çarşamba', '|nın|ya|yı|da|dan']],
    [['perşembe', '|nin|ye|yi|de|den']],
    [['cuma', '|nın|ya|yı|da|dan']],
    [['cumartesi', '|nin|ye|yi|de|den|ne|ni|nde|nden']],
    [['pazar', '|ın|a|ı|da|dan']],
  ],
  // Written as one word, as two, or with a joiner between: all of them fold to the same.
  fa: [
    [['دو شنبه', '']],
    [['سه شنبه', '']],
    [['چهار شنبه', '']],
    [['پنج شنبه', '']],
    [
      ['جمعه', ''],
      ['آدینه', ''],
    ],
    [['شنبه', '']],
    [['یک شنبه', '']],
  ],
};

/** What German hangs on a weekday, and what stays outside of it. */
const PARTS_OF_DAY = '(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht)';

interface Weekdays {
  readonly pattern: RegExp;
  /** By their folded words. */
  readonly numbers: ReadonlyMap<string, number>;
}

const made = new Map<Language, Weekdays>();

/** The days of the week that a text names, whatever else their words may mean there. */
export function findWeekdays(language: Language, text: string): FoundWeekday[] {
  const { pattern, numbers } = weekdaysOf(language);
  return [...text.matchAll(pattern)].flatMap(({ index, 0: word }): FoundWeekday[] => {
    const weekday = numbers.get(folded(word));
    return weekday === undefined ? [] : [{ weekday, start: index, end: index + word.length }];
  });
}

/** Every form of a day of the week (1 to 7) that is a word of its own in a language: the first as it stands alone. */
export function weekdayForms(language: Language, weekday: number): readonly string[] {
  const forms = (written[language][weekday - 1] ?? []).flatMap(formsOf);
  return [...new Set([formatWeekday(language, weekday), ...forms])];
}

function weekdaysOf(language: Language): Weekdays {
  const known = made.get(language);
  if (known !== undefined) return known;
  const days = written[language].map((declined) => declined.flatMap(formsOf));
  const numbers = new Map(days.flatMap((forms, i) => forms.map((form) => [folded(form), i + 1] as const)));
  // Longer ones first: Tuesday begins like Wednesday in Azerbaijani.
  const any = days
    .flat()
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(' ', language === 'fa' ? '[\\s\\u200c]?' : '\\s'))
    .join('|');
  const end = language === 'de' ? `(?=${PARTS_OF_DAY}?(?!\\p{L}))` : '(?!\\p{L})';
  const weekdays = { pattern: new RegExp(`(?<!\\p{L})(?:${any})${end}`, 'giu'), numbers };
  made.set(language, weekdays);
  return weekdays;
}

const formsOf = ([stem, endings]: Declined): string[] => endings.split('|').map((ending) => stem + ending);

const folded = (word: string): string => foldLetters(word).replace(/\s/gu, '');
