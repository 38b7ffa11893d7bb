import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureTelegram } from '../../../src/domain/text/measure.ts';
import {
  bold,
  code,
  compose,
  type FormattedText,
  italic,
  lines,
  link,
  type Piece,
  paragraphs,
  row,
} from '../../../src/domain/text/message.ts';
import { parseMarkdown } from '../../../src/domain/text/parse.ts';
import { renderPlain, renderTelegram } from '../../../src/domain/text/render.ts';
import { splitTelegram } from '../../../src/domain/text/split.ts';
import { anyText } from '../../helpers/any-text.ts';
import { onCodePoint, phrase, word } from './scripts.ts';

/** What Telegram wants of any message: trimmed, entities in range, on code points, nested or apart. */
function expectWellFormed({ text, entities }: FormattedText) {
  expect(text).toBe(text.trim());
  expect(text.isWellFormed()).toBe(true);
  for (const { offset, length } of entities) {
    expect(length).toBeGreaterThan(0);
    expect(offset).toBeGreaterThanOrEqual(0);
    expect(offset + length).toBeLessThanOrEqual(text.length);
    expect(onCodePoint(text, offset) && onCodePoint(text, offset + length)).toBe(true);
    const covered = text.slice(offset, offset + length);
    expect(covered).toBe(covered.trim());
  }
  entities.forEach((a, i) => {
    for (const b of entities.slice(i + 1)) {
      expect(b.offset).toBeGreaterThanOrEqual(a.offset);
      const apart = b.offset >= a.offset + a.length;
      const within = b.offset + b.length <= a.offset + a.length;
      expect(apart || within).toBe(true);
    }
  });
}

const covered = ({ text, entities }: FormattedText, type: string) =>
  entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));

/** Random pieces, styles within styles; no link within a link. */
const { piece } = fc.letrec<{ piece: Piece; leaf: Piece }>((tie) => ({
  leaf: fc.oneof(phrase, fc.constantFrom('', ' ', '\n', '\t', '\r\n')),
  piece: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => row(...pieces)),
    fc.array(tie('piece'), { maxLength: 3 }).map((pieces) => bold(...pieces)),
    fc.array(tie('piece'), { maxLength: 3 }).map((pieces) => italic(...pieces)),
    fc.tuple(fc.webUrl(), phrase).map(([url, words]) => link(url, words)),
  ),
}));

describe('composing', () => {
  test('entities cover the words that were styled, in any script', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(phrase, fc.boolean()), { maxLength: 8 }), (parts) => {
        const message = compose(...parts.flatMap(([words, styled]) => [styled ? bold(words) : words, ' ']));
        expectWellFormed(message);
        expect(covered(message, 'bold')).toEqual(
          parts.filter(([, styled]) => styled).map(([words]) => words),
        );
      }),
    );
  });

  test('any tree of pieces makes a well-formed message', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => expectWellFormed(compose(...pieces))),
      { numRuns: 300 },
    );
  });

  test('entities shrink to what is visible in them, and vanish with it', () => {
    expect(compose('a', bold('  b \n'), italic(' \n '), 'c')).toEqual({
      text: 'a  b \n \n c',
      entities: [{ type: 'bold', offset: 3, length: 1 }],
    });
    expect(compose(bold(' x '))).toEqual({ text: 'x', entities: [{ type: 'bold', offset: 0, length: 1 }] });
    expect(compose(bold(' '))).toEqual({ text: '', entities: [] });
  });

  test('of two styles on the same words the outer stands first, and bold in bold counts once', () => {
    expect(compose(link('https://a.org', bold('x'))).entities.map(({ type }) => type)).toEqual([
      'text_link',
      'bold',
    ]);
    expect(compose(bold(link('https://a.org', 'x'))).entities.map(({ type }) => type)).toEqual([
      'bold',
      'text_link',
    ]);
    expect(compose(bold('a', bold('b'))).entities).toEqual([{ type: 'bold', offset: 0, length: 2 }]);
    expect(() => compose(link('https://a.org', link('https://b.org', 'x')))).toThrow(/link/);
  });

  test('lines and paragraphs leave no gap for what is not there', () => {
    expect(compose(paragraphs('a', null, lines('b', '', null, 'c'), row(), bold(''), 'd')).text).toBe(
      'a\n\nb\nc\n\nd',
    );
  });

  test('isolates stay, so that a name keeps its direction in any language', () => {
    const message = compose('جلسه ', bold('\u2068Emin Milli\u2069'), ' در ', code('10:30'));
    expect(message.text).toBe('جلسه \u2068Emin Milli\u2069 در 10:30');
    expect(covered(message, 'bold')).toEqual(['\u2068Emin Milli\u2069']);
  });

  test('characters that Telegram would drop or turn into blanks do not shift what follows', () => {
    const message = compose('a\u202eb\r\n\tc\u0333 A\u030a ', bold('x'));
    expect(message.text).toBe('ab\n c Å x');
    expect(covered(message, 'bold')).toEqual(['x']);
  });
});

