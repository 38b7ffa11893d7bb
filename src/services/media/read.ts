import { and, eq, exists, or, type SQL } from 'drizzle-orm';
import { media, mediaUploads, posts, translations } from '../../db/schema/index.ts';
import { casesOf, onlyTranslates } from '../../domain/actor.ts';
import type { MediaId, StaffId } from '../../domain/ids.ts';
import type { Photo, StoredImage } from '../../domain/media.ts';
import type { CoreContext } from '../context.ts';
import { visiblePosts } from '../posts/visible.ts';
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
 * The same of an image that is there for whoever asks: who is limited to some cases, or only translates, sees what they
 * uploaded themselves and what posts carry that they see.
 */
export async function readVisibleMedia(ctx: CoreContext, mediaId: MediaId): Promise<StoredImage | undefined> {
  const { actor } = ctx;
  if (actor.kind === 'staff' && (casesOf(actor) !== null || onlyTranslates(actor))) {
    const [seen] = await ctx.db
      .select({ id: media.id })
      .from(media)
      .where(and(eq(media.id, mediaId), or(isUploadedBy(ctx, actor.id), isCarried(ctx))));
    if (seen === undefined) return undefined;
  }
  return readMedia(ctx, mediaId);
}

function isUploadedBy({ db }: CoreContext, staffId: StaffId): SQL {
  const uploaded = db
    .select({ id: mediaUploads.mediaId })
    .from(mediaUploads)
    .where(and(eq(mediaUploads.mediaId, media.id), eq(mediaUploads.staffId, staffId)));
  return exists(uploaded);
}

function isCarried(ctx: CoreContext): SQL {
  const cards = ctx.db
    .select({ id: translations.id })
    .from(translations)
    .where(and(eq(translations.postId, posts.id), eq(translations.cardId, media.id)));
  const carrying = ctx.db
    .select({ id: posts.id })
    .from(posts)
    .where(
      and(
        eq(posts.campaignId, ctx.campaignId),
        visiblePosts(ctx),
        or(eq(posts.mediaId, media.id), exists(cards)),
      ),
    );
  return exists(carrying);
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
