import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/domain/text/parse.ts';
import { plainText, sliceSpanned, spannedText } from '../../../src/domain/text/spanned.ts';
import { phrase } from './scripts.ts';

function read(markdown: string) {
  const parsed = parseMarkdown(markdown);
  if (!parsed.ok) throw new Error(parsed.faults[0]?.fault);
  return parsed.document;
}

describe('a document for a network', () => {
  const document = read(
    'The **court** sat, [says the lawyer](https://a.example/1). #baku @ann@b.example\n\n1. one\n2. two\n\nmailto: [write](mailto:a@b.example)',
  );

  test('keeps what stands behind words beside them', () => {
    const { text, spans } = spannedText(document);
    expect(text).toBe(
      'The court sat, says the lawyer. #baku @ann@b.example\n\n1. one\n2. two\n\nmailto: write (a@b.example)',
    );
    expect(spans.map(({ start, end, behind }) => [text.slice(start, end), behind])).toEqual([
      ['says the lawyer', { kind: 'link', href: 'https://a.example/1' }],
      ['#baku', { kind: 'hashtag', tag: 'baku' }],
      ['@ann@b.example', { kind: 'mention', handle: 'ann@b.example' }],
    ]);
  });

  test('shows addresses where there is nothing behind words', () => {
    expect(plainText(document)).toContain('says the lawyer (https://a.example/1). #baku');
    expect(plainText(read('See https://a.example/1.'))).toBe('See https://a.example/1.');
  });

  test('of which a part is cut out keeps every span on its words', () => {
    fc.assert(
      fc.property(phrase, phrase, phrase, fc.nat(200), fc.nat(200), (before, words, after, a, b) => {
        const whole = spannedText(read(`x ${before} [${words}](https://a.example) ${after} y`));
        const [start, end] = [Math.min(a, b, whole.text.length), Math.min(Math.max(a, b), whole.text.length)];
        const part = sliceSpanned(whole, start, end);
        expect(part.text).toBe(whole.text.slice(start, end));
        const [span] = whole.spans;
        for (const cut of part.spans) {
          expect(cut.end).toBeGreaterThan(cut.start);
          expect(whole.text.slice(span?.start, span?.end)).toContain(part.text.slice(cut.start, cut.end));
        }
      }),
      { numRuns: 100 },
    );
  });
});
