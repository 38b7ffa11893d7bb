import type { AlertSubject } from '../../domain/alert.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import type { StaffId } from '../../domain/ids.ts';
import { wasProven } from '../approvals/prove.ts';
import { standingApprovals } from '../approvals/standing.ts';
import type { Context } from '../context.ts';

/**
 * Whether facts are, to the letter, what somebody other than their recorder approved. `contentHash` is of the facts as
 * they stand. Asked right before they go out, so that a row changed by hand tells nobody anything.
 */
export async function areFactsApproved(
  ctx: Context,
  facts: {
    readonly subject: AlertSubject;
    readonly contentHash: ContentHash;
    readonly recordedBy: StaffId | null;
  },
): Promise<boolean> {
  const { subject, contentHash, recordedBy } = facts;
  const wanted = { subjectType: subject.type, subjectId: subject.id, contentHash };
  const { staffSite } = ctx;
  for (const { row } of await standingApprovals(ctx, wanted)) {
    if (row.staffId === recordedBy) continue;
    if (row.via !== 'console' || staffSite == null) return true;
    if (await wasProven(ctx, staffSite, row)) return true;
  }
  return false;
}
