import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

const require = createRequire(import.meta.url);

/** In the order in which a character is looked for; each in the two weights that a card has. */
const FAMILIES = {
  'Noto Sans': ['noto-sans', 'NotoSans'],
  'Noto Sans Arabic': ['noto-sans-arabic', 'NotoSansArabic'],
} as const;
const WEIGHTS = ['400Regular', '700Bold'] as const;

/** As Pango names them: whatever the first has no letter for is taken from the next. */
export const fontFamilies = Object.keys(FAMILIES).join(', ');

let ready: Promise<void> | undefined;

/**
 * Makes the fonts that come along known to the drawing of text, and no others: a card looks the same on a bare machine and
 * on one with many fonts. Once a process, and once more after it failed; whoever draws waits for it.
 */
export function bringFonts(): Promise<void> {
  ready ??= bring().catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

/**
 * Fontconfig reads its configuration from the environment, once, when the first text is drawn (2.18 in sharp 0.35.5,
 * December 2026). One without any folder stands there meanwhile, and is gone before anybody else could inherit it.
 */
async function bring(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bray-fonts-'));
  const before = process.env.FONTCONFIG_FILE;
  try {
    const file = join(folder, 'fonts.conf');
    writeFileSync(
      file,
      '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig></fontconfig>\n',
    );
    process.env.FONTCONFIG_FILE = file;
    for (const [family, [name, start]] of Object.entries(FAMILIES)) {
      for (const weight of WEIGHTS) {
        const fontfile = require.resolve(`@expo-google-fonts/${name}/${weight}/${start}_${weight}.ttf`);
        await sharp({ text: { text: 'x', font: `${family} 10`, fontfile } })
          .raw()
          .toBuffer();
      }
    }
  } finally {
    if (before === undefined) delete process.env.FONTCONFIG_FILE;
    else process.env.FONTCONFIG_FILE = before;
    rmSync(folder, { recursive: true, force: true });
  }
}
