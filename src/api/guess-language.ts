import { isLanguage, type Language } from '../domain/language.ts';

/**
 * The first of a browser's languages that we have (RFC 9110, Accept-Language), English when there is none. Only a
 * first guess: the page offers all.
 */
export function guessLanguage(accepted: string | undefined): Language {
  const ranked = (accepted ?? '')
    .split(',')
    .map((part, at) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find(Boolean);
      return { base: tag.toLowerCase().split('-')[0] ?? '', quality: Number(quality ?? 1), at };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.at - b.at);
  return ranked.map(({ base }) => base).find(isLanguage) ?? 'en';
}
