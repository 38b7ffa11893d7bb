/*
 * QR codes of links (ISO/IEC 18004:2015, model 2): bytes, error correction level M, versions 4 to 6, which hold 62,
 * 84 and 106 bytes. A link into Telegram is at most 87 bytes long. Larger versions would need more tables.
 */

/** Modules from the top left corner, row by row; true is dark. */
export type QrCode = readonly (readonly boolean[])[];

interface Version {
  readonly number: number;
  /** Bytes of data in each block; all blocks of these versions are equally long. */
  readonly blocks: readonly number[];
  readonly correction: number;
  /** Where the centre of the one alignment pattern lies. */
  readonly alignment: number;
}

/** Tables 9 and E.1 of the standard, level M. */
const versions: readonly Version[] = [
  { number: 4, blocks: [32, 32], correction: 18, alignment: 26 },
  { number: 5, blocks: [43, 43], correction: 24, alignment: 30 },
  { number: 6, blocks: [27, 27, 27, 27], correction: 16, alignment: 34 },
];

/** The QR code of a text; null when it is too long for one (over 106 bytes of UTF-8). */
export function qrCode(text: string): QrCode | null {
  const bytes = new TextEncoder().encode(text);
  // 4 bits say that bytes follow, 8 how many, so 2 bytes are gone.
  const version = versions.find(({ blocks }) => bytes.length <= sum(blocks) - 2);
  if (version === undefined) return null;
  const words = codewords(bytes, version);
  const candidates = masks.map((_, mask) => draw(version, words, mask));
  return candidates.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

/** Data and error correction, interleaved block by block. */
function codewords(bytes: Uint8Array, { blocks, correction }: Version): number[] {
  const data = withHead(bytes, sum(blocks));
  // The blocks of these versions are equally long.
  const [length = 0] = blocks;
  const parts = blocks.map((_, at) => data.slice(at * length, (at + 1) * length));
  const checks = parts.map((part) => remainder(part, correction));
  return [...interleave(parts), ...interleave(checks)];
}

function interleave(parts: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => parts.flatMap((part) => part[at] ?? [])).flat();
}

/** Mode and length in front (12 bits, so that every byte is shifted by four), padding behind. */
function withHead(bytes: Uint8Array, capacity: number): number[] {
  const nibbles = [4, bytes.length >> 4, bytes.length & 15];
  for (const byte of bytes) nibbles.push(byte >> 4, byte & 15);
  nibbles.push(0);
  const words: number[] = [];
  for (let at = 0; at < nibbles.length; at += 2)
    words.push(((nibbles[at] ?? 0) << 4) | (nibbles[at + 1] ?? 0));
  for (let pad = 0; words.length < capacity; pad++) words.push(pad % 2 === 0 ? 0xec : 0x11);
  return words;
}

/* ---- Reed-Solomon over GF(256) with x^8 + x^4 + x^3 + x^2 + 1 ---- */

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** The remainder of the data by the generator polynomial of that degree. */
function remainder(data: readonly number[], degree: number): number[] {
  const divisor = generator(degree);
  const rest = new Array<number>(degree).fill(0);
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (const [at, coefficient] of divisor.entries())
      rest[at] = (rest[at] ?? 0) ^ multiply(coefficient, factor);
  }
  return rest;
}

/** (x - 1)(x - 2)(x - 4) … without its leading 1, highest power first. */
function generator(degree: number): number[] {
  const coefficients = new Array<number>(degree).fill(0);
  coefficients[degree - 1] = 1;
  let root = 1;
  for (let i = 0; i < degree; i++) {
    for (let at = 0; at < degree; at++) {
      coefficients[at] = multiply(coefficients[at] ?? 0, root) ^ (coefficients[at + 1] ?? 0);
    }
    root = multiply(root, 2);
  }
  return coefficients;
}

/* ---- Drawing ---- */

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function draw(version: Version, words: readonly number[], mask: number): boolean[][] {
  const size = 17 + 4 * version.number;
  /** Null where data goes. */
  const drawn = Array.from({ length: size }, () => new Array<boolean | null>(size).fill(null));
  const set = (x: number, y: number, dark: boolean) => {
    const row = drawn[y];
    if (row !== undefined && x >= 0 && x < size) row[x] = dark;
  };

  for (let i = 0; i < size; i++) {
    set(i, 6, i % 2 === 0);
    set(6, i, i % 2 === 0);
  }
  square(version.alignment, version.alignment, 2, set);
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(x, y, 4, set);
  drawFormat(mask, size, set);

  const isMasked = masks[mask] ?? (() => false);
  let bit = 0;
  for (const [x, y] of zigzag(size)) {
    if (drawn[y]?.[x] !== null) continue;
    const word = words[bit >> 3] ?? 0;
    const dark = ((word >> (7 - (bit & 7))) & 1) === 1;
    set(x, y, dark !== isMasked(x, y));
    bit += 1;
  }
  return drawn.map((row) => row.map((dark) => dark === true));
}

/** Rings around a centre: a finder pattern with its light border (radius 4), or an alignment pattern (2). */
function square(
  cx: number,
  cy: number,
  radius: number,
  set: (x: number, y: number, dark: boolean) => void,
): void {
  for (let y = -radius; y <= radius; y++) {
    for (let x = -radius; x <= radius; x++) {
      const ring = Math.max(Math.abs(x), Math.abs(y));
      set(cx + x, cy + y, radius === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
  }
}

/** Level M is 00; BCH(15,5) with the standard's mask, twice, and the one module that is always dark. */
function drawFormat(mask: number, size: number, set: (x: number, y: number, dark: boolean) => void): void {
  let rest = mask;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const dark = (i: number) => ((bits >> i) & 1) === 1;
  for (let i = 0; i < 15; i++) {
    // Around the top left finder: column 8 downwards, passing over the timing line, then row 8 to the left.
    const first = i < 6 ? [8, i] : i < 8 ? [8, i + 1] : i === 8 ? [7, 8] : [14 - i, 8];
    // Beside the other two.
    const second = i < 8 ? [size - 1 - i, 8] : [8, size - 15 + i];
    for (const [x = 0, y = 0] of [first, second]) set(x, y, dark(i));
  }
  set(8, size - 8, true);
}

/** Where data goes: up and down in columns of two from the right, passing over the vertical timing line. */
function* zigzag(size: number): Generator<readonly [number, number]> {
  let upwards = true;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = upwards ? size - 1 - step : step;
      yield [right, y];
      yield [right - 1, y];
    }
    upwards = !upwards;
  }
}

/** How hard it is to read, by three of the standard's four rules: long runs, solid squares, too dark or light. */
function penalty(code: QrCode): number {
  const size = code.length;
  const at = (x: number, y: number) => code[y]?.[x] === true;
  let points = 0;
  let dark = 0;
  for (let a = 0; a < size; a++) {
    let [across, down] = [1, 1];
    for (let b = 0; b < size; b++) {
      if (at(b, a)) dark += 1;
      if (b === 0) continue;
      across = at(b, a) === at(b - 1, a) ? across + 1 : 1;
      down = at(a, b) === at(a, b - 1) ? down + 1 : 1;
      for (const run of [across, down]) points += run === 5 ? 3 : run > 5 ? 1 : 0;
      const same = a > 0 && new Set([at(b, a), at(b - 1, a), at(b, a - 1), at(b - 1, a - 1)]).size === 1;
      if (same) points += 3;
    }
  }
  return points + 10 * Math.floor(Math.abs((dark * 100) / size ** 2 - 50) / 5);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
