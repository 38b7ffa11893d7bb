import { fallbackChain, type Language } from './language.ts';

/** A fact (a name, a court, an outcome) as written by people, in the languages in which it was written. */
export type Localised = { readonly [L in Language]?: string };

/** The text for a reader: their own language, else the first of its fallback chain, else any there is. */
export function localise(text: Localised, language: Language): string {
  for (const candidate of fallbackChain(language, 'en')) {
    const found = text[candidate];
    if (found !== undefined) return found;
  }
  const [any] = Object.values(text);
  if (any === undefined) throw new Error('A localised text without any language was stored.');
  return any;
}
