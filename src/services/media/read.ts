import { and, eq } from 'drizzle-orm';
import { media } from '../../db/schema/index.ts';
import type { MediaId } from '../../domain/ids.ts';
import type { Photo, StoredImage } from '../../domain/media.ts';
import type { CoreContext } from '../context.ts';
import { sha256Of } from './image.ts';

/** What is known of an image of this campaign, without its bytes. */
export async function readMedia(ctx: CoreContext, mediaId: MediaId): Promise<StoredImage | undefined> {
  const [found] = await ctx.db
    .select({
      mediaId: media.id,
      sha256: media.sha256,
      contentType: media.contentType,
      width: media.width,
      height: media.height,
      size: media.size,
    })
    .from(media)
    .where(and(eq(media.id, mediaId), eq(media.campaignId, ctx.campaignId)));
  return found;
}

/**
 * The bytes of an image, when they are still those that its hash was approved with; null otherwise: bytes that were
 * changed by hand go to nobody.
 */
export async function readContent(
  ctx: CoreContext,
  { mediaId, sha256 }: Photo,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const [found] = await ctx.db
    .select({ content: media.content })
    .from(media)
    .where(and(eq(media.id, mediaId), eq(media.campaignId, ctx.campaignId)));
  if (found === undefined || sha256Of(found.content) !== sha256) return null;
  return new Uint8Array(found.content);
}
