import { type ContentHash, contentHash } from '../../domain/canonical.ts';
import type { CaseId, PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';

/** The fact sheet that a post's languages share: where it goes and when. */
export interface FactSheet {
  readonly id: PostId;
  readonly caseId: CaseId;
  readonly notBefore: Temporal.Instant | null;
  readonly notAfter: Temporal.Instant | null;
}

/**
 * What an approval of a post's text in one language covers: the fact sheet and the text, to the letter. The
 * text's version is not part of it: the same words are the same content.
 */
export function postContentHash(sheet: FactSheet, text: { language: Language; text: string }): ContentHash {
  return contentHash({
    type: 'post',
    post: sheet.id,
    case: sheet.caseId,
    notBefore: sheet.notBefore?.toString() ?? null,
    notAfter: sheet.notAfter?.toString() ?? null,
    targets: ['telegram'],
    language: text.language,
    text: text.text,
  });
}
