import type { StaffId } from './ids.ts';
import type { TranslatedParagraph } from './text/paragraphs.ts';

/** How long a claim of a text lasts after its holder claimed it or saved the text last. */
const TEXT_CLAIM = Temporal.Duration.from({ minutes: 30 });

/** How long after that what was typed and not saved is kept, for whoever comes back to it. */
export const draftKeptFor = Temporal.Duration.from({ hours: 7 * 24 });

/** Who has a post's text in one language in hand, and until when nobody else may write in it. */
export interface TextClaim {
  readonly staffId: StaffId;
  readonly expiresAt: Temporal.Instant;
}

/** What the holder of a claim has typed and not saved. JSON. */
export type TextDraft = {
  /** Of the text that it was written from; 0: none was there. */
  readonly version: number;
  readonly text: string | readonly TranslatedParagraph[];
  readonly alt: string;
};

/** Until when a text that is claimed or saved now stays with whoever does it. */
export function claimUntil(now: Temporal.Instant): Temporal.Instant {
  return now.add(TEXT_CLAIM);
}

/** Whether a claim keeps somebody from writing in the text. At the instant in which it expires it does no more. */
export function claimKeepsOut(
  claim: TextClaim | undefined,
  staffId: StaffId,
  now: Temporal.Instant,
): claim is TextClaim {
  return (
    claim !== undefined && claim.staffId !== staffId && Temporal.Instant.compare(now, claim.expiresAt) < 0
  );
}
