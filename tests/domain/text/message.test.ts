import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bold,
  compose,
  type FormattedText,
  italic,
  lines,
  link,
  type Piece,
  paragraphs,
  row,
  sliceMessage,
} from '../../../src/domain/text/message.ts';
import { parseMarkdown } from '../../../src/domain/text/parse.ts';
import { renderTelegram } from '../../../src/domain/text/render.ts';
import { onCodePoint, phrase } from './scripts.ts';

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
    const message = compose('جلسه ', bold('\u2068Emin Milli\u2069'), ' در ', italic('10:30'));
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
  test('a document reads as it was written, and shows the addresses that Telegram takes for no link', () => {
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

describe('cutting', () => {
  const whole = fc
    .array(fc.tuple(phrase, fc.boolean()), { minLength: 1, maxLength: 6 })
    .map((parts) => compose(...parts.flatMap(([words, styled]) => [styled ? bold(words) : words, ' '])));
  const withoutBlanks = (text: string) => text.replace(/\s/gu, '');

  test('loses nothing but the blanks at the cut, and styles the same words as before', () => {
    fc.assert(
      fc.property(whole, fc.nat({ max: 400 }), (message, wished) => {
        const { text } = message;
        const at = onCodePoint(text, Math.min(wished, text.length)) ? Math.min(wished, text.length) : 0;
        const parts = [sliceMessage(message, 0, at), sliceMessage(message, at, text.length)];
        parts.forEach(expectWellFormed);
        const joined = (of: (part: FormattedText) => string) => withoutBlanks(parts.map(of).join(''));
        const styled = (part: FormattedText) => covered(part, 'bold').join('');
        expect(joined((part) => part.text)).toBe(withoutBlanks(text));
        expect(joined(styled)).toBe(withoutBlanks(styled(message)));
      }),
    );
  });
});
