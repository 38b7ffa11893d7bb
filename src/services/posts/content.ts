import type { Spread } from '../../domain/account-delivery.ts';
import { type ContentHash, contentHash } from '../../domain/canonical.ts';
import type { PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Photo } from '../../domain/media.ts';
import type { ContentWarning, PostKind } from '../../domain/words.ts';
import type { NamedCase } from '../cases/named.ts';
import type { AccountContent } from './payloads.ts';

/**
 * The fact sheet that a post's languages share: what it is, of whom, where it goes and when, with which image, and of
 * what readers are warned.
 */
export interface FactSheet {
  readonly id: PostId;
  readonly kind: PostKind;
  readonly case: NamedCase;
  readonly notBefore: Temporal.Instant | null;
  readonly notAfter: Temporal.Instant | null;
  readonly embargoUntil: Temporal.Instant | null;
  readonly warning: ContentWarning | null;
  readonly spread: Spread | null;
  readonly photo: Photo | null;
}

/**
 * What an approval of a post's text in one language covers: the fact sheet and the text, to the letter, and what the
 * image shows in its words, or that it goes out without them; and for each account of that language, whose it is and every
 * payload that goes there. The text's version is not part of it: the same words are the same content. What has no accounts
 * says nothing of any, what goes to all at once nothing of their turns, an update nothing of its kind, and what one approval
 * is enough for nothing of their number: all posts were such once.
 */
export function postContentHash(
  sheet: FactSheet,
  text: {
    readonly language: Language;
    readonly text: string;
    readonly alt: string | null;
    readonly altDeferredAt: Temporal.Instant | null;
    readonly approvalsNeeded: number;
  },
  accounts: readonly AccountContent[],
): ContentHash {
  return contentHash({
    type: 'post',
    post: sheet.id,
    ...(sheet.kind !== 'update' && { kind: sheet.kind }),
    ...(text.approvalsNeeded !== 1 && { approvals: text.approvalsNeeded }),
    case: { ...sheet.case },
    notBefore: sheet.notBefore?.toString() ?? null,
    notAfter: sheet.notAfter?.toString() ?? null,
    ...(sheet.embargoUntil !== null && { embargoUntil: sheet.embargoUntil.toString() }),
    ...(sheet.warning !== null && { warning: sheet.warning }),
    ...(sheet.spread !== null && {
      spread: { gapSeconds: sheet.spread.gapSeconds, accounts: sheet.spread.accounts },
    }),
    targets: ['telegram', ...accounts],
    language: text.language,
    text: text.text,
    ...(sheet.photo !== null && {
      media: [
        {
          sha256: sheet.photo.sha256,
          alt: text.alt,
          ...(text.altDeferredAt !== null && { altDeferred: true }),
        },
      ],
    }),
  });
}
