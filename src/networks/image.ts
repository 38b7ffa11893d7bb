import sharp from 'sharp';

/** What an image may be at most, where it goes. */
export interface ImageLimits {
  readonly maxBytes: number;
  readonly maxPixels: number | null;
}

/**
 * An image of ours (a JPEG without metadata) as small as a network wants it: as it is where it fits, else encoded anew
 * with fewer pixels until it does. The same bytes and limits give the same bytes. Null when not even a small one fits.
 */
export async function shrink(
  bytes: Uint8Array<ArrayBuffer>,
  { maxBytes, maxPixels }: ImageLimits,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { width, height } = await sharp(bytes).metadata();
  const pixels = width * height;
  if (bytes.length <= maxBytes && (maxPixels === null || pixels <= maxPixels)) return bytes;
  let scale = maxPixels === null ? 1 : Math.min(1, Math.sqrt(maxPixels / pixels));
  for (let tries = 0; tries < 8; tries++) {
    const smaller = await sharp(bytes)
      .resize({ width: Math.max(1, Math.floor(width * scale)) })
      .jpeg({ quality: 85, mozjpeg: true })
      .toBuffer();
    if (smaller.length <= maxBytes) return new Uint8Array(smaller);
    scale *= 0.7;
  }
  return null;
}