describe('rendering', () => {
  test('a document reads the same in Telegram and as plain text, but for its addresses', () => {
    const parsed = parseMarkdown(
      '**Hearing** on [the case](https://a.org/x) #Baku\nsecond line\n\n- one\n- two\n  1. deep\n\n[write](mailto:a@b.org) <https://c.org>',
    );
    const document = parsed.ok ? parsed.document : expect.unreachable();
    const message = renderTelegram(document);
    expectWellFormed(message);
    expect(message.text).toBe(
      'Hearing on the case #Baku\nsecond line\n\n• one\n• two\n   1. deep\n\nwrite (a@b.org) https://c.org',
    );
    expect(covered(message, 'text_link')).toEqual(['the case', 'https://c.org']);
    expect(renderPlain(document)).toBe(
      'Hearing on the case (https://a.org/x) #Baku\nsecond line\n\n• one\n• two\n   1. deep\n\nwrite (a@b.org) https://c.org',
    );
  });

  test('styled words of random documents in twelve scripts are covered exactly', () => {
    const part = fc.tuple(phrase, fc.constantFrom('plain', 'bold', 'italic', 'link'));
    const paragraph = fc.array(part, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (content) => {
        const write = ([words, style]: [string, string]) =>
          style === 'bold'
            ? `**${words}**`
            : style === 'italic'
              ? `*${words}*`
              : style === 'link'
                ? `[${words}](https://a.org)`
                : words;
        // Commas between the parts: emphasis must not touch a letter.
        const markdown = content.map((parts) => `- ${parts.map(write).join(' , ')}`).join('\n');
        const parsed = parseMarkdown(markdown);
        const message = renderTelegram(parsed.ok ? parsed.document : expect.unreachable());
        expectWellFormed(message);
        const styled = (style: string) =>
          content
            .flat()
            .filter((one) => one[1] === style)
            .map(([words]) => words);
        expect(covered(message, 'bold')).toEqual(styled('bold'));
        expect(covered(message, 'italic')).toEqual(styled('italic'));
        expect(covered(message, 'text_link')).toEqual(styled('link'));
      }),
    );
  });
});

describe('measuring', () => {
  test('counts UTF-16 units, of which there are never fewer than code points', () => {
    expect(measureTelegram('aə👨‍👩‍👧')).toEqual({ units: 10, codePoints: 7 });
    fc.assert(
      fc.property(anyText(), (text) => {
        const { units, codePoints } = measureTelegram(text);
        expect(units).toBe(Buffer.from(text, 'utf16le').length / 2);
        expect(codePoints).toBe([...text].length);
      }),
    );
  });
});

describe('splitting', () => {
  const long = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '. ', '\n', '\n\n', '。', '? ')), {
      minLength: 1,
      maxLength: 200,
    })
    .map((parts) => parts.flat().join(''));
  const message = fc
    .array(fc.tuple(long, fc.boolean()), { minLength: 1, maxLength: 6 })
    .map((parts) => compose(...parts.map(([text, styled]) => (styled ? bold(text) : text))));
  const withoutBlanks = (text: string) => text.replace(/\s/gu, '');

  test('loses nothing but blanks, keeps every part in the limit and well formed', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 2, max: 400 }), (whole, limit) => {
        const parts = splitTelegram(whole, limit);
        expect(withoutBlanks(parts.map(({ text }) => text).join(''))).toBe(withoutBlanks(whole.text));
        for (const part of parts) {
          expect(part.text.length).toBeGreaterThan(0);
          expect(part.text.length).toBeLessThanOrEqual(limit);
          expectWellFormed(part);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the same words are styled after as before', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 20, max: 400 }), (whole, limit) => {
        const styled = (one: FormattedText) => withoutBlanks(covered(one, 'bold').join(''));
        expect(splitTelegram(whole, limit).map(styled).join('')).toBe(styled(whole));
      }),
    );
  });

  test('cuts at the best break: paragraph, then line, then sentence, then word', () => {
    const texts = (text: string, limit: number) =>
      splitTelegram(compose(text), limit).map((part) => part.text);
    expect(texts('One two.\n\nThree.\nFour five six.', 22)).toEqual(['One two.', 'Three.\nFour five six.']);
    expect(texts('Aa bb. Cc dd.\nEe ff. Gg hh.', 22)).toEqual(['Aa bb. Cc dd.', 'Ee ff. Gg hh.']);
    expect(texts('Aa bb cc. Dd ee ff gg. Hh', 24)).toEqual(['Aa bb cc. Dd ee ff gg.', 'Hh']);
    expect(texts('aaaa bbbb cccc', 10)).toEqual(['aaaa bbbb', 'cccc']);
    expect(texts('https://a.org/?q=Aaa&b=Ccc dddd', 28)).toEqual(['https://a.org/?q=Aaa&b=Ccc', 'dddd']);
  });

  test('never cuts a grapheme that fits', () => {
    const family = '👨‍👩‍👧‍👦';
    const parts = splitTelegram(compose(family.repeat(10)), family.length * 3 + 2);
    expect(parts.map((part) => part.text)).toEqual([3, 3, 3, 1].map((n) => family.repeat(n)));
  });

  test('a message within the limit is one part, an empty one none', () => {
    const short = compose('a ', bold('b'));
    expect(splitTelegram(short)).toEqual([short]);
    expect(splitTelegram(compose(' '))).toEqual([]);
  });
});
