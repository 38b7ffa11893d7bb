import { namedCase } from '../cases/named.ts';
import type { CoreContext } from '../context.ts';
import type { FactSheet } from './content.ts';
import type { PostRow, TranslationRow } from './find.ts';
import { photoOf } from './photo.ts';

/** The fact sheet of a post as it stands for a text: with the image that goes out with that. */
export async function sheetOf(ctx: CoreContext, post: PostRow, text: TranslationRow): Promise<FactSheet> {
  const { id, kind, notBefore, notAfter, embargoUntil, warning } = post;
  return {
    id,
    kind,
    case: await namedCase(ctx, post.caseId),
    notBefore,
    notAfter,
    embargoUntil,
    warning,
    photo: await photoOf(ctx, post, text),
  };
}
