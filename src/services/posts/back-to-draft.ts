import { and, eq, inArray, isNull } from 'drizzle-orm';
import { approvals, translations } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import { nextState } from '../../domain/post.ts';
import type { CoreContext, StaffContext } from '../context.ts';
import { together } from '../together.ts';
import { editorsAfter } from './editors.ts';
import type { PostRow, TranslationRow } from './find.ts';

/** A text that is about to be changed by way of its post, and who will have changed it then (`editors.ts`). */
export interface ChangedText {
  readonly text: TranslationRow;
  readonly editorIds: StaffId[];
}

/** What `backToDraft` takes, of texts of a post of which nothing is changed yet. */
export function aboutToChange(
  ctx: StaffContext,
  post: PostRow,
  texts: readonly TranslationRow[],
): Promise<readonly ChangedText[]> {
  return together(texts.map(async (text) => ({ text, editorIds: await editorsAfter(ctx, post, text) })));
}

/**
 * After a change of the fact sheet: each text is a draft again, its approval is void, and who changed the sheet may
 * approve none of them. Answers how many approvals it voided.
 */
export function backToDraft(ctx: StaffContext, changed: readonly ChangedText[]): Promise<number> {
  const edited = { lastEditorId: ctx.actor.id, editedAt: ctx.clock.now() };
  return takeBack(
    ctx,
    changed.map(({ text, editorIds }) => ({ text, edited: { ...edited, editorIds } })),
  );
}

/** The same after a change that touches none of their words, and so makes nobody their editor. */
export function backToDraftUnedited(ctx: CoreContext, texts: readonly TranslationRow[]): Promise<number> {
  return takeBack(
    ctx,
    texts.map((text) => ({ text, edited: {} })),
  );
}

type Edited = Pick<TranslationRow, 'lastEditorId' | 'editedAt' | 'editorIds'>;

async function takeBack(
  ctx: CoreContext,
  changes: readonly { readonly text: TranslationRow; readonly edited: Partial<Edited> }[],
): Promise<number> {
  for (const { text, edited } of changes) {
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
          changes.map(({ text }) => text.id),
        ),
        isNull(approvals.voidedAt),
      ),
    )
    .returning({ id: approvals.id });
  return voided.length;
}
