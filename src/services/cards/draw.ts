import sharp, { type OverlayOptions } from 'sharp';
import type { CardWords } from '../../domain/card.ts';
import type { Language } from '../../domain/language.ts';
import { direction } from '../../domain/language.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { escapeHtml } from '../../domain/text/html.ts';
import { type MadeImage, sha256Of } from '../media/image.ts';
import { bringFonts, fontFamilies } from './fonts.ts';

/** The measures that every network shows whole: 16 to 9. */
export const CARD_WIDTH = 1200;

/** In pixels. */
export const CARD_HEIGHT = 675;
const MARGIN = 80;
const INNER = CARD_WIDTH - 2 * MARGIN;
const BAR = 20;
const COLOURS = { back: '#14263a', bar: '#e0b04c', ink: '#ffffff', soft: '#c9d6e2' } as const;
/** JPEG's measure, of 100: letters stay sharp. */
const QUALITY = 90;

/** How a part of a card looks at its largest, in pixels; with less room all of them are smaller alike. */
interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  /** Above it, unless it is the first. */
  readonly gap: number;
}
const LOOKS = {
  kicker: { size: 34, bold: true, colour: COLOURS.bar, gap: 0 },
  title: { size: 62, bold: true, colour: COLOURS.ink, gap: 24 },
  body: { size: 46, bold: false, colour: COLOURS.ink, gap: 32 },
  lines: { size: 38, bold: false, colour: COLOURS.ink, gap: 36 },
  foot: { size: 26, bold: false, colour: COLOURS.soft, gap: 34 },
} as const satisfies Record<string, Look>;

/** Tried one after the other until all fits; smaller than the last cannot be read on a telephone. */
const SCALES = [1, 0.9, 0.8, 0.7, 0.62] as const;

/** Words for which there is not enough room, however small. */
export interface CardTooLong {
  readonly code: 'card-too-long';
}

interface Part {
  readonly text: string;
  readonly look: Look;
}

interface Drawn {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/**
 * Draws a card in the fonts that come along, its letters joined and its lines run as its language is written. Nothing is
 * ever cut: what does not fit is refused. Work of a tenth of a second.
 */
export async function drawCard(
  language: Language,
  words: CardWords,
): Promise<Result<MadeImage, CardTooLong>> {
  await bringFonts();
  for (const scale of SCALES) {
    const drawn = await Promise.all(partsOf(words).map((part) => drawPart(part, language, scale)));
    const height = drawn.reduce((sum, part, i) => sum + part.height + (i === 0 ? 0 : part.gap), 0);
    const fits = height <= CARD_HEIGHT - 2 * MARGIN && drawn.every(({ width }) => width <= INNER);
    if (fits) return done(await compose(language, drawn, height));
  }
  return refused({ code: 'card-too-long' });
}

function partsOf({ kicker, title, body, lines, foot }: CardWords): Part[] {
  return [
    { text: kicker, look: LOOKS.kicker },
    { text: title, look: LOOKS.title },
    { text: body, look: LOOKS.body },
    { text: lines.length === 0 ? null : lines.join('\n'), look: LOOKS.lines },
    { text: foot, look: LOOKS.foot },
  ].flatMap(({ text, look }) => (text === null ? [] : [{ text, look }]));
}

/** One part, as wide as it is: only as much of the room as its ink takes. */
async function drawPart({ text, look }: Part, language: Language, scale: number): Promise<Drawn> {
  const weight = look.bold ? ' Bold' : '';
  // The first strong sign says how a paragraph runs, also one that begins with a foreign name.
  const mark = direction(language) === 'rtl' ? '\u200f' : '\u200e';
  const marked = text
    .split('\n')
    .map((line) => mark + escapeHtml(line))
    .join('\n');
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${look.colour}">${marked}</span>`,
      font: `${fontFamilies}${weight} ${Math.round(look.size * scale)}`,
      width: INNER,
      // A word that is wider than the card is broken rather than cut.
      wrap: 'word-char',
      spacing: Math.round(8 * scale),
      dpi: 72,
      rgba: true,
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, gap: Math.round(look.gap * scale) };
}

async function compose(language: Language, drawn: readonly Drawn[], height: number): Promise<MadeImage> {
  const fromRight = direction(language) === 'rtl';
  let top = Math.round((CARD_HEIGHT - height) / 2);
  const layers: OverlayOptions[] = drawn.map(({ pixels, width, height: own, gap }, i) => {
    if (i > 0) top += gap;
    const layer = {
      input: pixels,
      raw: { width, height: own, channels: 4 as const },
      left: fromRight ? CARD_WIDTH - MARGIN - width : MARGIN,
      top,
    };
    top += own;
    return layer;
  });
  const bar = {
    input: {
      create: { width: BAR, height: CARD_HEIGHT, channels: 3 as const, background: COLOURS.bar },
    },
    left: fromRight ? CARD_WIDTH - BAR : 0,
    top: 0,
  };
  const content = await sharp({
    create: { width: CARD_WIDTH, height: CARD_HEIGHT, channels: 3, background: COLOURS.back },
  })
    .composite([bar, ...layers])
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4', mozjpeg: true })
    .toBuffer();
  return {
    content,
    sha256: sha256Of(content),
    contentType: 'image/jpeg',
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    size: content.length,
  };
}
