import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLinks } from '../../../src/domain/text/find-links.ts';
import { findNames, isNameDeclined } from '../../../src/domain/text/find-name.ts';
import {
  carryFacts,
  differByFactsOnly,
  type FindFacts,
  fillFacts,
  judgeFacts,
  type LockedFact,
  lockFacts,
  putFactsBack,
} from '../../../src/domain/text/locked-facts.ts';

const find: FindFacts = (text) =>
  [
    ...[...text.matchAll(/\d{2}:\d{2}/g)].map(({ index, 0: value }) => ({
      kind: 'time' as const,
      value,
      start: index,
      end: index + value.length,
    })),
    ...findNames(text, ['Emin Milli', 'Эмин Милли']).map((span) => ({
      kind: 'name' as const,
      value: 'Emin Milli',
      ...span,
    })),
  ].toSorted((a, b) => a.start - b.start);
const name: LockedFact = { kind: 'name', value: 'Emin Milli', shown: 'Эмин Милли' };
const at = (value: string): LockedFact => ({ kind: 'time', value, shown: value });

test('what stands openly is locked, a name with its form, and goes out as it was written', () => {
  const text = 'Эмина Милли ждут в 10:30.';
  const locked = lockFacts(text, [name, at('10:30')], find);
  expect(locked).toBe('{Эмин Милли|Эмина Милли} ждут в {10:30}.');
  expect(judgeFacts(locked, [name, at('10:30')], find)).toBe(null);
  expect(fillFacts({ source: 'Emin Milli is awaited at 10:30.', text: locked })).toBe(text);
  // Braces of a source mean themselves.
  expect(fillFacts({ source: 'a {b}', text: 'a {б}' })).toBe('a {б}');
});

test('what is lost, doubled or altered is named, and one tap puts it right', () => {
  const facts = [name, at('10:30'), at('15:00')];
  const judged = (text: string) => judgeFacts(text, facts, find);
  expect(judged('Он придёт в {10:30}, не в {15:00}.')).toEqual({
    lost: ['Эмин Милли'],
    doubled: [],
    altered: [],
  });
  expect(judged('{Эмин Милли}: {10:30}, {10:30}, {15:00}')?.doubled).toEqual(['10:30']);
  expect(judged('{Эмин Милли}: {10:40}, {15:00}')).toEqual({
    lost: ['10:30'],
    doubled: [],
    altered: ['10:40'],
  });
  // Another hour is none that anybody may add, open or not; a name may stand once more.
  expect(judged('{Эмин Милли}: {10:30}, {15:00}, 09:00')?.altered).toEqual(['09:00']);
  expect(judged('{Эмин Милли}: {10:30}, {15:00}. Эмина Милли ждут.')).toBe(null);
  expect(judged('{Эмин Милли|Кямал}: {10:30}, {15:00}')?.altered).toEqual(['Эмин Милли|Кямал']);
  for (const [wrong, right] of [
    ['{Эмин Милли}: {10:40}, {15:00}', '{Эмин Милли}: {10:30}, {15:00}'],
    ['{Эмин Милли}: 10:40, {15:00}', '{Эмин Милли}: {10:30}, {15:00}'],
    ['Он: {10:30}, {10:30} {15:00}', 'Он: {10:30}, 10:30 {15:00} {Эмин Милли}'],
    ['', '{Эмин Милли} {10:30} {15:00}'],
  ] as const) {
    expect(putFactsBack(wrong, facts, find)).toBe(right);
    expect(judged(right)).toBe(null);
  }
});

test('a changed hour is carried over, and only where nothing else is said', () => {
  const [was, now] = [
    [name, at('15:00')],
    [name, at('10:30')],
  ];
  expect(carryFacts('В {15:00} {Эмин Милли|Эмина Милли} ждут.', was, now)).toBe(
    'В {10:30} {Эмин Милли|Эмина Милли} ждут.',
  );
  expect(carryFacts('{15:00}', was, [at('10:30'), name])).toBe(null);
  expect(carryFacts('{15:00}', [at('15:00'), at('15:00')], [at('10:30'), at('11:00')])).toBe(null);
  expect(differByFactsOnly('At 15:00.', 'At 10:30.', find)).toBe(true);
  expect(differByFactsOnly('Not at 15:00.', 'At 10:30.', find)).toBe(false);
  expect(differByFactsOnly('Emin Milli spoke.', '10:30 spoke.', find)).toBe(false);
});

test('names are found declined and in full, and nobody else’s', () => {
  const found = (text: string, name: string) =>
    findNames(text, [name]).map(({ start, end }) => text.slice(start, end));
  expect(found('суд над Эмином Милли и Анной', 'Эмин Милли')).toEqual(['Эмином Милли']);
  expect(found('Emin Millinin məhkəməsi', 'Emin Milli')).toEqual(['Emin Millinin']);
  expect(found("Emin Milli's trial", 'Emin Milli')).toEqual(['Emin Milli']);
  expect(found('Хадиджу Исмайлову', 'Хадиджа Исмайлова')).toEqual(['Хадиджу Исмайлову']);
  expect(found('в Сабаильском районном суде', 'Сабаильский районный суд')).toEqual([
    'Сабаильском районном суде',
  ]);
  expect(found('Emil Milli. Emin. Milli', 'Emin Milli')).toEqual([]);
  expect(found('Emily', 'Emin')).toEqual([]);
  expect(isNameDeclined('Эмина Милли', 'Эмин Милли')).toBe(true);
  expect(isNameDeclined('не Эмин Милли', 'Эмин Милли')).toBe(false);
});

test('addresses are found with the brackets that belong to them', () => {
  const text = '[a](https://a.example/x_(y)) and https://b.example/z. [m](mailto:a@b.example)';
  expect(findLinks(text).map(({ href }) => href)).toEqual([
    'https://a.example/x_(y)',
    'https://b.example/z',
    'mailto:a@b.example',
  ]);
});

test('whatever a paragraph says, once its facts are put back and locked nothing is lost, and locking again changes nothing', () => {
  const part = fc.constantFrom(
    '{10:30}',
    '10:30',
    '{09:00}',
    'Эмина Милли',
    '{Эмин Милли}',
    'слово',
    '{',
    '}',
    '|',
  );
  const hours = fc.constantFrom(name, at('10:30'), at('15:00'));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), fc.array(hours, { maxLength: 4 }), (parts, facts) => {
      const locked = lockFacts(parts.join(' '), facts, find);
      expect(lockFacts(locked, facts, find)).toBe(locked);
      const back = putFactsBack(locked, facts, find);
      const judged = judgeFacts(back, facts, find);
      expect([judged?.lost ?? [], judged?.doubled ?? []]).toEqual([[], []]);
    }),
  );
});
