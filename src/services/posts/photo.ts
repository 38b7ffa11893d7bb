import { and, eq, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { translations } from '../../db/schema/index.ts';
import type { MediaId } from '../../domain/ids.ts';
import type { Photo } from '../../domain/media.ts';
import { handedIn } from '../../domain/post.ts';
import type { CoreContext } from '../context.ts';
import { readMedia } from '../media/read.ts';
import type { PostRow, TranslationRow } from './find.ts';

/** Which image goes out with a text: its language's card where the post has cards, else the one of all languages. */
export function imageIdOf(
  post: Pick<PostRow, 'mediaId' | 'card'>,
  text: Pick<TranslationRow, 'cardId'>,
): MediaId | null {
  return post.card === null ? post.mediaId : text.cardId;
}

/** Whether a text goes out with an image of which an emergency kept anybody from saying what it shows. */
export function isUndescribed(
  post: Pick<PostRow, 'mediaId' | 'card'>,
  text: Pick<TranslationRow, 'cardId' | 'alt' | 'altDeferredAt'>,
): boolean {
  return text.altDeferredAt !== null && text.alt === null && imageIdOf(post, text) !== null;
}

/**
 * Whether somebody owes words for a text's image: nobody has said what it shows, and it goes out or stands where people see
 * it. No longer once the text is edited or retracted, or somebody said that the words stand there by now (`settle-alt.ts`).
 */
export function owesAlt(
  post: Pick<PostRow, 'mediaId' | 'card'>,
  text: Pick<TranslationRow, 'cardId' | 'alt' | 'altDeferredAt' | 'altSettledAt' | 'retractedAt' | 'state'>,
): boolean {
  const isOut = text.state === 'published' && text.retractedAt === null && text.altSettledAt === null;
  return isUndescribed(post, text) && (isOut || handedIn.includes(text.state));
}

/**
 * In SQL, of a text: all of `owesAlt` but whether there is an image, so that of the texts whose words were ever put off only
 * those are read that may still lack them.
 */
export function mayOweAlt(): SQL | undefined {
  return and(
    isNotNull(translations.altDeferredAt),
    isNull(translations.alt),
    or(
      inArray(translations.state, [...handedIn]),
      and(
        eq(translations.state, 'published'),
        isNull(translations.retractedAt),
        isNull(translations.altSettledAt),
      ),
    ),
  );
}

/** The image that goes out with a text, as its approvals are bound to it; null when it has none. */
export async function photoOf(
  ctx: CoreContext,
  post: Pick<PostRow, 'mediaId' | 'card'>,
  text: Pick<TranslationRow, 'cardId'>,
): Promise<Photo | null> {
  const imageId = imageIdOf(post, text);
  if (imageId === null) return null;
  const found = await readMedia(ctx, imageId);
  if (found === undefined) throw new Error('A post names an image that does not exist.');
  return { mediaId: found.mediaId, sha256: found.sha256 };
}
