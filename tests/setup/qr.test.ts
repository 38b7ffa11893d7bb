import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type QrCode, qrCode } from '../../src/api/setup/qr.ts';
import { anyText } from '../helpers/any-text.ts';

/*
 * A reader, written from the standard's decoding side: format from the second copy, masks undone, blocks put in
 * order, and every block checked by its syndromes with logarithms, where the writer divides polynomials.
 */

const dimensions = {
  33: { blocks: 2, data: 32, correction: 18, alignment: 26 },
  37: { blocks: 2, data: 43, correction: 24, alignment: 30 },
  41: { blocks: 4, data: 27, correction: 16, alignment: 34 },
} as const;

function readCode(code: QrCode): string {
  const size = code.length as keyof typeof dimensions;
  const { blocks, data, correction } = dimensions[size];
  const words = wordsOf(code, maskOf(code)).slice(0, blocks * (data + correction));
  const sorted = Array.from({ length: blocks }, (_, block) =>
    words.filter((_, at) => (at < blocks * data ? at : at - blocks * data) % blocks === block),
  );
  for (const block of sorted) {
    expect(block).toHaveLength(data + correction);
    for (let power = 0; power < correction; power++) expect(valueAt(block, power)).toBe(0);
  }
  const bits = sorted
    .flatMap((block) => block.slice(0, data))
    .map((word) => word.toString(2).padStart(8, '0'))
    .join('');
  expect(bits.slice(0, 4)).toBe('0100');
  const length = Number.parseInt(bits.slice(4, 12), 2);
  const bytes = Array.from({ length }, (_, at) => Number.parseInt(bits.slice(12 + 8 * at, 20 + 8 * at), 2));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** The 15 bits beside the lower left and upper right finders: level M, and which mask. */
function maskOf(code: QrCode): number {
  const size = code.length;
  const dark = (x: number, y: number) => (code[y]?.[x] ? 1 : 0);
  let bits = 0;
  for (let i = 14; i >= 0; i--) bits = (bits << 1) | (i < 8 ? dark(size - 1 - i, 8) : dark(8, size - 15 + i));
  const plain = bits ^ 0b101010000010010;
  expect(plain >> 13).toBe(0b00);
  expect(dark(8, size - 8)).toBe(1);
  return (plain >> 10) & 7;
}

function wordsOf(code: QrCode, mask: number): number[] {
  const size = code.length as keyof typeof dimensions;
  const centre = dimensions[size].alignment;
  const isFixed = (x: number, y: number) =>
    x === 6 ||
    y === 6 ||
    (x < 9 && y < 9) ||
    (x < 9 && y >= size - 8) ||
    (x >= size - 8 && y < 9) ||
    (Math.abs(x - centre) <= 2 && Math.abs(y - centre) <= 2);
  let bits = '';
  const columns = Array.from({ length: size - 1 }, (_, at) =>
    size - 1 - at <= 6 ? size - 2 - at : size - 1 - at,
  );
  for (let pair = 0; pair < columns.length; pair += 2) {
    for (let step = 0; step < size; step++) {
      const y = pair % 4 === 0 ? size - 1 - step : step;
      for (const x of columns.slice(pair, pair + 2)) {
        if (!isFixed(x, y)) bits += code[y]?.[x] !== isMasked(mask, x, y) ? '1' : '0';
      }
    }
  }
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}

/** Table 10 of the standard, with i the row and j the column. */
function isMasked(mask: number, j: number, i: number): boolean {
  const rules = [
    (i + j) % 2,
    i % 2,
    j % 3,
    (i + j) % 3,
    (Math.floor(i / 2) + Math.floor(j / 3)) % 2,
    ((i * j) % 2) + ((i * j) % 3),
    (((i * j) % 2) + ((i * j) % 3)) % 2,
    (((i + j) % 2) + ((i * j) % 3)) % 2,
  ];
  return rules[mask] === 0;
}

const exponents: number[] = [];
for (let i = 0, value = 1; i < 255; i++, value = value < 128 ? value * 2 : (value * 2) ^ 0x11d)
  exponents.push(value);

/** A block as a polynomial, at the generator's root 2^power. */
function valueAt(block: readonly number[], power: number): number {
  return block.reduce((sum, word, at) => {
    if (word === 0) return sum;
    const exponent = exponents.indexOf(word) + power * (block.length - 1 - at);
    return sum ^ (exponents[exponent % 255] ?? 0);
  }, 0);
}

test('every text that fits is read back, with its error correction in order', () => {
  const fits = anyText({ maxLength: 106 }).filter((text) => Buffer.byteLength(text) <= 106);
  fc.assert(
    fc.property(fits, (text) => {
      const code = qrCode(text);
      if (code === null) throw new Error('it fits');
      expect(readCode(code)).toBe(text);
    }),
    { numRuns: 60 },
  );
});

test('the longest link into Telegram fits, and what does not fit is no code', () => {
  const longest = `https://t.me/${'b'.repeat(32)}?start=staff_link_${'c'.repeat(24)}`;
  expect(readCode(qrCode(longest) ?? [])).toBe(longest);
  expect(qrCode('x'.repeat(106))).not.toBeNull();
  expect(qrCode('x'.repeat(107))).toBeNull();
});
