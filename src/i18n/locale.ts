import type { Language } from '../domain/language.ts';

const locales: Readonly<Record<Language, string>> = {
  az: 'az-Latn-AZ',
  // Day before month, as the readers of an international campaign expect.
  en: 'en-GB',
  ru: 'ru-RU',
  tr: 'tr-TR',
  // Courts set Gregorian dates; the Solar Hijri date is added in brackets by format.ts.
  fa: 'fa-IR-u-ca-gregory',
  fr: 'fr-FR',
  de: 'de-DE',
};

/** The locale that `Intl` is asked with for a language. */
export function intlLocale(language: Language): string {
  return locales[language];
}
