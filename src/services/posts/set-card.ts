import { eq } from 'drizzle-orm';
import { translations } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import { type CardOf, type CardWords, cardAlt, undrawable } from '../../domain/card.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { withoutIsolation } from '../../i18n/isolate.ts';
import { drawCard } from '../cards/draw.ts';
import { type CardRefusal, readCard, type WantedCard } from '../cards/of.ts';
import { fieldThatNames } from '../cases/protected-names.ts';
import type { StaffContext } from '../context.ts';
import { keepImage } from '../media/add.ts';
import type { MadeImage } from '../media/image.ts';
import { type ChangeSheetRefusal, changeSheet, type SheetInput } from './change-sheet.ts';
import { readPost } from './read.ts';

/** Why a card cannot be drawn in one of the post's languages. */
type DrawRefusal =
  /** The post has a text in it, and the quotation has none. */
  | { readonly code: 'quote-missing'; readonly language: Language }
  /** However small it is drawn, it does not fit; nothing is ever cut. */
  | { readonly code: 'card-too-long'; readonly language: Language }
  /** For this character no font comes along. */
  | { readonly code: 'card-undrawable'; readonly language: Language; readonly character: string }
  /** Somebody is named who appears by role only. */
  | { readonly code: 'name-protected'; readonly field: 'card' };

export type SetPostCardRefusal = ChangeSheetRefusal | CardRefusal | DrawRefusal;

/** A card in one language, drawn and not yet kept. */
interface Drawn {
  readonly language: Language;
  readonly image: MadeImage;
  readonly alt: string;
}

/**
 * Gives each of a post's texts a card for an image, in its own language and with its words for who cannot see it, in place
 * of whatever image there was. A text that is written later needs this once more. Work of a tenth of a second for each
 * language; the post need not be locked for it, and may be.
 */
export async function setPostCard(
  ctx: StaffContext,
  { postId, basedOn, card: wanted }: SheetInput & { readonly card: WantedCard },
): Promise<Result<{ readonly voided: number }, SetPostCardRefusal>> {
  if (!hasRole(ctx.actor, 'author')) return refused({ code: 'not-an-author' });
  const written = await readPost(ctx, postId);
  if (written === undefined) return refused({ code: 'post-unknown' });
  const read = await readCard(ctx, written, wanted);
  if (!read.ok) return read;
  const { card, words } = read.value;
  const drawn: Drawn[] = [];
  for (const { language } of written.translations) {
    const one = await draw(ctx, { caseId: written.caseId, card, language, words: words(language) });
    if (!one.ok) return one;
    drawn.push(one.value);
  }
  return changeSheet<SetPostCardRefusal>(ctx, {
    postId,
    basedOn,
    verb: 'posts/set-card',
    change: async (tx) => {
      const texts = await tx.db.select().from(translations).where(eq(translations.postId, postId));
      // Of a text that was written while the others were drawn there is no card.
      const cards = texts.map((text) => ({
        text,
        drawn: drawn.find(({ language }) => language === text.language),
      }));
      if (cards.some((one) => one.drawn === undefined)) return refused({ code: 'changed-since' });
      for (const one of cards) {
        if (one.drawn === undefined) continue;
        const { mediaId: cardId } = await keepImage(tx, one.drawn.image);
        const { alt } = one.drawn;
        await tx.db.update(translations).set({ cardId, alt }).where(eq(translations.id, one.text.id));
      }
      return done({ card, mediaId: null });
    },
  });
}

async function draw(
  ctx: StaffContext,
  {
    caseId,
    card,
    language,
    words,
  }: {
    readonly caseId: CaseId;
    readonly card: CardOf;
    readonly language: Language;
    readonly words: CardWords;
  },
): Promise<Result<Drawn, DrawRefusal>> {
  if (card.of === 'quote' && card.words[language] === undefined)
    return refused({ code: 'quote-missing', language });
  const field = await fieldThatNames(ctx, caseId, { card: words });
  if (field !== null) return refused({ code: 'name-protected', field });
  const character = undrawable(words);
  if (character !== null) return refused({ code: 'card-undrawable', language, character });
  const image = await drawCard(language, words);
  if (!image.ok) return refused({ code: 'card-too-long', language });
  return done({ language, image: image.value, alt: withoutIsolation(cardAlt(words)) });
}
