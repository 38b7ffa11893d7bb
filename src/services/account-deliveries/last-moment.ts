import { endOfTurns } from '../../domain/account-delivery.ts';
import type { CoreContext } from '../context.ts';
import type { PostRow } from '../posts/find.ts';
import { spreadOf } from '../posts/sheet.ts';

/**
 * Until when a text may go out on an account, from what its approvals cover and nothing else: the row of a delivery says
 * it too, and can be changed by hand.
 */
export async function lastMoment(
  ctx: CoreContext,
  post: PostRow,
  text: { readonly approvedAt: Temporal.Instant; readonly toContacts: boolean },
): Promise<Temporal.Instant> {
  const { notBefore, notAfter } = post;
  return endOfTurns({
    approvedAt: text.approvedAt,
    notBefore,
    notAfter,
    embargoUntil: text.toContacts ? null : post.embargoUntil,
    spread: await spreadOf(ctx, post),
  });
}
