import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { staff, textClaims } from '../../db/schema/index.ts';
import type { PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { claimKeepsOut, claimUntil, type TextClaim, type TextDraft } from '../../domain/text-claim.ts';
import type { StaffContext } from '../context.ts';

/** A post's text in one language, written or not. */
export interface TextPlace {
  readonly postId: PostId;
  readonly language: Language;
}

/** Somebody else has the text in hand, for so long at most. */
export interface TextClaimed {
  readonly code: 'text-claimed';
  readonly name: string;
  readonly until: Temporal.Instant;
  /** Whole minutes until then. */
  readonly minutes: number;
}

/** Who claimed a text last, and until when that counts. Who left the staff has nothing in hand. */
export async function findTextClaim(
  ctx: StaffContext,
  place: TextPlace,
): Promise<(TextClaim & { readonly name: string }) | undefined> {
  const [found] = await ctx.db
    .select({ staffId: textClaims.staffId, expiresAt: textClaims.expiresAt, name: staff.name })
    .from(textClaims)
    .innerJoin(staff, eq(staff.id, textClaims.staffId))
    .where(and(of(place), eq(staff.campaignId, ctx.campaignId), isNull(staff.revokedAt)));
  return found;
}

/** Which languages of a post somebody has in hand now. */
export async function listTextClaims(
  ctx: StaffContext,
  postId: PostId,
): Promise<(TextClaim & { readonly language: Language; readonly name: string })[]> {
  return ctx.db
    .select({
      language: textClaims.language,
      staffId: textClaims.staffId,
      expiresAt: textClaims.expiresAt,
      name: staff.name,
    })
    .from(textClaims)
    .innerJoin(staff, eq(staff.id, textClaims.staffId))
    .where(
      and(
        eq(textClaims.postId, postId),
        gt(textClaims.expiresAt, ctx.clock.now()),
        eq(staff.campaignId, ctx.campaignId),
        isNull(staff.revokedAt),
      ),
    )
    .orderBy(asc(textClaims.language));
}

/** What whoever asks has typed in a text and not saved; null: nothing. */
export async function findDraft(ctx: StaffContext, place: TextPlace): Promise<TextDraft | null> {
  const [found] = await ctx.db
    .select({ draft: textClaims.draft })
    .from(textClaims)
    .where(and(of(place), eq(textClaims.staffId, ctx.actor.id)));
  return found?.draft ?? null;
}

/** Why whoever asks may not write in a text now; null when they may. Certain as long as the post is locked. */
export async function claimedByAnother(ctx: StaffContext, place: TextPlace): Promise<TextClaimed | null> {
  const claim = await findTextClaim(ctx, place);
  const now = ctx.clock.now();
  if (!claimKeepsOut(claim, ctx.actor.id, now)) return null;
  const { name, expiresAt: until } = claim;
  return { code: 'text-claimed', name, until, minutes: Math.ceil(now.until(until).total('minutes')) };
}

/** After a save: one's own claim begins anew without a draft, also if it had expired; who claimed nothing claims nothing by it. */
export async function renewTextClaim(ctx: StaffContext, place: TextPlace): Promise<void> {
  await ctx.db
    .update(textClaims)
    .set({ expiresAt: claimUntil(ctx.clock.now()), draft: null })
    .where(and(of(place), eq(textClaims.staffId, ctx.actor.id)));
}

/** The text is in nobody's hand any more. What its holder typed and did not save stays theirs. */
export async function endTextClaim(ctx: StaffContext, place: TextPlace): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db
    .update(textClaims)
    .set({ expiresAt: now })
    .where(and(of(place), gt(textClaims.expiresAt, now)));
}

function of({ postId, language }: TextPlace) {
  return and(eq(textClaims.postId, postId), eq(textClaims.language, language));
}
