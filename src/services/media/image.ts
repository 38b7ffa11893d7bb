import { createHash } from 'node:crypto';
import sharp from 'sharp';
import {
  type ImageRefusal,
  PIXELS_MAX,
  refuseMeasures,
  SIDE_MAX,
  type StoredImage,
  UPLOAD_MAX,
} from '../../domain/media.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { isAnimatedPng } from './animated-png.ts';

// Whoever uploads may have been sent the file by somebody else. Only these three decoders ever see it: none of
// documents, vector graphics or the rarer formats, in which most holes were found.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

/** Seconds of work on one image, at most. */
const PATIENCE = 20;
/** JPEG's measure, of 100: no difference is seen, at a third of the bytes of 95. */
const QUALITY = 85;

/** An image as it will be kept, with its bytes. */
export type MadeImage = Omit<StoredImage, 'mediaId'> & { readonly content: Uint8Array };

/**
 * Makes of an upload the image that is kept: decoded, turned upright, made smaller where it is larger than anybody
 * shows it, and encoded anew as JPEG. What cameras and programs write beside the pixels (place, time, device, earlier
 * versions) is not in it.
 */
export async function makeImage(upload: Uint8Array): Promise<Result<MadeImage, ImageRefusal>> {
  if (upload.length === 0) return refused({ code: 'image-empty' });
  if (upload.length > UPLOAD_MAX) return refused({ code: 'image-too-large', limit: UPLOAD_MAX });
  // The head alone tells the measures: nothing is decoded that unfolds to gigabytes.
  const head = await attempt(() => sharp(upload, { limitInputPixels: false }).metadata());
  if (head === null) return refused({ code: 'image-unreadable' });
  const fault = refuseMeasures(head.width, head.height);
  if (fault !== null) return refused(fault);
  if ((head.pages ?? 1) > 1 || isAnimatedPng(upload)) return refused({ code: 'image-moves' });
  const made = await attempt(() =>
    sharp(upload, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
      .timeout({ seconds: PATIENCE })
      .autoOrient()
      .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY, mozjpeg: true })
      .toBuffer({ resolveWithObject: true }),
  );
  if (made === null) return refused({ code: 'image-unreadable' });
  const { data: content, info } = made;
  return done({
    content,
    sha256: sha256Of(content),
    contentType: 'image/jpeg',
    width: info.width,
    height: info.height,
    size: content.length,
  });
}

/** In hexadecimal. */
export function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The decoder tells by an error whatever it cannot read, in words of its own that are of no use to anybody. */
async function attempt<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
