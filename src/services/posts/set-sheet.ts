import type { AccountId } from '../../domain/ids.ts';
import type { NewScheduleFault, Schedule } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { CoreContext, StaffContext } from '../context.ts';
import { type ChangeSheetRefusal, changeSheet, type SheetChange, type SheetInput } from './change-sheet.ts';
import type { PostRow } from './find.ts';
import { postAccountIds } from './payloads.ts';
import { areAccounts } from './place-on-accounts.ts';
import { scheduleChange } from './set-schedule.ts';

/** What the languages of a post share, but for its image. */
export interface SharedFacts extends Pick<PostRow, 'kind' | 'warning' | 'gapSeconds'>, Schedule {
  /** Where it goes beside its followers, in this order. */
  readonly accountIds: readonly AccountId[];
}

/** The same of a post as they stand. */
export async function sharedFactsOf(ctx: CoreContext, post: PostRow): Promise<SharedFacts> {
  const { kind, warning, gapSeconds, notBefore, notAfter, embargoUntil } = post;
  const accountIds = await postAccountIds(ctx, post.id);
  return { kind, warning, gapSeconds, notBefore, notAfter, embargoUntil, accountIds };
}

type Fault = NewScheduleFault | { readonly code: 'account-unknown' };
export type SetPostSheetRefusal = ChangeSheetRefusal | Fault;

/** Sets all that the languages of a post share, but for its image; what is as it was voids nothing. */
export function setPostSheet(
  ctx: StaffContext,
  { postId, basedOn, ...wanted }: SheetInput & SharedFacts,
): Promise<Result<{ readonly voided: number }, SetPostSheetRefusal>> {
  return changeSheet<Fault>(ctx, {
    postId,
    basedOn,
    verb: 'posts/set-sheet',
    change: async (tx, post) => {
      const schedule = scheduleChange(tx, post, wanted);
      if (!schedule.ok) return schedule;
      const { kind, warning, gapSeconds, accountIds } = wanted;
      const standing = await postAccountIds(tx, post.id);
      const moves = accountIds.join() !== standing.join();
      if (moves && !(await areAccounts(tx, accountIds))) return refused({ code: 'account-unknown' });
      const change: NonNullable<SheetChange> = {
        ...schedule.value,
        ...(kind !== post.kind && { kind }),
        ...(warning !== post.warning && { warning }),
        ...(gapSeconds !== post.gapSeconds && { gapSeconds }),
        ...(moves && { accountIds }),
      };
      return done(Object.keys(change).length === 0 ? null : change);
    },
  });
}
