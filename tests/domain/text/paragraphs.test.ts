import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  alignParagraphs,
  joinParagraphs,
  pairByPlace,
  paragraphsOf,
} from '../../../src/domain/text/paragraphs.ts';
import { parseMarkdown } from '../../../src/domain/text/parse.ts';

const word = fc.constantFrom('court', 'sat', 'məhkəmə', '**bold**', '- item', '1. one', 'دادگاه');
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const paragraphs = fc.array(paragraph, { maxLength: 6 });

test('a text falls into its paragraphs and is put together again as it was read', () => {
  const gap = fc.constantFrom('\n\n', '\r\n\r\n', '\n \t\n', '\n\n\n\n');
  fc.assert(
    fc.property(paragraphs, fc.array(gap, { minLength: 6, maxLength: 6 }), (parts, gaps) => {
      const typed = parts.map((part, i) => part + gaps[i]).join('');
      expect(paragraphsOf(typed)).toEqual(parts);
      expect(parseMarkdown(joinParagraphs(paragraphsOf(typed)))).toEqual(parseMarkdown(parts.join('\n\n')));
    }),
  );
  expect(joinParagraphs(['One', ' ', 'Two\n\nThree\n'])).toBe('One\n\nTwo\n\nThree');
  // What goes on inside a list keeps its place under it.
  expect(joinParagraphs(paragraphsOf('- a\n\n  still a'))).toBe('- a\n\n  still a');
});

test('whatever becomes of the source, each of its paragraphs stands once and no written word is lost', () => {
  fc.assert(
    fc.property(
      paragraphs,
      paragraphs,
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      (was, now, written) => {
        const translated = was.map((source, i) => ({ source, text: written[i] ? `T${i}` : '' }));
        const aligned = alignParagraphs(now, translated);
        expect(aligned.flatMap((one) => (one.is === 'gone' ? [] : [one.source]))).toEqual(now);
        const texts = aligned.map(({ text }) => text).filter((text) => text !== '');
        expect(texts).toEqual(translated.map(({ text }) => text).filter((text) => text !== ''));
        for (const one of aligned) {
          const from = translated.find(({ text }) => text !== '' && text === one.text)?.source;
          if (one.is === 'current') expect(from).toBe(one.source);
          if (one.is === 'changed') expect([from, from === one.source]).toEqual([one.was, false]);
        }
      },
    ),
  );
});

test('only what was changed is out of date, also when paragraphs come and go', () => {
  const translated = ['A', 'B', 'C', 'D'].map((source) => ({ source, text: source.toLowerCase() }));
  expect(alignParagraphs(['New', 'A', 'B2', 'C'], translated)).toEqual([
    { is: 'missing', source: 'New', text: '' },
    { is: 'current', source: 'A', text: 'a' },
    { is: 'changed', source: 'B2', text: 'b', was: 'B' },
    { is: 'current', source: 'C', text: 'c' },
    { is: 'gone', text: 'd', was: 'D' },
  ]);
});

test('a text that was written as a whole is paired by place, and out of date as a whole', () => {
  expect(alignParagraphs(['A', 'B'], pairByPlace(['A', 'B'], 'a', false)).map(({ is }) => is)).toEqual([
    'current',
    'missing',
  ]);
  expect(alignParagraphs(['A'], pairByPlace(['A'], 'a\n\nb', true)).map(({ is }) => is)).toEqual([
    'changed',
    'gone',
  ]);
});
