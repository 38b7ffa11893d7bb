import { and, eq, inArray, isNull } from 'drizzle-orm';
import { approvals, translations } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import { nextState } from '../../domain/post.ts';
import type { CoreContext, StaffContext } from '../context.ts';
import type { TranslationRow } from './find.ts';

/**
 * After a change of the fact sheet: each text is a draft again, its approval is void, and who changed the sheet may
 * approve none of them. Answers how many approvals it voided.
 */
export function backToDraft(ctx: StaffContext, texts: readonly TranslationRow[]): Promise<number> {
  return takeBack(ctx, texts, { lastEditorId: ctx.actor.id, editedAt: ctx.clock.now() });
}

/** The same after a change that touches none of their words, and so makes nobody their editor. */
export function backToDraftUnedited(ctx: CoreContext, texts: readonly TranslationRow[]): Promise<number> {
  return takeBack(ctx, texts, {});
}

async function takeBack(
  ctx: CoreContext,
  texts: readonly TranslationRow[],
  edited: { readonly lastEditorId?: StaffId; readonly editedAt?: Temporal.Instant },
): Promise<number> {
  for (const text of texts) {
    const state = nextState(text.state, 'edit');
    if (state === null) continue;
    // A new version: a button that was made for what stood there before decides on nothing.
    await ctx.db
      .update(translations)
      .set({ state, version: text.version + 1, altDeferredAt: null, ...edited })
      .where(eq(translations.id, text.id));
  }
  const voided = await ctx.db
    .update(approvals)
    .set({ voidedAt: ctx.clock.now() })
    .where(
      and(
        inArray(
          approvals.subjectId,
          texts.map(({ id }) => id),
        ),
        isNull(approvals.voidedAt),
      ),
    )
    .returning({ id: approvals.id });
  return voided.length;
}
