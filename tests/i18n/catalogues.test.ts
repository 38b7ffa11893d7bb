import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/bots/telegram/commands/index.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { catalogues, type MessageKey, translate } from '../../src/i18n/index.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';
import { reference, renderAll, sampleText } from './catalogue-samples.ts';
import { englishLeft, plainWords } from './english-words.ts';

const keys = [...reference.messages.keys()];

/** What a text says besides its variables. */
const wordsOf = (text: string) =>
  text.replace(/\u2068[^\u2068\u2069]*\u2069/gu, '').replaceAll(sampleText, '');

/** All that is used as a quotation mark or an apostrophe anywhere, a straight one, a prime and a grave accent too. */
const anyMark = /["'`´«»‹›\u2018-\u201f\u2032\u2033\u300c-\u300f]/gu;

/** As Unicode’s CLDR has them; Azerbaijani and Turkish take those of English there. */
const marksOf: Record<
  Language,
  { readonly opens: string; readonly closes: string; readonly apostrophe?: string }
> = {
  az: { opens: '“', closes: '”' },
  ru: { opens: '«', closes: '»' },
  en: { opens: '“', closes: '”', apostrophe: '’' },
  tr: { opens: '“', closes: '”', apostrophe: '’' },
  fa: { opens: '«', closes: '»' },
  fr: { opens: '«', closes: '»', apostrophe: '’' },
  de: { opens: '„', closes: '“' },
};

describe.each(languages)('the catalogue %s', (language) => {
  const rendered = renderAll(language);

  it('shows every message as words: no key, no brace, nothing empty', () => {
    for (const { key, text } of rendered) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe('');
      expect(text, key).not.toContain(key);
      expect(text, key).not.toMatch(/[{}]|undefined|\[object/);
    }
  });

  it('keeps the tone: no exclamation marks, no emoji, no HTML', () => {
    for (const { key, text } of rendered) {
      expect(text, key).not.toMatch(/[!¡！]|\p{Emoji_Presentation}|\p{Extended_Pictographic}|<\/?\w/u);
    }
  });

  it('puts words between the quotation marks of its language, and an apostrophe only where there is one', () => {
    const { opens, closes, apostrophe } = marksOf[language];
    for (const { key, text } of rendered) {
      const marks = wordsOf(text).match(anyMark) ?? [];
      const quotes = marks.filter((mark) => mark !== apostrophe).join('');
      // None stands within another: a name that carries its own comes by a variable.
      expect(quotes.replaceAll(opens + closes, ''), `${key}: ${text}`).toBe('');
    }
  });

  it('names the same commands and chats as English', () => {
    const named = (text: string) => new Set(text.match(/[/@][A-Za-z]\w*/g));
    const english = new Map(
      renderAll('en').map(({ key, args, text }) => [key + JSON.stringify(args), named(text)]),
    );
    for (const { key, args, text } of rendered) {
      expect(named(text), key).toEqual(english.get(key + JSON.stringify(args)));
    }
  });

  it('fits into what Telegram allows for the menu and the profile', () => {
    for (const { key, text } of rendered) {
      if (key.startsWith('command-')) expect(text.length, key).toBeLessThanOrEqual(256);
      if (key === 'bot-short-description') expect(text.length).toBeLessThanOrEqual(120);
    }
    expect(translate(language, 'bot-description', { campaign: 'x'.repeat(200) }).length).toBeLessThanOrEqual(
      512,
    );
  });

  it('has buttons short enough for a telephone', () => {
    for (const { key, text } of rendered) {
      if (key.startsWith('button-') && key !== 'button-outdated')
        expect(text.length, key).toBeLessThanOrEqual(32);
    }
  });

  it('isolates every variable, so that its direction stays its own', () => {
    for (const { key, text } of rendered) {
      const opened = text.split('\u2068').length;
      expect(text.split('\u2069').length, key).toBe(opened);
      // A message that is nothing but its variable needs no fence within itself.
      if (text === sampleText) continue;
      expect(wordsOf(text.replaceAll(`\u2068${sampleText}\u2069`, '')), key).not.toContain(sampleText);
    }
  });

  it('says whether a native reader has checked it', () => {
    expect(catalogues.find((one) => one.language === language)).toEqual({ language, nativeChecked: false });
  });
});

/** Messages that are the same words in two languages, and messages that are only marks around variables. */
const trulyTheSame: Partial<Record<Language, readonly MessageKey[]>> = {
  fr: ['field-name', 'penalty', 'content-warning'],
  de: ['setup-passphrase-label', 'case-persons'],
};

it('holds no message that nothing says', () => {
  const source = join(import.meta.dirname, '../../src');
  const said = globSync('**/*.ts', { cwd: source, exclude: ['i18n/generated/**'] })
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  const menu = commands.map(({ name }) => `command-${name}`);
  const unsaid = keys.filter((key) => !menu.includes(key) && !new RegExp(`['"\`]${key}['"\`]`).test(said));
  expect(unsaid).toEqual([]);
});

it('translates everything: an English text is not left standing in another language', () => {
  const english = new Map(renderAll('en').map(({ key, args, text }) => [key + JSON.stringify(args), text]));
  for (const language of languages.filter((one) => one !== 'en')) {
    const left = renderAll(language)
      .filter(({ key, args, text }) => {
        const words = /\p{L}/u.test(wordsOf(text).replaceAll('UTC', ''));
        return words && english.get(key + JSON.stringify(args)) === text;
      })
      .map(({ key }) => key);
    expect(
      left.filter((key) => !trulyTheSame[language]?.some((one) => one === key)),
      language,
    ).toEqual([]);
  }
});

it('leaves no English word in another language', () => {
  const own = (text: string) => text.replace(/[/@][A-Za-z]\w*/g, ' ');
  const english = new Set(renderAll('en').flatMap(({ text }) => plainWords(own(text))));
  const left = languages.flatMap((language) =>
    renderAll(language).flatMap(({ key, text }) =>
      englishLeft(language, own(text), english).map((word) => `${language}: ${word} in ${key}`),
    ),
  );
  // A word that belongs to the language is put down as shared, in english-words.ts.
  expect([...new Set(left)]).toEqual([]);
});

describe.each(['ru', 'fa'] as const)('a reader of %s who knows no Latin letters', (language) => {
  it('meets them only in names, commands and UTC', () => {
    const allowed = /[/@][A-Za-z]\w*|\b(?:Telegram|BotFather|UTC)\b|«bot»|\(Start\)/g;
    for (const { key, text } of renderAll(language)) {
      expect(withoutIsolation(text).replace(allowed, ''), key).not.toMatch(/[A-Za-z]/);
    }
  });
});

it('lets every Persian line run from right to left, also when it begins with a command', () => {
  for (const { key, text } of renderAll('fa')) {
    for (const line of text.split('\n').filter((one) => one !== '')) {
      // The first strong character outside of isolates decides (Unicode Standard Annex 9, rule P2).
      let outside = line;
      for (let before = ''; before !== outside; ) {
        before = outside;
        outside = outside.replace(/\u2068[^\u2068\u2069]*\u2069/gu, '');
      }
      const first = outside.match(/[\p{L}\u200E\u200F]/u)?.[0];
      expect(first, `${key}: ${line}`).toMatch(/[\u200F\p{Script=Arabic}]/u);
    }
  }
});

it('keeps the sign of a command before its name in Persian lines', () => {
  for (const { key, text } of renderAll('fa')) {
    // Between two directions a slash joins the line's, and would be read after the name.
    expect(text, key).not.toMatch(/(?<!\u200E)[/@][A-Za-z]/u);
  }
});

it('keeps French punctuation on the line of its word', () => {
  for (const { key, text } of renderAll('fr')) expect(text, key).not.toMatch(/ [:;?»]|« /);
});

it('keeps French quotation marks off their words by a space that does not break', () => {
  for (const { key, text } of renderAll('fr')) expect(text, key).not.toMatch(/«(?!\u00a0)|(?<!\u00a0)»/);
});

describe('plurals', () => {
  const days = (language: Language, count: number) =>
    withoutIsolation(translate(language, 'unit-days', { count }));

  it('follow Russian counting', () => {
    expect([1, 2, 5, 11, 12, 21, 22, 25, 101, 111].map((n) => days('ru', n))).toEqual([
      '1 день',
      '2 дня',
      '5 дней',
      '11 дней',
      '12 дней',
      '21 день',
      '22 дня',
      '25 дней',
      '101 день',
      '111 дней',
    ]);
  });

  it('count zero as one in French and as many in English and German', () => {
    expect([0, 1, 2].map((n) => days('fr', n))).toEqual(['0 jour', '1 jour', '2 jours']);
    expect([0, 1, 2].map((n) => days('en', n))).toEqual(['0 days', '1 day', '2 days']);
    expect([0, 1, 2].map((n) => days('de', n))).toEqual(['0 Tage', '1 Tag', '2 Tage']);
  });

  it('leave the noun alone after a number in Azerbaijani, Turkish and Persian, in the digits of the language', () => {
    expect([1, 7].map((n) => days('az', n))).toEqual(['1 gün', '7 gün']);
    expect([1, 7].map((n) => days('tr', n))).toEqual(['1 gün', '7 gün']);
    expect([1, 7].map((n) => days('fa', n))).toEqual(['۱ روز', '۷ روز']);
  });
});

describe('the types of messages', () => {
  it('refuse a missing, an additional or a mistyped argument before anything runs', () => {
    // Never called: what matters is that the type check demands each of these expectations.
    const refused = () => [
      // @ts-expect-error the argument is missing
      translate('en', 'case-next-hearing'),
      // @ts-expect-error $when is missing
      translate('en', 'case-next-hearing', {}),
      // @ts-expect-error there is no $where
      translate('en', 'case-next-hearing', { when: 'today', where: 'here' }),
      // @ts-expect-error a count is a number
      translate('en', 'unit-days', { count: 'two' }),
      // @ts-expect-error the message takes no arguments
      translate('en', 'button-next', { when: 'today' }),
      // @ts-expect-error not one of the words
      translate('en', 'hearing-status', { status: 'moved' }),
      // @ts-expect-error there is no such message
      translate('en', 'no-such-message'),
    ];
    expect(refused).toBeTypeOf('function');
  });

  it('throw, naming key and language, rather than show a raw key, when types were circumvented', () => {
    const untyped = translate as (language: Language, key: string, args?: object) => string;
    expect(() => untyped('tr', 'no-such-message')).toThrow('no message no-such-message in tr');
    expect(() => untyped('tr', 'case-next-hearing', {})).toThrow('cannot format case-next-hearing in tr');
  });
});

it('keeps names of both directions apart from the sentence around them', () => {
  expect(translate('en', 'hearing-judge', { judge: 'رضا' })).toBe('Judge: \u2068رضا\u2069');
  expect(translate('fa', 'hearing-judge', { judge: 'Araz Huseynov' })).toBe(
    'قاضی: \u2068Araz Huseynov\u2069',
  );
});

it('knows what it is tested with', () => {
  expect(keys.length).toBeGreaterThan(200);
});
