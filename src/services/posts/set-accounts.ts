import type { AccountId, PostId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { StaffContext } from '../context.ts';
import { type ChangeSheetRefusal, changeSheet } from './change-sheet.ts';
import { areAccounts } from './place-on-accounts.ts';

export type SetPostAccountsRefusal = ChangeSheetRefusal | { readonly code: 'account-unknown' };

/** Says on which accounts a post goes out beside its followers, in which order and with which gap between two of them. */
export function setPostAccounts(
  ctx: StaffContext,
  input: {
    readonly postId: PostId;
    readonly accountIds: readonly AccountId[];
    readonly gapSeconds: number;
  },
): Promise<Result<{ readonly voided: number }, SetPostAccountsRefusal>> {
  const { postId, gapSeconds } = input;
  const accountIds = [...new Set(input.accountIds)];
  return changeSheet<{ readonly code: 'account-unknown' }>(ctx, {
    postId,
    verb: 'posts/set-accounts',
    change: async (tx) =>
      (await areAccounts(tx, accountIds))
        ? done({ accountIds, gapSeconds })
        : refused({ code: 'account-unknown' }),
  });
}
