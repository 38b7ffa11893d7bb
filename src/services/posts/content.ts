import { type ContentHash, contentHash } from '../../domain/canonical.ts';
import type { CaseId, PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Photo } from '../../domain/media.ts';

/** The fact sheet that a post's languages share: where it goes and when, and with which image. */
export interface FactSheet {
  readonly id: PostId;
  readonly caseId: CaseId;
  readonly notBefore: Temporal.Instant | null;
  readonly notAfter: Temporal.Instant | null;
  readonly photo: Photo | null;
}

/**
 * What an approval of a post's text in one language covers: the fact sheet and the text, to the letter, and what the
 * image shows in its words. The text's version is not part of it: the same words are the same content. A post without
 * an image has the same hash as before there were any.
 */
export function postContentHash(
  sheet: FactSheet,
  text: { readonly language: Language; readonly text: string; readonly alt: string | null },
): ContentHash {
  return contentHash({
    type: 'post',
    post: sheet.id,
    case: sheet.caseId,
    notBefore: sheet.notBefore?.toString() ?? null,
    notAfter: sheet.notAfter?.toString() ?? null,
    targets: ['telegram'],
    language: text.language,
    text: text.text,
    ...(sheet.photo !== null && { media: [{ sha256: sheet.photo.sha256, alt: text.alt }] }),
  });
}
