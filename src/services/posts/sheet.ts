import { namedCase } from '../cases/named.ts';
import type { CoreContext } from '../context.ts';
import type { FactSheet } from './content.ts';
import type { PostRow } from './find.ts';
import { photoOf } from './photo.ts';

/** The fact sheet of a post as it stands. */
export async function sheetOf(ctx: CoreContext, post: PostRow): Promise<FactSheet> {
  const { id, notBefore, notAfter, embargoUntil, warning } = post;
  return {
    id,
    case: await namedCase(ctx, post.caseId),
    notBefore,
    notAfter,
    embargoUntil,
    warning,
    photo: await photoOf(ctx, post),
  };
}
