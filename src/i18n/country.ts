import type { Language } from '../domain/language.ts';
import { intlLocale } from './locale.ts';

const names = new Map<Language, Intl.DisplayNames>();

/** The country's name in the reader's language, from its ISO 3166-1 code; anything else is shown as it stands. */
export function countryName(language: Language, country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  let known = names.get(language);
  if (known === undefined) {
    known = new Intl.DisplayNames(intlLocale(language), { type: 'region' });
    names.set(language, known);
  }
  return known.of(country) ?? country;
}
