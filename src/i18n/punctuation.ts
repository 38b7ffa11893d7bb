import type { Language } from '../domain/language.ts';

const signs = { comma: ', ', semicolon: '; ' } as const;
/** Persian has signs of its own (U+060C, U+061B), which turn with its writing. */
const persian = { comma: '، ', semicolon: '؛ ' } as const;

/** What stands between two things that are told one after the other and are no list, with the blank behind it. */
export function between(language: Language, sign: keyof typeof signs): string {
  return language === 'fa' ? persian[sign] : signs[sign];
}
