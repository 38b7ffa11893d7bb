import type { Language } from '../../src/domain/language.ts';

/**
 * Words that look the same in English and belong to the language all the same: its own, borrowed ones, names of
 * places, and what stands on Telegram's buttons. In lower case.
 */
const shared: Record<Exclude<Language, 'en'>, string> = {
  az: 'html http https mailto tg utc telegram bot botfather start token a on pin link javascript say',
  de: `html http https mailto tg links budget server utc telegram bot botfather start token test link chat chats admin admins code export form hand in was also an min
    name minute passphrase person stand text zone status april august september november baku istanbul london passkeys domain will not so javascript mail partner system
    browser finger pin am falls private reserve`,
  fr: `html http https mailto tg part site budget utc telegram bot botfather start token a on date dates source sources police message messages minute minutes
    min page place description admin admins administration close code court long machine mode internet export service
    version type six s istanbul baku correct
    change observe pages console pause chose cause javascript pin torture confirmation incident attend prison an embargo contacts violence suicide pixels arrive contact image invitation
    question secret`,
  tr: 'html http https mailto tg utc telegram bot botfather start token a on form javascript pin an latin',
  ru: 'utc telegram bot botfather start',
  fa: 'utc telegram bot botfather start',
};

/** The words of a text that could be English, in lower case. Of İ a small i with a mark is left, which is no English word. */
export function plainWords(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.filter((word) => /^[a-z]+$/.test(word));
}

/** The English words that stand in a text of another language and do not belong to it. */
export function englishLeft(language: Language, text: string, english: ReadonlySet<string>): string[] {
  if (language === 'en') return [];
  const own = new Set(shared[language].split(/\s+/));
  return plainWords(text).filter((word) => english.has(word) && !own.has(word));
}
