import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNames } from '../../../src/domain/text/find-name.ts';
import { findSurnames, isSurnameDeclined, surnameOf } from '../../../src/domain/text/find-surnames.ts';
import {
  type FindFacts,
  fillFacts,
  judgeFacts,
  type LockedFact,
  lockFacts,
  putFactsBack,
} from '../../../src/domain/text/locked-facts.ts';

const found = (text: string, ...names: string[]) =>
  findSurnames(text, names).map(({ start, end }) => text.slice(start, end));

test('a surname alone is found declined, and what only begins like it is not', () => {
  expect(
    found('sagt Millis neuer Anwalt; Millinin, Millidən, Milliyə, Million, Milliyyət', 'Emin Milli'),
  ).toEqual(['Millis', 'Millinin', 'Millidən', 'Milliyə']);
  expect(found('дело Милли; Милиция', 'Эмин Милли')).toEqual(['Милли']);
  expect(found('с Исмайловой, об Исмайлове, Исмайловка', 'Хадиджа Исмайлова')).toEqual([
    'Исмайловой',
    'Исмайлове',
  ]);
  expect(found('у Чайковского; Чайка', 'Пётр Чайковский')).toEqual(['Чайковского']);
  expect(found('امروز میلی گفت', 'امین میلی')).toEqual(['میلی']);
});

test('what may be another word or another person is left alone', () => {
  // The parliament, and a word of the language, in small letters.
  expect(found('deputat Milli Məclisdə; milli bayram; “Milli”', 'Emin Milli')).toEqual(['Milli']);
  expect(found('A. Milli, E. Milli', 'Emin Milli')).toEqual(['Milli']);
  expect(found('A. Milli', 'Emin Milli')).toEqual([]);
  expect(found('der Vater Milli', 'Emin Milli')).toEqual([]);
  expect(found('Then Milli spoke. Yesterday Milli left.', 'Emin Milli')).toEqual(['Milli', 'Milli']);
  for (const name of ['Pussy', 'Bruce Li', 'Emin', 'A-4']) expect(surnameOf(name)).toBe(null);
});

test('whatever a surname, it is found in itself and with what is hung on it, never in another word that it begins', () => {
  const letter = (letters: string) => fc.constantFrom(...letters);
  const latin = fc.string({ unit: letter('abdeəhiklmnorsuzçşğı'), minLength: 4, maxLength: 9 });
  const ending = fc.constantFrom('', 'nin', 'dən', 'yə', 'i', 'da', 'lar', 's');
  fc.assert(
    fc.property(latin, ending, (word, hung) => {
      const surname = word.replace(/^./u, (first) => first.toLocaleUpperCase('az'));
      const name = `Emin ${surname}`;
      expect(isSurnameDeclined(surname + hung, name)).toBe(true);
      expect(found(`x ${surname}${hung}, y`, name)).toEqual([surname + hung]);
      expect(found(`x ${word}${hung}, y`, name)).toEqual([]);
      expect(found(`x ${surname}qqqq, y`, name)).toEqual([]);
    }),
  );
});

const [emin, adnan] = [
  { value: 'Emin Milli', names: ['Emin Milli', 'Эмин Милли'] },
  { value: 'Adnan Hacızadə', names: ['Adnan Hacızadə', 'Аднан Гаджизаде'] },
];
const find: FindFacts = (text) => {
  const full = [emin, adnan].flatMap(({ value, names }) =>
    findNames(text, names).map((span) => ({ kind: 'name' as const, value, ...span })),
  );
  const alone = [emin, adnan].flatMap(({ value, names }) =>
    findSurnames(text, names).map((span) => ({ kind: 'name' as const, value, soft: true as const, ...span })),
  );
  return [
    ...full,
    ...alone.filter(({ start, end }) => full.every((one) => end <= one.start || one.end <= start)),
  ];
};
const full: LockedFact = { kind: 'name', value: 'Emin Milli', shown: 'Эмин Милли' };
const alone: LockedFact = {
  kind: 'name',
  value: 'Emin Milli',
  shown: 'Милли',
  name: 'Эмин Милли',
  soft: true,
};

test('somebody is the same by the full name and by the surname alone', () => {
  for (const fact of [full, alone]) {
    for (const text of ['Суд освободил Милли.', 'Суд освободил Эмина Милли.']) {
      const locked = lockFacts(text, [fact], find);
      expect(locked).toContain(`{${fact.shown}`);
      expect(judgeFacts(locked, [fact], find)).toBe(null);
      expect(fillFacts({ source: 'x', text: locked })).toBe(text);
    }
    expect(judgeFacts(`{${fact.shown}|Милиция}`, [fact], find)?.lost).toEqual(fact.soft ? [] : [fact.shown]);
    expect(judgeFacts(`{${fact.shown}|Милиция}`, [fact], find)?.altered).toEqual([`${fact.shown}|Милиция`]);
  }
  expect(judgeFacts('Суд освободил его.', [full], find)?.lost).toEqual(['Эмин Милли']);
  // Each of two mentions by what it is: the surname does not take the full name's place.
  expect(lockFacts('Эмин Милли и Милли', [alone, full], find)).toBe('{Эмин Милли} и {Милли}');
});

test('a surname alone is not owed, unless somebody else of the case stands in its place', () => {
  expect(judgeFacts('Суд освободил его.', [alone], find)).toBe(null);
  expect(judgeFacts('Суд освободил Гаджизаде.', [alone], find)?.lost).toEqual(['Милли']);
  expect(putFactsBack('Суд освободил Гаджизаде.', [alone], find)).toBe('Суд освободил Гаджизаде. {Милли}');
  const other: LockedFact = {
    ...alone,
    value: 'Adnan Hacızadə',
    shown: 'Гаджизаде',
    name: 'Аднан Гаджизаде',
  };
  expect(judgeFacts('Суд освободил Гаджизаде.', [alone, other], find)).toBe(null);
  expect(judgeFacts('{Гаджизаде} и Аднан Гаджизаде', [alone, other], find)?.lost).toEqual(['Милли']);
});
