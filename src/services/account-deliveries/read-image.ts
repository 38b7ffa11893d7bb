import type { Context } from '../context.ts';
import { readContent } from '../media/read.ts';
import { photoOf } from '../posts/photo.ts';
import type { Job } from './job.ts';

/**
 * The bytes of a post's image, by the hash that its payload names it by. Throws when they are not there or are no longer
 * those: they were changed by hand.
 */
export async function readImage(ctx: Context, job: Job, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const photo = await photoOf(ctx, job.post, job.text);
  const bytes = photo?.sha256 === sha256 ? await readContent(ctx, photo) : null;
  if (bytes === null) throw new Error('A payload names an image that its post does not carry.');
  return bytes;
}
