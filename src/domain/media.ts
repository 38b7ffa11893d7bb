import { type MediaId, parseId } from './ids.ts';

/** Bytes of an upload, at most: 10 MiB. */
export const UPLOAD_MAX = 10 * 1_048_576;
/** Pixels of an upload, at most; a camera of a telephone makes 12 to 50 million. */
export const PIXELS_MAX = 60_000_000;
/** How many times one side may be as long as the other: Telegram takes no photo beyond 20 (Bot API 10.3, sendPhoto). */
const RATIO_MAX = 20;
/** The longer side of what is kept, in pixels; the largest that Telegram's own apps show. */
export const SIDE_MAX = 2560;

/** Characters of the words for who cannot see an image: a paragraph, which also fits below it on Telegram. */
export const ALT_MAX = 1000;

/** What a photo of a post is named by, wherever it goes: its row, and the SHA-256 of its bytes in hexadecimal. */
export interface Photo {
  readonly mediaId: MediaId;
  readonly sha256: string;
}

/** Reads a photo's name that came from outside; null when it is none. */
export function parsePhoto(given: unknown): Photo | null {
  if (typeof given !== 'object' || given === null || !('mediaId' in given) || !('sha256' in given))
    return null;
  const mediaId = typeof given.mediaId === 'string' ? parseId<MediaId>(given.mediaId) : null;
  const { sha256 } = given;
  return mediaId === null || typeof sha256 !== 'string' ? null : { mediaId, sha256 };
}

/** An image as it is kept: never as it was uploaded. */
export interface StoredImage extends Photo {
  readonly contentType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
  /** In bytes. */
  readonly size: number;
}

/** Why an upload cannot be an image of ours. */
export type ImageRefusal =
  | { readonly code: 'image-empty' }
  | { readonly code: 'image-too-large'; readonly limit: number }
  /** Whatever its name says: a document, another kind of image, or one that is damaged. */
  | { readonly code: 'image-unreadable' }
  | { readonly code: 'image-too-many-pixels'; readonly pixels: number; readonly limit: number }
  | { readonly code: 'image-moves' }
  | { readonly code: 'image-too-narrow'; readonly limit: number };

/** Whether these measures can be an image's; null when they can. */
export function refuseMeasures(width: number, height: number): ImageRefusal | null {
  const pixels = width * height;
  if (pixels > PIXELS_MAX) return { code: 'image-too-many-pixels', pixels, limit: PIXELS_MAX };
  const [short, long] = width < height ? [width, height] : [height, width];
  if (short === 0) return { code: 'image-unreadable' };
  return long / short > RATIO_MAX ? { code: 'image-too-narrow', limit: RATIO_MAX } : null;
}
