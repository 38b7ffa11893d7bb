import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline, TextDocument } from '../../../src/domain/text/document.ts';
import { visibleText } from '../../../src/domain/text/document.ts';
import { findWords } from '../../../src/domain/text/inline-words.ts';
import { MARKDOWN_LIMIT, parseMarkdown } from '../../../src/domain/text/parse.ts';
import { anyText } from '../../helpers/any-text.ts';
import { phrase } from './scripts.ts';

function read(markdown: string): TextDocument {
  const parsed = parseMarkdown(markdown);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.document;
}

function faults(markdown: string): [string, number][] {
  const parsed = parseMarkdown(markdown);
  return parsed.ok ? [] : parsed.faults.map(({ fault, line }) => [fault, line]);
}

const text = (value: string): Inline => ({ kind: 'text', text: value });

/** The inlines of a text of one paragraph. */
function inlines(markdown: string): readonly Inline[] {
  const [block] = read(markdown).blocks;
  if (block?.kind !== 'paragraph') throw new Error('not a paragraph');
  return block.inlines;
}

describe('reading a post', () => {
  test('bold, italic and links nest', () => {
    expect(inlines('**a *b*** [c **d**](https://e.org)')).toEqual([
      { kind: 'bold', children: [text('a '), { kind: 'italic', children: [text('b')] }] },
      text(' '),
      {
        kind: 'link',
        href: 'https://e.org',
        children: [text('c '), { kind: 'bold', children: [text('d')] }],
      },
    ]);
  });

  test('a line end is a line end, an empty line a paragraph', () => {
    const document = read('one\ntwo  \nthree\\\nfour\r\nfive\n\nsix');
    expect(document.blocks).toHaveLength(2);
    expect(visibleText(inlines('one\ntwo  \nthree\\\nfour\r\nfive'))).toBe('one\ntwo\nthree\nfour\nfive');
  });

  test('lists keep their numbers and their levels', () => {
    const document = read('3. a\n4. b\n   - c');
    expect(document.blocks).toEqual([
      {
        kind: 'list',
        start: 3,
        items: [
          { blocks: [{ kind: 'paragraph', inlines: [text('a')] }] },
          {
            blocks: [
              { kind: 'paragraph', inlines: [text('b')] },
              {
                kind: 'list',
                start: null,
                items: [{ blocks: [{ kind: 'paragraph', inlines: [text('c')] }] }],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('hashtags and mentions are found where they are words', () => {
    expect(inlines('#FreeEmin, #آزادی_بیان @ann @bob@mastodon.example. a@b.example #1 x#y')).toEqual([
      { kind: 'hashtag', tag: 'FreeEmin' },
      text(', '),
      { kind: 'hashtag', tag: 'آزادی_بیان' },
      text(' '),
      { kind: 'mention', handle: 'ann' },
      text(' '),
      { kind: 'mention', handle: 'bob@mastodon.example' },
      text('. a@b.example #1 x#y'),
    ]);
  });

  test.each([
    ['see https://a.org/b.', 'https://a.org/b'],
    ['(https://a.org/b)', 'https://a.org/b'],
    ['https://a.org/b_(c), and', 'https://a.org/b_(c)'],
    ['«https://a.org/?q=1»', 'https://a.org/?q=1'],
    ['https://a.org/#top!', 'https://a.org/#top'],
    ['\u2068https://a.org\u2069', 'https://a.org'],
  ])('a bare address in %j ends where it ends', (markdown, href) => {
    const link = inlines(markdown).find((inline) => inline.kind === 'link');
    expect(link).toEqual({ kind: 'link', href, children: [text(href)] });
  });

  test('finding words loses no character', () => {
    const piece = fc.oneof(
      phrase,
      fc.constantFrom(
        '#tag',
        '@who',
        'https://a.org/x',
        '(',
        ')',
        '.',
        '#',
        '@',
        'http://',
        ' ',
        '@a@b.c',
        '#١٢',
      ),
      anyText(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(visibleText(findWords(pieces.join('')))).toBe(pieces.join(''));
      }),
    );
  });

  test('what is read is in NFC', () => {
    expect(inlines('cafe\u0301')).toEqual([text('café')]);
  });
});

describe('what is not published', () => {
  test.each([
    ['ok\n\n# Title', 'heading', 3],
    ['Title\n---', 'heading', 1],
    ['a\n\n> quote', 'quote', 3],
    ['a\n\n```\ncode\n```', 'code', 3],
    ['    indented', 'code', 1],
    ['a `b` c', 'code', 1],
    ['![alt](https://a.org/a.png)', 'image', 1],
    ['a\n\n<div>b</div>', 'html', 3],
    ['a <b>c</b>', 'html', 1],
    ['a\n\n***', 'rule', 3],
    ['a\n\n| a | b |\n|---|---|\n| 1 | 2 |', 'table', 3],
    ['[a][b]\n\n[b]: https://a.org', 'reference-link', 1],
    ['[a](javascript:alert(1))', 'link-scheme', 1],
    ['[a](JaVaScRiPt:alert(1))', 'link-scheme', 1],
    ['[a](<java&#10;script:alert(1)>)', 'link-scheme', 1],
    ['[a](data:text/html,x)', 'link-scheme', 1],
    ['[a](file:///etc/passwd)', 'link-scheme', 1],
    ['[a](/relative)', 'link-not-absolute', 1],
    ['[a](a.org)', 'link-not-absolute', 1],
    ['[a](https://bank.example@evil.example)', 'link-with-password', 1],
    ['[https://bank.example](https://evil.example)', 'link-names-another-host', 1],
    ['[a](http:a.org)', 'link-malformed', 1],
    ['[a](https:///a.org)', 'link-malformed', 1],
    ['[a](https:\\\\a.org)', 'link-malformed', 1],
    ['[a](http://localhost/x)', 'link-malformed', 1],
    ['[a](https://a.org:0)', 'link-malformed', 1],
    ['[a](mailto:somebody)', 'link-malformed', 1],
    ['[a](tg://user:b@c.org)', 'link-with-password', 1],
    ['[a](tg:https://a.org)', 'link-malformed', 1],
    ['[](https://a.org)', 'link-without-words', 1],
    ['[a](https://a.org "title")', 'link-title', 1],
    ['a\nb\u202ec', 'direction-override', 2],
    ['a &#x202e; b', 'direction-override', 1],
    ['a\u0007b', 'control-character', 1],
    ['a\ud800', 'malformed-text', 1],
    ['- a\n  - b\n    - c\n      - d', 'nested-too-deep', 4],
    ['', 'empty', 1],
    [' \n\u200b\n', 'empty', 1],
    ['&#8203;', 'empty', 1],
    ['&nbsp;', 'empty', 1],
    ['\u2800', 'empty', 1],
  ])('%j: %s on line %i', (markdown, fault, line) => {
    expect(faults(markdown)).toContainEqual([fault, line]);
  });

  test('a text over the limit is refused before it is parsed', () => {
    expect(faults('x'.repeat(MARKDOWN_LIMIT + 1))).toEqual([['too-long', 1]]);
    expect(faults('x'.repeat(MARKDOWN_LIMIT))).toEqual([]);
  });

  test('all faults are named at once, in order, each with a remedy', () => {
    const parsed = parseMarkdown('# a\n\n`b`\n\n> c\n\n[d](/e)');
    expect(parsed.ok ? [] : parsed.faults.map(({ fault, line }) => [fault, line])).toEqual([
      ['heading', 1],
      ['code', 3],
      ['quote', 5],
      ['link-not-absolute', 7],
    ]);
    expect(parsed.ok ? [] : parsed.faults.filter(({ remedy }) => remedy.length < 10)).toEqual([]);
  });

  test.each([
    'https://a.org',
    'http://a.org',
    'mailto:a@b.org',
    'tg://resolve?domain=bray',
    'https://суд.example/a?b#c',
    'https://a.org:8443/',
  ])('%s is linked to', (href) => {
    expect(faults(`[words](${href})`)).toEqual([]);
  });

  test.each([
    '- ',
    '*',
    '[',
    '*a ',
    '**a _b ',
    '<',
    '`',
    '[a](',
    '![[',
    '>',
    'a\n',
    '1. ',
    '_a*',
    '[a\n',
    '- a\n',
    '&amp;',
    '*\n',
    '**a\n',
    '@a.a',
    '@a@a.',
    '#1_',
    ')',
    '🎉',
    'https://a)',
  ])('a text of nothing but %j is answered in a bounded time', (unit) => {
    // Processor time: other work on the machine does not count. Half a second is usual for the worst of them.
    const before = process.cpuUsage();
    parseMarkdown(unit.repeat(MARKDOWN_LIMIT / unit.length));
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(4);
  });

  test('never throws, whatever is typed', () => {
    const piece = fc.oneof(
      anyText(),
      fc.constantFrom(
        '**',
        '*',
        '[',
        '](',
        ')',
        '\n',
        '- ',
        '1. ',
        '> ',
        '`',
        '<',
        '>',
        '!',
        '|',
        '---',
        'https://',
        '#',
        '@',
        '\\',
        '&',
        '  ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const markdown = pieces.join('');
        const parsed = parseMarkdown(markdown);
        const lines = markdown.split(/\r\n?|\n/).length;
        if (!parsed.ok) for (const { line } of parsed.faults) expect(line).toBeLessThanOrEqual(lines);
      }),
      { numRuns: 500 },
    );
  });
});
