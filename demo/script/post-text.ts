import type { CaseFile } from '../../src/domain/case-file.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { type Localised, localise } from '../../src/domain/localised.ts';
import { formatList } from '../../src/i18n/format.ts';
import { translate } from '../../src/i18n/index.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';

type Differing = CaseFile['events'][number]['disagree'];

/** What a post of the script says: a fact, who reports it, and who says otherwise. */
export interface PostContent {
  readonly what: (language: Language) => string;
  readonly sources: readonly string[];
  readonly disagree: Differing;
}

/** The content in some of our languages, as Markdown. */
export function postTexts(content: PostContent, wanted: readonly Language[]): Localised {
  return Object.fromEntries(wanted.map((language) => [language, postText(content, language)]));
}

function postText({ what, sources, disagree }: PostContent, language: Language): string {
  const source = translate(language, 'hearing-sources', {
    count: sources.length,
    sources: formatList(language, sources),
  });
  const others = disagree.map(({ field: _, source: who, value }) =>
    translate(language, 'hearing-source-says', { source: who, value }),
  );
  const blocks = [
    what(language),
    source,
    others.length === 0 ? null : [translate(language, 'hearing-sources-disagree'), ...others].join('\n'),
  ];
  return blocks
    .filter((block) => block !== null)
    .map((block) => escapeMarkdown(withoutIsolation(block)))
    .join('\n\n');
}

/**
 * The languages of the script's n-th post. Azerbaijani, English, Russian and Persian are always there; the
 * others come and go, so that one sees a reader get the next best language.
 */
export function languagesOfPost(n: number): Language[] {
  const absent: Readonly<Partial<Record<Language, boolean>>> = {
    tr: n % 2 === 1,
    fr: n % 3 === 1,
    de: n % 3 === 2,
  };
  return languages.filter((language) => absent[language] !== true);
}

/** "Statement on the case: …", since the record names who spoke but not what was said. */
export function statementLine(language: Language, who: string): string {
  return `${localise(statementOn, language)} ${who}`;
}

const statementOn: Localised = {
  en: 'Statement on the case:',
  az: 'İşlə bağlı bəyanat:',
  ru: 'Заявление по делу:',
  tr: 'Davayla ilgili açıklama:',
  fa: 'بیانیه دربارهٔ پرونده:',
  fr: "Déclaration sur l'affaire :",
  de: 'Stellungnahme zum Fall:',
};

/** A plain text as Markdown that reads as just that. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&#|~]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+(?=[.)]\s))(?=[\s.)])/gm, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    );
}
