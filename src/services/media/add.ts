import { and, eq } from 'drizzle-orm';
import { media, mediaUploads } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import { type MediaId, newId } from '../../domain/ids.ts';
import type { ImageRefusal, StoredImage } from '../../domain/media.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { type MadeImage, makeImage } from './image.ts';

export type AddMediaRefusal = ImageRefusal | { readonly code: 'not-an-author' };

/**
 * Keeps an image for posts, made anew without anything that tells where it came from (`image.ts`). The same image
 * uploaded again is the one that is there. Work of up to seconds: call it outside a transaction.
 */
export async function addMedia(
  ctx: StaffContext,
  input: { readonly upload: Uint8Array },
): Promise<Result<StoredImage, AddMediaRefusal>> {
  if (!hasRole(ctx.actor, 'author', 'translator')) return refused({ code: 'not-an-author' });
  const made = await makeImage(input.upload);
  if (!made.ok) return made;
  return inTransaction(ctx, async (tx) => {
    const kept = await keepImage(tx, made.value);
    await tx.db
      .insert(mediaUploads)
      .values({ mediaId: kept.mediaId, staffId: tx.actor.id })
      .onConflictDoNothing();
    return done(kept);
  });
}

/** Keeps an image that was made here, in the transaction of whoever asks; the same bytes are kept once. */
export async function keepImage(tx: StaffContext, made: MadeImage): Promise<StoredImage> {
  const { content, ...image } = made;
  const id = newId<MediaId>();
  const added = await tx.db
    .insert(media)
    .values({
      id,
      campaignId: tx.campaignId,
      ...image,
      content,
      addedBy: tx.actor.id,
      createdAt: tx.clock.now(),
    })
    .onConflictDoNothing({ target: [media.campaignId, media.sha256] })
    .returning({ id: media.id });
  if (added.length > 0) {
    const details = { sha256: image.sha256, size: image.size };
    await audit(tx, { verb: 'media/add', subject: { type: 'media', id }, details });
    return { mediaId: id, ...image };
  }
  const [known] = await tx.db
    .select({ id: media.id })
    .from(media)
    .where(and(eq(media.campaignId, tx.campaignId), eq(media.sha256, image.sha256)));
  if (known === undefined) throw new Error('An image was neither kept nor found.');
  return { mediaId: known.id, ...image };
}
