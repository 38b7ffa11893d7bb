import type { Spread } from '../../domain/account-delivery.ts';
import { namedCase } from '../cases/named.ts';
import type { CoreContext } from '../context.ts';
import type { FactSheet } from './content.ts';
import type { PostRow, TranslationRow } from './find.ts';
import { postAccountIds } from './payloads.ts';
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
    spread: await spreadOf(ctx, post),
    photo: await photoOf(ctx, post, text),
  };
}

/** With which gap, and in which order, a post goes to its accounts; null where all have their turns at once. */
export async function spreadOf(
  ctx: CoreContext,
  { id, gapSeconds }: Pick<PostRow, 'id' | 'gapSeconds'>,
): Promise<Spread | null> {
  return gapSeconds === 0 ? null : { gapSeconds, accounts: await postAccountIds(ctx, id) };
}
