import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingFacts } from '../../../src/domain/text/carried-facts.ts';

const names = [{ forms: ['Emin Milli', 'Эмин Милли'], shown: 'Эмин Милли' }];

test('a time, a number or a name that the translation lacks is named, however a language writes it', () => {
  const source = 'Emin Milli comes to room 5 at 10:30 on 11 November 2009.';
  expect(missingFacts(source, 'Эмина Милли ждут в зале 5 в 10.30 11 ноября 2009 года.', names)).toEqual([]);
  expect(missingFacts(source, 'Он будет в зале 7 в 15:00 11 ноября 2009 года.', names)).toEqual([
    '5',
    '10:30',
    'Эмин Милли',
  ]);
  expect(missingFacts('At 10:30, room 5.', 'ساعت ۱۰:۳۰، اتاق ۵.', [])).toEqual([]);
  expect(missingFacts('At 9:05 and 09:05.', 'À 9 h 05.', [])).toEqual(['9:05']);
});

test('whatever figures stand in a paragraph, itself in other digits lacks none and without one lacks it', () => {
  const persian = (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit)));
  fc.assert(
    fc.property(fc.array(fc.nat(99_999), { minLength: 1, maxLength: 5 }), fc.nat(4), (numbers, at) => {
      const text = (all: readonly number[]) => `x ${all.join(' y ')} z`;
      expect(missingFacts(text(numbers), persian(text(numbers)), [])).toEqual([]);
      const dropped = numbers[at % numbers.length];
      expect(missingFacts(text(numbers), text(numbers.toSpliced(at % numbers.length, 1)), [])).toEqual([
        String(dropped),
      ]);
    }),
  );
});
