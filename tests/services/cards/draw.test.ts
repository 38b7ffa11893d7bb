import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { CardWords } from '../../../src/domain/card.ts';
import { direction, type Language, languages } from '../../../src/domain/language.ts';
import { CARD_HEIGHT, CARD_WIDTH, drawCard } from '../../../src/services/cards/draw.ts';

const MARGIN = 80;
/** JPEG blurs an edge by so many pixels. */
const BLUR = 4;
const BACK = [20, 38, 58] as const;

const blank: CardWords = { kicker: null, title: '', body: null, lines: [], foot: null };

async function drawn(language: Language, words: Partial<CardWords>): Promise<Uint8Array> {
  const made = await drawCard(language, { ...blank, ...words });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.content;
}

/** Where there is ink, beside the bar at the edge, and how dark each column and row is with it. */
async function inkOf(content: Uint8Array) {
  const { data, info } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
  const [columns, rows] = [new Set<number>(), new Set<number>()];
  for (let y = 0; y < info.height; y++) {
    for (let x = 40; x < info.width - 40; x++) {
      const at = (y * info.width + x) * info.channels;
      if (!BACK.some((value, channel) => Math.abs((data[at + channel] ?? 0) - value) > 70)) continue;
      columns.add(x);
      rows.add(y);
    }
  }
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  return { left, right, top: Math.min(...rows), bottom: Math.max(...rows), width: right - left };
}

const long = 'Adnan Hajizade bin Muhammad oğlu of the district of Sabail, ';

describe('a card', () => {
  test('joins the letters of Persian: apart they would be wider', async () => {
    const word = 'وبلاگ‌نویسان میللی';
    const apart = [...word].join('\u200c');
    const [joined, unshaped] = await Promise.all(
      [word, apart].map(async (title) => inkOf(await drawn('fa', { title }))),
    );
    expect(joined?.width).toBeLessThan((unshaped?.width ?? 0) * 0.9);
  });

  test('runs Persian from the right edge, and all others from the left', async () => {
    for (const language of languages) {
      const { left, right } = await inkOf(
        await drawn(language, { title: language === 'fa' ? 'آزاد شد' : 'Emin' }),
      );
      if (direction(language) === 'rtl') expect(Math.abs(right - (CARD_WIDTH - MARGIN))).toBeLessThan(12);
      else expect(Math.abs(left - MARGIN)).toBeLessThan(12);
    }
  });

  test('keeps a line that begins with a foreign name in the order of its language', async () => {
    // In Persian the name stands at the right, before what follows it; a wide Latin word and a narrow Persian one.
    const [both, alone] = await Promise.all(
      ['WWWWWWW و ا', 'WWWWWWW'].map(async (title) => inkOf(await drawn('fa', { title }))),
    );
    expect(Math.abs((both?.right ?? 0) - (alone?.right ?? 0))).toBeLessThan(12);
    expect(both?.left).toBeLessThan(alone?.left ?? 0);
  });

  test.each(['ə', 'ğ', 'ı', 'Ж', 'ё', 'ß', '«', 'گ', '۴', 'ۀ'])(
    'has a letter of its own for %s in the fonts that come along, and no box',
    async (letter) => {
      // What has none is drawn as a box with its code in it: all of them have the same measures.
      const [own, box] = await Promise.all(
        [letter, '\u0378'].map(async (title) => inkOf(await drawn('en', { title }))),
      );
      const measures = (ink: typeof own) => [ink?.width, (ink?.bottom ?? 0) - (ink?.top ?? 0)];
      expect(measures(own)).not.toEqual(measures(box));
    },
  );

  test('leaves nobody else a notion of fonts', async () => {
    const before = process.env.FONTCONFIG_FILE;
    await drawn('en', { title: 'Emin' });
    expect(process.env.FONTCONFIG_FILE).toBe(before);
  });

  test.each([
    ['a long name', { title: long.repeat(3) }],
    ['many lines', { title: 'A case', lines: Array.from({ length: 7 }, () => long) }],
    ['a word that has no end', { title: 'W'.repeat(90), body: 'و'.repeat(60) }],
    [
      'all there can be',
      { kicker: 'Verdict', title: long, body: long.repeat(2), lines: [long, long], foot: long },
    ],
  ])('lets nothing of %s stand beyond its margins', async (_, words) => {
    for (const language of ['en', 'fa'] as const) {
      const { left, right, top, bottom } = await inkOf(await drawn(language, words));
      expect(left).toBeGreaterThanOrEqual(MARGIN - BLUR);
      expect(right).toBeLessThanOrEqual(CARD_WIDTH - MARGIN + BLUR);
      expect(top).toBeGreaterThanOrEqual(MARGIN - BLUR);
      expect(bottom).toBeLessThanOrEqual(CARD_HEIGHT - MARGIN + BLUR);
    }
  });

  test('is refused rather than cut when its words do not fit', async () => {
    expect(await drawCard('en', { ...blank, title: long.repeat(20) })).toEqual({
      ok: false,
      refusal: { code: 'card-too-long' },
    });
  });

  test('reads what stands on it as what it is, and not as markup', async () => {
    const [plain, markup] = await Promise.all(
      ['a b', 'a <b>b</b> & c'].map(async (title) => inkOf(await drawn('en', { title }))),
    );
    expect(markup?.width).toBeGreaterThan((plain?.width ?? 0) * 2);
  });
});

test('fonts that could not be brought are brought the next time', async () => {
  // In a process of its own: they are brought once in each, and the others of this one draw with them.
  const fonts = new URL('../../../src/services/cards/fonts.ts', import.meta.url);
  const program = `
    const { bringFonts } = await import(${JSON.stringify(fonts.href)});
    const before = process.env.TMPDIR;
    process.env.TMPDIR = '/no/such/folder';
    const [first] = await Promise.allSettled([bringFonts()]);
    if (before === undefined) delete process.env.TMPDIR; else process.env.TMPDIR = before;
    const [second] = await Promise.allSettled([bringFonts()]);
    console.log(first.reason?.code, second.status);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  expect(stdout.trim()).toBe('ENOENT fulfilled');
});
