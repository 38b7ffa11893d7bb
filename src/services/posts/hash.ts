import type { ContentHash } from '../../domain/canonical.ts';
import type { CoreContext } from '../context.ts';
import { postContentHash } from './content.ts';
import type { PostRow, TranslationRow } from './find.ts';
import { accountContents } from './payloads.ts';
import { sheetOf } from './sheet.ts';

/** What an approval of a text is bound to, from everything as it stands now. */
export async function contentHashOf(
  ctx: CoreContext,
  post: PostRow,
  text: TranslationRow,
): Promise<ContentHash> {
  return postContentHash(await sheetOf(ctx, post, text), text, await accountContents(ctx, post, text));
}
