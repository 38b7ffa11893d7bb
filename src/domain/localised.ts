import { fallbackChain, type Language, languages } from './language.ts';

/** A fact (a name, a court, an outcome) as written by people, in the languages in which it was written. */
export type Localised = { readonly [L in Language]?: string };

/** The text for a reader: their own language, else the first of its fallback chain, else any there is. */
export function localise(text: Localised, language: Language): string {
  const found = text[languageOf(text, language)];
  if (found === undefined) throw new Error('A localised text without any language was stored.');
  return found;
}

/** The language in which a reader gets the text: see `localise`. */
export function languageOf(text: Localised, language: Language): Language {
  const found =
    fallbackChain(language, 'en').find((candidate) => text[candidate] !== undefined) ??
    languages.find((candidate) => text[candidate] !== undefined);
  if (found === undefined) throw new Error('A localised text without any language was stored.');
  return found;
}
