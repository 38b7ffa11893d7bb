import type { StaffId } from '../../domain/ids.ts';
import type { StaffContext } from '../context.ts';
import { isTextApproved } from './approved.ts';
import { editorsOf, type PostRow, type TranslationRow } from './find.ts';

/**
 * Who will have changed a text once whoever asks has: they alone where enough others stand by what is there until now, since
 * those answer for every word of it; otherwise they and whoever did before. `text`: as it stands, undefined for one that is
 * begun. Call it before anything of the text or its post is changed.
 */
export async function editorsAfter(
  ctx: StaffContext,
  post: PostRow,
  text: TranslationRow | undefined,
): Promise<StaffId[]> {
  const { id } = ctx.actor;
  if (text === undefined || (await isApprovedNow(ctx, post, text))) return [id];
  return [...new Set([...editorsOf(text), id])];
}

/** By the approvals themselves: who gave one may have left since, or have been found out. */
async function isApprovedNow(ctx: StaffContext, post: PostRow, text: TranslationRow): Promise<boolean> {
  return (text.state === 'approved' || text.state === 'scheduled') && (await isTextApproved(ctx, post, text));
}
