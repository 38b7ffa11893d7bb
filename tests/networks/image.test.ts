import sharp from 'sharp';
import { expect, test } from 'vitest';
import { traceIn } from '../../sandbox/http/image-traces.ts';
import { shrink } from '../../src/networks/image.ts';
import { taggedImage } from '../helpers/tagged-image.ts';

/** Noise, which no encoder makes small, with where it was taken and by whom. */
async function noise(side: number): Promise<Uint8Array<ArrayBuffer>> {
  const gaussian = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const pixels = sharp({
    create: { width: side, height: side, channels: 3, background: '#888', noise: gaussian },
  });
  const bytes = await pixels
    .withExif({ IFD0: { Artist: 'Nobody' } })
    .jpeg({ quality: 95 })
    .toBuffer();
  return new Uint8Array(bytes);
}

test('an image that fits goes as it was approved, byte for byte', async () => {
  const bytes = new Uint8Array(await taggedImage('red'));
  expect(await shrink(bytes, { maxBytes: bytes.length, maxPixels: 81 })).toBe(bytes);
});

test.each([
  ['bytes', { maxBytes: 60_000, maxPixels: null }],
  ['pixels', { maxBytes: 10_000_000, maxPixels: 10_000 }],
])(
  'one with too many %s is made smaller, always the same, and tells nothing but its pixels',
  async (_, limits) => {
    const bytes = await noise(600);
    expect(traceIn(Buffer.from(bytes))).not.toBeNull();
    const made = await shrink(bytes, limits);
    if (made === null) throw new Error('It was given up.');
    expect(made.length).toBeLessThanOrEqual(limits.maxBytes);
    const { width, height, format } = await sharp(made).metadata();
    expect(format).toBe('jpeg');
    if (limits.maxPixels !== null) expect(width * height).toBeLessThanOrEqual(limits.maxPixels);
    expect(traceIn(Buffer.from(made))).toBeNull();
    expect(await shrink(bytes, limits)).toEqual(made);
  },
);

test('one of which not even a small one fits is given up', async () => {
  expect(await shrink(await noise(300), { maxBytes: 100, maxPixels: null })).toBeNull();
});
