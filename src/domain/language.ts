/** The languages that readers may choose. Adding one: this list, its row below, and `src/i18n/<language>.ftl`. */
export const languages = ['az', 'en', 'ru', 'tr', 'fa', 'fr', 'de'] as const;

/** A language that every text of the service exists in; a BCP 47 code without region or script. */
export type Language = (typeof languages)[number];

/** Reading direction, as HTML's `dir` attribute wants it. */
export type Direction = 'ltr' | 'rtl';

interface LanguageFacts {
  /** The language's name in itself, for a menu that is read by someone who reads only that language. */
  readonly nativeName: string;
  readonly direction: Direction;
  /** What its readers most likely also read, best first. */
  readonly alsoReads: readonly Language[];
}

const facts: Readonly<Record<Language, LanguageFacts>> = {
  // Azerbaijani and Turkish are close enough to be read across; Russian is widely read in Azerbaijan.
  az: { nativeName: 'Azərbaycanca', direction: 'ltr', alsoReads: ['tr', 'ru', 'en'] },
  en: { nativeName: 'English', direction: 'ltr', alsoReads: [] },
  ru: { nativeName: 'Русский', direction: 'ltr', alsoReads: ['en'] },
  tr: { nativeName: 'Türkçe', direction: 'ltr', alsoReads: ['az', 'en'] },
  fa: { nativeName: 'فارسی', direction: 'rtl', alsoReads: ['en'] },
  fr: { nativeName: 'Français', direction: 'ltr', alsoReads: ['en'] },
  de: { nativeName: 'Deutsch', direction: 'ltr', alsoReads: ['en'] },
};

/** Whether the text is one of our language codes, exactly as written in `languages`. */
export function isLanguage(text: string): text is Language {
  return Object.hasOwn(facts, text);
}

/** The language's name in that language itself. */
export function nativeName(language: Language): string {
  return facts[language].nativeName;
}

/** Which way the language is written. */
export function direction(language: Language): Direction {
  return facts[language].direction;
}

/**
 * In which order the translations of a text are tried for a reader, each language once:
 *
 * | Reader | Order |
 * |---|---|
 * | az | az, tr, ru, en, the source language |
 * | tr | tr, az, en, the source language |
 * | en | en, the source language |
 * | ru, fa, fr, de | the language itself, en, the source language |
 *
 * When none of these exists the reader gets nothing. The source language is the one the text was written in,
 * so it always exists for a text that may go out in it.
 */
export function fallbackChain(reader: Language, sourceLanguage: Language): Language[] {
  return [...new Set([reader, ...facts[reader].alsoReads, sourceLanguage])];
}

/**
 * The language to begin with for a person whose Telegram app reports `telegramLanguageCode` (an IETF tag such
 * as `az`, `az-Latn` or `fa-IR`, absent in some apps): its base language when we have it, otherwise English.
 * Only a first guess; the person chooses.
 */
export function matchLanguage(telegramLanguageCode: string | undefined): Language {
  const base = telegramLanguageCode?.toLowerCase().split(/[-_]/)[0] ?? '';
  return isLanguage(base) ? base : 'en';
}
