import { z } from 'zod';
import type { JsonObject, PrepareOutcome, StepFailure } from '../domain/network.ts';
import type { Form } from '../http/multipart.ts';
import { type ImageLimits, shrink } from './image.ts';

/*
 * Images that are uploaded before the post that carries them: what was uploaded is told by the network's id, and held
 * against what was approved by its SHA-256.
 */

/** An image that an approved payload names. */
export interface NamedImage {
  readonly sha256: string;
  /** Empty: nobody has said what it shows. */
  readonly alt: string;
}

const preparation = z.object({ images: z.array(z.object({ sha256: z.string(), id: z.string() })) });

/**
 * A form with an image of ours under `field`, made as small as the network wants it, beside what else
 * belongs to it; or that not even a small one fits.
 */
export async function jpegForm(
  field: string,
  { sha256 }: Pick<NamedImage, 'sha256'>,
  given: Uint8Array<ArrayBuffer>,
  limits: ImageLimits,
  fields: Form['fields'],
): Promise<{ readonly form: Form } | StepFailure> {
  const bytes = await shrink(given, limits);
  if (bytes === null) return { kind: 'rejected', reason: 'image-too-large' };
  const file = { content: bytes, filename: `${sha256.slice(0, 16)}.jpg`, type: 'image/jpeg' };
  return { form: { fields, files: { [field]: file } } };
}

/** Uploads one after the other, and stops at the first that fails. */
export async function uploadEach(
  images: readonly NamedImage[],
  upload: (image: NamedImage) => Promise<{ readonly id: string } | StepFailure>,
): Promise<PrepareOutcome> {
  const uploaded: { sha256: string; id: string }[] = [];
  for (const image of images) {
    const made = await upload(image);
    if (!('id' in made)) return made;
    uploaded.push({ sha256: image.sha256, id: made.id });
  }
  return { kind: 'prepared', prepared: { images: uploaded } };
}

/** The ids of exactly these images, in their order; null when something else was uploaded. */
export function uploadedIds(images: readonly NamedImage[], prepared: JsonObject): readonly string[] | null {
  const uploaded = preparation.safeParse(prepared).data?.images ?? [];
  if (uploaded.length !== images.length) return null;
  if (!images.every(({ sha256 }, i) => uploaded[i]?.sha256 === sha256)) return null;
  return uploaded.map(({ id }) => id);
}
