import { describe, expect, it } from 'vitest';
import { galleryPage } from '../../scripts/gallery/page.ts';
import type { Sample } from '../../scripts/gallery/sample.ts';
import { alertSamples, allSamples } from '../../scripts/gallery/samples.ts';
import { languages, nativeName } from '../../src/domain/language.ts';
import { isolate } from '../../src/i18n/isolate.ts';
import { reference, renderAll } from '../i18n/catalogue-samples.ts';
import { englishLeft, plainWords } from '../i18n/english-words.ts';

const samples = allSamples();

/** All that can be read of a sample. */
const readable = ({ message: { text, buttons } }: Sample) =>
  [text, ...buttons.flat().map((button) => button.text)].join('\n');

/** What the service says in it, without what people wrote and without commands, which are the same in every language. */
const ownWords = (sample: Sample) =>
  [...sample.given, ...languages.map(nativeName)].reduce(
    (text, given) => text.replaceAll(given, ' '),
    readable(sample).replaceAll(/[/@][A-Za-z]\w*/g, ' '),
  );

const english = new Set(
  [...alertSamples('en').map(ownWords), ...renderAll('en').map(({ text }) => text)].flatMap(plainWords),
);

/** How many isolates are open in front of a place; those of one line only, since its end closes them all. */
function depthAt(text: string, place: number): number {
  const line = text.slice(text.lastIndexOf('\n', place - 1) + 1, place);
  return line.split('\u2068').length - line.split('\u2069').length;
}

/**
 * What people wrote and stands in the text without isolation, so that it can turn its surroundings about. On a line of
 * its own it has none.
 */
function bareNames(text: string, given: readonly string[]): string[] {
  let rest = text;
  return given.filter((name) => {
    let bare = false;
    for (let place = rest.indexOf(name); place >= 0; place = rest.indexOf(name, place + 1)) {
      const alone = lineAround(rest, place).trim() === name;
      if (depthAt(rest, place) < 1 && !alone) bare = true;
      // Taken out in its place, so that a shorter name within it is not looked for.
      rest = rest.slice(0, place) + '\u0000'.repeat(name.length) + rest.slice(place + name.length);
    }
    return bare;
  });
}

/** The line in which a place stands. */
function lineAround(text: string, place: number): string {
  const end = text.indexOf('\n', place);
  return text.slice(text.lastIndexOf('\n', place - 1) + 1, end < 0 ? undefined : end);
}

describe('every alert, in every language, with every odd record', () => {
  it('is there', () => {
    expect(samples.length).toBeGreaterThan(800);
    expect(new Set(samples.map(({ language }) => language)).size).toBe(languages.length);
  });

  it('is words: no key, no brace, nothing missing', () => {
    const keys = [...reference.messages.keys()].filter((key) => key.includes('-'));
    const anyKey = new RegExp(`(?<![\\w-])(?:${keys.join('|')})(?![\\w-])`);
    for (const sample of samples) {
      expect(readable(sample), sample.name).not.toMatch(anyKey);
      expect(readable(sample), sample.name).not.toMatch(/[{}]|\bundefined\b|\bnull\b|\bNaN\b|\[object/);
      expect(sample.message.text, sample.name).not.toMatch(/^ | $|\n{3}| {2}|\u2068\s*\u2069/m);
    }
  });

  it('has no English word in another language', () => {
    const left = samples.flatMap((sample) =>
      englishLeft(sample.language, ownWords(sample), english).map(
        (word) => `${sample.language}: ${word} in “${sample.name}”`,
      ),
    );
    // A word that belongs to the language is put down as shared, in tests/i18n/english-words.ts.
    expect(left).toEqual([]);
  });

  it('keeps every name apart from the sentence around it, and closes what it opens', () => {
    const bare = samples.flatMap(({ name, language, message, given }) =>
      bareNames(message.text, given).map((one) => `${language}: ${one} in “${name}”`),
    );
    expect(bare).toEqual([]);
    for (const sample of samples) {
      for (const line of readable(sample).split('\n')) {
        expect(depthAt(`${line}\n`, line.length), `${sample.name}: ${line}`).toBe(0);
      }
    }
  });

  it('runs from right to left in Persian, whatever a line begins with', () => {
    for (const sample of samples.filter(({ language }) => language === 'fa')) {
      const outside = sample.message.text.replace(/\u2068[^\n]*\u2069/gu, '');
      // What people wrote in another language and stands alone on its line runs as it is written.
      const own = outside.split('\n').filter((line) => !sample.given.includes(line.trim()));
      for (const line of own.filter((one) => /\p{L}/u.test(one))) {
        expect(line.match(/[\p{L}\u200e\u200f]/u)?.[0], `${sample.name}: ${line}`).toMatch(
          /[\u200f\p{Script=Arabic}]/u,
        );
      }
    }
  });

  it('fits into a message of Telegram', () => {
    for (const { name, message } of samples) expect(message.text.length, name).toBeLessThanOrEqual(4096);
  });
});

describe('the rules of the page', () => {
  it('find a bare name, and not an isolated one', () => {
    expect(bareNames('Judge: رضا', ['رضا'])).toEqual(['رضا']);
    expect(bareNames(`Judge: ${isolate('رضا')}`, ['رضا'])).toEqual([]);
    expect(bareNames(`${isolate('A')}\nJudge: رضا`, ['رضا'])).toEqual(['رضا']);
  });

  it('find an English word', () => {
    expect(englishLeft('az', 'Hakim: not yet known', english)).toEqual(['not', 'yet', 'known']);
    expect(englishLeft('de', 'Die Verhandlung in Baku', english)).toEqual([]);
  });
});

it('writes one page that needs nothing beside itself, in the direction of each language', async () => {
  const page = await galleryPage(samples.filter(({ language }) => language === 'fa').slice(0, 3));
  expect(page).toContain('<section id="fa">');
  expect(page).toContain('dir="rtl"');
  expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  expect(page).toMatch(/<b>[^<]*\u2068/);
});
