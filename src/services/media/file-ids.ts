import { and, eq } from 'drizzle-orm';
import { mediaFiles } from '../../db/schema/index.ts';
import type { MediaId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';

/** By what name Telegram knows an image that this bot has uploaded; null when it has not, or it was forgotten. */
export async function readFileId(ctx: Context, mediaId: MediaId): Promise<string | null> {
  const [found] = await ctx.db
    .select({ fileId: mediaFiles.fileId })
    .from(mediaFiles)
    .where(and(eq(mediaFiles.botId, ctx.botId), eq(mediaFiles.mediaId, mediaId)));
  return found?.fileId ?? null;
}

/** Keeps the name that Telegram gave, in place of any other. */
export async function keepFileId(
  ctx: Context,
  { mediaId, fileId }: { readonly mediaId: MediaId; readonly fileId: string },
): Promise<void> {
  const kept = { fileId, recordedAt: ctx.clock.now() };
  await ctx.db
    .insert(mediaFiles)
    .values({ botId: ctx.botId, mediaId, ...kept })
    .onConflictDoUpdate({ target: [mediaFiles.botId, mediaFiles.mediaId], set: kept });
}

/** Forgets a name that Telegram knows no more; another one that was kept since stays. */
export async function forgetFileId(
  ctx: Context,
  { mediaId, fileId }: { readonly mediaId: MediaId; readonly fileId: string },
): Promise<void> {
  await ctx.db
    .delete(mediaFiles)
    .where(
      and(eq(mediaFiles.botId, ctx.botId), eq(mediaFiles.mediaId, mediaId), eq(mediaFiles.fileId, fileId)),
    );
}
